/// What the first rows of a file have in a column whose name may mean several things.
///
/// Names come first: a sample only chooses between columns whose names would serve.
struct ColumnSample: Equatable {
  /// How many values say something.
  private(set) var values = 0
  /// How many of them are dates, with or without a time.
  private(set) var dates = 0
  /// How many of them are dates with a time of day other than midnight.
  private(set) var moments = 0
  /// How many of them are times of day alone.
  private(set) var clocks = 0
  /// How many of them have a digit.
  private(set) var numbered = 0
  /// How many of them are a month without its year: 1 to 12.
  private(set) var monthNumbers = 0
  /// How many of them are coordinates or other numbers, rather than words.
  private(set) var places = 0
  /// Whether two of them differ.
  private(set) var differ = false

  private var first: String?

  /// 1901-01-01.
  private static let earliest: Int64 = -2_177_452_800

  /// Looks at the values of a column.
  init(_ texts: [String]) {
    for text in texts { observe(text) }
  }

  /// Whether no row says anything.
  var isBlank: Bool { values == 0 }
  /// Whether the values that there are can be dates.
  var canBeDates: Bool { dates > 0 }
  /// Whether all that there is are times of day.
  var areClocks: Bool { clocks > 0 && clocks == values }
  /// Whether the values are words without any digit, such as street names.
  var areWords: Bool { values > 0 && numbered == 0 }
  /// Whether the values are numbers of months.
  var areMonthNumbers: Bool { values > 0 && monthNumbers == values }
  /// Whether the values are coordinates or numbers.
  var areNumbers: Bool { values > 0 && places == values }
  /// Whether several rows have all the same value.
  var isConstant: Bool { values > 1 && !differ }

  private mutating func observe(_ text: String) {
    let bytes = Array(text.utf8)
    let span = bytes.span
    if AbsentText.isAbsent(span, span.trimmedRange) { return }
    values += 1
    if let first { if first != text { differ = true } } else { first = text }
    let digits = bytes.count { $0 &- 0x30 < 10 }
    if digits > 0 { numbered += 1 }
    if digits == bytes.count, let number = Int(text), (1...12).contains(number) {
      monthNumbers += 1
    }
    let head = bytes.first.map { $0 | 0x20 } ?? 0
    let letters = bytes.count { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
    if letters == 0 || (digits > 0 && (text.hasPrefix("POINT") || head == UInt8(ascii: "{"))) {
      places += 1
    }
    var reading = DateColumnReader(order: .dayFirst).parse(span)
    if reading.kind == .contradictory {
      reading = DateColumnReader(order: .monthFirst).parse(span)
    }
    switch reading.kind {
    case .day, .month, .undecided, .implausible, .hour: dates += 1
    case .local, .instant:
      dates += 1
      // Programs write times of day on the first day they know.
      let isTimeAlone = reading.seconds < Self.earliest
      if reading.seconds % CivilTime.secondsPerDay != 0, !isTimeAlone { moments += 1 }
    case .absent: values -= 1
    case .invalid, .contradictory:
      if digits == bytes.count, digits >= 9 {
        dates += 1
        moments += 1
      } else if digits > 0, digits == bytes.count ? digits <= 6 : isClock(span) {
        clocks += 1
      }
    }
  }

  private func isClock(_ span: Span<UInt8>) -> Bool {
    let range = span.trimmedRange
    return ClockText.read(span, from: range.lowerBound, to: range.upperBound).kind != .invalid
  }
}
