import CommandLineKit
import HotspotsKit

extension AreaCounts {
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
    + Population.specs

  /// Reads the options of a command that lists ``tableSpecs``.
  mutating func readTables(_ arguments: Arguments) throws(UsageError) {
    population = try Population(arguments)
    if let path = try arguments.value(of: Self.correlateOption),
      let column = try arguments.value(of: Self.correlateFieldOption)
    {
      comparison = ValueFile(
        path, column: column, codeColumn: try arguments.value(of: Self.correlateCodeFieldOption))
    }
  }
}
