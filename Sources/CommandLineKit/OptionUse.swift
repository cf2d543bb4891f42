/// Another option, or some values of it, as a rule names it: `--map`, `--on square`.
package struct OptionUse: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The name without dashes.
  let name: String
  /// The value that is meant; `nil` for any value.
  let value: String?
  /// Whether every value but ``value`` is meant.
  private let isInverted: Bool

  /// Reads `--name` or `--name value`.
  package init(stringLiteral text: String) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    precondition(words.first?.hasPrefix("--") == true, "OptionUse: '\(text)' is not an option")
    name = String(words[0].dropFirst(2))
    value = words.count > 1 ? words[1] : nil
    isInverted = false
  }

  /// Names an option with any value but one, which means the same as to leave the option out.
  package init(_ option: String, except value: String) {
    name = String(option.dropFirst(2))
    self.value = value
    isInverted = true
  }

  /// The option with the value that matters, as it would be typed: `--on square`, `--map FILE.svg`.
  ///
  /// - Parameter options: The options of the command.
  func words(among options: [OptionSpec]) -> String {
    guard let value, !isInverted else {
      return options.first { $0.name == name }?.usage ?? "--\(name)"
    }
    return "--\(name) \(value)"
  }

  /// The option, with the value that matters: `--on square`, `--map`.
  var shortWords: String {
    value.map { isInverted ? "--\(name)" : "--\(name) \($0)" } ?? "--\(name)"
  }

  /// Whether a value of the option is meant.
  func means(_ value: String) -> Bool {
    guard let wanted = self.value else { return true }
    return OptionRule.isSame(value, wanted) != isInverted
  }

  /// Whether the option is meant although it was not given, because of its default.
  func means(defaultOf option: OptionSpec) -> Bool {
    guard value != nil, !isInverted, let text = option.defaultText else { return false }
    return means(text)
  }
}
