import Statistics

/// Whether chance explains a change, where many are looked at together.
package enum ChangeEvidence: String, Sendable, Equatable {
  /// More incidents a day than chance explains.
  case increase
  /// Fewer than chance explains.
  case decrease
  /// No more of a change than chance explains.
  case none
  /// Too few incidents to tell.
  case few

  /// With fewer incidents than these in both periods together nothing is told: even all in one of
  /// two equal periods would then be hardly more than chance.
  package static let fewest = Double(SmallNumbers.fewest)

  /// Up to this adjusted p-value a change is evidence.
  package static let level = 0.05

  /// What is told of one of many changes.
  package struct Verdict: Sendable, Equatable {
    /// How often chance alone makes as much of a difference, widened by the dispersion where there
    /// is one and adjusted for the number of changes; `nil` for too few incidents.
    package let adjusted: Double?
    /// Whether chance explains it.
    package let evidence: ChangeEvidence
  }

  /// Tells which of many changes chance does not explain.
  ///
  /// p-values are adjusted by ``Statistics/FalseDiscoveryRate``; changes of too few incidents are not
  /// tested and do not count among the tests.
  ///
  /// - Parameter changes: The changes, none of which is the sum of others.
  /// - Returns: A verdict for each.
  /// - Complexity: O(*n* log *n*) for *n* changes.
  package static func verdicts(of changes: [CountChange]) -> [Verdict] {
    let tested = changes.map { change -> Double? in
      change.current + change.earlier < fewest ? nil : change.widenedChance
    }
    return zip(changes, FalseDiscoveryRate.adjusted(tested)).map { change, adjusted in
      guard let adjusted else { return Verdict(adjusted: nil, evidence: .few) }
      let isMore = change.current > change.ratio * change.earlier
      return Verdict(
        adjusted: adjusted, evidence: adjusted > level ? .none : isMore ? .increase : .decrease)
    }
  }
}
