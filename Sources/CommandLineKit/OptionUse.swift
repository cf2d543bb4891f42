/// Another option, or some values of it, as a rule names it: `--map`, `--on square|hexagon`.
package struct OptionUse: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The name without dashes.
  let name: String
  /// The values that are meant; any value if there are none.
  let values: [String]
  /// Whether every value but ``values`` is meant.
  private let isInverted: Bool

  /// Reads `--name`, or `--name value|value`.
  package init(stringLiteral text: String) {
    precondition(text.hasPrefix("--"), "OptionUse: '\(text)' is not an option")
    let words = text.dropFirst(2).split(separator: " ", maxSplits: 1)
    name = String(words[0])
    values = words.dropFirst().flatMap { $0.split(separator: "|").map(String.init) }
    isInverted = false
  }

  /// Names an option with any value but one, which means the same as to leave the option out.
  package init(_ option: String, except value: String) {
    name = String(option.dropFirst(2))
    values = [value]
    isInverted = true
  }

  /// The option with the values that matter: `--on square or hexagon`, `--map`.
  var words: String {
    guard !values.isEmpty, !isInverted else { return "--\(name)" }
    return "--\(name) \(Self.list(values, "or"))"
  }

  /// Words the option with the values that matter, or any.
  ///
  /// - Parameter options: The options of the command.
  /// - Returns: `--on square or hexagon`, `--map FILE.svg`.
  func usage(among options: [OptionSpec]) -> String {
    guard values.isEmpty || isInverted else { return words }
    return options.first { $0.name == name }?.usage ?? words
  }

  /// Whether a value of the option is meant.
  func means(_ value: String) -> Bool {
    values.isEmpty || values.contains { OptionRule.isSame(value, $0) } != isInverted
  }

  /// Whether the option is meant although it was not given, because of its default.
  func means(defaultOf option: OptionSpec) -> Bool {
    guard !values.isEmpty, !isInverted, let text = option.defaultText else { return false }
    return means(text)
  }

  /// Lists words: `a, b or c`.
  static func list(_ words: [String], _ conjunction: String) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
