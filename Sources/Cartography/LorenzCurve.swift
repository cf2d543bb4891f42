/// How incidents of one kind are spread over units, the busiest first, as a curve of Lorenz.
package struct LorenzCurve: Sendable {
  /// What the incidents are: `All`, a category.
  package var name: String
  /// How many there are, or are expected.
  package var incidents: Double
  /// The part of them that the busiest units hold; `nil` without incidents.
  package var topShare: Double?
  /// The fewest units that hold a half; `nil` without incidents.
  package var half: Int?
  /// The generalised coefficient of Gini; `nil` without incidents.
  package var gini: Double?
  /// Its interval at 95 %; `nil` where none is known.
  package var interval: (low: Double, high: Double)?
  /// The part of all units and the part of the incidents that they hold together, from 0, 0 to 1, 1;
  /// empty without incidents.
  package var points: [(units: Double, share: Double)]

  /// Describes a curve.
  package init(
    name: String, incidents: Double, topShare: Double?, half: Int?, gini: Double? = nil,
    interval: (low: Double, high: Double)? = nil, points: [(units: Double, share: Double)]
  ) {
    self.name = name
    self.incidents = incidents
    self.topShare = topShare
    self.half = half
    self.gini = gini
    self.interval = interval
    self.points = points
  }

  /// The number of incidents in words, with a place after the point if it is not whole.
  var amount: String {
    NumberWords.decimal(incidents, places: incidents == incidents.rounded() ? 0 : 1)
  }
}

/// Units and how many of them are looked at, in the words of a curve's captions.
package struct LorenzUnits: Sendable {
  /// How many there are.
  package var count: Int
  /// How many of the busiest are marked, at most as many.
  package var top: Int
  /// The word for several: `LSOAs`.
  package var noun: String

  /// Describes units.
  package init(count: Int, top: Int, noun: String) {
    (self.count, self.top, self.noun) = (count, min(top, count), noun)
  }

  /// The busiest and what they do: `the busiest 3 hold`, `the busiest holds`.
  var busiest: String {
    top == 1 ? "the busiest holds" : "the busiest \(NumberWords.grouped(top)) hold"
  }

  /// Returns what a curve tells: `the busiest 3 hold 40.2% of 1,204, 12 hold half`.
  func caption(of curve: LorenzCurve) -> String {
    guard let share = curve.topShare, let half = curve.half else { return "no incidents" }
    return
      "\(busiest) \(NumberWords.percent(share)) of \(curve.amount), \(NumberWords.grouped(half)) "
      + "\(half == 1 ? "holds" : "hold") half"
  }
}
