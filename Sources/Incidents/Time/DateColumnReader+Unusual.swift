extension DateColumnReader {
  /// Reads a field that ``readUsual(_:)`` makes nothing of.
  ///
  /// Out of line, and asked last: what most columns hold does not come here.
  @inline(never)
  func readUnusual(_ text: Span<UInt8>) -> ParsedTime {
    let trimmed = text.trimmedRange
    var (start, end) = text.wideTrimmedRange
    guard start < end, !AbsentText.isAbsent(text, start..<end) else { return ParsedTime(.absent) }
    let quote = text[start]
    if quote == UInt8(ascii: "'"), start + 1 < end {
      // A spreadsheet's sign that what follows is text; in other programs a quote with its partner.
      if text[end - 1] == quote { end -= 1 }
      return readSteps(text.extracting(start + 1..<end))
    }
    if start..<end != trimmed { return readSteps(text.extracting(start..<end)) }
    if text.digit(at: start, before: end) < 10 {
      if let epoch, let number = EpochNumber(text, start..<end) {
        return number.unit == epoch
          ? ParsedTime(.instant, seconds: number.seconds) : ParsedTime(.contradictory)
      }
      return settle(readUnusualNumber(text, start..<end))
    }
    return settle(
      quote == UInt8(ascii: "/")
        ? readScriptDate(text, start..<end) : readUnusualWord(text, start..<end))
  }

  // MARK: - Beginning with a digit

  private func readUnusualNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    let end = range.upperBound
    if Self.isZero(text, range) { return ParsedTime(.absent) }
    var position = range.lowerBound
    let first = text.readNumber(at: &position, before: end)
    let isLetter = Self.startsWord(text, at: position, before: end)
    if (first.digits == 1 || first.digits == 2) && isLetter {
      return readDayMonthName(text, day: first.value, at: position, before: end)
    }
    if first.digits == 4 && isLetter {
      return readYearMonthName(text, year: first.value, at: position, before: end)
    }
    if first.digits == 8 || first.digits == 9 { return readCompact(text, range) }
    return readUnusualNumeric(text, first, at: position, before: end)
  }

  /// Whether a field is a date of zeros, or a zero: `0`, `00/00/0000`, `0000-00-00 00:00:00`.
  private static func isZero(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (zeros, marks) = (0, 0)
    for position in range {
      switch text[position] {
      case UInt8(ascii: "0"): zeros += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): marks += 1
      case UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "T"), UInt8(ascii: "Z"): break
      default: return false
      }
    }
    // A time alone is not a date.
    return range.count == zeros || (marks == 1 && zeros == range.count - 1) || marks >= 2
  }

  /// Whether a month's name may follow, with or without marks before it.
  private static func startsWord(_ text: Span<UInt8>, at start: Int, before end: Int) -> Bool {
    var position = start
    skipMarks(text, at: &position, before: end)
    // The ordinals have letters, and so has the T before a time, which no month begins with.
    return text.byte(at: position, before: end) | 0x20 >= UInt8(ascii: "a")
      && text.byte(at: position, before: end) | 0x20 <= UInt8(ascii: "z")
  }

  /// Moves behind the marks that stand between the parts of a date that spells its month.
  private static func skipMarks(_ text: Span<UInt8>, at position: inout Int, before end: Int) {
    while true {
      let start = position
      text.skipWideBlanks(at: &position, before: end)
      switch text.byte(at: position, before: end) {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","): position += 1
      default: if position == start { return }
      }
    }
  }

  /// Moves behind `st`, `nd`, `rd` or `th`.
  private static func skipOrdinal(_ text: Span<UInt8>, at position: inout Int, before end: Int) {
    var behind = position
    switch text.readWord(at: &behind, before: end) {
    case 0x7374, 0x6E64, 0x7264, 0x7468: position = behind
    default: break
    }
  }

  /// Reads on from the day of `31-Mar-17`, `31MAR2017:18:00`, `31st March 2017`.
  private func readDayMonthName(
    _ text: Span<UInt8>, day: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start
    Self.skipOrdinal(text, at: &position, before: end)
    Self.skipMarks(text, at: &position, before: end)
    let month = DateWords.month(text.readWord(at: &position, before: end))
    guard month > 0 else { return ParsedTime(.invalid) }
    Self.skipMarks(text, at: &position, before: end)
    return readYear(text, month: month, day: day, at: position, before: end)
  }

  /// Reads on from the year of `2017 Mar 31 06:00:00 PM`, `2017-Mar-31`, `2017 March`.
  private func readYearMonthName(
    _ text: Span<UInt8>, year: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start
    Self.skipMarks(text, at: &position, before: end)
    let month = DateWords.month(text.readWord(at: &position, before: end))
    guard month > 0 else { return ParsedTime(.invalid) }
    if position == end { return finishMonth(year: year, month: month) }
    Self.skipMarks(text, at: &position, before: end)
    let day = text.readNumber(at: &position, before: end)
    guard day.digits == 1 || day.digits == 2 else { return ParsedTime(.invalid) }
    return finishUnusual(
      text, year: year, month: month, day: day.value, at: position, before: end)
  }

  /// Reads the year that ends a date, and the time behind it; or the time and the year behind that,
  /// as in `3 Feb 10:00:00 GMT 2025`.
  private func readYear(
    _ text: Span<UInt8>, month: Int, day: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start
    let year = text.readNumber(at: &position, before: end)
    var last = end - 4
    if year.digits <= 2, text.byte(at: position, before: end) == UInt8(ascii: ":"), last > position,
      text.isBlank(at: last - 1),
      case let number = text.readNumber(at: &last, before: end), number.digits == 4
    {
      let whole = finishUnusual(
        text, year: number.value, month: month, day: day, at: end, before: end)
      guard whole.kind == .day else { return whole }
      return Self.time(midnight: whole.seconds, ClockText.read(text, from: start, to: end - 5))
    }
    guard let number = Self.year(year.value, digits: year.digits),
      order != .yearFirst || year.digits != 2
    else { return ParsedTime(.invalid) }
    return finishUnusual(text, year: number, month: month, day: day, at: position, before: end)
  }

  /// Returns the year that digits mean: of two the one from 1970 to 2069.
  static func year(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 2: value < 70 ? 2000 + value : 1900 + value
    case 3, 4, 5: value
    default: nil
    }
  }

  /// Reads `20170331180000`, `201703311800` and, of a year of its own, `99991231`.
  private func readCompact(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    let start = range.lowerBound
    var behind = start
    while text.digit(at: behind, before: range.upperBound) < 10 { behind += 1 }
    var position = start
    let day = text.extracting(start..<start + 8).readNumber(at: &position, before: 8)
    let (year, month) = (day.value / 10_000, day.value / 100 % 100)
    switch behind - start {
    case 8:
      return finishUnusual(
        text, year: year, month: month, day: day.value % 100, at: behind, before: range.upperBound)
    case 12, 14:
      let whole = finish(
        text, year: year, month: month, day: day.value % 100, at: start, before: start)
      guard whole.kind == .day else { return whole }
      var end = range.upperBound
      // Parts of a second.
      if behind - start == 14, text.byte(at: behind, before: end) == UInt8(ascii: ".") {
        var last = behind + 1
        while text.digit(at: last, before: end) < 10 { last += 1 }
        if last == end { end = behind }
      }
      return Self.time(
        midnight: whole.seconds, ClockText.read(text, from: start + 8, to: end))
    default: return ParsedTime(.invalid)
    }
  }

  /// Reads an all-numeric date with a year of two digits, or of a year that is none of an incident.
  private func readUnusualNumeric(
    _ text: Span<UInt8>, _ first: (value: Int, digits: Int), at start: Int, before end: Int
  ) -> ParsedTime {
    var position = start
    let mark = text.byte(at: position, before: end)
    guard
      mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".")
    else { return ParsedTime(.invalid) }
    position += 1
    let second = text.readNumber(at: &position, before: end)
    guard second.digits == 1 || second.digits == 2,
      text.byte(at: position, before: end) == mark
    else { return ParsedTime(.invalid) }
    position += 1
    let third = text.readNumber(at: &position, before: end)
    switch (first.digits, third.digits) {
    case (3...5, 1...2):
      return finishUnusual(
        text, year: first.value, month: second.value, day: third.value, at: position, before: end)
    case (2, 2) where order == .yearFirst:
      return finishUnusual(
        text, year: Self.year(first.value, digits: 2) ?? 0, month: second.value, day: third.value,
        at: position, before: end)
    case (1...2, 2):
      return finishNumeric(
        text, first: first.value, second: second.value,
        year: Self.year(third.value, digits: 2) ?? 0, at: position, before: end)
    case (1...2, 3...5):
      // What a spreadsheet shows for a zero.
      if first.value == 0, second.value == 1, third.value == 1900 { return ParsedTime(.absent) }
      if first.value == 99, second.value == 99 { return ParsedTime(.absent) }
      guard !Self.years.contains(third.value) else { return ParsedTime(.invalid) }
      // The order tells nothing that matters of a day that is none.
      let dayFirst = finishUnusual(
        text, year: third.value, month: second.value, day: first.value, at: position, before: end)
      guard dayFirst.kind == .invalid else { return dayFirst }
      return finishUnusual(
        text, year: third.value, month: first.value, day: second.value, at: position, before: end)
    default: return ParsedTime(.invalid)
    }
  }

  // MARK: - Beginning with a letter

  private func readUnusualWord(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    let end = range.upperBound
    var position = range.lowerBound
    let word = text.readWord(at: &position, before: end)
    if weekday < 0, case let named = DateWords.weekday(word), named >= 0 {
      Self.skipMarks(text, at: &position, before: end)
      var reader = self
      reader.weekday = named
      let reading = reader.readSteps(text.extracting(position..<end))
      // A weekday with nothing behind it is no date.
      return reading.kind == .absent || reading.kind == .month ? ParsedTime(.invalid) : reading
    }
    let month = DateWords.month(word)
    guard month > 0 else { return ParsedTime(.invalid) }
    let marks = position
    Self.skipMarks(text, at: &position, before: end)
    let isBlank = marks < position && text.isBlank(at: marks)
    let day = text.readNumber(at: &position, before: end)
    if position == end && day.digits == 2 && !isBlank {
      return finishMonth(year: Self.year(day.value, digits: 2) ?? 0, month: month)
    }
    guard day.digits == 1 || day.digits == 2 else {
      return position == end && day.digits == 4
        ? finishMonth(year: day.value, month: month) : ParsedTime(.invalid)
    }
    Self.skipOrdinal(text, at: &position, before: end)
    Self.skipMarks(text, at: &position, before: end)
    return readYear(text, month: month, day: day.value, at: position, before: end)
  }

  /// Reads `/Date(1490983200000)/`, also with an offset, which says nothing of the instant.
  private func readScriptDate(_ text: Span<UInt8>, _ range: Range<Int>) -> ParsedTime {
    var position = range.lowerBound
    for byte in "/Date(".utf8 {
      guard text.byte(at: position, before: range.upperBound) == byte else {
        return ParsedTime(.invalid)
      }
      position += 1
    }
    let isNegative = text.byte(at: position, before: range.upperBound) == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var milliseconds: Int64 = 0
    let start = position
    while position - start < 15, text.digit(at: position, before: range.upperBound) < 10 {
      milliseconds = milliseconds * 10 + Int64(text[position] - 0x30)
      position += 1
    }
    guard position > start else { return ParsedTime(.invalid) }
    let sign = text.byte(at: position, before: range.upperBound)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      position += 1
      guard text.readNumber(at: &position, before: range.upperBound).digits == 4 else {
        return ParsedTime(.invalid)
      }
    }
    guard range.upperBound - position == 2, text[position] == UInt8(ascii: ")"),
      text[position + 1] == UInt8(ascii: "/")
    else { return ParsedTime(.invalid) }
    let seconds = floorQuotient(isNegative ? -milliseconds : milliseconds, 1000)
    return judge(ParsedTime(.instant, seconds: seconds))
  }

  // MARK: -

  /// Checks a day of any year and reads the time of day that may follow it.
  private func finishUnusual(
    _ text: Span<UInt8>, year: Int, month: Int, day: Int, at start: Int, before end: Int
  ) -> ParsedTime {
    if Self.years.contains(year) {
      let clock = Self.clockStart(text, at: start, before: end)
      let whole = finish(
        text, year: year, month: month, day: day, at: clock == nil ? start : end, before: end)
      guard let clock, whole.kind == .day else { return whole }
      return Self.time(midnight: whole.seconds, ClockText.read(text, from: clock, to: end))
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      return ParsedTime(.invalid)
    }
    var reader = self
    reader.weekday = -1
    // The time is that of a day which exists, joined to this one.
    let time = reader.finish(text, year: 2000, month: 1, day: 1, at: start, before: end)
    switch time.kind {
    case .day: return judge(ParsedTime(.day, seconds: CivilTime(date: date).seconds))
    case .local, .instant:
      let since = time.seconds - CivilTime(date: CivilDate(dayNumber: 10_957)).seconds
      return judge(ParsedTime(.local, seconds: CivilTime(date: date).seconds + since))
    default: return ParsedTime(.invalid)
    }
  }

  /// Returns where a time begins that is set off in an unusual way: by a colon as in SAS, a hyphen as
  /// in DB2, a low line, or ` at `.
  private static func clockStart(
    _ text: Span<UInt8>, at start: Int, before end: Int
  ) -> Int? {
    var position = start
    switch text.byte(at: position, before: end) {
    case UInt8(ascii: ":"), UInt8(ascii: "_"): return start + 1
    // With a colon it would be the zone of a day.
    case UInt8(ascii: "-") where text.byte(at: start + 3, before: end) == UInt8(ascii: "."):
      return start + 1
    default: break
    }
    text.skipWideBlanks(at: &position, before: end)
    guard text.readWord(at: &position, before: end) == 0x6174 else { return nil }
    text.skipWideBlanks(at: &position, before: end)
    return position
  }

  /// Tells a day that stands for none, and one of a year in which no incident happened.
  func judge(_ reading: ParsedTime) -> ParsedTime {
    let time = CivilTime(seconds: reading.seconds)
    if AbsentDate.isAbsent(time.date) && (time.secondOfDay == 0 || time.date == AbsentDate.lastDay)
    {
      return ParsedTime(.absent)
    }
    return Self.years.contains(time.date.parts.year)
      ? reading : ParsedTime(.implausible, seconds: reading.seconds)
  }
}
