/// The columns of the dates and times of a file, found by their names.
///
/// A window is taken from one family of names: `Committed From` goes with `Committed To`, and never
/// with `To`. When an incident happened is preferred to when it was called in, and that to when it
/// was recorded.
struct DateColumns {
  /// The column of the start, or of all that is told.
  private(set) var start: Int?
  /// The column of times of day that belongs to it.
  private(set) var startTime: Int?
  /// The column of the end.
  private(set) var end: Int?
  /// The column of times of day that belongs to it.
  private(set) var endTime: Int?
  /// The columns of other dates that were passed over.
  private(set) var others: [Int] = []
  /// What the start's name says happened then.
  private(set) var subject = DateName.Subject.unsaid

  /// Whether the start is a day without a time.
  var tellsDaysOnly: Bool {
    guard let start, let name = names[start] else { return false }
    return startTime == nil && end == nil && name.content == .days
  }

  private var names: [Int: DateName] = [:]
  private let samples: ColumnSamples

  /// Finds the columns.
  ///
  /// - Parameters:
  ///   - plain: The names of the header as ``NamePattern/plain(_:)`` has them.
  ///   - named: The columns that the user named, by key; `nil` for one that is not to be used.
  ///   - samples: What the first rows have in the columns.
  init(_ plain: [String], named: [ColumnKey: Int?], samples: ColumnSamples) {
    self.samples = samples
    for (position, name) in plain.enumerated() where plain.firstIndex(of: name) == position {
      names[position] = DateName(name)
    }
    noteClocks()
    if let given = named[.start] {
      start = given
      if let given { names[given] = DateName(plain[given]) }
    } else {
      findStart(plain)
    }
    guard let start else { return }
    findEnd(isKnown: names[start] != nil)
    if let given = named[.end] { end = given }
    if names[start] != nil, named[.startTime] == nil { findTimes(mayEnd: named[.end] == nil) }
    if let end, end != start, names[end] != nil, named[.endTime] == nil {
      endTime = time(of: end)
    }
  }

  // MARK: -

  /// Looks whether `From` and `To` are times of a day that has a column of its own, and whether
  /// `Start Time` has the day too.
  private mutating func noteClocks() {
    let hasDays = names.values.contains { $0.content == .days && $0.bound == .none }
    for (position, name) in names {
      if name.content == .unsaid, hasDays, samples[position]?.areClocks == true {
        names[position]?.content = .clocks
      } else if name.content == .clocks, let sample = samples[position], sample.moments > 0 {
        names[position]?.content = .moments
      }
    }
  }

  /// Finds the column of the start.
  private mutating func findStart(_ plain: [String]) {
    var candidates = names.keys.filter { names[$0]?.canStart == true }.sorted()
    let isAmbiguous = candidates.count > 1
    candidates = candidates.filter { position in
      // What may hold anything, as `From` and `Received` may, is looked at.
      guard let name = names[position], name.content < .clocks else { return false }
      guard isAmbiguous || name.content == .unsaid, let sample = samples[position] else {
        return true
      }
      return !sample.areClocks && !sample.areWords
    }
    let ranked = candidates.compactMap { position in
      names[position].map { (rank(of: position, $0, plain[position], isAmbiguous), position) }
    }
    guard let best = ranked.min(by: { $0.0.lexicographicallyPrecedes($1.0) }) else { return }
    start = best.1
    guard let chosen = names[best.1] else { return }
    subject = chosen.subject
    others = ranked.map(\.1).filter { position in
      guard let name = names[position], position != best.1, samples[position]?.isBlank != true
      else { return false }
      return name.subjectWords != chosen.subjectWords || name.bound != chosen.bound
    }
  }

  /// How far a column is from being the right one.
  private func rank(
    of position: Int, _ name: DateName, _ plain: String, _ isAmbiguous: Bool
  ) -> [Int] {
    let hasEnd = names.values.contains { name.isStart(of: $0) && $0.content < .clocks }
    let isStart = name.bound != .none
    let grade =
      switch name.subject {
      case _ where plain == ColumnKey.start.rawValue: 0
      case .incident: hasEnd ? 1 : isStart ? 3 : 4
      case .unsaid: plain.hasSuffix("timestamp") ? 7 : isStart ? (hasEnd ? 2 : 5) : 6
      case .call: 7
      case .record: 8
      }
    let sample = isAmbiguous ? samples[position] : nil
    let fault = sample.map { $0.isBlank ? 2 : $0.canBeDates ? 0 : 1 } ?? 0
    return [fault, grade, name.saysHappened ? 0 : 1, name.content.rawValue, position]
  }

  /// Finds the end of the window.
  private mutating func findEnd(isKnown: Bool) {
    let ends = names.keys.sorted().filter { position in
      guard let name = names[position], !name.canStart, name.content < .clocks else {
        return false
      }
      guard isKnown else {
        // Of an unknown start: an end that belongs to no other.
        return !names.values.contains { $0.isStart(of: name) }
      }
      guard let start, let own = names[start], own.subject <= .unsaid else { return false }
      return own.isStart(of: name)
    }
    end = ends.min { left, right in
      let (left, right) = (names[left]?.content, names[right]?.content)
      let own = start.flatMap { names[$0]?.content }
      if (left == own) != (right == own) { return left == own }
      return (left ?? .clocks) < (right ?? .clocks)
    }
    if let found = end, names[found]?.content == .unsaid, let sample = samples[found],
      sample.areWords || sample.areClocks
    {
      end = nil
    }
  }

  /// Finds the times of day of the start; of a day with two of them also the end's.
  private mutating func findTimes(mayEnd: Bool) {
    guard let start, let day = names[start] else { return }
    startTime = time(of: start)
    guard startTime == nil, day.bound == .none, day.content == .days, end == nil,
      day.subject <= .unsaid, samples[start]?.moments == 0
    else { return }
    // `Date`, `Time From`, `Time To`.
    let from = names.keys.sorted().first { position in
      guard let name = names[position], case .start = name.bound, name.content == .clocks else {
        return false
      }
      return name.subject <= .unsaid
    }
    guard let from, let name = names[from] else { return }
    startTime = from
    guard mayEnd else { return }
    endTime = names.keys.sorted().first {
      names[$0].map { $0.content == .clocks && name.isStart(of: $0) } ?? false
    }
    if endTime != nil { end = start }
  }

  /// Returns the column of times of day for one of days.
  private func time(of date: Int) -> Int? {
    guard let day = names[date] else { return nil }
    let times = names.keys.sorted().filter { position in
      guard let name = names[position], day.takesTime(name) else { return false }
      return name.content == .clocks || samples[position]?.areClocks == true
    }
    guard !times.isEmpty else { return nil }
    // The days may have their times already.
    if let sample = samples[date], sample.moments > 0 { return nil }
    // A time says more than its hour, and one of the same words is the day's own.
    let ranked = times.map { position in
      let name = names[position]
      let isOwn = name?.subjectWords == day.subjectWords
      return (rank: [name?.content.rawValue ?? 0, isOwn ? 0 : 1, position], position: position)
    }
    return ranked.min { $0.rank.lexicographicallyPrecedes($1.rank) }?.position
  }
}
