/// What an option asks of the others in the same command line.
///
/// Options are named as they are typed. Rules are checked before the command is made, and help and
/// the page of options say them:
///
///     rules: [.needs("--hours", "--days")]                // one of the two
///     rules: [.needs("--boundaries").with("area")]        // only if the value is area
///     rules: [.excludes("--snap").with("square", "hexagon")]
///     rules: [.needs("--neighbours distance")]            // the other with this value
package struct OptionRule: Sendable, Equatable {
  /// What a rule asks.
  enum Demand: Sendable, Equatable {
    /// At least one of the other options.
    case needs
    /// None of the other options.
    case excludes
  }

  let demand: Demand
  let others: [OptionUse]
  /// The values of the option itself to which the rule applies; all if there are none.
  private(set) var values: [String] = []
  /// The reason in a clause; `nil` for the usual one.
  let reason: String?

  /// Asks for at least one of other options.
  package static func needs(_ others: OptionUse...) -> OptionRule { .needs(others) }

  /// Asks for at least one of a list of options, which several declarations share.
  package static func needs(_ others: [OptionUse]) -> OptionRule {
    OptionRule(demand: .needs, others: others, reason: nil)
  }

  /// Refuses other options.
  ///
  /// - Parameters:
  ///   - others: The options, each of which is refused.
  ///   - reason: Why, in a clause that follows a colon.
  /// - Returns: The rule.
  package static func excludes(_ others: OptionUse..., because reason: String? = nil) -> OptionRule
  {
    .excludes(others, because: reason)
  }

  /// Refuses each of a list of options, which several declarations share.
  package static func excludes(_ others: [OptionUse], because reason: String? = nil) -> OptionRule {
    OptionRule(demand: .excludes, others: others, reason: reason)
  }

  /// The same rule, for some values of the option only.
  package func with(_ values: String...) -> OptionRule {
    var copy = self
    copy.values = values
    return copy
  }
}

extension OptionRule {
  /// Whether two texts are the same value: equal, or equal as numbers.
  static func isSame(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let number = Double(argument: first) else { return false }
    return number == Double(argument: second)
  }
}

extension OptionRule {
  /// Whether an option that the rule asks for is required, so that nobody need say it.
  func isGranted(among options: [OptionSpec]) -> Bool {
    demand == .needs
      && others.contains { use in
        use.values.isEmpty && options.contains { $0.name == use.name && $0.isRequired }
      }
  }

  /// The rule as a remark in help: `needs --hours or --days`, `area needs --boundaries`.
  var remark: String { remark { $0 } }

  /// Words the rule as a remark in help or on a page.
  ///
  /// - Parameter set: Sets a word of the command line: an option or a value.
  /// - Returns: The remark, in lower case.
  func remark(_ set: (String) -> String) -> String {
    let subject = OptionUse.list(values.map(set), "and")
    let words = OptionUse.list(others.map { set($0.words) }, "or")
    return switch demand {
    case .needs: subject.isEmpty ? "needs \(words)" : "\(subject) needs \(words)"
    case .excludes: subject.isEmpty ? "not with \(words)" : "\(subject) not with \(words)"
    }
  }
}
