package import Boundaries
package import Incidents

/// Counts incidents by month: in each area of each layer, and by category in all areas of the
/// first.
///
/// Needs no more than areas times months, whatever the number of incidents.
package struct MonthCounter: PlacementSink, Sendable {
  /// The counts of one worker, which add up to the same in any order.
  package struct Counts: Sendable {
    /// The areas of each layer.
    package var layers: [MonthSums]
    /// The categories, by the worker's numbers.
    package var categories: MonthSums
  }

  private let firstDay: Int32
  /// The month of each day, from 0.
  private let monthOfDay: [Int]
  private let rules: TimeZoneRules
  private let usesCategories: Bool
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
    self.rules = rules
    self.usesCategories = usesCategories
    let count = months.count - 1
    counts = Counts(
      layers: areaCounts.map { MonthSums(things: $0, months: count, usesHours: usesHours) },
      categories: MonthSums(things: 0, months: count, usesHours: usesHours))
  }

  /// Counts a batch, which carries starts; what lies in no month is passed over.
  package mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    consume(table, areas: assignments.map(\.areas), days: table.localDays(rules))
  }

  /// Counts a batch.
  ///
  /// - Parameters:
  ///   - table: The incidents.
  ///   - areas: For each layer, the area of each incident, or -1.
  ///   - days: The number of the day on which each starts, by the local clock; see
  ///     ``Incidents/IncidentTable/localDays(_:)``.
  mutating func consume(_ table: IncidentTable, areas: [[Int32]], days: [Int32]) {
    for incident in 0..<table.count {
      let day = Int(days[incident]) - Int(firstDay)
      guard monthOfDay.indices.contains(day) else { continue }
      let month = monthOfDay[day]
      for layer in areas.indices {
        let area = Int(areas[layer][incident])
        guard area >= 0 else { continue }
        counts.layers[layer].add(area, month, incident, of: table)
        if layer == 0 && usesCategories {
          let category = Int(table.category[incident])
          counts.categories.grow(to: category + 1)
          counts.categories.add(category, month, incident, of: table)
        }
      }
    }
  }

  /// Returns the counts.
  package func finish() -> Counts { counts }
}

extension IncidentTable {
  /// Returns the days on which incidents start, by the local clock.
  ///
  /// - Parameter rules: The zone whose calendar tells the days.
  /// - Returns: The number of the day of each incident; the least number there is for one without a
  ///   date.
  package func localDays(_ rules: TimeZoneRules) -> [Int32] {
    (0..<count).map { incident in
      let start = start[incident]
      guard start.granularity != nil else { return Int32.min }
      let clock =
        start.kind == .instant
        ? rules.civilTime(at: start.seconds) : CivilTime(seconds: start.seconds)
      return clock.date.dayNumber
    }
  }
}
