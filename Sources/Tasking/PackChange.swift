/// What changed against an earlier period, as the page of a pack says it.
package struct PackChange: Sendable {
  /// What two periods hold of something, and whether chance explains the difference.
  package struct Amount: Sendable, Equatable {
    /// The incidents of this period.
    package var current: Double
    /// Those of the earlier period.
    package var earlier: Double
    /// By what part the incidents of a day changed; `nil` if there were none earlier.
    package var relative: Double?
    /// How many standard deviations this period lies above what the earlier lets expect.
    package var standardScore: Double
    /// How often chance alone makes as much of a difference between independent incidents.
    package var chance: Double
    /// How many times as much counts vary as those of independent incidents; `nil` if nobody
    /// knows.
    package var dispersion: Double?
    /// The chance that decides: widened by the dispersion where there is one; for areas and
    /// categories adjusted for all of them.
    package var adjusted: Double
    /// Whether there are too few incidents in both periods together to tell anything.
    package var isFew = false

    /// Describes an amount; everything is given.
    package init(
      current: Double, earlier: Double, relative: Double?, standardScore: Double, chance: Double,
      dispersion: Double?, adjusted: Double
    ) {
      self.current = current
      self.earlier = earlier
      self.relative = relative
      self.standardScore = standardScore
      self.chance = chance
      self.dispersion = dispersion
      self.adjusted = adjusted
    }

    /// By how many this period differs from what the earlier one lets expect in as many days.
    ///
    /// - Parameter ratio: How many times as long this period is.
    /// - Returns: The difference.
    package func difference(ratio: Double) -> Double { current - ratio * earlier }

    /// Whether chance alone explains the difference, at one in twenty.
    package var verdict: Verdict {
      // A dispersion would only widen: what independent incidents explain is explained.
      isFew ? .few : adjusted > 0.05 ? .within : dispersion == nil ? .unknown : .beyond
    }
  }

  /// Whether chance explains a difference.
  package enum Verdict: Sendable {
    /// It does.
    case within
    /// It does not.
    case beyond
    /// There are too few incidents to tell.
    case few
    /// It would not, were incidents independent; and nobody knows how much more counts vary.
    case unknown
  }

  /// The months before the period, which tell how much counts vary.
  package struct History: Sendable, Equatable {
    /// How many whole months in a row the files cover just before the period.
    package var months: Int
    /// These months in words; `nil` if there are none.
    package var words: String?
    /// How many months are needed.
    package var needed: Int
    /// How many times as much the areas of each layer vary as independent incidents would; absent
    /// where nobody knows.
    package var layers: [Double?]

    /// Describes months.
    package init(months: Int, words: String?, needed: Int, layers: [Double?]) {
      self.months = months
      self.words = words
      self.needed = needed
      self.layers = layers
    }

    /// Whether there are enough of them.
    package var isLongEnough: Bool { months >= needed }
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
  /// How many of each weekday this period has, Monday first.
  package var weekdays: [Int]
  /// How many of each the earlier period has.
  package var earlierWeekdays: [Int]
  /// The months that tell how much counts vary.
  package var history: History
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
    weekdays: [Int], earlierWeekdays: [Int], history: History,
    categories: [(name: String, amount: Amount)], layers: [[Area]], total: Amount,
    crime: Amount?, antiSocialBehaviour: Amount?, isWeighted: Bool
  ) {
    self.name = name
    self.period = period
    self.days = days
    self.isCut = isCut
    self.earlierPeriod = earlierPeriod
    self.earlierDays = earlierDays
    self.weekdays = weekdays
    self.earlierWeekdays = earlierWeekdays
    self.history = history
    self.categories = categories
    self.layers = layers
    self.total = total
    self.crime = crime
    self.antiSocialBehaviour = antiSocialBehaviour
    self.isWeighted = isWeighted
  }
}
