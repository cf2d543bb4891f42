/// The shells for which there is a completion script.
package enum CompletionShell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Program {
  /// Returns the script that makes a shell complete this program's command lines.
  func completionScript(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: bashCompletion()
    case .zsh: zshCompletion()
    case .fish: fishCompletion()
    }
  }

  /// Every word that may follow the program's name, with what it does.
  var firstWords: [(name: String, abstract: String)] {
    commands.map { ($0.name, $0.abstract) }
      + BuiltInCommand.allCases.map { ($0.rawValue, $0.abstract) }
  }

  /// The words that may follow a built-in command.
  func secondWords(of builtIn: BuiltInCommand) -> [String] {
    switch builtIn {
    case .completion: CompletionShell.allCases.map(\.rawValue)
    case .help: firstWords.map(\.name)
    }
  }
}

extension OptionSpec {
  /// The first sentence of the help, for the narrow lists of shells.
  var shortHelp: String { help.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? help }

  /// The option in all its spellings: `--help`, `-h`.
  var spellings: [String] { [longName] + (shortName.map { ["-\($0)"] } ?? []) }
}

extension String {
  /// The text in single quotes, escaped for bash and zsh.
  var quotedForShell: String {
    "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
