/// The rules of all options of a command, and what was given for them.
struct RuleCheck {
  /// The options of the command.
  let options: [OptionSpec]
  /// Returns what was given for an option, by its name; `nil` if it was not.
  let values: (String) -> [String]?

  /// Checks all rules: what is excluded first, then what is needed, in the order of the options.
  ///
  /// - Throws: ``UsageError/conflict(_:_:because:)``, ``UsageError/dependent(_:needs:)``.
  func run() throws(UsageError) {
    for demand in [OptionRule.Demand.excludes, .needs] {
      for option in options {
        for rule in option.rules where rule.demand == demand { try check(rule, of: option) }
      }
    }
  }

  private func check(_ rule: OptionRule, of option: OptionSpec) throws(UsageError) {
    guard let given = values(option.name) else { return }
    var words = option.longName
    if !rule.values.isEmpty {
      guard
        let value = given.first(where: { value in
          rule.values.contains { OptionRule.isSame($0, value) }
        })
      else { return }
      words += " \(value)"
    }
    switch rule.demand {
    case .needs:
      guard !rule.others.contains(where: { isMet($0) || isMistaken($0) }) else { return }
      throw .dependent(
        words, needs: rule.others.map { $0.usage(among: options) }.joined(separator: " or "))
    case .excludes:
      guard let other = rule.others.first(where: isMet) else { return }
      throw .conflict(words, other.words, because: rule.reason)
    }
  }

  /// Whether an option is given as a rule means it.
  private func isMet(_ use: OptionUse) -> Bool {
    let option = option(of: use)
    guard let given = values(use.name) else { return use.means(defaultOf: option) }
    return option.isFlag || given.contains { use.means($0) }
  }

  /// Whether the value of an option is a mistake of its own, to be reported instead.
  private func isMistaken(_ use: OptionUse) -> Bool {
    let allowed = option(of: use).possibleValues
    guard !allowed.isEmpty, let given = values(use.name) else { return false }
    return !given.allSatisfy { allowed.contains($0) }
  }

  private func option(of use: OptionUse) -> OptionSpec {
    guard let option = options.first(where: { $0.name == use.name }) else {
      preconditionFailure("OptionRule: '--\(use.name)' is not an option of the command")
    }
    return option
  }
}
