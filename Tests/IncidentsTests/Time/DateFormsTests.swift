import Testing

@testable import Incidents

/// Reads a text as the only value of a column whose dates have their day first.
private func readAlone(_ text: String) -> ParsedTime {
  let bytes = Array(text.utf8)
  var evidence = DateOrderEvidence()
  evidence.observe(bytes.span)
  return evidence.reader(order: .dayFirst, timeFormat: nil).parse(bytes.span)
}

/// Tells a reading as a clock and a calendar in London show it.
private func words(_ time: ParsedTime) throws -> String {
  let rules = try TimeZoneDatabase.system.rules(named: "Europe/London")
  let civil =
    time.kind == .instant ? rules.civilTime(at: time.seconds) : CivilTime(seconds: time.seconds)
  return switch time.kind {
  case .month: "\(civil.date.description.prefix(7)) (month)"
  case .day: "\(civil.date) (no time of day)"
  case .local, .instant: String(civil.description.prefix(16))
  case .absent: "none"
  case .implausible: "refused, and said"
  default: "rejected"
  }
}

@Suite("Forms of dates that people's systems write")
struct DateFormsTests {
  /// What each means in London with its day first.
  ///
  /// The days, weekdays and instants are those of GNU
  /// date (`TZ=Europe/London date -d @1738576800`), the serial number that of LibreOffice.
  static let forms: [(form: String, right: String)] = [
    ("2025-02-03T10:00:00Z", "2025-02-03T10:00"),
    ("2025-02-03T10:00:00.000Z", "2025-02-03T10:00"),
    ("2025-02-03T10:00:00+00", "2025-02-03T10:00"),
    ("2025-02-03 10:00:00+01:00", "2025-02-03T09:00"),
    ("20250203", "2025-02-03 (no time of day)"),
    ("20250203T100000Z", "2025-02-03T10:00"),
    ("202502031000", "2025-02-03T10:00"),
    ("20250203100000", "2025-02-03T10:00"),
    ("20250203100000.000", "2025-02-03T10:00"),
    ("20250203 1000", "2025-02-03T10:00"),
    ("1738576800", "2025-02-03T10:00"),
    ("1738576800000", "2025-02-03T10:00"),
    ("1738576800000.0", "2025-02-03T10:00"),
    ("1738576800.0", "2025-02-03T10:00"),
    ("1738576800.123456", "2025-02-03T10:00"),
    ("1.7385768e12", "2025-02-03T10:00"),
    ("1.7385768E+12", "2025-02-03T10:00"),
    ("1.7385768e9", "2025-02-03T10:00"),
    ("1.73858E+12", "rejected"),
    ("45691", "2025-02-03 (no time of day)"),
    ("45691.416667", "2025-02-03T10:00"),
    ("03-Feb-25", "2025-02-03 (no time of day)"),
    ("03-Feb-69", "2069-02-03 (no time of day)"),
    ("03-Feb-70", "1970-02-03 (no time of day)"),
    ("03-FEB-2025 10:00", "2025-02-03T10:00"),
    ("3Feb2025", "2025-02-03 (no time of day)"),
    ("3 February 2025", "2025-02-03 (no time of day)"),
    ("3rd February 2025, 10:00", "2025-02-03T10:00"),
    ("03.Feb.2025 10:00", "2025-02-03T10:00"),
    ("Mon 3 Feb 2025 10:00", "2025-02-03T10:00"),
    ("Monday, 3 February 2025", "2025-02-03 (no time of day)"),
    ("Monday 03/02/2025 10:00", "2025-02-03T10:00"),
    ("Wednesday 5 February 2025", "2025-02-05 (no time of day)"),
    ("Mon 2025-02-03 10:00:00 UTC", "2025-02-03T10:00"),
    ("Tue 3 Feb 2025 10:00", "rejected"),
    ("Monday", "rejected"),
    ("February 3, 2025 10:00 AM", "2025-02-03T10:00"),
    ("Feb 3rd, 2025", "2025-02-03 (no time of day)"),
    ("Feb  3 2025 10:00AM", "2025-02-03T10:00"),
    ("Feb-03-25", "2025-02-03 (no time of day)"),
    ("Mon Feb  3 10:00:00 2025", "2025-02-03T10:00"),
    ("Mon  3 Feb 10:00:00 GMT 2025", "2025-02-03T10:00"),
    ("03/02/2025 10:00 AM", "2025-02-03T10:00"),
    ("03/02/2025 10:00\u{202F}AM", "2025-02-03T10:00"),
    ("\u{A0}03/02/2025\u{A0}10:00\u{A0}", "2025-02-03T10:00"),
    ("03/02/2025 22:00 PM", "2025-02-03T22:00"),
    ("03/02/2025 0:30 AM", "2025-02-03T00:30"),
    ("03/02/2025 22:00 AM", "rejected"),
    ("03/02/2025 0:30 PM", "rejected"),
    ("03/02/2025 24:00", "2025-02-04T00:00"),
    ("2025-02-03 24:00:00", "2025-02-04T00:00"),
    ("2025-02-03T24:00", "2025-02-04T00:00"),
    ("2025/02/03", "2025-02-03 (no time of day)"),
    ("2025.02.03 10:00", "2025-02-03T10:00"),
    ("3.2.2025", "2025-02-03 (no time of day)"),
    ("03/02/25", "2025-02-03 (no time of day)"),
    ("3/2/25 10:00", "2025-02-03T10:00"),
    ("03/02/99", "1999-02-03 (no time of day)"),
    ("03/02/2025 10.00", "2025-02-03T10:00"),
    ("03/02/2025 9.30", "2025-02-03T09:30"),
    ("03/02/2025 9.30.15", "2025-02-03T09:30"),
    ("03/02/2025 9.5", "rejected"),
    ("03/02/2025 1000", "2025-02-03T10:00"),
    ("03/02/2025 930", "2025-02-03T09:30"),
    ("03/02/2025 9", "rejected"),
    ("03/02/2025 1000hrs", "2025-02-03T10:00"),
    ("03/02/2025 10:00 hours", "2025-02-03T10:00"),
    ("03/02/2025 1000h", "2025-02-03T10:00"),
    ("03/02/2025 10h30", "2025-02-03T10:30"),
    ("03/02/2025 10h", "2025-02-03T10:00"),
    ("Feb-25", "2025-02 (month)"),
    ("Sept-25", "2025-09 (month)"),
    ("Feb 25", "rejected"),
    ("25-Feb", "rejected"),
    ("02/2025", "2025-02 (month)"),
    ("2025-02", "2025-02 (month)"),
    ("2025 February", "2025-02 (month)"),
    ("2025-Feb", "2025-02 (month)"),
    ("2025 Feb 03 10:00:00 PM", "2025-02-03T22:00"),
    ("2025-Feb-03", "2025-02-03 (no time of day)"),
    ("2025-W06-1", "rejected"),
    ("2025-034", "rejected"),
    ("2025-02-03-10.00.00.000000", "2025-02-03T10:00"),
    ("2025-02-03-05:00", "rejected"),
    ("2025-02-03_10:00", "2025-02-03T10:00"),
    ("03/Feb/2025:10:00:00 +0000", "2025-02-03T10:00"),
    ("3 February 2025 at 10:00 AM", "2025-02-03T10:00"),
    ("20250203100000Z", "2025-02-03T10:00"),
    ("Mon. 3 Feb. 2025", "2025-02-03 (no time of day)"),
    ("2025-02-03 10:00:00 +0000 UTC", "2025-02-03T10:00"),
    ("2025-07-03 10:00:00 Europe/London", "2025-07-03T10:00"),
    ("03/02/2025 9.30pm", "2025-02-03T21:30"),
    ("03/02/2025 0930 hrs", "2025-02-03T09:30"),
    ("03/02/2025  10:00:00 ", "2025-02-03T10:00"),
    ("2025-02-03 10:00:00.0000000", "2025-02-03T10:00"),
    ("2025-02-03 10:00:00:000", "2025-02-03T10:00"),
    ("2025-02-03 10:00:00 UTC", "2025-02-03T10:00"),
    ("2025-02-03 10:00:00 GMT", "2025-02-03T10:00"),
    ("2025-02-03 10:00 BST", "2025-02-03T09:00"),
    ("2025-07-03 10:00 BST", "2025-07-03T10:00"),
    ("2025-07-03 10:00 GMT", "2025-07-03T11:00"),
    ("2025-02-03 10:00 EST", "rejected"),
    ("2025-02-03T10:00:00[Europe/London]", "2025-02-03T10:00"),
    ("2025-07-03T10:00:00[Europe/London]", "2025-07-03T10:00"),
    ("2025-07-03T10:00:00+01:00[Europe/London]", "2025-07-03T10:00"),
    ("2025-02-03T10:00:00Z[UTC]", "2025-02-03T10:00"),
    ("2025-02-03T10:00:00[America/New_York]", "rejected"),
    ("Mon, 03 Feb 2025 10:00:00 GMT", "2025-02-03T10:00"),
    ("Mon, 03 Feb 2025 10:00:00 +0000", "2025-02-03T10:00"),
    ("/Date(1738576800000)/", "2025-02-03T10:00"),
    ("/Date(1738576800000+0100)/", "2025-02-03T10:00"),
    ("/Date(x)/", "rejected"),
    ("2025-02-30", "rejected"),
    ("2025-02-03 25:00", "rejected"),
    ("2025-02-03 10:60", "rejected"),
    ("30/02/25", "rejected"),
    ("30-Feb-25", "rejected"),
    ("202502301000", "rejected"),
    ("20250203100060", "rejected"),
    ("03 Février 2025", "rejected"),
    ("2025-02-03 10:00:00,000", "2025-02-03T10:00"),
    ("03/02/2025 10:00:00.123 AM", "2025-02-03T10:00"),
    ("Mon Feb 03 2025 10:00:00 GMT+0000 (Greenwich Mean Time)", "2025-02-03T10:00"),
    ("Thu Jul 03 2025 10:00:00 GMT+0100 (British Summer Time)", "2025-07-03T10:00"),
    ("'2025-02-03", "2025-02-03 (no time of day)"),
    ("'03/02/2025 10:00'", "2025-02-03T10:00"),
    ("'1738576800", "2025-02-03T10:00"),
    ("03/02/2025 12:30 a.m.", "2025-02-03T00:30"),
    ("03/02/2025 12:30 p.m", "2025-02-03T12:30"),
    ("2025-2-3 9:5", "2025-02-03T09:05"),
    ("04MAR2025:21:05:00", "2025-03-04T21:05"),
    ("04MAR25:21:05:00", "2025-03-04T21:05"),
    ("04-Mar-25 10:00", "2025-03-04T10:00"),
    ("Tue 04 Mar 2025 10:15", "2025-03-04T10:15"),
    ("04/03/25 10.20", "2025-03-04T10:20"),
    ("2025-3-4 9:5", "2025-03-04T09:05"),
    // Slips of the pen: refused where dates are needed, and said in any case.
    ("25/02/0025 10:00", "refused, and said"),
    ("25/02/20225 10:00", "refused, and said"),
    ("25/02/2205 10:00", "refused, and said"),
    ("25/02/225", "refused, and said"),
    ("20225-02-25", "refused, and said"),
    ("0025-02-25T10:00:00Z", "refused, and said"),
    ("25-Feb-0025", "refused, and said"),
    ("31/02/2205", "rejected"),
  ]

  @Test("each is read as what it means", arguments: forms)
  func readsForms(form: String, right: String) throws {
    #expect(try words(readAlone(form)) == right)
  }

  @Test(
    "what stands for none is none, whatever the order",
    arguments: [
      "NULL", "null", "N/A", "#N/A", "nan", "NaT", "-", "\\N", "None", "unknown", "UNK",
      "Not recorded", ".", "?", "\"\"", "0", "0000-00-00", "0000-00-00 00:00:00", "1900-01-01",
      "1899-12-30 00:00:00", "01/01/1753", "9999-12-31", "00/00/0000", "TBC", "(null)", "<null>",
      // Others of the same kinds.
      "n.a.", "nil", "--", "\u{2014}", "  /  /    ", "[NULL]", "Not known", "not stated", "N/K",
      "00:00:00 00/00/0000", "0.0", "0000-00-00T00:00:00.000Z", "1900-01-01T00:00:00Z",
      "01/01/1900 00:00", "30/12/1899", "12/30/1899 12:00:00 AM", "01/01/0001 00:00:00",
      "31/12/9999 23:59:59", "9999-12-31T00:00:00", "31-DEC-9999", "99991231", "00/01/1900",
      "99/99/9999",
      "1753-01-01 00:00:00.000", "01-JAN-1900", "/Date(-62135596800000)/", "19000101",
    ])
  func readsNone(_ text: String) {
    for order in [nil, DateOrder.dayFirst, .monthFirst] {
      #expect(parse(text, DateColumnReader(order: order)).kind == .absent)
    }
  }

  @Test(
    "what only looks like none is not",
    arguments: ["########", "#VALUE!", "n", "\\X", "x", "1900-01-02", "1900-01-01 10:30", "00:00"])
  func keepsOthers(_ text: String) { #expect(parse(text).kind != .absent) }

  @Test("numbers are instants only where the whole column is of them")
  func judgesColumnsOfNumbers() {
    func column(_ values: String...) -> EpochUnit? {
      var evidence = DateOrderEvidence()
      for value in values { evidence.observe(Array(value.utf8).span) }
      return evidence.epoch
    }
    #expect(column("1738576800", "", "NULL", "1738576801") == .seconds)
    #expect(column("1738576800000", "1738576800001") == .milliseconds)
    #expect(column("1738576800", "1738576800000") == nil)
    #expect(column("1738576800", "2025-02-03") == nil)
    #expect(column("1738576800", "45691") == nil)
    // An hour without marks between its parts, which would be a date of 2034.
    #expect(column("2025020310", "2025020311") == nil)
    #expect(column("2025020310", "2025020399") == .seconds)
    #expect(column("202502301000") == nil)
    #expect(column("952502301000") == .milliseconds)
    #expect(column("12345678") == nil)
    #expect(column("4155760000") == nil)
    #expect(parse("1738576800").kind == .invalid)
    let reader = DateColumnReader(epoch: .seconds)
    #expect(parse("2025-02-03T10:00:00", reader).kind == .contradictory)
    #expect(parse("3 Feb 25", reader).kind == .contradictory)
    #expect(parse("1738576800000", reader).kind == .contradictory)
    #expect(parse("x", reader).kind == .invalid)
    #expect(parse("", reader).kind == .absent)
  }

  @Test("a year of two digits begins a date only where the user says so")
  func asksForShortYears() throws {
    func settle(_ values: String...) throws -> DateOrder? {
      var evidence = DateOrderEvidence()
      for value in values { evidence.observe(Array(value.utf8).span) }
      return try evidence.settle(column: "Date")
    }
    #expect(try settle("31/12/24", "01/03/25", "17/03/25") == .dayFirst)
    #expect(try settle("31/12/25") == .dayFirst)
    #expect(try settle("12/31/25") == .monthFirst)
    // The last part varies more than the first.
    #expect(throws: DateOrderError.yearOrDay(column: "Date", example: "25-02-03")) {
      try settle("25-02-03", "25-02-14", "25-02-28")
    }
    #expect(throws: DateOrderError.self) { try settle("25-02-14") }
    #expect(throws: DateOrderError.self) { try settle("03/04/25", "05/06/25") }
    #expect(try settle("25-02-03", "25-02-14", "26-02-2025") == .dayFirst)
    #expect(
      parse("25-02-03", DateColumnReader(order: .yearFirst)) == parse("2025-02-03"))
  }
}
