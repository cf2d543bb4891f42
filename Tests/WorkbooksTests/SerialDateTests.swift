import Foundation
import Testing

@testable import Workbooks

@Suite("Serial date")
struct SerialDateTests {
  private func text(_ serial: Double, _ form: NumberForm, is1904: Bool = false) -> String? {
    var bytes: [UInt8] = []
    guard SerialDate.append(serial, as: form, is1904: is1904, to: &bytes) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("days that ISO/IEC 29500-1, section 18.17.4.1, and spreadsheets print")
  func days() {
    let date = NumberForm.date(hasTime: false)
    #expect(text(1, date) == "1900-01-01")
    #expect(text(59, date) == "1900-02-28")
    #expect(text(60, date) == "1900-02-29")
    #expect(text(61, date) == "1900-03-01")
    #expect(text(0, date) == "1900-01-00")
    #expect(text(39448, date) == "2008-01-01")
    #expect(text(2_958_465, date) == "9999-12-31")
    #expect(text(2_958_466, date) == nil)
    #expect(text(-0.5, date) == nil)
    #expect(text(0, date, is1904: true) == "1904-01-01")
    #expect(text(2_957_003, date, is1904: true) == "9999-12-31")
    #expect(text(2_957_004, date, is1904: true) == nil)
  }

  @Test("every day from 1900-03-01 to 2100 is the calendar's")
  func calendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for day in 61..<73_051 {
      let date = Date(timeIntervalSince1970: Double(day - 25_569) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let found = SerialDate.date(day, is1904: false)
      #expect(
        found?.year == parts.year && found?.month == parts.month && found?.day == parts.day)
    }
  }

  @Test("each second of a day comes back from its binary fraction")
  func seconds() {
    for second in 0..<86_400 {
      let clock = [second / 3600, second / 60 % 60, second % 60].map {
        $0 < 10 ? "0\($0)" : "\($0)"
      }.joined(separator: ":")
      #expect(text(45352 + Double(second) / 86_400, .date(hasTime: true)) == "2024-03-01T\(clock)")
    }
  }

  @Test("hours may go beyond a day where the format counts them")
  func durations() {
    #expect(text(1.1041666666666667, .duration) == "26:30:00")
    #expect(text(5, .duration) == "120:00:00")
    #expect(text(45352.5, .time) == "12:00:00")
    #expect(text(45352.999999, .date(hasTime: true)) == "2024-03-02T00:00:00")
  }
}
