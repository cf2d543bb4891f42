import Names

/// The options of one command line, checked for names and values present, ready to be read by type.
package struct Arguments: Sendable {
  /// An option that was given, with its values as typed; no values for a flag.
  package struct RecordedOption: Sendable, Equatable {
    /// The name without dashes.
    package let name: String
    /// The values as typed, in order; empty for a flag.
    package let values: [String]

    /// Creates a record of an option given.
    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// Every option the command knows.
  let options: [OptionSpec]
  /// What was given, in the order of its first use.
  private(set) var given: [RecordedOption]
  /// The positions of options in the configuration file, by name, as `file:line`.
  private var origins: [String: String] = [:]

  /// Assigns the words of a command line to the options they belong to.
  ///
  /// `--name value` and `--name=value` mean the same. A word of two or more characters that begins
  /// with `-` is an option, unless a digit or a point follows: `-0.12,51.5` is a value, as `-` is.
  /// `--` ends the options.
  ///
  /// - Parameters:
  ///   - words: The words after the command's name.
  ///   - options: Every option the command knows. No two may share a name.
  ///   - alternatives: Lists of options of which at least one must be given.
  /// - Throws: ``UsageError/unknownOption(_:suggestions:)``,
  ///   ``UsageError/missingValue(usage:next:)``, ``UsageError/unexpectedValue(_:option:)``,
  ///   ``UsageError/repeatedOption(_:values:)``,
  ///   ``UsageError/unexpectedArgument(_:afterRepeatable:)``, whichever comes first from left to
  ///   right; then ``UsageError/conflict(_:_:because:)`` and ``UsageError/dependent(_:needs:)`` by
  ///   the rules of the options, and ``UsageError/missingOption(_:)``.
  package init(
    parsing words: [String], for options: [OptionSpec], alternatives: [[OptionUse]] = []
  ) throws(UsageError) {
    try self.init(typed: words, options: options)
    try check(alternatives)
  }

  /// Assigns the words of a command line to options, and adds those of the configuration file that
  /// they name.
  ///
  /// Command-line options take precedence over the file, option by option.
  ///
  /// - Parameters:
  ///   - words: The words after the command's name.
  ///   - options: Every option the command knows. No two may share a name.
  ///   - alternatives: Lists of options of which at least one must be given.
  ///   - file: The option that names the file.
  /// - Throws: What ``init(parsing:for:)`` throws, and ``ConfigurationError``.
  init(
    parsing words: [String], for options: [OptionSpec], alternatives: [[OptionUse]] = [],
    file: Option<String?>
  ) throws {
    try self.init(typed: words, options: options)
    if let path = try value(of: file) {
      for (option, origin) in try ConfigurationFile(path: path).options(among: options)
      where !given.contains(where: { $0.name == option.name }) {
        given.append(option)
        origins[option.name] = origin
      }
    }
    try check(alternatives)
  }

  /// Takes options that were given before, such as those that a file records.
  ///
  /// - Parameters:
  ///   - given: The options with their values.
  ///   - options: Every option the command knows. No two may share a name.
  ///   - alternatives: Lists of options of which at least one must be given.
  /// - Throws: What ``init(parsing:for:alternatives:)`` throws.
  package init(
    given: [RecordedOption], for options: [OptionSpec], alternatives: [[OptionUse]] = []
  ) throws(UsageError) {
    try self.init(typed: [], options: options)
    for option in given {
      let spec = try spec(named: "--\(option.name)")
      if option.values.isEmpty { try record(spec, nil) }
      for value in option.values { try record(spec, value) }
    }
    try check(alternatives)
  }

  private init(typed words: [String], options: [OptionSpec]) throws(UsageError) {
    precondition(
      Set(options.map(\.name)).count == options.count,
      "Arguments: two options share a name among \(options.map(\.name))")
    self.options = options
    self.given = []
    try parse(words)
  }

  private func check(_ alternatives: [[OptionUse]]) throws(UsageError) {
    try RuleCheck(options: options) { name in given.first { $0.name == name }?.values }.run()
    for option in options where option.isRequired && !isGiven(option) {
      throw .missingOption(option.usage)
    }
    for uses in alternatives
    where !uses.contains(where: { use in given.contains { $0.name == use.name } }) {
      throw .missingOption(OptionUse.list(uses.map { $0.usage(among: options) }, "or"))
    }
  }

  /// Returns an option's value, or its default if the option was not given.
  ///
  /// - Throws: ``UsageError/invalidValue(_:option:allowed:suggestions:)`` when the text is not
  ///   allowed, ``UsageError/missingOption(_:)`` when a required option was not given.
  package func value<Value>(of option: Option<Value>) throws(UsageError) -> Value {
    try option.read(texts(of: option.spec))
  }

  /// Returns the value of an option that is optional in general, but required here.
  ///
  /// - Throws: ``UsageError/invalidValue(_:option:allowed:suggestions:)`` when the text is not
  ///   allowed, ``UsageError/missingOption(_:)`` when the option was not given.
  package func requiredValue<Value>(of option: Option<Value?>) throws(UsageError) -> Value {
    guard let value = try value(of: option) else { throw .missingOption(option.spec.usage) }
    return value
  }

  /// Returns the values of a repeatable option that is optional in general, but required here.
  ///
  /// - Throws: ``UsageError/invalidValue(_:option:allowed:suggestions:)`` when a text is not
  ///   allowed, ``UsageError/missingOption(_:)`` when the option was not given.
  package func requiredValue<Value>(of option: Option<[Value]>) throws(UsageError) -> [Value] {
    let values = try value(of: option)
    guard !values.isEmpty else { throw .missingOption(option.spec.usage) }
    return values
  }

  /// Returns whether a flag was given.
  package func isSet(_ flag: Flag) -> Bool { isGiven(flag.spec) }

  /// Returns whether an option was given, whatever its value.
  package func isGiven<Value>(_ option: Option<Value>) -> Bool { isGiven(option.spec) }

  /// Returns whether the command lists an option, so that it can be given.
  package func lists(_ spec: OptionSpec) -> Bool { options.contains { $0.name == spec.name } }

  /// Returns an error with the position of its value in the configuration file; an error about a
  /// typed value is returned unchanged.
  func located(_ error: UsageError) -> UsageError {
    guard case .invalidValue(_, let option, _, _) = error,
      let origin = origins[String(option.drop { $0 == "-" })]
    else { return error }
    return .invalid("\(origin): \(error)")
  }

  /// The options given, for the manifest: in the order of their first use, with values as typed.
  ///
  /// Options that cannot affect a result (``OptionSpec/isRecorded`` is `false`) are left out.
  package var recordedOptions: [RecordedOption] {
    given.filter { option in
      !unrecorded.contains(option.name)
        && options.contains { $0.name == option.name && $0.isRecorded }
    }
  }

  /// The names of options that are not recorded here, because nothing is read by them.
  package var unrecorded: Set<String> = []

  // MARK: -

  private func isGiven(_ spec: OptionSpec) -> Bool {
    precondition(
      options.contains { $0.name == spec.name },
      "Arguments: '\(spec.longName)' is read by a command that does not list it")
    return given.contains { $0.name == spec.name }
  }

  private func texts(of spec: OptionSpec) -> [String] {
    guard isGiven(spec) else { return [] }
    return given.first { $0.name == spec.name }?.values ?? []
  }

  private mutating func parse(_ words: [String]) throws(UsageError) {
    var position = 0
    var previous: OptionSpec?
    while position < words.count {
      let word = words[position]
      position += 1
      guard word != "--" else {
        guard position < words.count else { return }
        guard let operand = options.first(where: \.isOperand) else {
          throw .unexpectedArgument(words[position], afterRepeatable: nil)
        }
        for word in words[position...] { try record(operand, word) }
        return
      }
      guard Self.looksLikeOption(word) else {
        if let operand = options.first(where: \.isOperand) {
          try record(operand, word)
          continue
        }
        throw .unexpectedArgument(
          word, afterRepeatable: previous.flatMap { $0.isRepeatable ? $0.longName : nil })
      }
      let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try spec(named: String(sides[0]))
      var value = sides.count == 2 ? String(sides[1]) : nil
      if option.isFlag, let value { throw .unexpectedValue(value, option: option.longName) }
      if !option.isFlag, value == nil {
        let next = position < words.count ? words[position] : nil
        guard let next, !Self.looksLikeOption(next) else {
          throw .missingValue(usage: option.usage, next: next.flatMap(valueLookingLikeOption))
        }
        value = next
        position += 1
      }
      try record(option, value)
      previous = option
    }
  }

  private mutating func record(_ option: OptionSpec, _ value: String?) throws(UsageError) {
    let values = value.map { [$0] } ?? []
    guard let index = given.firstIndex(where: { $0.name == option.name }) else {
      given.append(RecordedOption(name: option.name, values: values))
      return
    }
    let together = given[index].values + values
    guard option.isRepeatable || option.isFlag else {
      throw .repeatedOption(option.longName, values: together)
    }
    given[index] = RecordedOption(name: option.name, values: together)
  }

  private func spec(named typed: String) throws(UsageError) -> OptionSpec {
    let match = options.first { option in
      typed == option.longName || option.shortName.map { typed == "-\($0)" } ?? false
    }
    if let match { return match }
    throw .unknownOption(typed, suggestions: Self.suggestions(for: typed, among: options))
  }

  /// Returns the options, with dashes, that an unknown one may have been meant for.
  static func suggestions(for typed: String, among options: [OptionSpec]) -> [String] {
    let name = String(typed.drop { dashes.contains($0) })
    return Suggestion.closest(to: name, among: options.map(\.name)).map { "--\($0)" }
  }

  /// A word after an option that is not an option but begins like one.
  private func valueLookingLikeOption(_ word: String) -> String? {
    let name = word.prefix { $0 != "=" }
    return word == "--" || options.contains { $0.longName == name } ? nil : word
  }

  /// Distinguishes options from values: a dash followed by something other than a digit or a point.
  ///
  /// Long dashes count, because word processors substitute them for two hyphens.
  static func looksLikeOption(_ word: String) -> Bool {
    guard let first = word.first, dashes.contains(first),
      let second = word.dropFirst().first
    else { return false }
    return !(second == "." || ("0"..."9").contains(second))
  }

  /// The hyphen, and the en and em dashes that word processors make of two hyphens.
  private static let dashes: Set<Character> = ["-", "\u{2013}", "\u{2014}"]
}
