package import Statistics

/// What two periods of the same place or kind hold, and whether chance explains the difference.
package struct CountChange: Sendable, Equatable {
  /// The incidents of this period, or what is expected of them in the hours to keep.
  package let current: Double
  /// Those of the earlier period.
  package let earlier: Double
  /// How many times as long as the earlier period this one is.
  package let ratio: Double
  /// How many standard deviations this period lies above what the earlier lets expect; see
  /// ``Statistics/PoissonComparison/standardScore``.
  package let standardScore: Double
  /// How often chance alone makes as much of a difference between independent incidents; see
  /// ``Statistics/PoissonComparison/chance``.
  package let chance: Double
  /// The same for counts that vary more than those of independent incidents.
  ///
  /// See ``Statistics/PoissonComparison/chance(widenedBy:)``; without a dispersion it is ``chance``.
  package let widenedChance: Double

  /// Compares two counts.
  ///
  /// Expected incidents are rounded for the test: they vary less than counts of the same size do, so
  /// that a difference beyond chance is one.
  ///
  /// - Parameters:
  ///   - current: The incidents of this period.
  ///   - earlier: Those of the earlier period.
  ///   - ratio: How many times as long as the earlier period this one is.
  ///   - dispersion: How much more counts vary than those of independent incidents; `nil` if
  ///     nobody knows.
  package init(
    current: Double, earlier: Double, ratio: Double, dispersion: CountDispersion? = nil
  ) {
    self.current = current
    self.earlier = earlier
    self.ratio = ratio
    let comparison = PoissonComparison(
      current: Int(current.rounded()), earlier: Int(earlier.rounded()), ratio: ratio)
    standardScore = comparison.standardScore
    chance = comparison.chance
    widenedChance = dispersion.map(comparison.chance(widenedBy:)) ?? chance
  }

  /// By how many the counts differ, whatever the lengths of the periods.
  package var difference: Double { current - earlier }

  /// By what part the counts changed, whatever the lengths of the periods; `nil` if there were none
  /// earlier.
  package var relativeOfCounts: Double? { earlier > 0 ? difference / earlier : nil }

  /// By what part the incidents of a day changed; `nil` if there were none earlier.
  package var relative: Double? {
    earlier > 0 ? current / (ratio * earlier) - 1 : nil
  }
}
