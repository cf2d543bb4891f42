import Testing

@testable import CommandLineKit

@Suite("Values that can be typed")
struct ExpressibleByArgumentTests {
  @Test(
    "a number is a finite decimal",
    arguments: [
      ("250", 250), ("-0.5", -0.5), (".5", 0.5), ("1e3", 1000), ("+2", 2), ("nan", nil),
      ("inf", nil), ("0x10", nil), ("1,5", nil), ("", nil), ("1e999", nil), (" 1", nil),
      ("12 m", nil),
    ] as [(String, Double?)])
  func numbers(text: String, expected: Double?) {
    #expect(Double(argument: text) == expected)
  }

  @Test(
    "a whole number has digits only",
    arguments: [
      ("7", 7), ("-7", -7), ("7.0", nil), ("", nil), ("1e3", nil), ("99999999999999999999", nil),
    ]
      as [(String, Int?)])
  func wholeNumbers(text: String, expected: Int?) {
    #expect(Int(argument: text) == expected)
    #expect(UInt64(argument: text) == expected.flatMap { UInt64(exactly: $0) })
  }

  @Test("a text is not empty")
  func texts() {
    #expect(String(argument: "x") == "x")
    #expect(String(argument: "") == nil)
  }

  @Test("a list has a value between all its commas, in the order typed")
  func lists() {
    typealias List = CommaSeparated<DemoCommand.Kernel>
    #expect(List(argument: "uniform,quartic")?.elements == [.uniform, .quartic])
    #expect(List(argument: "uniform")?.elements == [.uniform])
    #expect(List(argument: "uniform,") == nil)
    #expect(List(argument: "") == nil)
    #expect(List(argument: "uniform, quartic") == nil)
    #expect(List([.uniform, .quartic]).defaultValueDescription == "uniform,quartic")
  }

  @Test("a pair has something on both sides of its first equals sign")
  func pairs() {
    #expect(KeyedValue(argument: "start=From")?.key == "start")
    #expect(KeyedValue(argument: "start=a=b")?.value == "a=b")
    #expect(KeyedValue(argument: "start=")?.value == "")
    for text in ["start", "=From", "=", ""] { #expect(KeyedValue(argument: text) == nil) }
    #expect(KeyedValue(key: "a", value: "b").defaultValueDescription == "a=b")
  }

  @Test("a default reads back as the value it describes")
  func defaults() {
    for value in [250, 0.1, -1e-9, 1e22] {
      #expect(Double(argument: value.defaultValueDescription) == value)
    }
    #expect(250.0.defaultValueDescription == "250")
    #expect(42.defaultValueDescription == "42")
    #expect(UInt64.max.defaultValueDescription == "18446744073709551615")
    #expect("text".defaultValueDescription == "text")
    #expect(DemoCommand.Kernel.uniform.defaultValueDescription == "uniform")
  }

  @Test("each type says what it allows")
  func allowedValues() {
    #expect(String.allowedValues == "a text of at least one character")
    #expect(Int.allowedValues == "a whole number")
    #expect(UInt64.allowedValues == "a whole number, zero or more")
    #expect(Double.allowedValues == "a number")
    #expect(KeyedValue.allowedValues == "a pair KEY=VALUE")
    #expect(DemoCommand.Kernel.allowedValues == "one of quartic, uniform, triangular")
    #expect(
      CommaSeparated<Int>.allowedValues
        == "a list, separated by commas, where each is a whole number")
  }
}
