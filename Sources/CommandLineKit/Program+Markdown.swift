extension Program {
  /// Returns a Markdown table of the commands, with links to their sections of ``optionsPage()``.
  ///
  /// - Parameter page: The path of that page from the table's own.
  /// - Returns: The lines of the table.
  package func commandTable(linkingTo page: String) -> String {
    let rows = commands.map { command in
      let name = "\(self.name) \(command.name)"
      return "| [`\(name)`](\(page)#\(Markdown.anchor(of: name))) | "
        + "\(Markdown.escaped(command.abstract)) |"
    }
    return (["| command | what it does |", "|---|---|"] + rows).joined(separator: "\n")
  }

  /// Returns a Markdown page of every command and option, generated from the same declarations as
  /// help.
  ///
  /// An option that several commands declare identically is described once, after the commands.
  package func optionsPage() -> String {
    let shared = sharedOptions
    var lines = ["# Command-line options", ""]
    lines += ["Written by `\(name) help --markdown`; do not edit.", ""]
    lines += [commandTable(linkingTo: ""), ""]
    lines += commands.flatMap { section(of: $0, shared: shared) }
    lines += ["## Shared options", "", "They mean the same in every command that has them.", ""]
    for heading in Self.sections(of: shared) {
      lines += ["### \(heading)", ""]
      lines += Markdown.optionTable(shared.filter { $0.section == heading }) + [""]
    }
    lines += ["## Exit status", "", "| status | meaning |", "|---|---|"]
    lines += ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    return lines.joined(separator: "\n")
  }

  // MARK: -

  /// The options that more than one command declares identically, in the order of help; of several
  /// declarations of one name, the commonest.
  private var sharedOptions: [OptionSpec] {
    let all = commands.flatMap { $0.allOptions }
    var shared: [OptionSpec] = []
    for option in all {
      let count = all.count { $0 == option }
      guard count > 1 else { continue }
      if let index = shared.firstIndex(where: { $0.name == option.name }) {
        if count > all.count(where: { $0 == shared[index] }) { shared[index] = option }
      } else {
        shared.append(option)
      }
    }
    return shared
  }

  /// Returns the lines about a command, with links for shared options.
  private func section(of command: any Command.Type, shared: [OptionSpec]) -> [String] {
    let own = command.allOptions.filter { !shared.contains($0) }
    var lines = ["## \(name) \(command.name)", "", Markdown.escaped(command.abstract), ""]
    lines += ["    " + usage(of: command), ""]
    if !command.discussion.isEmpty { lines += [Markdown.escaped(command.discussion), ""] }
    for heading in Self.sections(of: own) {
      let options = own.filter { $0.section == heading }
      guard !options.isEmpty else { continue }
      lines += ["**\(heading)**", ""] + Markdown.optionTable(options) + [""]
    }
    for heading in Self.sections(of: command.allOptions) {
      let options = command.allOptions.filter { $0.section == heading && shared.contains($0) }
      guard !options.isEmpty else { continue }
      let names = options.map { "`\($0.longName)`" }.joined(separator: ", ")
      lines.append("- [\(heading)](#\(Markdown.anchor(of: heading))): \(names)")
    }
    if !command.columns.isEmpty {
      lines += ["", "| column | what it holds |", "|---|---|"]
      lines += command.columns.map { "| `\($0.name)` | \(Markdown.escaped($0.meaning)) |" }
    }
    lines += ["", "Example:", ""]
    lines += TextLayout.commandLine(command.example, width: 100).map { "  \($0)" } + [""]
    return lines
  }
}

/// Markdown as GitHub reads it.
private enum Markdown {
  /// Returns text with Markdown's markup characters escaped.
  static func escaped(_ text: String) -> String {
    text.replacing("*", with: "\\*").replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }

  /// Returns the anchor that GitHub gives to a heading.
  static func anchor(of heading: String) -> String {
    heading.lowercased().replacing(" ", with: "-")
  }

  /// Returns a table with a row for each option.
  static func optionTable(_ options: [OptionSpec]) -> [String] {
    ["| option | what it does | default |", "|---|---|---|"]
      + options.map { option in
        let label = option.helpLabel.replacing("|", with: "\\|")
        let value = option.defaultText.map { "`\($0)`" } ?? ""
        return "| `\(label)` | \(meaning(of: option)) | \(value) |"
      }
  }

  /// Returns an option's help without its default.
  private static func meaning(of option: OptionSpec) -> String {
    var sentences = [escaped(option.help)]
    if !option.possibleValues.isEmpty {
      sentences.append("One of \(option.possibleValues.map { "`\($0)`" }.joined(separator: ", "))")
    }
    if option.isRequired { sentences.append("Required") }
    if option.isRepeatable { sentences.append("Repeatable") }
    sentences += option.rules.map { rule in
      let remark = rule.remark { "`\($0)`" }
      return remark.prefix(1).uppercased() + remark.dropFirst()
    }
    return sentences.map { "\($0)." }.joined(separator: " ")
  }
}
