import Testing

@testable import Incidents

/// Reads text as a field of a date column.
func parse(_ text: String, _ reader: DateColumnReader = DateColumnReader()) -> ParsedTime {
  let bytes = Array(text.utf8)
  return reader.parse(bytes.span)
}

/// Reads text as the fields of a date and a time column.
func parse(
  date: String, time: String, _ reader: DateColumnReader = DateColumnReader()
) -> ParsedTime {
  let (day, clock) = (Array(date.utf8), Array(time.utf8))
  return reader.parse(date: day.span, time: clock.span)
}

@Suite("Reading a date column")
struct DateColumnReaderTests {
  struct Understood: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: ParsedTime
    var order: DateOrder?
    var testDescription: String { "'\(text)'" }

    init(_ text: String, _ kind: ParsedTime.Kind, _ seconds: Int64, order: DateOrder? = nil) {
      self.text = text
      self.expected = ParsedTime(kind, seconds: seconds)
      self.order = order
    }
  }

  /// The seconds are Python's: `(datetime(...) - datetime(1970, 1, 1)).total_seconds()`.
  static let understood: [Understood] = [
    .init("2023-03-30T15:25:00", .local, 1_680_189_900),
    .init("2023-03-30 15:25", .local, 1_680_189_900),
    .init("  2023-03-30 15:25 \t", .local, 1_680_189_900),
    .init("2023-03-30t15:25:59.999", .local, 1_680_189_959),
    .init("2023-03-30T15:25:07,5", .local, 1_680_189_907),
    .init("2023-03-30T15:25:00Z", .instant, 1_680_189_900),
    .init("2023-03-30T15:25:00.000z", .instant, 1_680_189_900),
    .init("2023-03-30 15:25:00 UTC", .instant, 1_680_189_900),
    .init("2023-03-30 15:25:00 GMT", .instant, 1_680_189_900),
    .init("2023-03-30T15:25:00+01:00", .instant, 1_680_186_300),
    .init("2023-03-30T15:25-0530", .instant, 1_680_209_700),
    .init("2023-03-30T15:25:00 +01", .instant, 1_680_186_300),
    .init("2023-03-30T00:15:00+05:45", .instant, 1_680_114_600),
    .init("20230330T152507", .local, 1_680_189_907),
    .init("20230330T1525Z", .instant, 1_680_189_900),
    .init("20230330", .day, 1_680_134_400),
    .init("2023-03-30", .day, 1_680_134_400),
    .init("2023/3/5", .day, 1_677_974_400),
    .init("2023.03.05 7:05", .local, 1_677_999_900),
    .init("2020-02-29", .day, 1_582_934_400),
    .init("2000-02-29", .day, 951_782_400),
    .init("1969-12-31T23:59:59", .local, -1),
    .init("1900-01-02", .day, -2_208_902_400),
    .init("2199-12-31 24:00", .local, 7_258_118_400),
    .init("2023-03-30T24:00:00", .local, 1_680_220_800),
    .init("2017-03", .month, 1_488_326_400),
    .init("2017/3", .month, 1_488_326_400),
    .init("03/2017", .month, 1_488_326_400),
    .init("3-2017", .month, 1_488_326_400),
    .init("Mar-2017", .month, 1_488_326_400),
    .init("march 2017", .month, 1_488_326_400),
    .init("31-Mar-2017", .day, 1_490_918_400),
    .init("31-MAR-2017 18:00:05", .local, 1_490_983_205),
    .init("1 September 2017", .day, 1_504_224_000),
    .init("1 sept 2017 06:00", .local, 1_504_245_600),
    .init("04/Dec/2017", .day, 1_512_345_600),
    .init("Mar 31, 2017", .day, 1_490_918_400),
    .init("May 4 2017 2:05 PM", .local, 1_493_906_700),
    .init("42825", .day, 1_490_918_400),
    .init("42825.0", .local, 1_490_918_400),
    .init("42825.75", .local, 1_490_983_200),
    .init("43469.6180555556", .local, 1_546_613_400),
    .init("43469.999999", .local, 1_546_646_400),
    .init("03/03/2017", .day, 1_488_499_200),
    .init("31/03/2017", .day, 1_490_918_400, order: .dayFirst),
    .init("3/4/2017 18:00", .local, 1_491_242_400, order: .dayFirst),
    .init("03-04-2017 18:00:01", .local, 1_491_242_401, order: .dayFirst),
    .init("03.04.2017", .day, 1_491_177_600, order: .dayFirst),
    .init("03/04/2017, 18:00", .local, 1_491_242_400, order: .dayFirst),
    .init("03/04/2017  1805", .local, 1_491_242_700, order: .dayFirst),
    .init("03/04/2017 12:00 AM", .local, 1_491_177_600, order: .dayFirst),
    .init("03/04/2017 12:30PM", .local, 1_491_222_600, order: .dayFirst),
    .init("03/04/2017 11:59:59 p.m.", .local, 1_491_263_999, order: .dayFirst),
    .init("03/04/2017 2 pm", .local, 1_491_228_000, order: .dayFirst),
    .init("03/31/2017", .day, 1_490_918_400, order: .monthFirst),
    .init("3/4/2017 6:00 PM", .local, 1_488_650_400, order: .monthFirst),
    .init("03-04-2017", .day, 1_488_585_600, order: .monthFirst),
  ]

  @Test("every layout gives the time that Python gives", arguments: understood)
  func readsLayouts(_ value: Understood) {
    // A date that needs no order is read under each of them.
    let orders: [DateOrder?] = value.order.map { [$0] } ?? [nil, .dayFirst, .monthFirst]
    for order in orders {
      #expect(parse(value.text, DateColumnReader(order: order)) == value.expected)
    }
  }

  @Test(
    "what is not a date is invalid under every order",
    arguments: [
      "31/02/2017", "29/02/2019", "2019-02-29", "1900-02-29", "2017-13-01", "2017-00-10",
      "2017-01-00", "32/01/2017", "13/13/2017", "32/13/19", "32-Jan-19", "2017", "201703",
      "2017.03", "9999", "123456",
      "1546610000", "42825.75.1", "42825,75", "09999", "2017-03-31T", "2017-03-31T25:00",
      "2017-03-31 24:01", "2017-03-31 12:60", "2017-03-31 12:00:60", "2017-03-31 1:",
      "2017-03-31 12:00 PMX", "2017-03-31 13:00 AM", "2017-03-31 0:30 PM", "2017-03-31 12",
      "2017-03-31x12:00", "2017-03-3112:00", "2017-03-31T12:00+1", "2017-03-31T12:00+99:00",
      "2017-03-31T12:00+01:60", "2017-03-31T12:00 IST", "2017-03-31T12:00:00.", "2017-03/31",
      "31/03-2017", "31-Mrz-2017", "Mar 32, 2017", "March", "Friday", "31 03 2017",
      "03/04/2017/05", "-1", "+2017-03-31", "12:00", "0.618", "1e5", "２０１７-03-31", "é", ",",
      "99999999", "999999999999999999999999", "42825.9E9", "42825.5E-99999",
    ])
  func refusesOthers(_ text: String) {
    for order in [nil, DateOrder.dayFirst, .monthFirst, .yearFirst] {
      #expect(parse(text, DateColumnReader(order: order)).kind == .invalid)
    }
  }

  @Test(
    "an empty field and a word for nothing are absent",
    arguments: [
      "", " ", "\t\r\n", "NULL", "(null)", "N/A", "na", "NaN", "NaT", "None", "-", "Unknown",
    ])
  func readsNothing(_ text: String) {
    #expect(parse(text) == ParsedTime(.absent))
    #expect(
      parse(date: "2019-01-04", time: text)
        == ParsedTime(.day, seconds: parse("2019-01-04").seconds))
  }

  @Test("a date that could be either is undecided until there is an order")
  func waitsForOrder() {
    #expect(parse("03/04/2017").kind == .undecided)
    #expect(parse("31/03/2017").kind == .undecided)
    #expect(parse("03/31/2017 12:00").kind == .undecided)
    #expect(parse("03/04/2017", DateColumnReader(order: .yearFirst)).kind == .invalid)
  }

  @Test("a date that fits the other order only contradicts the column")
  func contradicts() {
    #expect(parse("03/31/2017", DateColumnReader(order: .dayFirst)).kind == .contradictory)
    #expect(parse("31/03/2017", DateColumnReader(order: .monthFirst)).kind == .contradictory)
    #expect(parse("31/13/2017", DateColumnReader(order: .monthFirst)).kind == .invalid)
    #expect(parse("03/31/17", DateColumnReader(order: .dayFirst)).kind == .contradictory)
  }

  @Test("a whole serial number is a day, or midnight where the column has fractions")
  func readsWholeSerial() {
    #expect(parse("42825").kind == .day)
    let reader = DateColumnReader(wholeSerialIsMidnight: true)
    #expect(parse("42825", reader) == ParsedTime(.local, seconds: parse("2017-03-31").seconds))
  }

  @Test(
    "a time column is joined to its date",
    arguments: [
      ("0.6180555555555556", "14:50:00"), ("0.05555555555555555", "01:20:00"), ("0", "00:00:00"),
      ("0.999988425925926", "23:59:59"), (".5", "12:00:00"), ("6.94444444444444E-04", "00:01:00"),
      ("1.1574074074074E-05", "00:00:01"), ("5.7E-06", "00:00:00"), ("5.8E-06", "00:00:01"),
      ("0.00000000000000000000000000001", "00:00:00"), ("9.9999999999999E-06", "00:00:01"),
      ("14:50", "14:50:00"), ("1450", "14:50:00"), ("145007", "14:50:07"), ("2:50 PM", "14:50:00"),
      ("12:00 am", "00:00:00"), ("0000", "00:00:00"), ("9:05", "09:05:00"),
    ])
  func joinsTime(_ time: String, _ clock: String) {
    #expect(parse(date: "2019-01-04", time: time) == parse("2019-01-04T\(clock)"))
    // The portal of New York writes its dates as midnights.
    #expect(parse(date: "2019-01-04T00:00:00.000", time: time) == parse("2019-01-04T\(clock)"))
    #expect(parse(date: "43469", time: time) == parse("2019-01-04T\(clock)"))
  }

  @Test("a fraction that rounds up to a day, and 24:00, are the next midnight")
  func joinsEndOfDay() {
    #expect(parse(date: "2019-01-04", time: "0.999999") == parse("2019-01-05T00:00"))
    #expect(parse(date: "2019-01-04", time: "24:00") == parse("2019-01-05T00:00"))
  }

  @Test("an offset in the time column counts")
  func joinsOffset() {
    #expect(parse(date: "2019-01-04", time: "14:50+01:00") == parse("2019-01-04T13:50Z"))
  }

  @Test(
    "a date and a time that do not fit together are invalid",
    arguments: [
      ("2019-01", "12:00"), ("2019-01-04T09:00", "12:00"), ("2019-01-04T00:00Z", "12:00"),
      ("2019-01-04", "1"), ("2019-01-04", "1.5"), ("2019-01-04", "-0.5"), ("2019-01-04", "noon"),
      ("2019-01-04", "25:00"), ("2019-01-04", "0.5.5"), ("2019-01-04", "0.5E+1"),
      ("2019-01-04", "0.5E-"), ("x", "12:00"),
    ])
  func refusesPairs(_ date: String, _ time: String) {
    #expect(parse(date: date, time: time).kind == .invalid)
  }

  @Test("without a date a time is nothing")
  func needsDate() { #expect(parse(date: "", time: "12:00").kind == .absent) }

  @Test("the finest that a value tells is its granularity")
  func tellsGranularity() {
    #expect(parse("2017-03").granularity == .month)
    #expect(parse("2017-03-31").granularity == .day)
    #expect(parse("2017-03-31T12:00").granularity == .time)
    #expect(parse("2017-03-31T12:00Z").granularity == .time)
    #expect(parse("x").granularity == nil)
    #expect(TimeGranularity.month < .day && TimeGranularity.day < .time)
  }
}
