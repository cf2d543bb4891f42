import Incidents

/// Incidents of some things in each of some months: `[thing * months + month]`.
///
/// Whole numbers, or with hours to keep the units of ``Incidents/ExpectedCount``, so that sums are the
/// same in any order.
package struct MonthSums: Sendable, Equatable {
  /// How many months there are.
  package let months: Int
  /// The incidents; empty with hours.
  package private(set) var counts: [Int32] = []
  /// What is expected of them, in units; empty without hours.
  package private(set) var units: [Int128] = []
  private let usesHours: Bool

  /// Creates sums of nothing.
  ///
  /// - Parameters:
  ///   - things: How many things there are.
  ///   - months: How many months there are.
  ///   - usesHours: Whether incidents count with their chance of lying in hours.
  package init(things: Int, months: Int, usesHours: Bool) {
    self.months = months
    self.usesHours = usesHours
    grow(to: things)
  }

  /// How many things there are.
  package var things: Int { (usesHours ? units.count : counts.count) / max(1, months) }

  /// Returns sums of nothing of the same months.
  package func emptied(things: Int) -> MonthSums {
    MonthSums(things: things, months: months, usesHours: usesHours)
  }

  /// Makes room for more things.
  package mutating func grow(to things: Int) {
    let missing = things * months - (usesHours ? units.count : counts.count)
    guard missing > 0 else { return }
    if usesHours {
      units += repeatElement(0, count: missing)
    } else {
      counts += repeatElement(0, count: missing)
    }
  }

  /// Counts an incident.
  @inline(__always)
  mutating func add(_ thing: Int, _ month: Int, _ incident: Int, of table: IncidentTable) {
    if usesHours {
      var expected = ExpectedCount()
      expected.add(table.share[incident])
      units[thing * months + month] += expected.units
    } else {
      counts[thing * months + month] += 1
    }
  }

  /// Adds what another worker counted of a thing.
  ///
  /// - Parameters:
  ///   - thing: The thing.
  ///   - other: The other sums, with the same months.
  ///   - source: The thing's number there; nothing is added if it has none.
  package mutating func merge(_ thing: Int, from other: MonthSums, _ source: Int) {
    guard source < other.things else { return }
    for month in 0..<months {
      if usesHours {
        units[thing * months + month] += other.units[source * months + month]
      } else {
        counts[thing * months + month] += other.counts[source * months + month]
      }
    }
  }

  /// Adds what another worker counted of the same things.
  package mutating func merge(_ other: MonthSums) {
    for thing in 0..<other.things { merge(thing, from: other, thing) }
  }

  /// Returns the incidents of a thing in each month, or what is expected of them.
  package func incidents(of thing: Int) -> [Double] {
    (thing * months..<(thing + 1) * months).map { place in
      usesHours ? ExpectedCount.incidents(ofUnits: units[place]) : Double(counts[place])
    }
  }
}
