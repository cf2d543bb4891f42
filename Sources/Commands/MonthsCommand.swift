package import CommandLineKit
import HotspotsKit

/// Counts incidents by month, with the average of twelve months.
package struct MonthsCommand: PartialCommand {
  package static let name = "months"
  package static let abstract =
    "Count incidents a day in each month, with the average of twelve months."
  package static let discussion = """
    The table has a row for each month of the period, with --by one for each category or area in \
    each month, also where nothing happened. Months differ in length: compare incidents a day. The \
    average of twelve months holds each season once.

    Of a month that the period or the files cover in part, only these days count, which is said. A \
    month that the files do not cover has no incidents given, and a period that begins or ends \
    outside the files is refused. Without --by area no coordinates are needed.
    """
  package static let articles: [MethodArticle] = ["CountingByMonth"]
  package static let example =
    "hotspots months --incidents samples/incidents.csv --by category --output months.csv "
    + "--chart months.svg"
  package static let columns = [
    OutputColumn("month", "The month, such as 2025-03"),
    OutputColumn("category", "With --by category: the category"),
    OutputColumn("code", "With --by area: the area's code"),
    OutputColumn("name", "With --by area: its name"),
    OutputColumn("days", "The days of the month that the period has and the files cover"),
    OutputColumn("incidents", "The incidents; with --hours, those expected in them"),
    OutputColumn("per_day", "Incidents a day"),
    OutputColumn(
      "per_day_12_months",
      "Incidents a day of the twelve months that end here; none before there are twelve"),
  ]

  private static let grouping = Option<MonthlyCounts.Grouping?>(
    "by", valueName: "WHAT", help: "Count each category or each area in each month",
    rules: [.needs("--boundaries").with("area")])

  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--incidents") + HoursFilter.specs + [grouping.spec]
      + TableOutput.chartSpecs)

  var input: StudyOptions
  private let method: MonthlyCounts
  private let output: TableOutput
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    output = try TableOutput(arguments)
    input.reportsAccuracy = output.hasManifest
    self.input = input
    method = MonthlyCounts(by: try arguments.value(of: Self.grouping))
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot count months in \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "run it once for each layer")
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { try await method.passes(on: $0) }
    }
    try await output.run(Self.self, in: console) { observer in
      let result = try await method.run(on: Study(input, observer: observer))
      return TableOutput.Content(
        table: result.table, reading: result.reading, choices: result.choices,
        findings: result.findings,
        chart: { title in
          var figure = MonthFigure(result)
          figure.title = title
          return figure.svg()
        })
    }
  }
}

extension MonthlyCounts.Grouping: ExpressibleByArgument {}
