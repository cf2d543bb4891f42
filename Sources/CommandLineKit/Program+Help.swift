import Names

extension Program {
  /// Returns the help of the whole program: its commands and exit statuses.
  func helpText(width: Int) -> String {
    var lines = abstract.wrapped(width: width)
    lines += ["", "Usage: \(name) COMMAND [OPTIONS]", "", "Commands:"]
    lines += firstWords.flatMap { TextLayout.entry($0.name, $0.abstract, width: width) }
    lines += ["", "\(OptionSection.general):"]
    lines += [StandardOptions.version.spec, StandardOptions.help.spec].flatMap {
      TextLayout.entry($0.helpLabel, $0.explanation(among: []), width: width)
    }
    lines += ["", "Exit status:"]
    lines += ExitStatus.allCases.flatMap {
      TextLayout.entry(String($0.rawValue), $0.meaning, width: width)
    }
    lines += ["", "Help on a command: \(name) help COMMAND"]
    return lines.joined(separator: "\n")
  }

  /// Returns the help of a command: what it does, its options by section, the columns of its table,
  /// and an example.
  func helpText(for command: any Command.Type, width: Int) -> String {
    let options = command.allOptions
    var lines = command.abstract.wrapped(width: width)
    lines += [""] + "Usage: \(usage(of: command))".wrapped(width: width)
    if !command.discussion.isEmpty {
      lines += [""] + command.discussion.wrapped(width: width)
    }
    for section in Self.sections(of: options) {
      lines += ["", "\(section):"]
      lines += options.filter { $0.section == section }.flatMap {
        TextLayout.entry($0.helpLabel, $0.explanation(among: options), width: width)
      }
    }
    if !command.columns.isEmpty {
      lines += ["", "Columns:"]
      lines += command.columns.flatMap { TextLayout.entry($0.name, $0.meaning, width: width) }
    }
    lines += ["", "Example:"] + TextLayout.commandLine(command.example, width: width)
    return lines.joined(separator: "\n")
  }

  /// Returns a command line with the required options, and those of which one is.
  func usage(of command: any Command.Type) -> String {
    let options = command.allOptions
    let needed = options.filter(\.isRequired).map(\.usage)
    let alternatives = command.alternatives.map { uses in
      "(\(uses.map { $0.usage(among: options) }.joined(separator: " | ")))"
    }
    return ([name, command.name] + needed + alternatives + ["[OPTIONS]"]).joined(separator: " ")
  }

  /// Returns the help of a built-in command.
  func helpText(for builtIn: BuiltInCommand, width: Int) -> String {
    var lines = builtIn.abstract.wrapped(width: width)
    lines += ["", "Usage: \(name) \(builtIn.rawValue) \(builtIn.argumentNames)"]
    if builtIn == .completion {
      lines += ["", "Example:", "  source <(\(name) completion bash)"]
    }
    return lines.joined(separator: "\n")
  }

  /// Returns the headings in the order of their first option, the general heading last.
  static func sections(of options: [OptionSpec]) -> [String] {
    var sections: [String] = []
    for option in options where !sections.contains(option.section) {
      sections.append(option.section)
    }
    return sections.filter { $0 != OptionSection.general } + [OptionSection.general]
  }
}

extension OptionSpec {
  /// The option as help lists it: `-h, --help`, `--cell-size METRES`.
  var helpLabel: String { (shortName.map { "-\($0), " } ?? "") + usage }

  /// The help with what follows from the declaration: allowed values, default, whether it is
  /// required or repeatable, and its rules but for the need of an option that is required anyway.
  ///
  /// - Parameter options: The options of the command.
  /// - Returns: The text without a full stop.
  func explanation(among options: [OptionSpec]) -> String {
    var remarks: [String] = []
    if !possibleValues.isEmpty {
      remarks.append("one of \(possibleValues.joined(separator: ", "))")
    }
    if let defaultText { remarks.append("default: \(defaultText)") }
    if isRequired { remarks.append("required") }
    if isRepeatable { remarks.append("repeatable") }
    remarks += rules.filter { !$0.isGranted(among: options) }.map(\.remark)
    return remarks.isEmpty ? help : "\(help) (\(remarks.joined(separator: "; ")))"
  }
}
