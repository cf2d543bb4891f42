/// Reads the fields of one date column from their bytes.
///
///     let reader = DateColumnReader(order: .dayFirst)
///     reader.parse("31/03/2017 18:00".utf8Span.span)     // local, 1490983200
///
/// Understood are
/// - ISO 8601 with or without a time, parts of a second and an offset (`2017-03-31T18:00:00Z`,
///   `2017-03-31 18:00`, `20170331T1800`), also with `/` or `.` between the parts of the day;
/// - day-first and month-first dates with a year of four digits (`31/03/2017 18:00`, `3-31-2017`);
/// - dates that spell the month in English (`31-Mar-2017`, `31 March 2017`, `Mar 31, 2017`);
/// - months (`2017-03`, `03/2017`, `Mar-2017`);
/// - spreadsheets' serial numbers, days since 1899-12-30 (`42825.75`).
///
/// Years of two digits are refused, so are years before 1900 and from 2200 on.
///
/// A date such as `03/04/2017` needs the ``order``. Without one it is ``ParsedTime/Kind/undecided``
/// unless day and month are the same number: the order is a matter of the whole column, and
/// ``DateOrderEvidence`` settles it. Under an order, a date that fits only the other one is
/// ``ParsedTime/Kind/contradictory``: an invalid field where the user gave the order, and the proof
/// that a column is mixed where the column was to give it.
package struct DateColumnReader: Sendable, Equatable {
  /// The first and the last year that are understood.
  package static let years: ClosedRange<Int> = 1900...2199

  /// The order of all-numeric dates; `nil` while it is not known.
  package var order: DateOrder?
  /// Whether a serial number without a fraction is midnight, rather than a day.
  ///
  /// Right for a column in which other numbers have fractions:
  /// ``DateOrderEvidence/hasSerialFraction``.
  package var wholeSerialIsMidnight: Bool

  /// Creates a reader.
  package init(order: DateOrder? = nil, wholeSerialIsMidnight: Bool = false) {
    self.order = order
    self.wholeSerialIsMidnight = wholeSerialIsMidnight
  }

  /// Reads a field, without its quotes.
  ///
  /// - Complexity: O(*n*) for *n* bytes; nothing is allocated.
  package func parse(_ text: Span<UInt8>) -> ParsedTime {
    if let reading = readWords(text) { return reading }
    return readSteps(text)
  }

  /// Reads a date and its time of day from two fields.
  ///
  /// The time is read as in ``parse(_:)``, or as a spreadsheet's fraction of a day (`0.618`,
  /// rounded to the nearest second). Without it, the date tells the day only, even where it is
  /// written as a midnight. A date that has a time of its own other than midnight is invalid here.
  package func parse(date: Span<UInt8>, time: Span<UInt8>) -> ParsedTime {
    let day = parse(date)
    switch day.kind {
    case .absent, .invalid, .contradictory, .undecided: return day
    case .month, .instant: return ParsedTime(.invalid)
    case .day: break
    case .local:
      guard CivilTime(seconds: day.seconds).secondOfDay == 0 else { return ParsedTime(.invalid) }
    }
    let range = time.trimmedRange
    guard !range.isEmpty, !DateWords.meansNothing(time, range) else {
      return ParsedTime(.day, seconds: day.seconds)
    }
    var clock = ClockText.read(time, from: range.lowerBound, to: range.upperBound)
    if clock.kind == .invalid {
      clock = ClockText.readDayFraction(time, from: range.lowerBound, to: range.upperBound)
    }
    return Self.time(midnight: day.seconds, clock)
  }

  // MARK: -

  /// Reads a field of any layout.
  func readSteps(_ text: Span<UInt8>) -> ParsedTime {
    let range = text.trimmedRange
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start < end else { return ParsedTime(.absent) }
    var position = start
    let first = text.readNumber(at: &position, before: end)
    let mark = text.byte(at: position, before: end)
    switch first.digits {
    case 4
    where mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."):
      return readYearFirst(text, year: first.value, at: position, before: end)
    case 1, 2:
      return readDayOrMonthFirst(text, first: first.value, at: position, before: end)
    case 5:
      return readSerial(text, day: first.value, at: position, before: end)
    case 8:
      return finish(
        text, year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100,
        at: position, before: end)
    case 0:
      return readMonthName(text, range)
    default:
      return ParsedTime(.invalid)
    }
  }

  /// Reads on from the year, the position being at the mark behind it.
  @inline(__always)
  private func readYearFirst(
    _ text: Span<UInt8>, year: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start + 1
    let mark = text[start]
    let month = text.readNumber(at: &position, before: end)
    guard month.digits == 1 || month.digits == 2 else { return ParsedTime(.invalid) }
    guard text.byte(at: position, before: end) == mark else {
      // A dot would be a number's.
      return position == end && mark != UInt8(ascii: ".")
        ? finishMonth(year: year, month: month.value) : ParsedTime(.invalid)
    }
    position += 1
    let day = text.readNumber(at: &position, before: end)
    guard day.digits == 1 || day.digits == 2 else { return ParsedTime(.invalid) }
    return finish(
      text, year: year, month: month.value, day: day.value, at: position, before: end)
  }

  /// Reads on from a day or a month, the position being behind it.
  @inline(__always)
  private func readDayOrMonthFirst(
    _ text: Span<UInt8>, first: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start
    let mark = text.byte(at: position, before: end)
    guard
      mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".")
        || mark == UInt8(ascii: " ")
    else { return ParsedTime(.invalid) }
    position += 1
    let second = text.readNumber(at: &position, before: end)
    if second.digits == 0 {
      let month = DateWords.month(text.readWord(at: &position, before: end))
      guard month > 0, text.byte(at: position, before: end) == mark else {
        return ParsedTime(.invalid)
      }
      position += 1
      let year = text.readNumber(at: &position, before: end)
      guard year.digits == 4 else { return ParsedTime(.invalid) }
      return finish(
        text, year: year.value, month: month, day: first, at: position, before: end)
    }
    guard mark != UInt8(ascii: " ") else { return ParsedTime(.invalid) }
    if second.digits == 4 {
      return position == end && mark != UInt8(ascii: ".")
        ? finishMonth(year: second.value, month: first) : ParsedTime(.invalid)
    }
    guard second.digits <= 2, text.byte(at: position, before: end) == mark else {
      return ParsedTime(.invalid)
    }
    position += 1
    let year = text.readNumber(at: &position, before: end)
    guard year.digits == 4 else { return ParsedTime(.invalid) }
    return finishNumeric(
      text, first: first, second: second.value, year: year.value, at: position, before: end)
  }

  /// Reads on behind an all-numeric date that begins with its day or month, whichever it is.
  @inline(__always)
  private func finishNumeric(
    _ text: Span<UInt8>, first: Int, second: Int, year: Int, at position: Int, before end: Int
  ) -> ParsedTime {
    let reading =
      order == .monthFirst
      ? finish(text, year: year, month: first, day: second, at: position, before: end)
      : finish(text, year: year, month: second, day: first, at: position, before: end)
    if first == second { return reading }
    switch order {
    case .dayFirst, .monthFirst:
      guard reading.kind == .invalid else { return reading }
      let other =
        order == .monthFirst
        ? finish(text, year: year, month: second, day: first, at: position, before: end)
        : finish(text, year: year, month: first, day: second, at: position, before: end)
      return ParsedTime(other.kind == .invalid ? .invalid : .contradictory)
    case .yearFirst:
      return ParsedTime(.invalid)
    case nil:
      let other = finish(text, year: year, month: first, day: second, at: position, before: end)
      return ParsedTime(
        reading.kind == .invalid && other.kind == .invalid ? .invalid : .undecided)
    }
  }

  /// Reads a spreadsheet's serial number, the position being behind its whole part.
  private func readSerial(
    _ text: Span<UInt8>, day: Int, at position: Int, before end: Int
  ) -> ParsedTime {
    // 25,569 is the serial number of 1970-01-01; five digits are 1927-05-18 to 2173-10-13.
    guard day >= 10_000 else { return ParsedTime(.invalid) }
    let midnight = Int64(day - 25_569) * CivilTime.secondsPerDay
    if position == end {
      return ParsedTime(wholeSerialIsMidnight ? .local : .day, seconds: midnight)
    }
    guard text[position] == UInt8(ascii: ".") else { return ParsedTime(.invalid) }
    return Self.time(
      midnight: midnight, ClockText.readDayFraction(text, from: position, to: end))
  }

  /// Reads `Mar 31, 2017` or `Mar-2017`, or a word for nothing.
  private func readMonthName(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    var position = range.lowerBound
    let end = range.upperBound
    let month = DateWords.month(text.readWord(at: &position, before: end))
    guard month > 0 else {
      return ParsedTime(DateWords.meansNothing(text, range) ? .absent : .invalid)
    }
    let mark = text.byte(at: position, before: end)
    guard
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: " ") || mark == UInt8(ascii: "/")
    else { return ParsedTime(.invalid) }
    position += 1
    let second = text.readNumber(at: &position, before: end)
    if second.digits == 4 {
      return position == end
        ? finishMonth(year: second.value, month: month) : ParsedTime(.invalid)
    }
    guard second.digits == 1 || second.digits == 2 else { return ParsedTime(.invalid) }
    if text.byte(at: position, before: end) == UInt8(ascii: ",") { position += 1 }
    guard
      text.byte(at: position, before: end) == mark
    else { return ParsedTime(.invalid) }
    position += 1
    let year = text.readNumber(at: &position, before: end)
    guard year.digits == 4 else { return ParsedTime(.invalid) }
    return finish(
      text, year: year.value, month: month, day: second.value, at: position, before: end)
  }

  /// Checks a month.
  private func finishMonth(year: Int, month: Int) -> ParsedTime {
    guard Self.years.contains(year), month >= 1, month <= 12 else { return ParsedTime(.invalid) }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: 1)) * CivilTime.secondsPerDay
    return ParsedTime(.month, seconds: midnight)
  }

  /// Checks a day and reads the time of day that may follow it.
  @inline(__always)
  private func finish(
    _ text: Span<UInt8>, year: Int, month: Int, day: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    guard year >= Self.years.lowerBound, year <= Self.years.upperBound, month >= 1, month <= 12,
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return ParsedTime(.invalid) }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: day)) * CivilTime.secondsPerDay
    guard start < end else { return ParsedTime(.day, seconds: midnight) }
    var position = start
    if text[position] | 0x20 == UInt8(ascii: "t") {
      position += 1
    } else {
      if text[position] == UInt8(ascii: ",") { position += 1 }
      let blanks = position
      text.skipBlanks(at: &position, before: end)
      guard position > blanks else { return ParsedTime(.invalid) }
    }
    return Self.time(midnight: midnight, ClockText.read(text, from: position, to: end))
  }

  /// Joins a midnight and a time of day.
  @inline(__always)
  private static func time(midnight: Int64, _ clock: ClockReading) -> ParsedTime {
    let seconds = midnight + Int64(clock.second)
    switch clock.kind {
    case .invalid: return ParsedTime(.invalid)
    case .local: return ParsedTime(.local, seconds: seconds)
    case .instant: return ParsedTime(.instant, seconds: seconds - Int64(clock.offset))
    }
  }
}
