extension DateColumnReader {
  /// Reads the field of a time column and joins it to the midnight of its date.
  func readTime(_ text: Span<UInt8>, of midnight: Int64) -> ParsedTime {
    let range = text.trimmedRange
    let (start, end) = (range.lowerBound, range.upperBound)
    guard !AbsentText.isAbsent(text, range) else { return ParsedTime(.day, seconds: midnight) }
    if timeFormat == .hour, let number = WholeNumber(text, range) {
      return readHour(number, of: midnight)
    }
    // A spreadsheet's fraction unless the column has times such as 9.30.
    let isFraction =
      !hasDottedTimes && text[start] == UInt8(ascii: "0")
      && text.byte(at: start + 1, before: end) == UInt8(ascii: ".")
    let clock =
      isFraction
      ? ClockText.readDayFraction(text, from: start, to: end)
      : ClockText.read(text, from: start, to: end)
    if clock.kind != .invalid { return Self.time(midnight: midnight, clock) }
    return readUnusualTime(text, range, of: midnight)
  }

  /// Reads a number of a column of hours.
  private func readHour(_ number: WholeNumber, of midnight: Int64) -> ParsedTime {
    guard number.digits <= 2, number.value < 24 else {
      return ParsedTime(number.isHoursAndMinutes ? .contradictory : .invalid)
    }
    return ParsedTime(.hour, seconds: midnight + Int64(number.value) * 3600)
  }

  private func readUnusualTime(
    _ text: Span<UInt8>, _ range: Range<Int>, of midnight: Int64
  ) -> ParsedTime {
    let (start, end) = (range.lowerBound, range.upperBound)
    if let number = WholeNumber(text, range), number.isHoursAndMinutes,
      timeFormat == .hhmm || number.digits > 2 || number.value > 23
    {
      let second = Int64(number.value / 100 * 3600 + number.value % 100 * 60)
      return ParsedTime(.local, seconds: midnight + second)
    }
    let fraction = ClockText.readDayFraction(text, from: start, to: end)
    if fraction.kind != .invalid { return Self.time(midnight: midnight, fraction) }
    return readDatedTime(text.extracting(range), of: midnight)
  }

  /// Reads a time that carries a date: the date's own day, or one that stands for none.
  private func readDatedTime(_ text: Span<UInt8>, of midnight: Int64) -> ParsedTime {
    guard text.count > 10 else { return ParsedTime(.invalid) }
    var reader = self
    reader.epoch = nil
    let reading = reader.readSteps(text)
    switch reading.kind {
    case .absent:
      // A day that stands for none at midnight.
      return ParsedTime(.local, seconds: midnight)
    case .local, .implausible:
      let time = CivilTime(seconds: reading.seconds)
      let day = CivilTime(date: time.date)
      guard day.seconds == midnight || AbsentDate.isAbsent(time.date) else {
        return ParsedTime(.invalid)
      }
      return ParsedTime(.local, seconds: midnight + Int64(time.secondOfDay))
    default: return ParsedTime(.invalid)
    }
  }
}
