package import CommandLineKit
import HotspotsKit
import Interchange

/// Computes what incidents cost.
package struct CostCommand: Command {
  package static let name = "cost"
  package static let abstract =
    "Compute what recorded offences cost, by category and by what is paid for."
  package static let discussion = """
    The number of offences of each category is multiplied with what one costs on average, as the table \
    of unit costs says, and with the deflator; each amount is rounded once to whole pounds. The total \
    comes from the table's own column, which need not be the sum of the components. A group costs what its \
    components cost together, rounded so that the column adds up.

    Categories without a unit cost are listed and left out; with --strict they are an error. Without \
    boundaries every incident counts wherever it lies, with them those inside. What is not recorded is \
    not costed, and the costs are averages: they are not what would be saved.
    """
  package static let articles: [MethodArticle] = ["CostingCrime"]
  package static let example =
    "hotspots cost --incidents samples/incidents.csv --unit-costs samples/unit-costs.csv "
    + "--components samples/cost-components.csv --output cost.csv --chart cost.svg"
  package static let columns = [
    OutputColumn("category", "The category; Total in the last row"),
    OutputColumn("offences", "Its incidents; with --hours, those that could lie in them"),
    OutputColumn(
      "COMPONENT", "For each component by its name: what is paid for it, in whole pounds"),
    OutputColumn(
      "GROUP", "With --components, for each group by its name: what its components cost together"),
    OutputColumn("total", "The cost in whole pounds, by the total of the unit costs"),
    OutputColumn("share_of_cost", "The fraction of the cost of all costed categories"),
    OutputColumn("share_of_volume", "The fraction of the incidents of all costed categories"),
    OutputColumn(
      "expected", "With --hours only: the incidents in them, which costs and shares are of"),
  ]

  private static let unitCosts = Option<String>(
    "unit-costs", valueName: "FILE",
    help: """
      Table of what one incident costs in pounds (CSV, or FILE.xlsx:SHEET): the columns category and \
      total, and one for each component
      """,
    role: .reads(["csv", "tsv", "txt", "gz", "xlsx"]))
  private static let components = Option<String?>(
    "components", valueName: "FILE",
    help: "Table of the columns component and group (CSV): adds a column for each group",
    role: .reads(["csv", "tsv", "txt", "gz", "xlsx"]))
  private static let deflator = Option<ExactDecimal>(
    "deflator", valueName: "X",
    help: "Multiply unit costs with this number, such as the change of prices since they were made",
    default: ExactDecimal(1), allowed: "a number above zero of at most 18 digits, such as 1.2115",
    where: { !$0.isZero })

  package static let options =
    StudyOptions.tableSpecs.requiring("--incidents") + HoursFilter.specs + [
      unitCosts.spec, components.spec, deflator.spec,
    ] + TableOutput.chartSpecs

  private let input: StudyOptions
  private let unitCosts: String
  private let components: String?
  private let deflator: ExactDecimal
  private let output: TableOutput

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    unitCosts = try arguments.value(of: Self.unitCosts)
    components = try arguments.value(of: Self.components)
    deflator = try arguments.value(of: Self.deflator)
    output = try TableOutput(arguments)
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot use several --boundaries: incidents are costed in one layer of areas",
        help: "run it once for each layer")
    }
  }

  package func run(in console: Console) async throws {
    try await output.run(Self.self, in: console) { observer in
      let method = try IncidentCosts(
        UnitCosts(unitCosts), groups: components.map { try GroupFile($0, key: "component") },
        deflator: deflator)
      let costs = try await Study(input, observer: observer).run(method)
      return TableOutput.Content(
        table: costs.table, reading: costs.reading, choices: costs.choices,
        findings: costs.findings,
        chart: { title in
          var figure = CostFigure(costs)
          figure.title = title
          return figure.svg()
        })
    }
  }
}

extension ExactDecimal: ExpressibleByArgument {
  /// Reads a number of nought or more.
  package init?(argument: String) { self.init(argument) }

  /// The number.
  package var defaultValueDescription: String { description }
}
