package import CommandLineKit
import HotspotsKit

/// Finds to whom, or where, incidents happen again and again.
package struct RepeatsCommand: PartialCommand {
  package static let name = "repeats"
  package static let abstract =
    "Find repeat locations, persons and premises: bands, triggers, a ranked worklist."
  package static let discussion = """
    The table says how many locations have one incident, two, three to five and so on, and what part \
    of the incidents is theirs. --by takes the name of a column in place of locations, such as one \
    of persons or premises; with --and a second one, of which both must be the same: victim and \
    suspect. Incidents of which the column says nothing are in a last row, not_recorded.

    --within joins locations: the busiest takes all within the distance, then the busiest of those \
    left, so that no street is chained together. --trigger finds those with so many incidents within \
    some time, and the date on which that was first so.

    --worklist lists all with two incidents or more, ranked. What columns say may name persons: it \
    is written with --show-units only, else units have numbers. No boundaries are needed, but for a \
    map by a column; with --boundaries only incidents in these areas count.

    Without files the table is printed for people; --output - prints CSV for programs.
    """
  package static let articles: [MethodArticle] = ["FindingRepeats"]
  package static let example =
    "hotspots repeats --incidents samples/people.csv --by Victim --and Suspect --trigger 3/6months "
    + "--worklist worklist.csv --chart repeats.svg"
  package static let columns = [
    OutputColumn("band", "The number of incidents of each; not_recorded for those without a value"),
    OutputColumn("units", "The locations, or values of the column, with so many"),
    OutputColumn("unit_share", "Their fraction of all of them"),
    OutputColumn("incidents", "Their incidents; with --hours, those that could lie in them"),
    OutputColumn("incident_share", "These as a fraction of the incidents in all bands"),
  ]
  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--incidents") + HoursFilter.specs + RepeatUnits.specs
      + [SharedOptions.map.spec] + MapOptions.specs + TableOutput.chartSpecs)
  package static let detours = [
    "--weights":
      "repeats are counted, not weighed: 'hotspots clusters --weights' finds where harm is"
  ]

  var input: StudyOptions
  private let method: RepeatUnits
  private let worklist: String?
  private let map: String?
  private let look: MapOptions
  private let output: TableOutput
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    method = try RepeatUnits(arguments)
    worklist = try RepeatUnits.worklist(arguments)
    map = try arguments.value(of: SharedOptions.map)
    look = try MapOptions(arguments)
    output = try TableOutput(arguments)
    input.reportsAccuracy = output.hasManifest
    self.input = input
    try input.refuseSeveralLayers("repeats are counted")
    if map != nil, method.unit != .location && method.partner != .location,
      input.boundaries.paths.isEmpty
    {
      throw .invalid(
        "cannot draw --map by a column without --boundaries: positions are read with them",
        help: "name the boundary file of the place")
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { try await method.passes(on: $0) }
    }
    try await output.run(Self.self, in: console) { observer in
      let result = try await Study(input, observer: observer).run(method)
      var content = TableOutput.Content(
        table: result.table, reading: result.reading, choices: result.choices,
        findings: result.findings)
      content.chart = { title in
        var figure = RepeatFigure(result)
        figure.title = title
        return figure.svg()
      }
      if let worklist {
        content.files = [(worklist, { try result.writeWorklist(to: worklist) })]
      }
      guard let map, let crs = result.crs else { return content }
      var figure = RepeatMapFigure(result)
      figure.look = try look.load(input, crs: crs)
      content.backdrops = figure.look.inputs
      content.drawings = [
        (
          path: map,
          draw: { [figure] title in
            var figure = figure
            figure.title = title
            return figure.svg()
          }
        )
      ]
      return content
    }
  }
}
