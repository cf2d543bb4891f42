extension Program {
  /// Returns the completion script for bash, 4 or later.
  func bashCompletion() -> String {
    let cases =
      commands.map { bashCase(of: $0) } + BuiltInCommand.allCases.map { bashCase(of: $0) }
    return """
      # Completes command lines of \(name) in bash: source <(\(name) completion bash)

      # Offers files that end in one of the extensions $1 (a|b|c; any when empty), and folders.
      _\(name)_files() {
        local file
        while IFS= read -r file; do
          if [[ -z $1 || -d ${file/#\\~/$HOME} || ${file,,} =~ \\.($1)$ ]]; then
            COMPREPLY+=("$file")
          fi
        done < <(compgen -f -- "$current")
        compopt -o filenames 2>/dev/null
      }

      # Offers the words $1; after a comma, again.
      _\(name)_words() {
        local before=
        if [[ $current == *,* ]]; then before=${current%,*},; fi
        COMPREPLY=($(compgen -P "$before" -W "$1" -- "${current##*,}"))
      }

      _\(name)() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          _\(name)_words '\(firstWords.map(\.name).joined(separator: " "))'
          return
        fi
        # Bash makes three words of --name=value.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        case ${COMP_WORDS[1]} in
      \(cases.joined(separator: "\n"))
        esac
      }

      complete -F _\(name) \(name)
      """
  }

  private func bashCase(of command: any Command.Type) -> String {
    let options = command.allOptions
    var lines = ["  \(command.name))", "    case $previous in"]
    lines += options.filter { !$0.isFlag }.map {
      "    \($0.longName)) \($0.bashAction(program: name)) ;;"
    }
    let names = options.flatMap(\.spellings).joined(separator: " ")
    lines += ["    *) _\(name)_words '\(names)' ;;", "    esac", "    ;;"]
    return lines.joined(separator: "\n")
  }

  private func bashCase(of builtIn: BuiltInCommand) -> String {
    let words = secondWords(of: builtIn).joined(separator: " ")
    return "  \(builtIn.rawValue)) if ((COMP_CWORD == 2)); then _\(name)_words '\(words)'; fi ;;"
  }
}

extension OptionSpec {
  /// What bash runs to offer values of the option.
  fileprivate func bashAction(program: String) -> String {
    switch completion {
    case .none: ":"
    case .file(let extensions): "_\(program)_files '\(extensions.joined(separator: "|"))'"
    case .directory: "COMPREPLY=($(compgen -d -- \"$current\")); compopt -o filenames 2>/dev/null"
    case .possibleValues: "_\(program)_words '\(possibleValues.joined(separator: " "))'"
    }
  }
}
