import CommandLineKit
import HotspotsKit

extension AreaCounts {
  private static let populationOption = Option<String?>(
    "population", valueName: "FILE",
    help: """
      Add rates: divide the incidents of each area by its population, from a table (CSV, or a sheet \
      of an XLSX workbook) with the areas' codes, such as samples/population.csv. With several \
      layers, of the first
      """,
    section: "Rates", role: .reads(["csv", "xlsx", "gz"]), rules: [.needs("--population-field")])
  private static let populationFieldOption = Option<String?>(
    "population-field", valueName: "NAME",
    help: """
      Column of the table that holds the population: residents, but also people at work, households \
      or premises
      """,
    section: "Rates", rules: [.needs("--population")])
  private static let populationCodeFieldOption = Option<String?>(
    "population-code-field", valueName: "NAME",
    help: "Column of the table that holds the codes of the areas, found as for --values",
    section: "Rates", rules: [.needs("--population")])
  private static let perOption = Option<Double>(
    "per", valueName: "NUMBER", help: "How many people a rate is of", section: "Rates",
    default: 1000,
    rules: [.needs("--population")], allowed: "a number above zero",
    where: { $0 > 0 && $0 <= 1e9 })
  private static let correlateOption = Option<String?>(
    "correlate", valueName: "FILE",
    help: """
      Say how closely the areas' incidents (their rates with --population, their values with \
      --values) go together with the values of another table: Spearman's and Pearson's coefficient
      """,
    section: "Values", role: .reads(["csv", "xlsx", "gz"]), rules: [.needs("--correlate-field")])
  private static let correlateFieldOption = Option<String?>(
    "correlate-field", valueName: "NAME", help: "Column of the other table that holds the values",
    section: "Values", rules: [.needs("--correlate")])
  private static let correlateCodeFieldOption = Option<String?>(
    "correlate-code-field", valueName: "NAME",
    help: "Column of the other table that holds the codes of the areas, found as for --values",
    section: "Values", rules: [.needs("--correlate")])

  /// The options that are read here, and those of values in place of incidents.
  static let tableSpecs: [OptionSpec] =
    SharedOptions.areaValues.adding(
      .excludes(
        "--incidents", "--unique", "--from", "--to", "--category", "--exclude-category", "--hours",
        "--days", "--where", "--area-column", "--count-column", "--population",
        because: "the table holds values, not incidents"),
      to: "--values")
    + [correlateOption.spec, correlateFieldOption.spec, correlateCodeFieldOption.spec]
    + [
      populationOption.spec, populationFieldOption.spec, populationCodeFieldOption.spec,
      perOption.spec,
    ]

  /// Reads the options of a command that lists ``tableSpecs``.
  mutating func readTables(_ arguments: Arguments) throws(UsageError) {
    if let path = try arguments.value(of: Self.populationOption),
      let column = try arguments.value(of: Self.populationFieldOption)
    {
      population = Population(
        ValueFile(
          path, column: column,
          codeColumn: try arguments.value(of: Self.populationCodeFieldOption)),
        per: try arguments.value(of: Self.perOption))
    }
    if let path = try arguments.value(of: Self.correlateOption),
      let column = try arguments.value(of: Self.correlateFieldOption)
    {
      comparison = ValueFile(
        path, column: column, codeColumn: try arguments.value(of: Self.correlateCodeFieldOption))
    }
  }
}
