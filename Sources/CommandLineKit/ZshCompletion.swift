extension Program {
  /// Returns the completion script for zsh.
  func zshCompletion() -> String {
    let listed = firstWords.map { "      \("\($0.name):\($0.abstract)".quotedForShell)" }
    let cases =
      commands.map { command in
        let options = command.allOptions.map { "        \($0.zshArgument)" }
        return
          "    \(command.name))\n      _arguments \\\n\(options.joined(separator: " \\\n"))\n      ;;"
      }
      + BuiltInCommand.allCases.map { builtIn in
        let words = secondWords(of: builtIn).joined(separator: " ")
        return "    \(builtIn.rawValue)) _arguments ':word:(\(words))' ;;"
      }
    return """
      #compdef \(name)
      # Completes command lines of \(name) in zsh: source <(\(name) completion zsh)
      compdef _\(name) \(name)

      _\(name)() {
        local -a listed
        if ((CURRENT == 2)); then
          listed=(
      \(listed.joined(separator: "\n"))
          )
          _describe command listed
          return
        fi
        local command=${words[2]}
        shift words
        ((CURRENT--))
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      }

      if [[ ${funcstack[1]} == _\(name) ]]; then _\(name) "$@"; fi
      """
  }
}

extension OptionSpec {
  /// The option in the language of zsh's `_arguments`.
  fileprivate var zshArgument: String {
    let explanation = "[\(shortHelp.escaping(["\\", "[", "]", ":"]))]"
    guard let valueName else {
      guard let shortName else { return "\(longName)\(explanation)".quotedForShell }
      return "'(-\(shortName) \(longName))'{-\(shortName),\(longName)}\(explanation.quotedForShell)"
    }
    let star = isRepeatable ? "*" : ""
    let message = valueName.escaping(["\\", ":"])
    return "\(star)\(longName)=\(explanation):\(message):\(zshAction)".quotedForShell
  }

  private var zshAction: String {
    switch completion {
    case .none: " "
    case .file(let extensions) where extensions.isEmpty: "_files"
    case .file(let extensions): "_files -g \"*.(\(extensions.joined(separator: "|")))\""
    case .directory: "_files -/"
    case .possibleValues: "(\(possibleValues.joined(separator: " ")))"
    }
  }
}

extension String {
  /// The text with a backslash before each of the characters.
  fileprivate func escaping(_ characters: Set<Character>) -> String {
    map { characters.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
