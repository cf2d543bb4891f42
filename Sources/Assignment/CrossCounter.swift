public import Boundaries
public import Incidents

/// Counts incidents by one to three keys together, such as the area and the month.
///
/// Only combinations that occur take memory, so that it does not grow with the number of incidents.
public struct CrossCounter: PlacementSink, Sendable {
  /// What incidents are told apart by.
  package enum Key: Sendable {
    /// The area of the first layer.
    case area
    /// The worker's number of the category.
    case category
    /// The worker's number of the text in a column of labels.
    case label(Int)
    /// Months since the year 0, by the local clock; ``none`` without a date.
    case month
    /// Which of some stretches of time the incident starts in, by the local clock; ``none`` for no one.
    case period([Range<CivilTime>])
    /// 1 for an incident that starts in these hours of the week, 0 for another; ``none`` without a time
    /// of day.
    case hours(WeeklyHours)
    /// Which of the sets of the batches, by their positions, the incident is part of, as bits.
    case sets([Int])
  }

  /// The value of a key that an incident does not tell.
  package static let none = bound - 1
  /// Values of keys are below this.
  static let bound = 1 << bits
  /// The bits of each of the keys of a combination.
  static let bits = 21
  /// The most combinations that are counted.
  package static let limit = 1_000_000

  /// The counts of one worker.
  public struct Counts: Sendable {
    /// The values of the keys of each combination, packed; see ``CrossCounter/value(ofKey:of:in:)``.
    package internal(set) var combinations: [UInt64] = []
    /// The incidents of each combination.
    package internal(set) var incidents: [Int] = []
    /// How they lie to the hours asked for; empty without hours.
    package internal(set) var expected: [ExpectedCount] = []
    /// Whether there are more combinations than are counted.
    package internal(set) var isOverfull = false
  }

  private let keys: [Key]
  private let rules: TimeZoneRules
  /// Whether batches carry shares of hours.
  package let usesHours: Bool
  private var counts = Counts()
  /// Positions of combinations plus one, by hash; 0 is free.
  ///
  /// Never more than half full.
  private var slots = [Int32](repeating: 0, count: 1024)
  /// The combination of each incident of a batch.
  private var packed: [UInt64] = []

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - keys: What is counted by; one to three.
  ///   - rules: The zone of local times.
  ///   - usesHours: Whether batches carry shares of hours.
  package init(by keys: [Key], rules: TimeZoneRules, usesHours: Bool) {
    precondition((1...3).contains(keys.count), "CrossCounter: one to three keys are counted by")
    self.keys = keys
    self.rules = rules
    self.usesHours = usesHours
  }

  /// Counts the incidents of a batch: if there are areas, those in an area of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    if counts.isOverfull { return }
    packed.removeAll(keepingCapacity: true)
    packed.append(contentsOf: repeatElement(0, count: table.count))
    for key in keys { append(key, table, assignments) }
    let areas = assignments.first?.areas ?? []
    for incident in 0..<table.count where areas.isEmpty || areas[incident] >= 0 {
      let place = place(of: packed[incident])
      if place < 0 { return }
      counts.incidents[place] += table.multiplicity(of: incident)
      if usesHours { counts.expected[place].add(table.share[incident]) }
    }
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }

  /// Returns the value of a key in a combination of some.
  @inline(__always)
  package static func value(ofKey key: Int, of count: Int, in combination: UInt64) -> Int {
    Int(truncatingIfNeeded: combination >> UInt64(bits * (count - 1 - key))) & (bound - 1)
  }

  /// Returns a combination with one more value behind the others.
  @inline(__always)
  package static func packed(_ value: Int, behind combination: UInt64) -> UInt64 {
    combination << UInt64(bits) | UInt64(truncatingIfNeeded: value)
  }

  // MARK: -

  /// Appends the values of a key to the combinations of a batch.
  private mutating func append(
    _ key: Key, _ table: IncidentTable, _ assignments: [AreaAssignment]
  ) {
    func append(_ value: (Int) -> Int) {
      for incident in 0..<table.count {
        packed[incident] = Self.packed(value(incident), behind: packed[incident])
      }
    }
    switch key {
    case .area:
      let areas = assignments[0].areas
      append { max(0, Int(areas[$0])) }
    case .category: append { Int(table.category[$0]) }
    case .label(let column):
      let numbers = table.labels[column].numbers
      append { Int(numbers[$0]) }
    case .month: append { Self.month(of: table.start[$0], rules) }
    case .period(let periods): append { Self.period(of: table.start[$0], in: periods, rules) }
    case .hours(let hours): append { Self.value(of: table.start[$0], in: hours, rules) }
    case .sets(let positions):
      append { incident in
        let bits = table.sets[incident]
        return positions.indices.reduce(0) {
          $0 | (bits >> UInt32(positions[$1]) & 1 == 0 ? 0 : 1 << $1)
        }
      }
    }
  }

  private static func month(of time: ParsedTime, _ rules: TimeZoneRules) -> Int {
    guard let clock = clock(of: time, rules) else { return none }
    let (year, month, _) = clock.date.parts
    return year * 12 + month - 1
  }

  private static func period(
    of time: ParsedTime, in periods: [Range<CivilTime>], _ rules: TimeZoneRules
  ) -> Int {
    guard let clock = clock(of: time, rules) else { return none }
    return periods.firstIndex { $0.contains(clock) } ?? none
  }

  /// Returns a time by the local clock; `nil` for none.
  private static func clock(of time: ParsedTime, _ rules: TimeZoneRules) -> CivilTime? {
    guard time.granularity != nil else { return nil }
    return time.kind == .instant
      ? rules.civilTime(at: time.seconds) : CivilTime(seconds: time.seconds)
  }

  private static func value(
    of time: ParsedTime, in hours: WeeklyHours, _ rules: TimeZoneRules
  ) -> Int {
    guard time.granularity == .time else { return none }
    let clock =
      time.kind == .instant
      ? rules.civilTime(at: time.seconds) : CivilTime(seconds: time.seconds)
    return hours.contains(clock) ? 1 : 0
  }

  /// Returns the position of a combination, new ones behind the others; -1 if there are too many.
  private mutating func place(of combination: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(combination) & mask
    while slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      if counts.combinations[place] == combination { return place }
      slot = (slot + 1) & mask
    }
    guard counts.combinations.count < Self.limit else {
      counts.isOverfull = true
      return -1
    }
    counts.combinations.append(combination)
    counts.incidents.append(0)
    if usesHours { counts.expected.append(ExpectedCount()) }
    slots[slot] = Int32(counts.combinations.count)
    if counts.combinations.count * 2 > slots.count { grow() }
    return counts.combinations.count - 1
  }

  /// Spreads combinations that differ in few bits, by the high half of a product.
  private static func hash(_ combination: UInt64) -> Int {
    Int(truncatingIfNeeded: (combination &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (place, combination) in counts.combinations.enumerated() {
      var slot = Self.hash(combination) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place + 1)
    }
  }
}
