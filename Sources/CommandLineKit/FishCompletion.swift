extension Program {
  /// Returns the completion script for fish, 3 or later.
  func fishCompletion() -> String {
    var lines = [
      "# Completes command lines of \(name) in fish: \(name) completion fish | source",
      "",
      "# Succeeds when the command is the first of the arguments.",
      "function __\(name)_command",
      "  set -l words (commandline -opc)",
      "  test (count $words) -ge 2; and test $words[2] = $argv[1]",
      "end",
      "",
      "complete -c \(name) -f",
    ]
    lines += firstWords.map {
      "complete -c \(name) -n 'test (count (commandline -opc)) -eq 1' -a \($0.name) -d \($0.abstract.quotedForFish)"
    }
    for command in commands {
      let condition = "-n '__\(name)_command \(command.name)'"
      lines += command.allOptions.map { "complete -c \(name) \(condition) \($0.fishArguments)" }
    }
    lines += BuiltInCommand.allCases.map { builtIn in
      let words = secondWords(of: builtIn).joined(separator: " ")
      return "complete -c \(name) -n '__\(name)_command \(builtIn.rawValue)' -a '\(words)'"
    }
    return lines.joined(separator: "\n")
  }
}

extension OptionSpec {
  /// The option in the language of fish's `complete`.
  fileprivate var fishArguments: String {
    let short = shortName.map { "-s \($0) " } ?? ""
    let value =
      switch completion {
      case .none where isFlag: ""
      case .none: " -x"
      case .file: " -r -F"
      case .directory: " -x -a '(__fish_complete_directories)'"
      case .possibleValues: " -x -a '\(possibleValues.joined(separator: " "))'"
      }
    return "\(short)-l \(name)\(value) -d \(shortHelp.quotedForFish)"
  }
}

extension String {
  /// The text in single quotes, escaped for fish.
  fileprivate var quotedForFish: String {
    "'" + map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
