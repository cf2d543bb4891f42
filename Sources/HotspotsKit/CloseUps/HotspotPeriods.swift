import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// Counts the incidents of some periods on the grounds of hotspots, and in the study area.
///
/// An incident counts in every period that holds the day of its start by the local calendar; one without
/// a date in none. With hours asked for, it counts with its probability of having happened in them.
struct HotspotPeriods: StudyMethod {
  /// The grounds.
  let ground: HotspotGround
  /// The periods, which may overlap; none to count nothing.
  let periods: [DayRange]

  /// Counts nothing, for a pass without hotspots.
  static let nothing = HotspotPeriods(ground: .none, periods: [])

  /// Areas and starts.
  var needs: StudyNeeds {
    var needs = StudyNeeds(times: true)
    needs.areas = true
    return needs
  }

  /// Makes the counter that workers copy.
  func plan(for study: OpenedStudy) -> HotspotPeriodCounter {
    counter(rules: study.rules, usesHours: study.usesHours)
  }

  /// Makes a counter.
  func counter(rules: TimeZoneRules, usesHours: Bool) -> HotspotPeriodCounter {
    HotspotPeriodCounter(ground: ground, periods: periods, rules: rules, usesHours: usesHours)
  }

  /// Returns the counter of one worker.
  func sink(_ plan: HotspotPeriodCounter) -> HotspotPeriodCounter { plan }

  /// Adds up what the workers counted.
  func result(
    _ plan: HotspotPeriodCounter, shares: [StudyShare<HotspotPeriodCounter.Counts>],
    reading: StudyReading
  ) -> Result {
    result(plan, shares.map(\.value))
  }

  /// Adds up counts.
  func result(_ plan: HotspotPeriodCounter, _ counts: [HotspotPeriodCounter.Counts]) -> Result {
    var sums = plan.finish()
    for count in counts { sums.merge(count) }
    return Result(periods: periods.count, sums: sums)
  }

  /// The incidents of the periods.
  struct Result: Sendable {
    fileprivate let periods: Int
    fileprivate let sums: HotspotPeriodCounter.Counts

    /// Returns what the ground of a hotspot, by its position in the list, holds in a period.
    func amount(ofHotspot hotspot: Int, inPeriod period: Int) -> Double {
      sums.amount(at: hotspot * periods + period)
    }

    /// Returns how many incidents these are, whatever their probability.
    func incidents(ofHotspot hotspot: Int, inPeriod period: Int) -> Int {
      sums.incidents[hotspot * periods + period]
    }

    /// Returns what the study area holds in a period.
    func studyArea(inPeriod period: Int) -> Double {
      sums.amount(at: sums.incidents.count - periods + period)
    }
  }
}

/// Counts the incidents of one worker by ground and period.
struct HotspotPeriodCounter: PlacementSink, Sendable {
  /// What was counted: `counts[hotspot * periods + period]`, the study area last.
  struct Counts: Sendable {
    /// The incidents.
    fileprivate(set) var incidents: [Int]
    /// What is expected of them, in units that add up to the same in any order; empty without hours.
    fileprivate(set) var units: [Int128]

    /// Adds other counts of the same grounds and periods.
    mutating func merge(_ other: Counts) {
      for place in incidents.indices { incidents[place] += other.incidents[place] }
      for place in units.indices { units[place] += other.units[place] }
    }

    /// Returns the incidents of a place, or what is expected of them.
    fileprivate func amount(at place: Int) -> Double {
      units.isEmpty
        ? Double(incidents[place]) : ExpectedCount.incidents(ofUnits: units[place])
    }
  }

  private let ground: HotspotGround
  private let rules: TimeZoneRules
  private let usesHours: Bool
  private let periodCount: Int
  private let firstDay: Int
  /// The periods of each day from the first on.
  private let periodsOfDay: [[Int]]
  private var counts: Counts

  /// Creates a counter.
  init(ground: HotspotGround, periods: [DayRange], rules: TimeZoneRules, usesHours: Bool) {
    (self.ground, self.rules, self.usesHours) = (ground, rules, usesHours)
    periodCount = periods.count
    let first = periods.map { Int($0.first.dayNumber) }.min() ?? 0
    let next = periods.map { Int($0.next.dayNumber) }.max() ?? 0
    firstDay = first
    periodsOfDay = (first..<next).map { day in
      periods.indices.filter {
        Int(periods[$0].first.dayNumber) <= day && day < Int(periods[$0].next.dayNumber)
      }
    }
    let places = (ground.count + 1) * periods.count
    counts = Counts(
      incidents: [Int](repeating: 0, count: places),
      units: [Int128](repeating: 0, count: usesHours ? places : 0))
  }

  /// Counts the incidents of a batch that lie in an area of the first layer.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    guard periodCount > 0 else { return }
    let (areas, days) = (assignments[0].areas, table.localDays(rules))
    for incident in 0..<table.count where areas[incident] >= 0 {
      let day = Int(days[incident]) - firstDay
      guard periodsOfDay.indices.contains(day), !periodsOfDay[day].isEmpty else { continue }
      var expected = ExpectedCount()
      if usesHours { expected.add(table.share[incident]) }
      let hotspot = ground.hotspot(
        x: table.x[incident], y: table.y[incident], area: areas[incident])
      for period in periodsOfDay[day] {
        add(expected, ground.count, period)
        if let hotspot { add(expected, hotspot, period) }
      }
    }
  }

  private mutating func add(_ expected: ExpectedCount, _ hotspot: Int, _ period: Int) {
    let place = hotspot * periodCount + period
    counts.incidents[place] += 1
    if usesHours { counts.units[place] += expected.units }
  }

  /// Returns the counts.
  func finish() -> Counts { counts }
}
