import Testing

@testable import Incidents

@Suite("Columns of numbers as people write them")
struct NumberColumnTests {
  private func values(_ texts: [String]) throws -> [Double?] { try NumberColumn(texts).values }

  @Test("signs, marks of thousands, powers of ten and blanks of any width are numbers")
  func numbers() throws {
    let texts = [
      "1,234", " 12 ", "-3.5", "\u{2212}7", "+2", "1 234 567", "12\u{a0}345.5", "1.2E+05",
    ]
    #expect(try values(texts) == [1234, 12, -3.5, -7, 2, 1_234_567, 12_345.5, 120_000])
    #expect(try values(["0.125", "1.234", "12.345"]) == [0.125, 1.234, 12.345])
  }

  @Test("a decimal comma is proven by one number, for the whole column")
  func commas() throws {
    #expect(try values(["1,234", "12,5", "1.234,5", "7"]) == [1.234, 12.5, 1234.5, 7])
    #expect(try values(["1,234", "12.5"]) == [1234, 12.5])
    #expect(throws: NumberColumn.Fault.mixedMarks(pointRow: 2, commaRow: 1)) {
      try NumberColumn(["3", "12,5", "12.5"])
    }
    #expect(throws: NumberColumn.Fault.mixedMarks(pointRow: 1, commaRow: 0)) {
      try NumberColumn(["1,234", "1.234"])
    }
  }

  @Test("where semicolons separate fields, a comma that may be decimal is not guessed at")
  func semicolons() throws {
    #expect(throws: NumberColumn.Fault.unsettledComma(row: 1)) {
      try NumberColumn(["3", "1,234"], mayHaveDecimalCommas: true)
    }
    let settled = try NumberColumn(["3,5", "1,234"], mayHaveDecimalCommas: true)
    #expect(settled.values == [3.5, 1.234])
    #expect(try NumberColumn(["1,234", "5.5"], mayHaveDecimalCommas: true).values == [1234, 5.5])
  }

  @Test("percentages keep their value, and all numbers but zero have the sign or none has")
  func percentages() throws {
    let column = try NumberColumn(["12%", "7.5 %", "0", "n/a"])
    #expect(column.values == [12, 7.5, 0, nil] && column.arePercentages)
    #expect(try !NumberColumn(["12", "0"]).arePercentages)
    #expect(throws: NumberColumn.Fault.mixedPercentages(row: 0, withoutRow: 2)) {
      try NumberColumn(["12%", "", "0.12"])
    }
  }

  @Test(
    "nothing, dashes, suppression and the shorthand of official statistics are no numbers",
    arguments: [
      "", " ", "-", "–", "n/a", "N/A", "*", "c", "[c]", "[x]", "z", "[low]", "..", "NULL",
    ])
  func absent(text: String) throws {
    #expect(try values([text, "4"]) == [nil, 4])
  }

  @Test(
    "anything else is refused with its row", arguments: ["abc", "12a", "1,23,4", "£5", "1/2", "<5"])
  func refused(text: String) {
    #expect(throws: NumberColumn.Fault.notANumber(row: 1)) { try NumberColumn(["1", text]) }
  }
}
