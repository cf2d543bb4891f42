/// An option without its type: all that parsing, help and completion need to know.
package struct OptionSpec: Sendable, Equatable {
  /// What a shell offers while the value is typed.
  package enum Completion: Sendable, Equatable {
    /// Nothing: the shell cannot know.
    case none
    /// Files whose names end in one of these extensions, and folders; any file when there are none.
    case file(extensions: [String])
    /// Folders.
    case directory
    /// One of the possible values.
    case possibleValues
  }

  /// The name after the two dashes.
  package let name: String
  /// The letter after a single dash, where there is one.
  package let shortName: Character?
  /// What the value stands for, in capitals ("FILE", "METRES"); absent for a flag, which takes
  /// none.
  package let valueName: String?
  /// What the option does, in a sentence or two without a full stop at the end.
  package let help: String
  /// The heading under which help lists the option.
  package let section: String
  /// The default as a user would type it; absent where there is none.
  package let defaultText: String?
  /// Every value allowed, where they are few.
  package let possibleValues: [String]
  /// What a shell offers while the value is typed.
  package let completion: Completion
  /// Whether a value is a list separated by commas.
  package let isList: Bool
  /// Whether the option may be given several times.
  package let isRepeatable: Bool
  /// Whether the command line is refused without the option.
  package private(set) var isRequired: Bool
  /// Whether the option belongs in a record of the run; false where results cannot depend on it.
  package let isRecorded: Bool

  /// Whether the option has a meaning on the command line only, not in a file of options.
  package private(set) var isTypedOnly = false

  /// Whether the option takes no value.
  package var isFlag: Bool { valueName == nil }

  /// Whether values are paths of files or folders.
  package var holdsPaths: Bool {
    switch completion {
    case .none, .possibleValues: false
    case .file, .directory: true
    }
  }

  /// Whether a value is a condition FIELD=VALUE, where the option takes one in place of a path.
  package func isCondition(_ value: some StringProtocol) -> Bool {
    valueName?.contains("=") == true && value.dropFirst().contains("=")
  }

  /// The same option, where a command cannot do without it.
  package var required: OptionSpec {
    var copy = self
    copy.isRequired = true
    return copy
  }

  /// The same option, refused in a file of options.
  package var typedOnly: OptionSpec {
    var copy = self
    copy.isTypedOnly = true
    return copy
  }

  /// The option as the user types it: `--cell-size`.
  package var longName: String { "--\(name)" }

  /// The option with its value as errors and usage lines show it: `--cell-size METRES`.
  package var usage: String { valueName.map { "\(longName) \($0)" } ?? longName }
}
