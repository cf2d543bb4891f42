/// An option with its type erased: all that parsing, checks, help and completion need.
package struct OptionSpec: Sendable, Equatable {
  /// The name after the two dashes.
  package let name: String
  /// The letter after a single dash, if there is one.
  package let shortName: Character?
  /// What the value stands for, in capitals ("FILE", "METRES"); `nil` for a flag, which has no
  /// value.
  package let valueName: String?
  /// What the option does, in a sentence or two without a full stop at the end.
  package let help: String
  /// The heading under which help lists the option.
  package let section: String
  /// The default as it would be typed; `nil` if there is none.
  package let defaultText: String?
  /// Every value allowed, if they are few.
  package private(set) var possibleValues: [String]
  /// What the value names, and what is done with it.
  package let role: OptionRole
  /// Which other options it needs and excludes.
  package private(set) var rules: [OptionRule]
  /// Whether a value is a comma-separated list.
  package let isList: Bool
  /// Whether the option may be given several times.
  package let isRepeatable: Bool
  /// Whether the option is required.
  package private(set) var isRequired: Bool
  /// Whether the option belongs in the record of a run; `false` if results cannot depend on it.
  package let isRecorded: Bool

  /// Whether the option is refused in a configuration file.
  package private(set) var isTypedOnly = false

  /// Whether words without a dash are values of the option, so that its name need not be typed.
  package private(set) var isOperand = false

  /// Whether the option takes no value.
  package var isFlag: Bool { valueName == nil }

  /// The same option, required.
  package var required: OptionSpec {
    var copy = self
    copy.isRequired = true
    return copy
  }

  /// The same option, repeatable, whose name need not be typed: `merge a.part b.part`.
  package var operand: OptionSpec {
    precondition(isRepeatable, "OptionSpec: an operand is repeatable")
    var copy = self
    copy.isOperand = true
    return copy
  }

  /// The same option, refused in a configuration file.
  package var typedOnly: OptionSpec {
    var copy = self
    copy.isTypedOnly = true
    return copy
  }

  /// Returns the same option that offers only these of its values, which a command has for it.
  package func offering(_ values: [String]) -> OptionSpec {
    var copy = self
    copy.possibleValues = values
    return copy
  }

  /// Returns the same option with more rules, which a command has for it.
  package func adding(_ rules: OptionRule...) -> OptionSpec {
    var copy = self
    copy.rules += rules
    return copy
  }

  /// The option as it is typed: `--cell-size`.
  package var longName: String { "--\(name)" }

  /// The option with its value as errors and usage lines show it: `--cell-size METRES`.
  package var usage: String {
    if isOperand { return "\(valueName ?? "")..." }
    return valueName.map { "\(longName) \($0)" } ?? longName
  }
}

extension [OptionSpec] {
  /// Returns the same options, some of them, given by their names with dashes, required.
  package func requiring(_ names: String...) -> [OptionSpec] {
    map { names.contains($0.longName) ? $0.required : $0 }
  }

  /// Returns the same options with more rules for one of them, given by its name with dashes.
  package func adding(_ rules: OptionRule..., to name: String) -> [OptionSpec] {
    map { option in option.longName == name ? rules.reduce(option) { $0.adding($1) } : option }
  }
}
