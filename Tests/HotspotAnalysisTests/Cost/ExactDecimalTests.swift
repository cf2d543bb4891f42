import Testing

@testable import HotspotAnalysis

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "numbers are what is written, noughts at the ends or not",
    arguments: [
      ("1380", "1380"), ("1.211519125", "1.211519125"), (".5", "0.5"), ("5.", "5"), ("0", "0"),
      ("007.0500", "7.05"), ("0.000", "0"), ("100.0010", "100.001"),
      ("999999999999999999", "999999999999999999"),
      ("0.000000000000000001", "0.000000000000000001"), ("00000000000000000000012", "12"),
    ])
  func reading(text: String, written: String) throws {
    #expect(try #require(ExactDecimal(text)).description == written)
  }

  @Test(
    "other text, and more than eighteen digits, is no number",
    arguments: [
      "", ".", "-1", "+1", "1,380", "£5", "1e3", "1.2.3", " 1", "n/a", "١",
      "1000000000000000000", "0.0000000000000000001",
    ])
  func refusal(text: String) { #expect(ExactDecimal(text) == nil) }

  /// Worked with Python's `decimal`, `ROUND_HALF_UP`; binary doubles give 11 and 1 for the first two.
  @Test(
    "a product is rounded once, halves up",
    arguments: [
      (["1", "11.5"], 12), (["1", "1.5"], 2), (["3", "0.5"], 2), (["5", "0.5"], 3),
      (["1", "2.675", "100"], 268), (["1", "1.005", "100"], 101), (["7", "0.0714285"], 0),
      (["49632", "20", "1.211519125"], 1_202_602), (["3", "3217740", "1.211519125"], 11_695_061),
      (["1", "0.49999999999999999"], 0), (["0", "999999999999999999"], 0),
      (["1", "0.000000000000000005", "100000000000000000"], 1),
      (["9", "999999999999999999"], 8_999_999_999_999_999_991),
    ] as [([String], Int)])
  func rounding(factors: [String], product: Int) throws {
    let numbers = try factors.map { try #require(ExactDecimal($0)) }
    #expect(ExactDecimal.roundedProduct(numbers) == product)
    #expect(ExactDecimal.roundedProduct(numbers.reversed()) == product)
  }

  @Test("a product that does not fit is none")
  func overflow() {
    let most = ExactDecimal(999_999_999_999_999_999)
    #expect(ExactDecimal.roundedProduct([most, ExactDecimal(10)]) == nil)
    #expect(ExactDecimal.roundedProduct([most, most, most]) == nil)
    #expect(ExactDecimal.roundedProduct([]) == 1)
  }

  @Test(
    "a column adds up to its exact sum, with the fewest and smallest changes",
    arguments: [
      // 0.4 + 0.4 + 0.4 is 1.2; of equal ones the first is one more.
      (["0.4", "0.4", "0.4"], [1, 0, 0]), (["0.3", "0.45", "0.4", "0"], [0, 1, 0, 0]),
      // 0.6 + 0.7 + 0.5 is 1.8.
      (["0.6", "0.7", "0.5"], [1, 1, 0]), (["0.5", "0.5", "0.5", "0.5"], [0, 0, 1, 1]),
      (["1.5", "2.5"], [1, 3]), (["1", "2", "3"], [1, 2, 3]), ([], []),
    ] as [([String], [Int])])
  func columns(amounts: [String], cells: [Int]) throws {
    let numbers = try amounts.map { [try #require(ExactDecimal($0))] }
    let column = try #require(ExactDecimal.roundedColumn(numbers))
    #expect(column.cells == cells && column.sum == cells.reduce(0, +))
  }

  @Test("sums are exact")
  func sums() throws {
    let numbers = try ["0.1", "0.20", "3"].map { try #require(ExactDecimal($0)) }
    #expect(ExactDecimal.sum(numbers)?.description == "3.3")
    #expect(ExactDecimal.sum([])?.isZero == true)
    let most = ExactDecimal(999_999_999_999_999_999)
    #expect(ExactDecimal.sum([most, ExactDecimal(1)]) == nil)
    #expect(ExactDecimal.sum([most, numbers[0]]) == nil)
  }

  @Test("floating-point numbers are taken to their sixth place")
  func doubles() {
    #expect(ExactDecimal(rounding: 2.5)?.description == "2.5")
    #expect(ExactDecimal(rounding: 1 / 3)?.description == "0.333333")
    #expect(ExactDecimal(rounding: 1234)?.description == "1234")
    #expect(ExactDecimal(rounding: -1) == nil && ExactDecimal(rounding: .infinity) == nil)
    #expect(ExactDecimal(rounding: .nan) == nil && ExactDecimal(rounding: 1e13) == nil)
    #expect(ExactDecimal("1.211519125")?.double == 1.211519125)
  }
}
