import Testing

@testable import Incidents

@Suite("Dates that are spread over columns")
struct DatePartsTests {
  func read(
    _ year: String, _ month: String, _ day: String = "", _ hour: String = "", _ minute: String = ""
  ) -> ParsedTime {
    let (first, second, third) = (Array(year.utf8), Array(month.utf8), Array(day.utf8))
    let (fourth, fifth) = (Array(hour.utf8), Array(minute.utf8))
    return DateColumnReader().parse(
      year: first.span, month: second.span, day: third.span, hour: fourth.span,
      minute: fifth.span)
  }

  @Test("parts are one date, as fine as they go")
  func joins() {
    #expect(read("2025", "2", "23", "22", "30") == parse("2025-02-23T22:30"))
    #expect(read("2025", "2", "24", "0", "5") == parse("2025-02-24T00:05"))
    #expect(read("2025.0", "02.0", "24.0", "0.0", "5.0") == parse("2025-02-24T00:05"))
    #expect(read("2025", "February", "24") == parse("2025-02-24"))
    #expect(read("2025", "Feb") == parse("2025-02"))
    #expect(read("25", "2", "3") == parse("2025-02-03"))
    #expect(
      read("2025", "2", "24", "22") == ParsedTime(.hour, seconds: parse("2025-02-24T22:00").seconds)
    )
    #expect(read("2025", "2", "24", "22", "").kind == .hour)
    #expect(read("2025", "2", "24", "", "") == parse("2025-02-24"))
    #expect(read("2025", "2", "24", "2230") == parse("2025-02-24T22:30"))
    #expect(read("2025", "2", "24", "24", "0") == parse("2025-02-25T00:00"))
    #expect(read("2025", "2", "Sunday", "22", "30") == parse("2025-02"))
    // The month tells all by itself.
    #expect(read("2025", "2025-02") == parse("2025-02"))
  }

  @Test("parts that make no date are none, and empty ones say nothing")
  func refuses() {
    #expect(read("2025", "2", "30").kind == .invalid)
    #expect(read("2025", "13", "3").kind == .invalid)
    #expect(read("2025", "2", "3", "25", "0").kind == .invalid)
    #expect(read("2025", "2", "3", "22", "60").kind == .invalid)
    #expect(read("x", "2", "3").kind == .invalid)
    #expect(read("", "2", "3").kind == .absent)
    #expect(read("2025", "", "3").kind == .absent)
    #expect(read("0", "0", "0", "0", "0").kind == .absent)
    #expect(read("1900", "1", "1", "0", "0").kind == .absent)
    #expect(read("2205", "2", "3").kind == .implausible)
  }
}
