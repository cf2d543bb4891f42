import Parts

extension DateTally: PartCodable {
  /// Appends the days with rows as runs of days in a row, each by its distance from the one before.
  func encode(into part: inout PartEncoder) {
    part.encode(isMonthly)
    for beyond in [earlier, later, implausible] { part.encode(beyond) }
    let runs = runs
    part.append(number: UInt64(runs.count))
    var end = 0
    for run in runs {
      part.append(number: UInt64(run.lowerBound - end))
      part.encode(Array(rows[run]))
      end = run.upperBound
    }
  }

  init(from part: inout PartDecoder) throws(PartError) {
    let isMonthly = try part.decode(Bool.self)
    self.init(
      rows: [], earlier: try part.decode(), later: try part.decode(),
      implausible: try part.decode(), isMonthly: isMonthly)
    let runCount = try part.elementCount()
    var days = runCount > 0 ? [UInt32](repeating: 0, count: Self.counted.count) : []
    var end = 0
    for run in 0..<runCount {
      let gap = try part.number()
      let counts = try part.decode([UInt32].self)
      guard gap <= UInt64(days.count), end + Int(gap) + counts.count <= days.count,
        !counts.contains(0), !counts.isEmpty, gap > 0 || run == 0
      else { throw part.unreadable("the rows of days in a row") }
      let start = end + Int(gap)
      end = start + counts.count
      days.replaceSubrange(start..<end, with: counts)
    }
    rows = days
  }

  /// The days with rows, as positions: the longest runs of days in a row.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for day in rows.indices where rows[day] > 0 {
      if let last = runs.last, last.upperBound == day {
        runs[runs.count - 1] = last.lowerBound..<day + 1
      } else {
        runs.append(day..<day + 1)
      }
    }
    return runs
  }
}

extension DateTally.Beyond: PartCodable {
  /// Appends the rows and, where there are any, the first and the last of their days.
  func encode(into part: inout PartEncoder) {
    part.encode(rows)
    if rows == 0 { return }
    part.encode(first)
    part.encode(last)
  }

  init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    rows = try part.count()
    if rows == 0 { return }
    (first, last) = (try part.decode(), try part.decode())
    // Ten thousand years on either side of 1970, in which all dates that are read lie.
    let plausible = Int32(-4_000_000)...4_000_000
    guard first <= last, plausible.contains(first), plausible.contains(last) else {
      throw part.unreadable("days in their order")
    }
  }
}
