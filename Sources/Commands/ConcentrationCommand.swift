package import CommandLineKit
import HotspotsKit

/// Measures how unevenly incidents are spread over areas, cells or locations.
package struct ConcentrationCommand: PartialCommand {
  package static let name = "concentration"
  package static let abstract =
    "Measure how few areas hold how much: shares of the busiest, Gini's coefficient."
  package static let discussion = """
    The table has a row for all incidents and, with --by category, one for each category. Areas \
    without incidents count: they are why a few hold so much. Of locations only those with incidents \
    are known.

    Where there are fewer incidents than areas, most areas have none however incidents fall, and \
    Gini's coefficient is large for that alone. The column gini_generalised allows for it: 0 if no \
    area has a second incident before each has one. gini_low and gini_high are its 95% interval, from \
    999 resamples of the areas; gini_random is what gini would be if as many incidents fell by chance. \
    Cells of a grid are smaller than areas, so that their shares are larger: compare like with like.

    --against adds what the busiest held in an earlier period, which the files must cover; --from and \
    --to name the period. The busiest then need not be the same as now.
    """
  package static let articles: [MethodArticle] = ["MeasuringConcentration"]
  package static let example =
    "hotspots concentration --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--by category --output concentration.csv --chart concentration.svg"
  package static let columns = [
    OutputColumn("category", "The category; All in the first row"),
    OutputColumn("incidents", "Its incidents; with --hours, those that could lie in them"),
    OutputColumn(
      "units", "The areas or cells, those without incidents included; the locations with incidents"),
    OutputColumn("top_share", "The fraction of incidents that the busiest hold (--top)"),
    OutputColumn("units_25", "The fewest areas or cells that hold a quarter or more"),
    OutputColumn("units_50", "The fewest that hold a half or more"),
    OutputColumn("units_80", "The fewest that hold 80% or more"),
    OutputColumn("units_under_per_day", "Those with fewer incidents a day than --under-per-day"),
    OutputColumn(
      "units_under_per_month", "Those with fewer incidents a month than --under-per-month"),
    OutputColumn("gini", "Gini's coefficient: 0 for an even spread, towards 1 if one holds all"),
    OutputColumn(
      "gini_generalised", "The same against the most even spread that so few incidents allow"),
    OutputColumn("gini_low", "The lower end of the 95% interval of gini_generalised"),
    OutputColumn("gini_high", "The upper end"),
    OutputColumn("gini_random", "The mean of gini if as many incidents fall by chance"),
    OutputColumn(
      "expected", "With --hours only: the incidents in them, estimated from time windows"),
    OutputColumn(
      "top_share_earlier", "With --against only: what the busiest held in the earlier period"),
  ]

  private enum Grouping: String, CaseIterable, ExpressibleByArgument { case category }

  private static let unit = Option<Concentration.Units>(
    "on", valueName: "UNITS",
    help: """
      Measure over areas, over the cells of a grid over them, or over the positions of incidents in \
      them, to the centimetre
      """,
    default: .areas, rules: [LocalStatistics.Units.cellsExcludeSnap])
  private static let grouping = Option<Grouping?>(
    "by", valueName: "WHAT", help: "Add a row for each category")
  private static let top = Option<Int>(
    "top", valueName: "N", help: "How many of the busiest areas or cells to give the share of",
    default: 3, allowed: "a whole number from 1", where: { $0 >= 1 })
  private static let quietPerDay = Option<Double>(
    "under-per-day", valueName: "N", help: "Count areas or cells with fewer incidents a day",
    default: 1, allowed: "a number above zero", where: { $0 > 0 })
  private static let quietPerMonth = Option<Double>(
    "under-per-month", valueName: "N", help: "Count areas or cells with fewer incidents a month",
    default: 10, allowed: "a number above zero", where: { $0 > 0 })
  private static let against = Option<EarlierPeriod?>(
    "against", valueName: "PERIOD",
    help:
      "Add what the busiest held in an earlier period: that before, that of a year before, or days",
    rules: [.needs("--from")])

  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--incidents", "--boundaries") + HoursFilter.specs + [
      unit.spec, SharedOptions.cellSize.spec.adding(.needs("--on square|hexagon")), grouping.spec,
      top.spec, quietPerDay.spec, quietPerMonth.spec, against.spec, SharedOptions.seed.spec,
    ] + TableOutput.chartSpecs)

  var input: StudyOptions
  private let method: Concentration
  private let against: EarlierPeriod?
  private let output: TableOutput
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    output = try TableOutput(arguments)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    input.reportsAccuracy = output.hasManifest
    self.input = input
    var method = Concentration(
      on: try arguments.value(of: Self.unit),
      cellSize: try arguments.value(of: SharedOptions.cellSize)?.metres,
      byCategory: try arguments.value(of: Self.grouping) == .category,
      top: try arguments.value(of: Self.top),
      quietPerDay: try arguments.value(of: Self.quietPerDay),
      quietPerMonth: try arguments.value(of: Self.quietPerMonth))
    method.seed = try arguments.value(of: SharedOptions.seed)
    self.method = method
    against = try arguments.value(of: Self.against)
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot measure concentration over \(input.boundaries.paths.count) layers of areas: one is "
          + "allowed", help: "run it once for each layer")
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) {
        try await $0.passes(of: method, against: against)
      }
    }
    try await output.run(Self.self, in: console) { observer in
      let study = Study(input, observer: observer)
      let result =
        if let against { try await study.run(method, against: against) } else {
          try await study.run(method)
        }
      return TableOutput.Content(
        table: result.table, reading: result.reading, choices: result.choices,
        findings: result.findings,
        chart: { title in
          var figure = ConcentrationFigure(result)
          figure.title = title
          return figure.svg()
        })
    }
  }
}

extension Concentration.Units: ExpressibleByArgument {}
