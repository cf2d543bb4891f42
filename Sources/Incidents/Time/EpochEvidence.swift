/// What the values of a date column prove about numbers that may count seconds since 1970.
///
/// A number of ten digits can be anything, so it is an instant only where the whole column is of
/// such numbers.
struct EpochEvidence: Sendable, Equatable {
  /// The first number of seconds.
  private(set) var secondsExample: String?
  /// The first number of milliseconds.
  private(set) var millisecondsExample: String?
  /// Whether some number is not a date and an hour without marks between them as well.
  private(set) var isPlain = false
  /// The first date of any other form.
  private(set) var dateExample: String?

  /// What the numbers of the column count; `nil` if they are no dates.
  var unit: EpochUnit? {
    guard dateExample == nil, isPlain else { return nil }
    switch (secondsExample, millisecondsExample) {
    case (_?, nil): return .seconds
    case (nil, _?): return .milliseconds
    default: return nil
    }
  }

  /// The first number of the column.
  var example: String? { secondsExample ?? millisecondsExample }

  /// Takes a value into account that is a date of another form.
  mutating func observeDate(_ text: Span<UInt8>) {
    if dateExample == nil { dateExample = text.excerpt }
  }

  /// Takes a value into account that is no date of another form.
  mutating func observeNumber(_ text: Span<UInt8>) {
    var range = text.trimmedRange
    // An apostrophe is a spreadsheet's sign that what follows is text.
    if let first = range.first, text[first] == UInt8(ascii: "'") {
      range = first + 1..<range.upperBound
    }
    guard let number = EpochNumber(text, range) else { return }
    switch number.unit {
    case .seconds: if secondsExample == nil { secondsExample = text.excerpt }
    case .milliseconds: if millisecondsExample == nil { millisecondsExample = text.excerpt }
    }
    if !number.canBeCompactDate { isPlain = true }
  }

  /// Adds the evidence of the values that follow.
  mutating func merge(_ later: EpochEvidence) {
    secondsExample = secondsExample ?? later.secondsExample
    millisecondsExample = millisecondsExample ?? later.millisecondsExample
    isPlain = isPlain || later.isPlain
    dateExample = dateExample ?? later.dateExample
  }
}
