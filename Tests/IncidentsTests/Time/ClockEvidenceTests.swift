import Testing

@testable import Incidents

@Suite("Numbers in a column of times")
struct ClockEvidenceTests {
  func observe(_ values: [String]) -> ClockEvidence {
    var evidence = ClockEvidence()
    for value in values { evidence.observe(Array(value.utf8).span) }
    return evidence
  }

  func read(_ time: String, _ format: TimeFormat?) -> ParsedTime {
    parse(date: "2025-02-24", time: time, DateColumnReader(timeFormat: format))
  }

  @Test("a number that cannot be an hour makes all of them hours and minutes")
  func judges() {
    #expect(observe(["0", "5", "23", "", "NULL"]).format == .hour)
    #expect(observe(["5", "257", "23"]).format == .hhmm)
    #expect(observe(["5", "24"]).format == .hhmm)
    #expect(observe(["5", "0005"]).format == .hhmm)
    #expect(observe(["5.0", "914.0"]).format == .hhmm)
    #expect(observe(["00:00:00.0000000", "1415"]).format == .hhmm)
    #expect(observe(["0", "0.618", "14:15", "99", "2575"]).format == nil)
  }

  @Test("what hours alone leave open a later number can settle, whatever the cuts")
  func staysOpen() {
    #expect(observe(["5", "12"]).isOpen)
    #expect(!observe(["5", "257"]).isOpen)
    #expect(!observe(["14:15", "0"]).isOpen)
    #expect(observe(["0.30"]).isOpen)
    #expect(!observe(["0.30", "9.30"]).isOpen)
    #expect(observe(["0.30", "9.30"]).areFractionsTimes)
    #expect(!observe(["0.30", "0.618"]).areFractionsTimes)
    let values = ["5", "", "0.30", "257", "9.30", "12", "0.125"]
    for cut in 0...values.count {
      var first = observe(Array(values.prefix(cut)))
      first.merge(observe(Array(values.dropFirst(cut))))
      #expect(first == observe(values))
    }
  }

  @Test(
    "hours and minutes without zeros before them are read",
    arguments: [
      ("257", "02:57"), ("914", "09:14"), ("5", "00:05"), ("0", "00:00"), ("59", "00:59"),
      ("2359", "23:59"), ("1415.0", "14:15"), ("5.0", "00:05"), ("0005", "00:05"),
      ("14:15", "14:15"),
      ("9.30", "09:30"), ("0930hrs", "09:30"), ("930hrs", "09:30"), ("9h05", "09:05"),
    ])
  func readsClocks(_ time: String, _ right: String) {
    #expect(read(time, .hhmm) == parse("2025-02-24T\(right)"))
  }

  @Test("an hour alone is that hour, and a clock in a column of hours contradicts it")
  func readsHours() {
    let midnight = parse("2025-02-24").seconds
    #expect(read("0", .hour) == ParsedTime(.hour, seconds: midnight))
    #expect(read("22", .hour) == ParsedTime(.hour, seconds: midnight + 22 * 3600))
    #expect(read("22.0", .hour) == ParsedTime(.hour, seconds: midnight + 22 * 3600))
    #expect(read("07", .hour) == ParsedTime(.hour, seconds: midnight + 7 * 3600))
    #expect(read("2230", .hour).kind == .contradictory)
    #expect(read("24", .hour).kind == .contradictory)
    #expect(read("99", .hour).kind == .invalid)
    #expect(read("22:30", .hour) == parse("2025-02-24T22:30"))
    #expect(read("", .hour).kind == .day)
  }

  @Test("until the column is known, only numbers that cannot be hours are read")
  func waits() {
    #expect(read("5", nil).kind == .invalid)
    #expect(read("257", nil) == parse("2025-02-24T02:57"))
    #expect(read("45", nil) == parse("2025-02-24T00:45"))
    #expect(read("0", nil) == parse("2025-02-24T00:00"))
    #expect(read("60", nil).kind == .invalid)
    #expect(read("2575", nil).kind == .invalid)
  }

  @Test("a fraction of a day stays one, unless the column has times with a point")
  func tellsFractions() {
    #expect(read("0.25", nil) == parse("2025-02-24T06:00"))
    var reader = DateColumnReader()
    reader.hasDottedTimes = true
    #expect(
      parse(date: "2025-02-24", time: "0.25", reader) == parse("2025-02-24T00:25"))
    #expect(read("12.45", nil) == parse("2025-02-24T12:45"))
  }

  @Test("a time with the day from which a program counts is a time of day")
  func readsDatedTimes() {
    for time in [
      "1899-12-30 22:30:00", "30/12/1899 22:30", "1900-01-01T22:30:00", "2025-02-24 22:30:00",
    ] {
      #expect(
        parse(date: "2025-02-24", time: time, DateColumnReader(order: .dayFirst))
          == parse("2025-02-24T22:30"))
    }
    #expect(
      parse(date: "2025-02-24", time: "1899-12-30 00:00:00") == parse("2025-02-24T00:00"))
    #expect(parse(date: "2025-02-24", time: "2025-02-25 22:30:00").kind == .invalid)
  }
}
