import Testing

@testable import Workbooks

@Suite("Number form")
struct NumberFormTests {
  @Test(
    "format codes that spreadsheets write",
    arguments: [
      ("General", NumberForm.number), ("0.00", .number), ("#,##0;[Red]-#,##0", .number),
      ("0.00E+00", .number), ("0%", .number), ("[$£-809]#,##0.00", .number), ("@", .number),
      ("0 \"days\"", .number), ("0\\d", .number), ("[Red]0", .number), ("_-* #,##0_-", .number),
      ("yyyy-mm-dd", .date(hasTime: false)), ("d/m/yy", .date(hasTime: false)),
      ("[$-809]dd\\ mmmm\\ yyyy;@", .date(hasTime: false)), ("dddd", .date(hasTime: false)),
      ("d-mmm", .date(hasTime: false)), ("mmmm", .date(hasTime: false)),
      ("yyyy-mm-dd hh:mm:ss", .date(hasTime: true)), ("m/d/yy h:mm AM/PM", .date(hasTime: true)),
      ("YYYY\\-MM\\-DD\\ HH:MM", .date(hasTime: true)), ("mmm-yy", .month), ("mm/yyyy", .month),
      ("yyyy", .year), ("hh:mm", .time), ("h:mm AM/PM", .time), ("hh:mm:ss.000", .time),
      ("mm:ss", .time), ("hh\"h\"mm", .time), ("[h]:mm", .duration), ("[hh]:mm:ss", .duration),
      ("[mm]:ss", .duration),
    ])
  func codes(_ code: String, _ form: NumberForm) {
    #expect(NumberForm(code: code) == form)
  }

  @Test("formats that every workbook has")
  func builtIn() {
    // ISO/IEC 29500-1, section 18.8.30.
    let dates = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]
    #expect(
      (0...49).filter { NumberForm(builtIn: $0) != .number && !(27...36).contains($0) } == dates)
    #expect(NumberForm(builtIn: 22) == .date(hasTime: true))
    #expect(NumberForm(builtIn: 17) == .month)
  }
}
