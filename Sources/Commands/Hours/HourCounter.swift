import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// Spreads the incidents of one worker over the hours of the week, group by group.
struct HourCounter: IncidentConsumer, PlacementSink {
  /// What one worker counted.
  struct Counts: Sendable {
    /// The tables of the groups that occurred, in the order in which they did.
    var tables: [AoristicAccumulator] = []
    /// The position in `tables` of each group by its number, -1 for none: the worker's number of a
    /// category, the number of an area, or 0 for all incidents.
    var slots: [Int32] = []
    /// The count in the night of each category by its worker's number; all in one without
    /// categories.
    var nights: [ExpectedCount] = []
  }

  private let rules: TimeZoneRules
  private let grouping: HourGrouping?
  private let night: WeeklyHours
  private var counts = Counts()

  /// Creates a counter.
  init(settings: HourSettings, rules: TimeZoneRules) {
    self.rules = rules
    grouping = settings.grouping
    night = WeeklyHours(hours: settings.night)
  }

  /// Counts a batch of incidents, wherever they are.
  mutating func consume(_ table: inout IncidentTable) { count(table, areas: []) }

  /// Counts the incidents of a batch that lie in an area.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    count(table, areas: assignments[0].areas)
  }

  /// Returns the counts.
  func finish() -> Counts { counts }

  // MARK: -

  private mutating func count(_ table: IncidentTable, areas: [Int32]) {
    let hasCategories = !table.category.isEmpty
    for incident in 0..<table.count {
      if !areas.isEmpty && areas[incident] < 0 { continue }
      add(
        table.window[incident], category: hasCategories ? Int(table.category[incident]) : 0,
        area: areas.isEmpty ? 0 : Int(areas[incident]))
    }
  }

  /// Counts one incident.
  ///
  /// - Parameters:
  ///   - window: When it happened.
  ///   - category: The worker's number of its category, 0 without categories.
  ///   - area: The number of its area, 0 without areas.
  @inline(__always)
  mutating func add(_ window: TimeWindow, category: Int, area: Int) {
    let group =
      switch grouping {
      case nil: 0
      case .category: category
      case .area: area
      }
    counts.tables[slot(of: group)].add(window)
    while category >= counts.nights.count { counts.nights.append(ExpectedCount()) }
    counts.nights[category].add(night.share(of: window, rules: rules))
  }

  @inline(__always)
  private mutating func slot(of group: Int) -> Int {
    while group >= counts.slots.count { counts.slots.append(-1) }
    if counts.slots[group] < 0 {
      counts.slots[group] = Int32(counts.tables.count)
      counts.tables.append(AoristicAccumulator(rules: rules))
    }
    return Int(counts.slots[group])
  }
}
