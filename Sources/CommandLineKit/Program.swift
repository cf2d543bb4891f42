import Names

/// A program made of commands: finds the command, runs it and reports errors.
package struct Program: Sendable {
  /// The name by which the program is called.
  package let name: String
  /// The version, as printed by `--version`.
  package let version: String
  /// What the program does, in one sentence.
  package let abstract: String
  /// The commands in the order of help.
  package let commands: [any Command.Type]
  /// Checks the files that a command line names before its command runs.
  private let checkFiles: @Sendable (GivenFiles) throws -> Void
  /// The exit status after an error that does not determine it itself; `nil` if it is not known.
  private let status: @Sendable (any Error) -> ExitStatus?
  /// What to do about an error that does not tell it itself; `nil` if nothing is known.
  private let help: @Sendable (any Error) -> String?

  /// Creates a program.
  ///
  /// - Parameters:
  ///   - name: The name by which the program is called.
  ///   - version: The version, as printed by `--version`.
  ///   - abstract: What the program does, in one sentence.
  ///   - commands: The commands in the order of help.
  ///   - checkFiles: Checks the files that a command line names, before its command runs.
  ///   - status: Returns the exit status after an error that does not determine it itself, or `nil`
  ///     if the error is not known: then it is a fault of the program.
  ///   - help: Returns what to do about an error that is not ``HelpConvertible``, in one line.
  package init(
    name: String, version: String, abstract: String, commands: [any Command.Type],
    checkFiles: @escaping @Sendable (GivenFiles) throws -> Void = { _ in },
    status: @escaping @Sendable (any Error) -> ExitStatus? = { _ in nil },
    help: @escaping @Sendable (any Error) -> String? = { _ in nil }
  ) {
    self.name = name
    self.version = version
    self.abstract = abstract
    self.commands = commands
    self.checkFiles = checkFiles
    self.status = status
    self.help = help
  }

  /// Runs the command of a command line and reports why it failed, if it did.
  ///
  /// - Parameters:
  ///   - words: The words after the program's own name.
  ///   - console: Where to write.
  /// - Returns: The exit status.
  package func run(_ words: [String], in console: Console) async -> ExitStatus {
    var command: (any Command.Type)?
    do {
      guard let first = words.first, !Self.asksForHelp([first]) else {
        try console.print(helpText(width: console.width))
        return .done
      }
      if first == StandardOptions.version.spec.longName {
        try console.print("\(name) \(version)")
        return .done
      }
      let rest = Array(words.dropFirst())
      if let builtIn = BuiltInCommand(rawValue: first) {
        try console.print(text(of: builtIn, rest, width: console.width))
        return .done
      }
      command = try self.command(named: first)
      if let command { try await run(command, rest, in: console) }
      return .done
    } catch {
      return report(error, of: command, in: console)
    }
  }

  // MARK: -

  private func run(
    _ command: any Command.Type, _ words: [String], in console: Console
  ) async throws {
    if Self.asksForHelp(words) {
      return try console.print(helpText(for: command, width: console.width))
    }
    let arguments = try Arguments(
      parsing: words, for: command.allOptions, alternatives: command.alternatives,
      file: StandardOptions.config)
    if arguments.isSet(StandardOptions.version) { return try console.print("\(name) \(version)") }
    let verbosity = StandardOptions.verbosity(of: arguments)
    let made: any Command
    do throws(UsageError) { made = try command.init(arguments) } catch {
      throw arguments.located(error)
    }
    try checkFiles(arguments.files)
    try await made.run(in: console.speaking(verbosity))
    console.endProgress()
  }

  /// A request for help takes precedence over errors in the command line.
  private static func asksForHelp(_ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private func text(
    of builtIn: BuiltInCommand, _ words: [String], width: Int
  ) throws(UsageError) -> String {
    if Self.asksForHelp(words) { return helpText(for: builtIn, width: width) }
    if words.count > 1 {
      throw .invalid(
        "unexpected argument '\(words[1])'",
        help: "\(name) \(builtIn.rawValue) \(builtIn.argumentNames)")
    }
    switch builtIn {
    case .help:
      guard let word = words.first else { return helpText(width: width) }
      if word == "--markdown" { return optionsPage() }
      if let named = BuiltInCommand(rawValue: word) { return helpText(for: named, width: width) }
      return helpText(for: try command(named: word), width: width)
    case .completion:
      let allowed = CompletionShell.allCases.map(\.rawValue)
      guard let word = words.first else {
        throw .invalid(
          "missing shell", help: "\(name) completion \(allowed.joined(separator: "|"))")
      }
      guard let shell = CompletionShell(rawValue: word) else {
        throw .invalid(
          "cannot complete for '\(word)': it is not one of \(allowed.joined(separator: ", "))")
      }
      return completionScript(for: shell)
    }
  }

  private func command(named word: String) throws(UsageError) -> any Command.Type {
    if let command = commands.first(where: { $0.name == word }) { return command }
    if Arguments.looksLikeOption(word) {
      let option = String(word.prefix { $0 != "=" })
      guard !commands.contains(where: { $0.allOptions.contains { $0.longName == option } }) else {
        throw .invalid(
          "cannot use '\(option)' before a command", help: "\(name) COMMAND \(option) ...")
      }
      throw .unknownOption(
        option,
        suggestions: Arguments.suggestions(
          for: option, among: [StandardOptions.help.spec, StandardOptions.version.spec]))
    }
    let names = commands.map { $0.name } + BuiltInCommand.allCases.map(\.rawValue)
    throw .unknownCommand(word, suggestions: Suggestion.closest(to: word, among: names))
  }

  /// Reports an error and returns its exit status.
  private func report(
    _ error: any Error, of command: (any Command.Type)?, in console: Console
  ) -> ExitStatus {
    guard let known = (error as? any ExitStatusConvertible)?.exitStatus ?? status(error) else {
      console.fail(
        """
        a fault of \(name) itself, not in your data: \(error)
          help: please report it with the command line, the output of '\(name) --version' and this \
        message, and leave personal data out
        """)
      return .ourFault
    }
    guard known != .done else { return .done }
    var text = "\(error)"
    if let help = (error as? any HelpConvertible)?.help ?? help(error) {
      text += "\n  help: \(help)"
    }
    if let error = error as? UsageError, !text.contains("\n  help: ") {
      let called = [name, command?.name].compactMap(\.self).joined(separator: " ")
      text += "\n  help: \(advice(onUnknown: error, to: command) ?? "\(called) --help")"
    }
    console.fail(text)
    return known
  }

  /// Returns advice about an option that the command does not have: an alternative, or the commands
  /// that have it; `nil` if there is none.
  private func advice(onUnknown error: UsageError, to command: (any Command.Type)?) -> String? {
    guard case .unknownOption(let option, _) = error else { return nil }
    if let detour = command?.detours[option] { return detour }
    let owners = commands.filter { $0.options.contains { $0.longName == option } }.map { $0.name }
    return owners.isEmpty ? nil : "it is an option of \(owners.joined(separator: ", "))"
  }
}

/// The built-in commands.
enum BuiltInCommand: String, CaseIterable {
  case completion
  case help

  /// What the command does, in one sentence.
  var abstract: String {
    switch self {
    case .completion: "Print a completion script for bash, zsh or fish."
    case .help: "Print the help of a command, or all of it in Markdown."
    }
  }

  /// The words that follow the command's name.
  var argumentNames: String {
    switch self {
    case .completion: CompletionShell.allCases.map(\.rawValue).joined(separator: "|")
    case .help: "COMMAND|--markdown"
    }
  }
}
