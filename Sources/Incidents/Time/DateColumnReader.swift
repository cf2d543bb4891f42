/// Reads the fields of one date column from their bytes.
///
///     let reader = DateColumnReader(order: .dayFirst)
///     reader.parse("31/03/2017 18:00".utf8Span.span)     // local, 1490983200
///
/// Understood are
/// - ISO 8601 with or without a time, parts of a second and an offset (`2017-03-31T18:00:00Z`,
///   `2017-03-31 18:00`, `20170331T1800`, `20170331180000`), also with `/` or `.` between the parts
///   of the day;
/// - day-first and month-first dates (`31/03/2017 18:00`, `3-31-2017`, `31.03.17`); a year of two
///   digits is one from 1970 to 2069, and begins a date only where ``order`` is
///   ``DateOrder/yearFirst``;
/// - dates that spell the month in English (`31-Mar-2017`, `31 March 17`, `Mar 31, 2017`,
///   `31MAR2017:18:00:00`), with or without a weekday, which must be right;
/// - months (`2017-03`, `03/2017`, `Mar-2017`, `Mar-17`, `2017 March`);
/// - spreadsheets' serial numbers, days since 1899-12-30 (`42825.75`);
/// - seconds and milliseconds since 1970 where the whole column is of them, see ``epoch``, and
///   `/Date(1490983200000)/`;
/// - behind each of them the times of ``ClockText``: `18:00`, `6 PM`, `18.00`, `1800hrs`, `18h00`.
///
/// Nothing is told by an empty field, a word for nothing (``AbsentText``), zeros (`0000-00-00`) and
/// the days that programs keep where there is none: 1900-01-01, 1899-12-30, 1753-01-01 at midnight,
/// 9999-12-31, and the like.
///
/// Other years before 1900 and from 2200 on are ``ParsedTime/Kind/implausible``. Weeks, months in
/// other languages and a sum of seconds in which a spreadsheet has lost digits are refused.
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
  /// What numbers of nine digits and more count; `nil` if they are no dates.
  ///
  /// With it a date of any other form is ``ParsedTime/Kind/contradictory``.
  package var epoch: EpochUnit? {
    get { EpochUnit(rawValue: UInt8(truncatingIfNeeded: traits & 3)) }
    set { traits = traits & ~3 | UInt16(newValue?.rawValue ?? 0) }
  }
  /// What whole numbers in a column of times mean; `nil` while it is not known.
  package var timeFormat: TimeFormat? {
    get { traits & 4 != 0 ? .hhmm : traits & 8 != 0 ? .hour : nil }
    set { traits = traits & ~12 | (newValue == .hhmm ? 4 : newValue == .hour ? 8 : 0) }
  }
  /// Whether `0.30` in a column of times is half past midnight, as it is beside `9.30`, rather than
  /// a fraction of a day.
  package var hasDottedTimes: Bool {
    get { traits & 16 != 0 }
    set { traits = traits & ~16 | (newValue ? 16 : 0) }
  }
  /// The weekday that the field names, Monday 0; -1 if it names none.
  var weekday: Int {
    get { Int(traits >> 8) - 1 }
    set { traits = traits & 0xFF | UInt16(newValue + 1) << 8 }
  }
  /// The epoch, the time format, dotted times and the weekday: the reader is handed on for each
  /// field, and so it fits in few registers.
  private var traits: UInt16 = 0

  /// Creates a reader.
  package init(
    order: DateOrder? = nil, wholeSerialIsMidnight: Bool = false, epoch: EpochUnit? = nil,
    timeFormat: TimeFormat? = nil
  ) {
    self.order = order
    self.wholeSerialIsMidnight = wholeSerialIsMidnight
    self.epoch = epoch
    self.timeFormat = timeFormat
  }

  /// Reads a field, without its quotes.
  ///
  /// - Complexity: O(*n*) for *n* bytes; nothing is allocated.
  package func parse(_ text: Span<UInt8>) -> ParsedTime {
    if epoch == nil, let reading = readWords(text) { return reading }
    return readSteps(text)
  }

  /// Reads a date and its time of day from two fields.
  ///
  /// The time is read as in ``parse(_:)``, as a whole number under ``timeFormat``, as a
  /// spreadsheet's fraction of a day (`0.618`, rounded to the nearest second), or as a time of the
  /// day from which a spreadsheet or database counts (`1899-12-30 14:50`). Without it, the date tells
  /// the day only, even where it is written as a midnight. A date that has a time of its own other
  /// than midnight is invalid here.
  package func parse(date: Span<UInt8>, time: Span<UInt8>) -> ParsedTime {
    let day = parse(date)
    switch day.kind {
    case .absent, .invalid, .contradictory, .undecided, .implausible: return day
    case .month, .hour, .instant: return ParsedTime(.invalid)
    case .day: break
    case .local:
      guard CivilTime(seconds: day.seconds).secondOfDay == 0 else { return ParsedTime(.invalid) }
    }
    return readTime(time, of: day.seconds)
  }

  // MARK: -

  /// Reads a field of any layout.
  func readSteps(_ text: Span<UInt8>) -> ParsedTime {
    let reading = readUsual(text)
    return reading.kind == .invalid ? readUnusual(text) : settle(reading)
  }

  /// Tells the day that stands for none, and a date among numbers.
  @inline(__always)
  func settle(_ reading: ParsedTime) -> ParsedTime {
    switch reading.kind {
    case .day, .local, .instant:
      // 1900-01-01; see ``AbsentDate``.
      if reading.seconds == -2_208_988_800 { return ParsedTime(.absent) }
      return epoch == nil ? reading : ParsedTime(.contradictory)
    case .month: return epoch == nil ? reading : ParsedTime(.contradictory)
    default: return reading
    }
  }

  /// Reads a field of the layouts that most columns have, and nothing else: numbers are serial
  /// numbers, years have four digits, and no day stands for none.
  @inline(__always)
  package func readUsual(_ text: Span<UInt8>) -> ParsedTime {
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
  func finishNumeric(
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

  /// Reads `Mar 31, 2017` or `Mar-2017`.
  private func readMonthName(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    var position = range.lowerBound
    let end = range.upperBound
    let month = DateWords.month(text.readWord(at: &position, before: end))
    guard month > 0 else { return ParsedTime(.invalid) }
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
  func finishMonth(year: Int, month: Int) -> ParsedTime {
    guard Self.years.contains(year), month >= 1, month <= 12 else { return ParsedTime(.invalid) }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: 1)) * CivilTime.secondsPerDay
    return ParsedTime(.month, seconds: midnight)
  }

  /// Checks a day and reads the time of day that may follow it.
  @inline(__always)
  func finish(
    _ text: Span<UInt8>, year: Int, month: Int, day: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    guard year >= Self.years.lowerBound, year <= Self.years.upperBound, month >= 1, month <= 12,
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return ParsedTime(.invalid) }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: day)) * CivilTime.secondsPerDay
    guard weekday < 0 || isWeekday(ofMidnight: midnight) else { return ParsedTime(.invalid) }
    guard start < end else { return ParsedTime(.day, seconds: midnight) }
    var position = start
    if text[position] | 0x20 == UInt8(ascii: "t") {
      position += 1
    } else {
      if text[position] == UInt8(ascii: ",") { position += 1 }
      let blanks = position
      text.skipWideBlanks(at: &position, before: end)
      guard position > blanks else { return ParsedTime(.invalid) }
    }
    return Self.time(midnight: midnight, ClockText.read(text, from: position, to: end))
  }

  /// Joins a midnight and a time of day.
  @inline(__always)
  static func time(midnight: Int64, _ clock: ClockReading) -> ParsedTime {
    let seconds = midnight + Int64(clock.second)
    switch clock.kind {
    case .invalid: return ParsedTime(.invalid)
    case .local: return ParsedTime(.local, seconds: seconds)
    case .instant: return ParsedTime(.instant, seconds: seconds - Int64(clock.offset))
    case .london: return londonTime(seconds)
    }
  }

  /// Whether the day of a midnight is the weekday that the field names.
  @inline(never)
  private func isWeekday(ofMidnight midnight: Int64) -> Bool {
    CivilTime(seconds: midnight).date.weekday == weekday
  }

  /// Reads what the clock in London shows.
  @inline(never)
  private static func londonTime(_ seconds: Int64) -> ParsedTime {
    guard let london else { return ParsedTime(.invalid) }
    return ParsedTime(.instant, seconds: london.instant(of: CivilTime(seconds: seconds)).instant)
  }

  /// The rules of the one zone that is read by its name; `nil` on a system without zones.
  private static let london = try? TimeZoneDatabase.system.rules(named: "Europe/London")
}
