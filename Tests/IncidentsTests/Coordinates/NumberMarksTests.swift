import Testing

@testable import Incidents

@Suite("Decimal marks and thousands")
struct NumberMarksTests {
  private static func read(_ text: String, _ marks: NumberMarks) -> NumberMarks.Reading {
    var plain = CoordinateText()
    var digits: [UInt8] = []
    let bytes = Array(text.utf8)
    plain.take(bytes.span)
    let storage = plain.bytes
    return marks.read(storage.span, storage.span.trimmedRange, digits: &digits)
  }

  @Test(
    "numbers of metres with decimal points",
    arguments: [
      ("530,500", .number(530_500)), ("530,600.25", .number(530_600.25)),
      ("1,234,567", .number(1_234_567)), ("530 500.5", .number(530_500.5)),
      ("530'500", .number(530_500)), ("530’500.5", .number(530_500.5)),
      ("530\u{a0}500", .number(530_500)), ("530\u{202f}500", .number(530_500)),
      ("5,30,500", .number(530_500)), ("−5.5", .number(-5.5)), (".5", .number(0.5)),
      ("5.", .number(5)), ("+530500", .number(530_500)), ("530500,25", .contradictory),
      ("1.234.567", .contradictory), ("530.500,25", .contradictory), ("0,5", .contradictory),
      ("5,3050", .contradictory), ("53,05,00", .none), ("5305,00,", .none), ("5.3.0", .none),
      ("530 50", .none), ("5 3", .none), ("x", .none), ("", .none), (".", .none), ("1,,000", .none),
    ] as [(String, NumberMarks.Reading)])
  func points(text: String, reading: NumberMarks.Reading) {
    #expect(Self.read(text, NumberMarks()) == reading)
  }

  @Test(
    "the same with decimal commas",
    arguments: [
      ("530.500", .number(530_500)), ("530.500,25", .number(530_500.25)),
      ("530500,25", .number(530_500.25)), ("530 500,25", .number(530_500.25)),
      ("530'500,25", .number(530_500.25)), ("1.234.567", .number(1_234_567)),
      ("530,500", .number(530.5)), ("530500.25", .contradictory), ("530,600.25", .contradictory),
      ("1,234,567", .contradictory),
    ] as [(String, NumberMarks.Reading)])
  func commas(text: String, reading: NumberMarks.Reading) {
    #expect(Self.read(text, NumberMarks(decimal: NumberShape.comma)) == reading)
  }

  @Test("degrees have no thousands")
  func degrees() {
    let points = NumberMarks(areDegrees: true)
    #expect(Self.read("51.508", points) == .number(51.508))
    #expect(Self.read("51,508", points) == .contradictory)
    let commas = NumberMarks(decimal: NumberShape.comma, areDegrees: true)
    #expect(Self.read("51,508", commas) == .number(51.508))
    #expect(Self.read("51.508", commas) == .contradictory)
    #expect(Self.read("51 508", commas) == .none)
  }
}
