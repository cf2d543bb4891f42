/// What a number counts from 1970-01-01T00:00:00Z on.
package enum EpochUnit: UInt8, Sendable, Equatable {
  /// Seconds, `1490983200`.
  case seconds = 1
  /// Thousandths of a second, `1490983200000`.
  case milliseconds
}

/// A number that can count seconds or milliseconds since 1970.
struct EpochNumber: Equatable {
  /// What the number counts, going by its size.
  var unit: EpochUnit
  /// The instant, in whole seconds since 1970-01-01T00:00:00Z.
  var seconds: Int64
  /// Whether the number may be a date and a time without marks between them as well: 2030010112,
  /// 197601011200.
  var canBeCompactDate: Bool

  /// The instants that are read: from 1973-03-03, before which numbers are too short to be told from
  /// others, to the end of 2069.
  static let seconds: Range<Int64> = 100_000_000..<3_155_760_000

  /// Reads a number that fills part of a field; `nil` if it is none, or of another size.
  ///
  /// `1490983200`, `1490983200000`, `1490983200000.0`, `1.4909832e12`. In the last form seven digits
  /// behind the first are needed: with fewer a spreadsheet has rounded days of time away.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    let end = range.upperBound
    var position = range.lowerBound
    guard (1...9).contains(text.digit(at: position, before: end)) else { return nil }
    var value: Int64 = 0
    var digits = 0
    var decimals = 0
    var isFraction = false
    while position < end, digits < 18 {
      let byte = text[position]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        value = value * 10 + Int64(byte - 0x30)
        digits += 1
        if isFraction { decimals += 1 }
      } else {
        break
      }
      position += 1
    }
    // The rest of a long fraction says nothing.
    if isFraction { while text.digit(at: position, before: end) < 10 { position += 1 } }
    var exponent = 0
    if position < end {
      guard text[position] | 0x20 == UInt8(ascii: "e"), digits - decimals == 1, digits >= 8 else {
        return nil
      }
      position += 1
      if text.byte(at: position, before: end) == UInt8(ascii: "+") { position += 1 }
      let number = text.readNumber(at: &position, before: end)
      guard number.digits == 1 || number.digits == 2, number.value <= 12, position == end else {
        return nil
      }
      exponent = number.value
    }
    while exponent < decimals {
      value /= 10
      decimals -= 1
    }
    // One digit stands before the point, so that the product has at most 13.
    while exponent > decimals {
      exponent -= 1
      value *= 10
    }
    if Self.seconds.contains(value) {
      (unit, seconds) = (.seconds, value)
    } else if Self.seconds.contains(value / 1000) {
      (unit, seconds) = (.milliseconds, value / 1000)
    } else {
      return nil
    }
    // To the minute milliseconds could be such a date, to the hour seconds.
    let hours = unit == .milliseconds ? value / 100 : value
    let (month, day, hour) = (hours / 10_000 % 100, hours / 100 % 100, hours % 100)
    canBeCompactDate =
      (1_900_000_000..<2_200_000_000).contains(hours) && (1...12).contains(month)
      && (1...31).contains(day) && hour < 24 && (unit == .seconds || value % 100 < 60)
  }
}
