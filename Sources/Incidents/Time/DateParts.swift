/// The columns of a date that is spread over several: a year, a month, and as far as there are any a
/// day, an hour and a minute.
struct DateParts: Sendable, Equatable {
  /// The position of the column of years.
  var year: Int
  /// The position of the column of months, by number or by name.
  var month: Int
  /// The position of the column of days of the month.
  var day: Int?
  /// The position of the column of hours.
  var hour: Int?
  /// The position of the column of minutes.
  var minute: Int?

  /// The positions of all.
  var columns: [Int] { [year, month] + [day, hour, minute].compactMap(\.self) }
}

extension DateColumnReader {
  /// Reads a date from its parts, each empty if there is no such column.
  ///
  /// What is empty leaves the rest as coarse as it is: a month without a day, a day without an hour,
  /// an hour without its minute. A month that is a date by itself (`2017-03`) is taken as that; a day
  /// that is a word is a weekday, which says nothing here.
  func parse(
    year yearText: Span<UInt8>, month monthText: Span<UInt8>, day dayText: Span<UInt8>,
    hour hourText: Span<UInt8>, minute minuteText: Span<UInt8>
  ) -> ParsedTime {
    let (yearRange, monthRange) = (yearText.trimmedRange, monthText.trimmedRange)
    if AbsentText.isAbsent(monthText, monthRange) { return ParsedTime(.absent) }
    guard let month = Self.month(monthText, monthRange) else {
      let whole = parse(monthText)
      return whole.kind == .month || whole.kind == .day ? whole : ParsedTime(.invalid)
    }
    if AbsentText.isAbsent(yearText, yearRange) { return ParsedTime(.absent) }
    guard let number = WholeNumber(yearText, yearRange),
      let year = number.digits == 1 ? number.value : Self.year(number.value, digits: number.digits)
    else { return ParsedTime(.invalid) }
    if year == 0 || month == 0 { return ParsedTime(year == month ? .absent : .invalid) }
    guard let day = Self.part(dayText) else {
      return finishMonth(year: year, month: month)
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      return ParsedTime(.invalid)
    }
    let midnight = CivilTime(date: date).seconds
    guard Self.years.contains(year) else { return judge(ParsedTime(.day, seconds: midnight)) }
    guard let hour = Self.part(hourText) else {
      return settle(ParsedTime(.day, seconds: midnight))
    }
    if hour < 0 {
      // The column of hours may hold whole times.
      let range = hourText.trimmedRange
      return settle(
        Self.time(
          midnight: midnight,
          ClockText.read(hourText, from: range.lowerBound, to: range.upperBound)))
    }
    guard let minute = Self.part(minuteText) else {
      return hour < 24
        ? ParsedTime(.hour, seconds: midnight + Int64(hour) * 3600) : ParsedTime(.invalid)
    }
    guard (0..<60).contains(minute), hour < 24 || (hour == 24 && minute == 0) else {
      return ParsedTime(.invalid)
    }
    return settle(ParsedTime(.local, seconds: midnight + Int64(hour * 3600 + minute * 60)))
  }

  /// Reads a month by its number or its English name; `nil` for anything else.
  private static func month(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    if let number = WholeNumber(text, range) {
      return number.digits <= 2 && number.value <= 12 ? number.value : nil
    }
    var position = range.lowerBound
    let month = DateWords.month(text.readWord(at: &position, before: range.upperBound))
    return month > 0 && position == range.upperBound ? month : nil
  }

  /// Reads a number below 100; `nil` for an empty field and for a word, -1 for any other text.
  private static func part(_ text: Span<UInt8>) -> Int? {
    let range = text.trimmedRange
    guard let first = range.first, text[first] &- 0x30 < 10 else { return nil }
    guard let number = WholeNumber(text, range), number.digits <= 2 else { return -1 }
    return number.value
  }
}
