public import Assignment
public import Boundaries
import HotspotAnalysis
public import Incidents

/// Counts what profiles of the first layer's areas are made of: incidents by category, those of the
/// night, and homes.
public struct ProfileCounter: PlacementSink {
  /// What one worker counted.
  public struct Counts: Sendable {
    /// The incidents of the first layer by category.
    var areas: AreaCounter.Counts
    /// How the incidents with a time of day lie to the night: `nights[category * areas + area]` by the
    /// worker's numbers of categories; empty where nights are not counted.
    var nights: [ExpectedCount] = []
    /// The incidents of these whose start is a day without a time.
    var wholeDays = 0
    /// What was noticed about windows.
    var notes = TimeNotes()
    /// The incidents of each area by hour of the week; `nil` where they are not counted.
    var weeks: HourCounter.Counts?
    /// The incidents by area and home; `nil` where no column tells homes.
    var homes: CrossCounter.Counts?
  }

  private let plan: AreaProfiles.Plan
  private let resolver: WindowResolver
  private var areas: AreaCounter
  private var homes: CrossCounter?
  private var weeks: HourCounter?
  private var nights: [ExpectedCount] = []
  private var wholeDays = 0
  private var notes = TimeNotes()

  init(_ plan: AreaProfiles.Plan) {
    self.plan = plan
    resolver = WindowOptions().resolver(plan.rules)
    areas = AreaCounter(
      areaCounts: [plan.areaCount], usesCategories: plan.usesCategories, usesHours: plan.usesHours)
    homes = plan.homes?.counter
    weeks = plan.weeks.map {
      HourCounter($0, rules: plan.rules, hasWindows: plan.hasWindows)
    }
  }

  /// Counts the incidents of a batch that lie in an area of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    areas.consume(table, assignments: assignments)
    homes?.consume(table, assignments: assignments)
    weeks?.consume(table, assignments: assignments)
    if let night = plan.night { countNights(table, assignments[0].areas, night) }
  }

  /// Returns the counts.
  public func finish() -> Counts {
    Counts(
      areas: areas.finish(), nights: nights, wholeDays: wholeDays, notes: notes,
      weeks: weeks?.finish(), homes: homes?.finish())
  }

  // MARK: -

  private mutating func countNights(
    _ table: IncidentTable, _ areas: [Int32], _ night: WeeklyHours
  ) {
    let hasEnds = !table.end.isEmpty
    for incident in 0..<table.count where areas[incident] >= 0 {
      let window: TimeWindow
      if plan.hasWindows {
        window = table.window[incident]
      } else {
        let end = hasEnds ? table.end[incident] : ParsedTime(.absent)
        guard
          case .window(let made) = resolver.resolve(
            start: table.start[incident], end: end, notes: &notes)
        else { continue }
        window = made
      }
      let times = table.multiplicity(of: incident)
      if !table.start.isEmpty && table.start[incident].kind == .day { wholeDays += times }
      let category = plan.usesCategories ? Int(table.category[incident]) : 0
      let place = category * plan.areaCount + Int(areas[incident])
      while place >= nights.count {
        nights.append(contentsOf: repeatElement(ExpectedCount(), count: plan.areaCount))
      }
      nights[place].add(night.share(of: window, rules: plan.rules), times: times)
    }
  }
}
