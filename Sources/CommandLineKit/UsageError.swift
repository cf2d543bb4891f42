import Names

/// What is wrong with a command line.
package enum UsageError: Error, Equatable, ExitStatusConvertible {
  /// No option has this name; the suggestions are options with their dashes.
  case unknownOption(String, suggestions: [String])
  /// No command has this name.
  case unknownCommand(String, suggestions: [String])
  /// A word that is not the value of an option; the option before it, with its value name, may
  /// explain why.
  case unexpectedArgument(String, afterRepeatable: String?)
  /// An option lacks its value; the word that follows, if any, cannot be one.
  case missingValue(usage: String, next: String?)
  /// A flag was given a value with `=`.
  case unexpectedValue(String, option: String)
  /// An invalid value.
  case invalidValue(String, option: String, allowed: String, suggestions: [String] = [])
  /// An option that takes one value was given twice.
  case repeatedOption(String, values: [String])
  /// A required option, with its value name, is missing.
  case missingOption(String)
  /// Two options that exclude each other; the reason, a clause, may be `nil`.
  case conflict(String, String, because: String? = nil)
  /// An option that has no effect without another.
  case dependent(String, needs: String)
  /// Any other error in the options of a command; the help may be `nil`.
  case invalid(String, help: String? = nil)

  /// Status 64.
  package var exitStatus: ExitStatus { .usage }
}

extension UsageError: CustomStringConvertible {
  /// The error in one line, followed by a line of help if there is any.
  package var description: String {
    switch self {
    case .unknownOption(let option, let suggestions):
      "unknown option '\(option)'\(Suggestion.question(suggestions))"
    case .unknownCommand(let command, let suggestions):
      "unknown command '\(command)'\(Suggestion.question(suggestions))"
    case .unexpectedArgument(let word, afterRepeatable: let option?):
      """
      unexpected argument '\(word)': '\(option)' takes one value at a time
        help: repeat the option: \(option) \(word)
      """
    case .unexpectedArgument(let word, afterRepeatable: nil):
      "unexpected argument '\(word)': every value must follow the name of its option"
    case .missingValue(let usage, next: let next?):
      """
      missing value for '\(usage)'
        help: if '\(next)' is the value, write '\(usage.prefix { $0 != " " })=\(next)'
      """
    case .missingValue(let usage, next: nil):
      "missing value for '\(usage)'"
    case .unexpectedValue(let value, let option):
      "cannot use '\(option)=\(value)': '\(option)' takes no value"
    case .invalidValue(let value, let option, let allowed, let suggestions):
      "cannot use '\(option) \(value)': '\(value)' is not \(allowed)"
        + Suggestion.question(suggestions)
    case .repeatedOption(let option, let values):
      "cannot use '\(option)' twice: it was given \(values.map { "'\($0)'" }.joined(separator: " and "))"
        + ", it takes one value"
    case .missingOption(let usage):
      "missing option '\(usage)'"
    case .conflict(let first, let second, because: let reason):
      "cannot use '\(first)' together with '\(second)': \(reason ?? "they exclude each other")"
    case .dependent(let option, let needs):
      "cannot use '\(option)' without '\(needs)'"
    case .invalid(let message, help: let help?):
      "\(message)\n  help: \(help)"
    case .invalid(let message, help: nil):
      message
    }
  }
}
