package import CommandLineKit

extension SharedOptions {
  /// A table of values for areas.
  package static let values = Option<String?>(
    "values", valueName: "FILE",
    help: """
      Use a table of values for the areas instead of incidents: CSV, or a sheet of an XLSX workbook \
      (FILE.xlsx:SHEET), such as samples/survey.csv for the wards
      """,
    section: "Values", role: .reads(["csv", "xlsx", "gz"]), rules: [.needs("--value-field")])

  /// The column of the values.
  package static let valueField = Option<String?>(
    "value-field", valueName: "NAME", help: "Column of the table that holds the values",
    section: "Values", rules: [.needs("--values")])

  /// The column of the codes.
  package static let valuesCodeField = Option<String?>(
    "values-code-field", valueName: "NAME",
    help: """
      Column of the table that holds the codes of the areas. By default the one named like the \
      boundaries' code field, otherwise the one whose values match
      """,
    section: "Values", rules: [.needs("--values")])

  /// A table of values in place of incidents.
  package static let areaValues: [OptionSpec] = [
    values.spec, valueField.spec, valuesCodeField.spec,
  ]
}
