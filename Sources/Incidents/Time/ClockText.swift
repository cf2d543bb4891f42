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
    /// A time on the clock of London.
    case london
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
  /// `15:25`, `15:25:07`, `15:25:07.5` (parts of a second are cut off), `15.25`, `15h25`, `1525`,
  /// `152507`, `3:25 PM`, `3 pm`, `1525hrs`, each with or without the zone that ``ZoneText`` reads.
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
      } else if let (minutes, seconds) = readMarkedMinutes(text, at: &position, before: end) {
        minute = minutes
        second = seconds
      } else {
        isHourAlone = true
      }
    case 3, 4:
      (hour, minute) = (hour / 100, hour % 100)
    case 6:
      (hour, minute, second) = (hour / 10_000, hour / 100 % 100, hour % 100)
    default:
      return .invalid
    }
    guard minute < 60, second < 60 else { return .invalid }

    if position < end {
      guard
        let half = readSuffix(text, at: &position, before: end, needed: isHourAlone, hour: hour)
      else { return .invalid }
      hour = half
    } else if isHourAlone {
      return .invalid
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return .invalid }

    var reading = ClockReading(
      kind: .local, second: Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second))
    if position < end {
      switch ZoneText.read(text, from: position, to: end) {
      case .offset(let offset):
        reading.kind = .instant
        reading.offset = offset
      case .london: reading.kind = .london
      case nil: return .invalid
      }
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
    guard minute.digits == 2 || minute.digits == 1 else { return nil }
    guard text.byte(at: position, before: end) == UInt8(ascii: ":") else {
      return (minute.value, 0)
    }
    position += 1
    let second = text.readNumber(at: &position, before: end)
    guard second.digits == 2 || second.digits == 1 else { return nil }
    let mark = text.byte(at: position, before: end)
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") {
      position += 1
      let start = position
      while text.digit(at: position, before: end) < 10 { position += 1 }
      guard position > start else { return nil }
    }
    return (minute.value, second.value)
  }

  /// Reads `.25`, `h25`, `.25.07` or `.25.07.5`; `nil` if no such mark with two digits follows.
  ///
  /// A single digit could be a part of an hour.
  private static func readMarkedMinutes(
    _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> (minute: Int, second: Int)? {
    let mark = text.byte(at: position, before: end)
    guard mark == UInt8(ascii: ".") || mark | 0x20 == UInt8(ascii: "h") else { return nil }
    var behind = position + 1
    let minute = text.readNumber(at: &behind, before: end)
    guard minute.digits == 2 else { return nil }
    position = behind
    guard mark == UInt8(ascii: "."), text.byte(at: behind, before: end) == mark else {
      return (minute.value, 0)
    }
    behind += 1
    let second = text.readNumber(at: &behind, before: end)
    guard second.digits == 2 else { return (minute.value, 0) }
    position = behind
    if text.byte(at: behind, before: end) == mark, text.digit(at: behind + 1, before: end) < 10 {
      position += 1
      while text.digit(at: position, before: end) < 10 { position += 1 }
    }
    return (minute.value, second.value)
  }

  /// Reads `AM`, `PM` or `hrs` where it follows and returns the hour of the day.
  ///
  /// `nil` if the hour does not go with the mark, or the mark is needed and missing. `22:00 PM` says
  /// the same thing twice.
  private static func readSuffix(
    _ text: Span<UInt8>, at position: inout Int, before end: Int, needed: Bool, hour: Int
  ) -> Int? {
    var behind = position
    text.skipWideBlanks(at: &behind, before: end)
    let half = text.byte(at: behind, before: end) | 0x20
    if half == UInt8(ascii: "h") {
      switch text.readWord(at: &behind, before: end) {
      case 0x68, 0x6872, 0x68_7273, 0x686F_7572, 0x68_6F75_7273: break  // h, hr, hrs, hour, hours
      default: return nil
      }
      position = behind
      return hour
    }
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else {
      return needed ? nil : hour
    }
    behind += 1
    let isDotted = text.byte(at: behind, before: end) == UInt8(ascii: ".")
    if isDotted { behind += 1 }
    guard text.byte(at: behind, before: end) | 0x20 == UInt8(ascii: "m") else { return nil }
    behind += 1
    if isDotted, text.byte(at: behind, before: end) == UInt8(ascii: ".") { behind += 1 }
    let isAfternoon = half == UInt8(ascii: "p")
    switch hour {
    case 1...12:
      position = behind
      return hour % 12 + (isAfternoon ? 12 : 0)
    case 0 where !isAfternoon, 13...23 where isAfternoon:
      position = behind
      return hour
    default: return nil
    }
  }
}
