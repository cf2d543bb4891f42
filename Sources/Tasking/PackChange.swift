/// What changed against an earlier period, as the page of a pack says it.
package struct PackChange: Sendable {
  /// What two periods hold of something, and whether chance explains the difference.
  package struct Amount: Sendable, Equatable {
    /// The incidents of this period.
    package var current: Double
    /// Those of the earlier period.
    package var earlier: Double
    /// By what part the incidents of a day changed; absent where there were none earlier.
    package var relative: Double?
    /// How many standard deviations this period lies above what the earlier lets expect.
    package var standardScore: Double
    /// How often chance alone makes as much of a difference; for areas adjusted for all of them.
    package var chance: Double

    /// Describes an amount; everything is given.
    package init(
      current: Double, earlier: Double, relative: Double?, standardScore: Double, chance: Double
    ) {
      self.current = current
      self.earlier = earlier
      self.relative = relative
      self.standardScore = standardScore
      self.chance = chance
    }

    /// By how many this period differs from what the earlier one lets expect in as many days.
    ///
    /// - Parameter ratio: How many times as long this period is.
    /// - Returns: The difference.
    package func difference(ratio: Double) -> Double { current - ratio * earlier }

    /// Whether chance alone explains the difference less often than once in twenty cases.
    package var isBeyondChance: Bool { chance <= 0.05 }
  }

  /// What two periods hold of an area.
  package struct Area: Sendable, Equatable {
    /// All its incidents.
    package var all: Amount
    /// By how many its crimes differ from what the earlier period lets expect; absent unless the
    /// categories hold anti-social behaviour too.
    package var crime: Double?
    /// The same for anti-social behaviour.
    package var antiSocialBehaviour: Double?

    /// Describes an area.
    package init(all: Amount, crime: Double?, antiSocialBehaviour: Double?) {
      self.all = all
      self.crime = crime
      self.antiSocialBehaviour = antiSocialBehaviour
    }
  }

  /// What the earlier period is to this one: `the month before`.
  package var name: String
  /// This period in words.
  package var period: String
  /// How many days it has.
  package var days: Int
  /// Whether the data ends before the period that was asked for does.
  package var isCut: Bool
  /// The earlier period in words.
  package var earlierPeriod: String
  /// How many days it has.
  package var earlierDays: Int
  /// The categories, in the order of their columns.
  package var categories: [(name: String, amount: Amount)]
  /// For each layer, its areas in the order of their codes.
  package var layers: [[Area]]
  /// All incidents in the areas of the first layer.
  package var total: Amount
  /// Recorded crime; absent unless the categories hold anti-social behaviour too.
  package var crime: Amount?
  /// Anti-social behaviour; absent unless the categories hold crime too.
  package var antiSocialBehaviour: Amount?
  /// Whether incidents count with their chance of lying in the hours to keep.
  package var isWeighted: Bool

  /// How many times as long as the earlier period this one is.
  package var ratio: Double { Double(days) / Double(earlierDays) }

  /// Describes a comparison; everything is given.
  package init(
    name: String, period: String, days: Int, isCut: Bool, earlierPeriod: String, earlierDays: Int,
    categories: [(name: String, amount: Amount)], layers: [[Area]], total: Amount,
    crime: Amount?, antiSocialBehaviour: Amount?, isWeighted: Bool
  ) {
    self.name = name
    self.period = period
    self.days = days
    self.isCut = isCut
    self.earlierPeriod = earlierPeriod
    self.earlierDays = earlierDays
    self.categories = categories
    self.layers = layers
    self.total = total
    self.crime = crime
    self.antiSocialBehaviour = antiSocialBehaviour
    self.isWeighted = isWeighted
  }
}
