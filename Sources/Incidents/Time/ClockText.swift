/// What a time of day in a field says.
struct ClockReading {
  /// Whether the field is a time, and of which kind.
  enum Kind {
    /// Not a time of day.
    case invalid
    /// A time on the local clock.
    case local
    /// A time with its offset from UTC.
    case instant
  }

  var kind: Kind
  /// Seconds since midnight; 86,400 for `24:00` and for a fraction that rounds up to a whole day.
  var second: Int32 = 0
  /// Seconds by which the clock is ahead of UTC.
  var offset: Int32 = 0

  static let invalid = ClockReading(kind: .invalid)
}

/// Reads times of day from bytes.
enum ClockText {
  /// Reads a time that fills the bytes from a position to the end of the field.
  ///
  /// `15:25`, `15:25:07`, `15:25:07.5` (parts of a second are cut off), `1525`, `152507`,
  /// `3:25 PM`, `3 pm`, each with or without `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`.
  /// `24:00` is the end of the day.
  static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> ClockReading {
    var position = start
    var (hour, digits) = text.readNumber(at: &position, before: end)
    var minute = 0
    var second = 0
    var isHourAlone = false
    switch digits {
    case 1, 2:
      if text.byte(at: position, before: end) == UInt8(ascii: ":") {
        guard
          let (minutes, seconds) = readMinutes(text, at: &position, before: end)
        else { return .invalid }
        minute = minutes
        second = seconds
      } else {
        isHourAlone = true
      }
    case 4:
      (hour, minute) = (hour / 100, hour % 100)
    case 6:
      (hour, minute, second) = (hour / 10_000, hour / 100 % 100, hour % 100)
    default:
      return .invalid
    }
    guard minute < 60, second < 60 else { return .invalid }

    if position < end {
      guard
        let half = readHalfOfDay(text, at: &position, before: end, needed: isHourAlone, hour: hour)
      else { return .invalid }
      hour = half
    } else if isHourAlone {
      return .invalid
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return .invalid }

    var reading = ClockReading(
      kind: .local, second: Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second))
    if position < end {
      guard let offset = readOffset(text, at: &position, before: end), position == end else {
        return .invalid
      }
      reading.kind = .instant
      reading.offset = offset
    }
    return reading
  }

  /// Reads a spreadsheet's fraction of a day that fills the bytes, `0.618` or `6.9E-05`.
  ///
  /// Rounded to the nearest second. Fourteen significant digits are read, a spreadsheet keeps
  /// fifteen and a second needs five.
  static func readDayFraction(_ text: Span<UInt8>, from start: Int, to end: Int) -> ClockReading {
    var position = start
    var mantissa: UInt64 = 0
    var significant = 0
    var scale = 0
    var digits = 0
    var isFraction = false
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        digits += 1
        if significant < 14 {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
          significant += mantissa > 0 ? 1 : 0
          scale += isFraction ? 1 : 0
        } else if !isFraction {
          return .invalid
        }
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return .invalid }
    if position < end {
      guard text[position] | 0x20 == UInt8(ascii: "e"),
        text.byte(at: position + 1, before: end) == UInt8(ascii: "-")
      else { return .invalid }
      position += 2
      let exponent = text.readNumber(at: &position, before: end)
      guard (1...3).contains(exponent.digits), position == end else { return .invalid }
      scale += exponent.value
    }
    // The mantissa is at most 10^14, so that beyond 19 places less than half a second is left, and
    // up to 19 the product, the divisor and their sum are below 2^64.
    guard scale <= 19 else { return ClockReading(kind: .local) }
    var divisor: UInt64 = 1
    for _ in 0..<scale { divisor *= 10 }
    guard mantissa < divisor else { return .invalid }
    let second = (mantissa * 86_400 + divisor / 2) / divisor
    return ClockReading(kind: .local, second: Int32(truncatingIfNeeded: second))
  }

  // MARK: -

  /// Reads `:25`, `:25:07` or `:25:07.5`, the colon being there.
  @inline(__always)
  private static func readMinutes(
    _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> (minute: Int, second: Int)? {
    position += 1
    let minute = text.readNumber(at: &position, before: end)
    guard minute.digits == 2 else { return nil }
    guard text.byte(at: position, before: end) == UInt8(ascii: ":") else {
      return (minute.value, 0)
    }
    position += 1
    let second = text.readNumber(at: &position, before: end)
    guard second.digits == 2 else { return nil }
    let mark = text.byte(at: position, before: end)
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      position += 1
      let start = position
      while text.digit(at: position, before: end) < 10 { position += 1 }
      guard position > start else { return nil }
    }
    return (minute.value, second.value)
  }

  /// Reads `AM` or `PM` where it follows and returns the hour of the day.
  ///
  /// `nil` if the hour is none of a twelve-hour clock, or where the mark is needed and missing.
  private static func readHalfOfDay(
    _ text: Span<UInt8>, at position: inout Int, before end: Int, needed: Bool, hour: Int
  ) -> Int? {
    var behind = position
    text.skipBlanks(at: &behind, before: end)
    let half = text.byte(at: behind, before: end) | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else {
      return needed ? nil : hour
    }
    behind += 1
    let isDotted = text.byte(at: behind, before: end) == UInt8(ascii: ".")
    if isDotted { behind += 1 }
    guard text.byte(at: behind, before: end) | 0x20 == UInt8(ascii: "m") else { return nil }
    behind += 1
    if isDotted {
      guard text.byte(at: behind, before: end) == UInt8(ascii: ".") else { return nil }
      behind += 1
    }
    guard hour >= 1, hour <= 12 else { return nil }
    position = behind
    return hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
  }

  /// Reads an offset from UTC, in seconds.
  private static func readOffset(
    _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> Int32? {
    text.skipBlanks(at: &position, before: end)
    let sign = text.byte(at: position, before: end)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      switch text.readWord(at: &position, before: end) {
      case 0x7A, 0x75_7463, 0x67_6D74: return 0  // z, utc, gmt
      default: return nil
      }
    }
    position += 1
    let hours = text.readNumber(at: &position, before: end)
    var (hour, minute) = (hours.value, 0)
    switch hours.digits {
    case 2:
      if text.byte(at: position, before: end) == UInt8(ascii: ":") {
        position += 1
        let minutes = text.readNumber(at: &position, before: end)
        guard minutes.digits == 2 else { return nil }
        minute = minutes.value
      }
    case 4:
      (hour, minute) = (hour / 100, hour % 100)
    default:
      return nil
    }
    // The zones of the world lie from -12:00 to +14:00.
    guard hour <= 14, minute < 60 else { return nil }
    let seconds = Int32(hour * 3600 + minute * 60)
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
