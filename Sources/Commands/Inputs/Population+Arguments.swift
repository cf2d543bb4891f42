import CommandLineKit
import HotspotsKit

extension Population {
  private static let file = Option<String?>(
    "population", valueName: "FILE",
    help: """
      Add rates: divide the incidents of each area by its population, from a table (CSV, or a sheet \
      of an XLSX workbook) with the areas' codes, such as samples/population.csv. With several \
      layers, of the first
      """,
    section: "Rates", role: .reads(["csv", "xlsx", "gz"]), rules: [.needs("--population-field")])
  private static let field = Option<String?>(
    "population-field", valueName: "NAME",
    help: """
      Column of the table that holds the population: residents, but also people at work, households \
      or premises
      """,
    section: "Rates", rules: [.needs("--population")])
  private static let codeField = Option<String?>(
    "population-code-field", valueName: "NAME",
    help: """
      Column of the table that holds the codes of the areas; without it the one whose name is that of \
      the areas' field, or whose values are their codes
      """,
    section: "Rates", rules: [.needs("--population")])
  private static let per = Option<Double>(
    "per", valueName: "NUMBER", help: "How many people a rate is of", section: "Rates",
    default: 1000,
    rules: [.needs("--population")], allowed: "a number above zero",
    where: { $0 > 0 && $0 <= 1e9 })

  /// The options that are read here.
  static let specs: [OptionSpec] = [file.spec, field.spec, codeField.spec, per.spec]

  /// Reads the options of a command that lists ``specs``; `nil` without a population.
  init?(_ arguments: Arguments) throws(UsageError) {
    guard let path = try arguments.value(of: Self.file),
      let column = try arguments.value(of: Self.field)
    else { return nil }
    self.init(
      ValueFile(path, column: column, codeColumn: try arguments.value(of: Self.codeField)),
      per: try arguments.value(of: Self.per))
  }
}
