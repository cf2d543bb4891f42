package import CommandLineKit
import HotspotsKit

/// Compares the incidents of two periods, by category, by area or by both.
package struct ChangeCommand: PartialCommand {
  package static let name = "change"
  package static let abstract =
    "Compare two periods by category or area, and say what is evidence of change."
  package static let discussion = """
    The table has a row for each category or area, with --groups a subtotal for each group, and the \
    total. Counts of two periods are never equal: p is the probability of a difference at least as \
    large if nothing changed and incidents were independent. If the files have twelve whole months \
    before the period, the test is widened by how much these vary. evidence allows for that and for \
    the number of rows.

    Differences, percentages and shares are of counts; z, p and evidence are of incidents a day, so \
    that periods of different length can be compared. A period that the files do not cover is \
    refused. By category no coordinates are needed.
    """
  package static let articles: [MethodArticle] = [
    "ComparingPeriods", "EstimatingDispersion", "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots change --incidents samples/incidents.csv --from 2025-07 --to 2025-12 "
    + "--output change.csv --chart change.svg"
  package static let columns = [
    OutputColumn("group", "With --groups only: the group"),
    OutputColumn("category", "The category; Subtotal and Total. Not by area"),
    OutputColumn("code", "The area's code. Not by category"),
    OutputColumn("name", "The area's name. Not by category"),
    OutputColumn("earlier", "Incidents of the earlier period; with --hours, expected in them"),
    OutputColumn("now", "Incidents of the period; with --hours, expected in them"),
    OutputColumn("per_day_earlier", "Incidents a day of the earlier period"),
    OutputColumn("per_day_now", "Incidents a day of the period"),
    OutputColumn("difference", "now less earlier"),
    OutputColumn("percent", "difference as a fraction of earlier; none where that is 0"),
    OutputColumn(
      "share_of_change", "difference as a fraction of the total's; none where that is 0"),
    OutputColumn("z", "Standard score of the incidents a day"),
    OutputColumn("p", "p-value of the E-test, for independent incidents"),
    OutputColumn("dispersion", "How many times Poisson's the variance of months before is"),
    OutputColumn(
      "p_adjusted", "p widened by the dispersion, and adjusted for the number of rows tested"),
    OutputColumn(
      "evidence", "increase or decrease where p_adjusted is at most 0.05, none, or few (under 10)"),
    OutputColumn("weight", "With --weights only: what the incidents of the period weigh"),
    OutputColumn("weight_share", "With --weights only: the fraction of the total's weight"),
    OutputColumn("weight_rank", "With --weights only: the place by weight, 1 for the largest"),
  ]

  private static let against = Option<EarlierPeriod>(
    "against", valueName: "PERIOD",
    help: """
      Compare with the period just before, the same months a year before (year-before), or a period \
      such as 2016-04..2017-03. Under four weeks the same weekdays are compared
      """,
    default: .before)
  private static let grouping = Option<PeriodChange.Grouping>(
    "by", valueName: "WHAT",
    help: "Compare each category, each area, or each category in each area",
    default: .category, rules: [.needs("--boundaries").with("area", "both")])
  private static let groups = Option<String?>(
    "groups", valueName: "FILE",
    help: "Add a subtotal for each group of categories; the columns are category and group",
    role: .reads(["csv", "gz"]),
    rules: [.excludes("--by area", because: "groups are of categories")])

  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--incidents", "--from") + HoursFilter.specs + [
      against.spec, grouping.spec, groups.spec,
      SharedOptions.map.spec.adding(.needs("--by area")),
    ] + WeightFile.specs + MapOptions.specs + TableOutput.chartSpecs,
    .needs("--to"))

  var input: StudyOptions
  private let grouping: PeriodChange.Grouping
  private let against: EarlierPeriod
  private let groups: String?
  private let map: String?
  private let look: MapOptions
  private let output: TableOutput
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    output = try TableOutput(arguments)
    input.reportsAccuracy = output.hasManifest
    self.input = input
    grouping = try arguments.value(of: Self.grouping)
    against = try arguments.value(of: Self.against)
    groups = try arguments.value(of: Self.groups)
    map = try arguments.value(of: SharedOptions.map)
    look = try MapOptions(arguments)
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot compare periods in \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "run it once for each layer")
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { try await comparison().passes(on: $0) }
    }
    try await output.run(Self.self, in: console) { observer in
      let result = try await comparison().run(on: Study(input, observer: observer))
      var figure = ChangeFigure(result)
      var content = TableOutput.Content(
        table: result.table, reading: result.reading, choices: result.choices,
        findings: result.findings)
      content.chart = { [figure] title in
        var figure = figure
        figure.title = title
        return figure.svg()
      }
      guard let map, let crs = result.crs else { return content }
      figure.look = try look.load(input, crs: crs)
      content.backdrops = figure.look.inputs
      content.drawings = [
        (
          path: map,
          draw: { [figure] title in
            var figure = figure
            figure.title = title
            return try figure.mapSVG()
          }
        )
      ]
      return content
    }
  }
}

extension ChangeCommand {
  private func comparison() throws -> PeriodChange {
    PeriodChange(
      by: grouping, against: against, groups: try groups.map { try GroupFile($0, key: "category") })
  }
}

extension PeriodChange.Grouping: ExpressibleByArgument {}
