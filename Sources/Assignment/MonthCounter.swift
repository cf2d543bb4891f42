package import Boundaries
package import Incidents

/// Counts incidents by month: in each area of each layer, and by category in all areas of the
/// first.
///
/// Needs no more than areas times months, whatever the number of incidents.
package struct MonthCounter: PlacementSink, Sendable {
  /// The counts of one worker, in parts of an incident that add up to the same in any order.
  package struct Counts: Sendable {
    /// For each layer, `counts[area * months + month]`.
    package var layers: [[Int64]]
    /// `counts[category * months + month]` by the worker's numbers of categories.
    package var categories: [Int64] = []
  }

  /// The parts of one incident: of chances, a millionth is enough to tell how much counts vary.
  package static let partsPerIncident: Int64 = 1 << 20

  private let firstDay: Int32
  /// The month of each day, from 0.
  private let monthOfDay: [Int]
  private let monthCount: Int
  private let rules: TimeZoneRules
  private let usesCategories: Bool
  private let usesHours: Bool
  private var counts: Counts

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - months: The first days of months in a row, and of the month behind the last.
  ///   - areaCounts: How many areas each layer has.
  ///   - rules: The zone whose calendar tells the months.
  ///   - usesCategories: Whether batches carry categories.
  ///   - usesHours: Whether batches carry shares of hours.
  package init(
    months: [CivilDate], areaCounts: [Int], rules: TimeZoneRules, usesCategories: Bool,
    usesHours: Bool
  ) {
    precondition(months.count > 1, "MonthCounter: no month")
    firstDay = months[0].dayNumber
    monthOfDay = zip(months, months.dropFirst()).enumerated().flatMap { month, days in
      repeatElement(month, count: Int(days.1.dayNumber - days.0.dayNumber))
    }
    monthCount = months.count - 1
    self.rules = rules
    self.usesCategories = usesCategories
    self.usesHours = usesHours
    let months = monthCount
    counts = Counts(layers: areaCounts.map { [Int64](repeating: 0, count: $0 * months) })
  }

  /// Counts a batch, which carries starts; what lies in no month is passed over.
  package mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    for incident in 0..<table.count {
      let start = table.start[incident]
      guard start.granularity != nil else { continue }
      let clock =
        start.kind == .instant
        ? rules.civilTime(at: start.seconds) : CivilTime(seconds: start.seconds)
      let day = Int(clock.date.dayNumber) - Int(firstDay)
      guard monthOfDay.indices.contains(day) else { continue }
      let month = monthOfDay[day]
      var parts = Self.partsPerIncident
      if usesHours {
        var expected = ExpectedCount()
        expected.add(table.share[incident])
        parts = Int64((expected.expected * Double(Self.partsPerIncident)).rounded())
      }
      for layer in assignments.indices {
        let area = Int(assignments[layer].areas[incident])
        guard area >= 0 else { continue }
        counts.layers[layer][area * monthCount + month] += parts
        if layer == 0 && usesCategories {
          let place = Int(table.category[incident]) * monthCount + month
          while place >= counts.categories.count {
            counts.categories += [Int64](repeating: 0, count: monthCount)
          }
          counts.categories[place] += parts
        }
      }
    }
  }

  /// Returns the counts.
  package func finish() -> Counts { counts }
}
