public import Assignment
public import Boundaries
package import HotspotAnalysis
public import Incidents

/// Spreads the incidents of one worker over the hours of the week, group by group.
public struct HourCounter: PlacementSink {
  /// What one worker counted.
  public struct Counts: Sendable {
    /// The tables of the groups that occurred, in the order of occurrence.
    package var tables: [AoristicAccumulator] = []
    /// The position in `tables` of each group by its number, -1 for none.
    ///
    /// The number is the worker's number of a category, that of an area, or 0 for all incidents.
    package var slots: [Int32] = []
    /// The count in the night of each category by its worker's number; all in one without
    /// categories.
    package var nights: [ExpectedCount] = []
    /// The incidents without a time of day, which are in no table.
    package var untimed = 0
    /// The incidents in tables whose start is a day without a time.
    package var wholeDays = 0
    /// What was noticed about windows that were made here.
    package var notes = TimeNotes()

    /// Creates empty counts.
    package init() {}
  }

  private let resolver: WindowResolver
  private let grouping: HourGrouping?
  private let night: WeeklyHours
  private let hasWindows: Bool
  private var counts = Counts()

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - method: What is asked of the hours.
  ///   - rules: The zone whose clock labels the hours.
  ///   - hasWindows: Whether batches carry windows; otherwise they are made of starts and ends.
  package init(_ method: AoristicHours, rules: TimeZoneRules, hasWindows: Bool) {
    resolver = method.windows.resolver(rules)
    grouping = method.grouping
    night = WeeklyHours(hours: method.night)
    self.hasWindows = hasWindows
  }

  /// Counts the incidents of a batch: if there are areas, those in an area of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments.first?.areas ?? []
    let hasCategories = !table.category.isEmpty
    for incident in 0..<table.count {
      if !areas.isEmpty && areas[incident] < 0 { continue }
      guard let window = hasWindows ? table.window[incident] : window(of: incident, in: table)
      else {
        counts.untimed += 1
        continue
      }
      if !table.start.isEmpty && table.start[incident].kind == .day { counts.wholeDays += 1 }
      add(
        window, category: hasCategories ? Int(table.category[incident]) : 0,
        area: areas.isEmpty ? 0 : Int(areas[incident]))
    }
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }

  // MARK: -

  private mutating func window(of incident: Int, in table: IncidentTable) -> TimeWindow? {
    let end = table.end.isEmpty ? ParsedTime(.absent) : table.end[incident]
    let outcome = resolver.resolve(start: table.start[incident], end: end, notes: &counts.notes)
    if case .window(let window) = outcome { return window }
    return nil
  }

  /// Counts one incident.
  ///
  /// - Parameters:
  ///   - window: When it happened.
  ///   - category: The worker's number of its category, 0 without categories.
  ///   - area: The number of its area, 0 without areas.
  @inline(__always)
  package mutating func add(_ window: TimeWindow, category: Int, area: Int) {
    let group =
      switch grouping {
      case nil: 0
      case .category: category
      case .area: area
      }
    let period = resolver.rules.period(at: window.start)
    counts.tables[slot(of: group)].add(window, startingIn: period)
    while category >= counts.nights.count { counts.nights.append(ExpectedCount()) }
    counts.nights[category].add(
      night.share(of: window, startingIn: period, rules: resolver.rules))
  }

  @inline(__always)
  private mutating func slot(of group: Int) -> Int {
    while group >= counts.slots.count { counts.slots.append(-1) }
    if counts.slots[group] < 0 {
      counts.slots[group] = Int32(counts.tables.count)
      counts.tables.append(AoristicAccumulator(rules: resolver.rules))
    }
    return Int(counts.slots[group])
  }
}
