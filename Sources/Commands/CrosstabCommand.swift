package import CommandLineKit
import HotspotsKit

/// Counts incidents by two things at once.
package struct CrosstabCommand: PartialCommand {
  package static let name = "crosstab"
  package static let abstract =
    "Count incidents by two things at once: category by age, month by area."
  package static let discussion = """
    The table has a row for each value of --rows, a column for each value of --across, and Total. Each \
    is the name of a column, or area, category, month or night; a column of one of these names stands \
    in `backquotes`. Every incident is in exactly one cell: one without a value is in the row, or the \
    column, not_recorded, unless --known-only leaves it out. With --percent cells are fractions, and \
    what they are of stands in the column base, or for --percent across in the last row.

    Months, bands and numbers stand in their order, areas by code, all else by its total. Night and \
    month are those of the start, so that an incident counts once; 'hotspots hours' spreads windows. \
    With --hours a cell holds the incidents expected in them. No boundaries are needed; with \
    --boundaries only incidents in these areas count.

    Without --output and --chart the table is printed for people; --output - prints CSV for programs.
    """
  package static let articles: [MethodArticle] = ["CrossTabulating"]
  package static let example =
    "hotspots crosstab --incidents samples/incidents.csv --rows category --across 'Victim age' "
    + "--bands 18,25,35,50 --output crosstab.csv --chart crosstab.svg"
  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--incidents") + HoursFilter.specs + CrossTabulation.specs
      + TableOutput.chartSpecs)

  var input: StudyOptions
  private let method: CrossTabulation
  private let output: TableOutput
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    method = try CrossTabulation(arguments)
    output = try TableOutput(arguments)
    try input.refuseSeveralLayers("cross tables are counted")
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { try await method.passes(on: $0) }
    }
    try await output.run(Self.self, in: console) { observer in
      let result = try await Study(input, observer: observer).run(method)
      return TableOutput.Content(
        table: result.table, printed: result.printedTable, reading: result.reading,
        choices: result.choices,
        findings: result.findings,
        chart: { title in
          var figure = CrossTableFigure(result)
          figure.title = title
          return figure.svg()
        })
    }
  }
}

extension StudyOptions {
  /// Refuses more than one layer of areas.
  ///
  /// - Parameter what: What is done in one layer, as a clause: `cross tables are counted`.
  /// - Throws: ``UsageError`` for several.
  func refuseSeveralLayers(_ what: String) throws(UsageError) {
    guard boundaries.paths.count > 1 else { return }
    throw .invalid(
      "cannot use several --boundaries: \(what) in one layer of areas",
      help: "run it once for each layer")
  }
}
