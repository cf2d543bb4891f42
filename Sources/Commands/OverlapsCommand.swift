package import CommandLineKit
import HotspotsKit

/// Counts which incidents are in which of several sets.
package struct OverlapsCommand: Command {
  package static let name = "overlaps"
  package static let abstract =
    "Count how sets of incidents overlap: alcohol and domestic, both, or neither."
  package static let discussion = """
    Each --set has a name and an expression on columns, as --where of 'hotspots query' has: = != < <= > \
    >=, in (...), like "%text%", is empty, and, or, not and parentheses. The table has a row for each \
    combination of sets that occurs and a last one, none: every incident is in exactly one, so that \
    rows add up. The totals of the sets do not, since an incident may be in several; --totals writes \
    them to a table of their own.

    The chart is an UpSet plot: bars of the combinations, dots below that say of which sets each is, and \
    bars of the sets at the left. No boundaries are needed; with --boundaries only incidents in these \
    areas count.

    Without --output and --chart the table is printed for people; --output - prints CSV for programs.
    """
  package static let articles: [MethodArticle] = ["OverlappingSets"]
  package static let example =
    "hotspots overlaps --incidents samples/incidents.csv --set alcohol='Flags like \"%alcohol%\"' "
    + "--set domestic='Flags like \"%domestic%\"' --output overlaps.csv --chart overlaps.svg"
  package static let columns = [
    OutputColumn("combination", "The sets, joined by ' + '; none for incidents in no set"),
    OutputColumn(
      "incidents", "The incidents in exactly these sets; with --hours, those that could lie in them"
    ),
    OutputColumn("share", "Their fraction of all incidents; with --hours, of those expected"),
    OutputColumn(
      "expected", "With --hours only: the incidents in them, estimated from time windows"),
  ]

  /// The sets.
  static let sets = Option<[KeyedValue]>(
    "set", valueName: "NAME='EXPRESSION'",
    help: "A set: the incidents whose row meets the expression; two to eight times",
    allowed: "a name and an expression, such as alcohol='Flags like \"%alcohol%\"'")
  private static let totals = Option<String?>(
    "totals", valueName: "FILE",
    help: "Write the totals of the sets here, as CSV, JSON or text; they are not to be added up",
    section: "Output", role: .writes(["csv", "json", "xlsx", "txt"]))

  package static let options =
    StudyOptions.tableSpecs.requiring("--incidents") + HoursFilter.specs + [sets.spec.required]
    + TableOutput.chartSpecs + [totals.spec]

  private let input: StudyOptions
  private let method: Overlaps
  private let output: TableOutput
  private let totals: String?

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    method = try Self.method(try arguments.value(of: Self.sets))
    output = try TableOutput(arguments)
    totals = try arguments.value(of: Self.totals)
    try input.refuseSeveralLayers("sets are counted")
    guard let totals else { return }
    do { _ = try HourFormat(path: totals) } catch { throw .invalid(error.description) }
  }

  /// Reads names and expressions.
  static func method(_ sets: [KeyedValue]) throws(UsageError) -> Overlaps {
    if let error = OverlapsError(of: sets.map(\.key)) {
      throw .invalid(
        error.description,
        help: "give --set NAME='EXPRESSION' two to eight times, each with a name "
          + "of its own")
    }
    var read: [IncidentSet] = []
    for set in sets {
      do throws(ConditionError) {
        read.append(IncidentSet(set.key, try Condition(set.value)))
      } catch {
        throw .invalid(
          "--set \(set.key): \(error.description)",
          help: "an example is --set domestic='Flags like \"%domestic%\"'")
      }
    }
    return Overlaps(of: read)
  }

  package func run(in console: Console) async throws {
    try await output.run(Self.self, in: console) { observer in
      let result = try await Study(input, observer: observer).run(method)
      return TableOutput.Content(
        table: result.table, reading: result.reading, choices: result.choices,
        findings: result.findings, others: totals.map { [(result.totals, $0)] } ?? [],
        chart: { title in
          var figure = OverlapFigure(result)
          figure.title = title
          return figure.svg()
        })
    }
  }
}
