import Assignment
import Boundaries
import HotspotsKit
import Incidents

/// Spreads the incidents of the first layer's areas over the hours of the week, for one worker.
///
/// Unlike the command for hours it passes over incidents without a time of day, which count in the
/// areas all the same.
struct PackHourCounter: PlacementSink {
  /// What one worker counted.
  struct Counts: Sendable {
    /// The hours by area and the nights by category.
    var hours = HourCounter.Counts()
    /// What was noticed about windows, where this counter made them.
    var notes = TimeNotes()
    /// The incidents without a time of day.
    var untimed = 0
    /// The incidents whose start is a day without a time.
    var wholeDays = 0
  }

  private let resolver: WindowResolver
  /// Whether the batches carry windows, because hours are filtered.
  private let hasWindows: Bool
  private var counter: HourCounter
  private var counts = Counts()

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - settings: What is asked of the hours.
  ///   - rules: The zone whose clock labels the hours.
  ///   - hasWindows: Whether the batches carry windows, because hours are filtered.
  init(settings: AoristicHours, rules: TimeZoneRules, hasWindows: Bool) {
    var byArea = settings
    byArea.grouping = .area
    counter = HourCounter(byArea, rules: rules, hasWindows: hasWindows)
    resolver = WindowResolver(rules: rules, reversedRule: settings.windows.reversed)
    self.hasWindows = hasWindows
  }

  /// Counts the incidents of a batch that lie in an area of the first layer.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments[0].areas
    for incident in 0..<table.count where areas[incident] >= 0 {
      guard let window = window(of: incident, in: table) else {
        counts.untimed += 1
        continue
      }
      if table.start[incident].kind == .day { counts.wholeDays += 1 }
      counter.add(
        window, category: table.category.isEmpty ? 0 : Int(table.category[incident]),
        area: Int(areas[incident]))
    }
  }

  /// Returns the counts.
  func finish() -> Counts {
    var result = counts
    result.hours = counter.finish()
    return result
  }

  private mutating func window(of incident: Int, in table: IncidentTable) -> TimeWindow? {
    if hasWindows { return table.window[incident] }
    let end = table.end.isEmpty ? ParsedTime(.absent) : table.end[incident]
    let outcome = resolver.resolve(
      start: table.start[incident], end: end, notes: &counts.notes)
    if case .window(let window) = outcome { return window }
    return nil
  }
}
