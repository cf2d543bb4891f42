/// Days and times of ISO 8601 as the serial numbers of spreadsheets, which count days from
/// 1899-12-30 (ISO/IEC 29500-1, section 18.17.4.1).
enum SerialDay {
  /// 1900-03-01, the first day whose number all programs agree on: they count a 29 February 1900,
  /// which never was.
  private static let first = 61
  /// The serial number of 1970-01-01.
  private static let epoch = 25_569

  /// Returns the serial number of text such as `2025-03-01`, `2025-03` or `2025-03-01T09:30:00`;
  /// `nil` if it does not have that form or no spreadsheet can count it.
  static func number(of text: String, as form: CellForm) -> Double? {
    let bytes = Array(text.utf8)
    switch form {
    case .month: return bytes.count == 7 ? day(bytes + Array("-01".utf8)).map(Double.init) : nil
    case .date: return bytes.count == 10 ? day(bytes).map(Double.init) : nil
    case .dateTime:
      guard bytes.count == 16 || bytes.count == 19,
        bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
        let day = day(Array(bytes[..<10])), let seconds = seconds(Array(bytes[11...]))
      else { return nil }
      return Double(day) + Double(seconds) / 86_400
    case .text, .whole, .number, .decimal, .coordinate, .percentage: return nil
    }
  }

  private static func day(_ bytes: [UInt8]) -> Int? {
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
      let day = digits(bytes[8..<10]), (1...12).contains(month), day >= 1,
      day <= length(of: month, year)
    else { return nil }
    // Days since 0000-03-01, so that leap days end their year.
    let (shifted, place) = (month <= 2 ? year - 1 : year, (month + 9) % 12)
    guard shifted >= 0 else { return nil }
    let ofYears = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
    let serial = ofYears + (153 * place + 2) / 5 + day - 1 - 719_468 + epoch
    return serial >= first ? serial : nil
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func seconds(_ bytes: [UInt8]) -> Int? {
    guard bytes[2] == UInt8(ascii: ":"), let hour = digits(bytes[0..<2]),
      let minute = digits(bytes[3..<5]), hour < 24, minute < 60
    else { return nil }
    guard bytes.count == 8 else { return hour * 3600 + minute * 60 }
    guard bytes[5] == UInt8(ascii: ":"), let second = digits(bytes[6..<8]), second < 60 else {
      return nil
    }
    return hour * 3600 + minute * 60 + second
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
