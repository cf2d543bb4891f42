/// What a cell's format makes of its number.
enum NumberForm: Equatable, Sendable {
  /// A number, whatever its decimals, currency or percentages.
  case number
  /// A date, with a time of day where `hasTime`.
  case date(hasTime: Bool)
  /// A month of a year, such as Mar-17.
  case month
  /// A year.
  case year
  /// A time of day.
  case time
  /// Hours or minutes beyond a day, such as 26:30.
  case duration

  /// Returns the form of a format that every workbook has (ISO/IEC 29500-1, section 18.8.30).
  init(builtIn number: Int) {
    switch number {
    case 14...16, 27...31, 36, 50...54, 57, 58: self = .date(hasTime: false)
    case 17: self = .month
    case 22: self = .date(hasTime: true)
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .duration
    default: self = .number
    }
  }

  /// Reads a format code, such as `dd/mm/yyyy hh:mm` or `#,##0.00`.
  ///
  /// The first section decides, which is that of positive numbers.
  init(code: String) {
    var parts: [Part] = []
    var text = Array(code.utf8)[...]
    scan: while let byte = text.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        // Words in quotes.
        while let next = text.popFirst(), next != UInt8(ascii: "\"") {}
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = text.popFirst()
      case UInt8(ascii: "["):
        let inner = text.prefix { $0 != UInt8(ascii: "]") }.map { $0 | 0x20 }
        text = text.dropFirst(inner.count + 1)
        let unit = inner.first ?? 0
        if !inner.isEmpty, inner.allSatisfy({ $0 == unit }), [104, 109, 115].contains(unit) {
          parts.append(.elapsed)
        }
      case UInt8(ascii: "A"), UInt8(ascii: "a"):
        // AM/PM and A/P, whose letters mean nothing else.
        for ending in ["m/pm", "/p"] where text.map({ $0 | 0x20 }).starts(with: ending.utf8) {
          text = text.dropFirst(ending.utf8.count)
          parts.append(.hour)
          break
        }
      default:
        guard let part = Part(letter: byte | 0x20) else { continue }
        if parts.last != part || part == .monthOrMinute { parts.append(part) }
        text = text.drop { $0 | 0x20 == byte | 0x20 }
      }
    }
    self = Self.form(of: parts, isGeneral: code.lowercased().hasPrefix("general"))
  }

  private enum Part {
    case year, monthOrMinute, day, hour, second, elapsed

    init?(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "y"): self = .year
      case UInt8(ascii: "m"): self = .monthOrMinute
      case UInt8(ascii: "d"): self = .day
      case UInt8(ascii: "h"): self = .hour
      case UInt8(ascii: "s"): self = .second
      default: return nil
      }
    }
  }

  private static func form(of parts: [Part], isGeneral: Bool) -> NumberForm {
    if isGeneral || parts.isEmpty { return .number }
    if parts.contains(.elapsed) { return .duration }
    // Minutes follow hours or precede seconds; elsewhere the letter is for months.
    let hasMonth = parts.indices.contains { index in
      parts[index] == .monthOrMinute
        && !(index > 0 && parts[index - 1] == .hour)
        && !(index + 1 < parts.count && parts[index + 1] == .second)
    }
    let hasTime = parts.contains(.hour) || parts.contains(.second)
    let hasYear = parts.contains(.year)
    let hasDay = parts.contains(.day)
    if !hasYear && !hasDay && !hasMonth { return .time }
    if hasTime || hasDay || !hasYear { return .date(hasTime: hasTime) }
    return hasMonth ? .month : .year
  }
}
