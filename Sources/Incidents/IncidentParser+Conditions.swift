// What rows must meet besides having a place and a category: not wanted of every reading.
//
// These are out of line, so that what every row needs fits in registers, and mutating, so that the
// parser is not copied for the call.

extension IncidentParser {
  /// What a row says of when it happened.
  struct RowTimes {
    var start = ParsedTime(.absent)
    var end = ParsedTime(.absent)
    /// The start on the local clock.
    var clock: CivilTime?
    var window: TimeWindow?
    var share: WindowShare?
  }

  /// What a row counts for.
  struct RowWorth {
    var weight = 1.0
    var incidents = 1
  }

  /// Reads the start of a row and counts its day.
  @inline(never)
  mutating func readStart(
    _ row: Int, _ fields: RowFields, _ times: inout RowTimes, _ dates: inout DateTally
  ) {
    guard let start else { return }
    times.start = start.parse(fields, row)
    guard let granularity = times.start.granularity else {
      if times.start.kind == .implausible {
        dates.addImplausible(CivilTime(seconds: times.start.seconds))
      }
      return
    }
    let time =
      times.start.kind == .instant
      ? request.rules.civilTime(at: times.start.seconds) : CivilTime(seconds: times.start.seconds)
    dates.add(time, isMonth: granularity == .month)
    times.clock = time
  }

  /// Reads the end of a row and what it counts for; returns why the row is rejected.
  @inline(never)
  mutating func rejects(
    _ row: Int, _ fields: RowFields, _ times: inout RowTimes, _ worth: inout RowWorth
  ) -> RowReason? {
    if request.rejectsBadDates && times.start.isUnreadable { return .dateNotUnderstood }
    if let end {
      times.end = end.parse(fields, row)
      if request.rejectsBadDates && times.end.isUnreadable { return .dateNotUnderstood }
    }
    if let resolver = request.windows, resolver.reversedRule == .reject,
      WindowReading.isReversed(start: times.start, end: times.end, by: resolver)
    {
      return .endBeforeStart
    }
    if weight >= 0 {
      worth.weight = unsafe decimalNumber(
        in: QuotedText.unquoted(fields.field(weight, ofRow: row)))
      if worth.weight.isNaN { return .weightNotANumber }
      if worth.weight < 0 { return .weightNegative }
      if worth.weight > RowReason.largestWeight { return .weightTooLarge }
    }
    if countColumn >= 0 {
      guard let incidents = incidents(row, fields) else { return .countNotANumber }
      worth.incidents = incidents
    }
    return nil
  }

  /// Returns why a row is filtered by what it says or when it happened; makes its window.
  @inline(never)
  mutating func setsAside(
    _ row: Int, of block: TextBlock, _ times: inout RowTimes, _ notes: inout TimeNotes
  ) -> RowReason? {
    if let test, !test.admits(row, of: RowFields(of: block)) { return .condition }
    if needsTime, let reason = reason(toSetAside: times.clock) { return reason }
    guard let resolver = request.windows else { return nil }
    let reading = WindowReading(
      start: times.start, end: times.end, by: resolver, within: request.filter.hours, notes: &notes)
    switch reading {
    case .window(let window, let share): (times.window, times.share) = (window, share)
    case .setAside(let reason): return reason
    }
    return nil
  }

  /// Returns how many incidents a row stands for: a whole number from 0, perhaps with commas between
  /// thousands; `nil` for anything else.
  @inline(never)
  func incidents(_ row: Int, _ fields: RowFields) -> Int? {
    let field = unsafe QuotedText.unquoted(fields.field(countColumn, ofRow: row))
    var number = unsafe decimalNumber(in: field)
    if number.isNaN {
      let groups = unsafe QuotedText.text(field).split(
        separator: ",", omittingEmptySubsequences: false)
      guard groups.count > 1, (1...3).contains(groups[0].utf8.count),
        groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        let whole = Int(groups.joined())
      else { return nil }
      number = Double(whole)
    }
    guard number >= 0, number <= RowReason.largestCount, number == number.rounded() else {
      return nil
    }
    return Int(number)
  }

  private func reason(toSetAside time: CivilTime?) -> RowReason? {
    guard let time else { return .withoutDate }
    if let from = request.filter.from, time < from { return .beforeFrom }
    if let before = request.filter.before, time >= before { return .afterTo }
    let periods = request.filter.periods
    if !periods.isEmpty && !periods.contains(where: { $0.contains(time) }) {
      return .outsidePeriods
    }
    return nil
  }
}

extension IncidentParser.TimeColumn {
  /// Reads a date from its parts.
  @inline(never)
  func parse(_ parts: DateParts, _ fields: RowFields, _ row: Int) -> ParsedTime {
    let none = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    func field(_ column: Int?) -> UnsafeBufferPointer<UInt8> {
      guard let column else { return unsafe none }
      return unsafe QuotedText.unquoted(fields.field(column, ofRow: row))
    }
    return unsafe reader.parse(
      year: field(parts.year).span, month: field(parts.month).span, day: field(parts.day).span,
      hour: field(parts.hour).span, minute: field(parts.minute).span)
  }
}
