/// What the values of a column of times prove about its numbers.
///
/// A column is one thing: any number that cannot be an hour makes all of them hours and minutes, and
/// only where there is none they are hours. Merging is associative, and depends on the order of the
/// values for the examples alone.
struct ClockEvidence: Sendable, Equatable {
  /// The first number from 1 to 23.
  private(set) var hourExample: String?
  /// The first number that can only be hours and minutes.
  private(set) var clockExample: String?
  /// Whether there is a time such as 9.30, which is no fraction of a day.
  private(set) var hasDottedTime = false
  /// Whether there is a time such as 0.30, which can be one.
  private(set) var hasShortFraction = false
  /// Whether there is a fraction of a day with more digits.
  private(set) var hasLongFraction = false

  /// What whole numbers mean; `nil` if nothing tells, or there are none but 0.
  var format: TimeFormat? { clockExample != nil ? .hhmm : hourExample != nil ? .hour : nil }

  /// Whether `0.30` is half past midnight.
  var areFractionsTimes: Bool { hasDottedTime && !hasLongFraction }

  /// Whether values that follow could settle what those so far leave open.
  var isOpen: Bool {
    (hourExample != nil && clockExample == nil)
      || (hasShortFraction && !hasDottedTime && !hasLongFraction)
  }

  /// Takes one value of the column into account, without its quotes.
  mutating func observe(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    guard range.count <= 24, let first = range.first, text[first] &- 0x30 < 10 else { return }
    if let number = WholeNumber(text, range) {
      guard number.isHoursAndMinutes, number.value > 0 || number.digits > 2 else { return }
      if number.digits > 2 || number.value > 23 {
        if clockExample == nil { clockExample = text.excerpt }
      } else if hourExample == nil {
        hourExample = text.excerpt
      }
      return
    }
    if ClockText.readDayFraction(text, from: first, to: range.upperBound).kind != .invalid {
      if range.count == 4, text[first + 1] == UInt8(ascii: ".") {
        hasShortFraction = true
      } else if range.count > 4 {
        hasLongFraction = true
      }
    } else if !hasDottedTime, Self.hasDot(text, range) {
      hasDottedTime =
        ClockText.read(text, from: first, to: range.upperBound).kind != .invalid
    }
  }

  /// Whether a point stands behind an hour.
  private static func hasDot(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    [1, 2].contains { place in
      text.byte(at: range.lowerBound + place, before: range.upperBound) == UInt8(ascii: ".")
    }
  }

  /// Adds the evidence of the values that follow.
  mutating func merge(_ later: ClockEvidence) {
    hourExample = hourExample ?? later.hourExample
    clockExample = clockExample ?? later.clockExample
    hasDottedTime = hasDottedTime || later.hasDottedTime
    hasShortFraction = hasShortFraction || later.hasShortFraction
    hasLongFraction = hasLongFraction || later.hasLongFraction
  }
}
