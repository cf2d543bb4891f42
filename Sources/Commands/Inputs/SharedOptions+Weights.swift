package import CommandLineKit
import HotspotsKit

extension SharedOptions {
  /// A table of what categories count for.
  package static let weights = Option<String?>(
    "weights", valueName: "FILE",
    help: """
      Weigh incidents by their category: a table of categories and values, such as days of harm \
      (CSV, or XLSX as FILE.xlsx:SHEET; also the Cambridge Crime Harm Index and tables of \
      offences, codes and weights). Categories without a value are listed and weigh nothing; \
      --strict refuses them
      """,
    section: "Weights", role: .reads(["csv", "tsv", "txt", "gz", "xlsx"]))

  /// What the values are called.
  package static let weightsName = Option<String>(
    "weights-name", valueName: "NAME", help: "What the values are called, as on maps: harm",
    section: "Weights", default: "weight", rules: [.needs("--weights")],
    allowed: "a name of one line, such as harm",
    where: { !$0.isEmpty && !$0.contains(where: \.isNewline) })

  /// The column of categories.
  package static let weightsKey = Option<String?>(
    "weights-key", valueName: "NAME",
    help: """
      Column of the table that holds the categories. By default those named like offences and \
      their codes
      """,
    section: "Weights", rules: [.needs("--weights")])

  /// The column of values.
  package static let weightsValue = Option<String?>(
    "weights-value", valueName: "NAME",
    help: """
      Column of the table that holds the values. By default the one named like a score or a \
      weight, otherwise the only one of numbers
      """,
    section: "Weights", rules: [.needs("--weights")])
}

extension WeightFile {
  /// The options that are read here.
  static let specs = specs()

  /// The same, of a command that has rules for the table.
  static func specs(_ rules: OptionRule...) -> [OptionSpec] {
    [
      rules.reduce(SharedOptions.weights.spec) { $0.adding($1) },
      SharedOptions.weightsName.spec, SharedOptions.weightsKey.spec,
      SharedOptions.weightsValue.spec,
    ]
  }

  /// Reads the options of a command that lists ``specs``; `nil` if no table is named.
  init?(_ arguments: Arguments) throws(UsageError) {
    guard let path = try arguments.value(of: SharedOptions.weights) else { return nil }
    self.init(
      path, name: try arguments.value(of: SharedOptions.weightsName),
      keyColumn: try arguments.value(of: SharedOptions.weightsKey),
      valueColumn: try arguments.value(of: SharedOptions.weightsValue))
  }
}

extension StudyOptions {
  /// Reads the table of weights of a command that lists ``WeightFile/specs``.
  mutating func readWeights(_ arguments: Arguments) throws(UsageError) {
    weights = try WeightFile(arguments)
    if weights != nil, let column = incidents.weightName {
      throw .invalid(
        "cannot use '--columns weight=\(column)' with --weights: an incident has one weight",
        help: "leave out one of them")
    }
  }
}
