import Testing

@testable import HotspotAnalysis

@Suite struct CrossSideTests {
  @Test("numbers written as text stand in the order of the numbers")
  func numbers() {
    let (side, positions) = CrossSide.texts("Age", ["", "10", "100", "9", "9.5"])
    #expect(side.names == ["9", "9.5", "10", "100"])
    #expect(side.order == .given)
    #expect(positions == [nil, 2, 3, 0, 1])
  }

  @Test("one text that is no number makes all of them texts, which stand by their totals")
  func texts() {
    let (side, positions) = CrossSide.texts("Age", ["10", "9", "unknown"])
    #expect(side.names == ["10", "9", "unknown"])
    #expect(side.order == .largestFirst)
    #expect(positions == [0, 1, 2])
    #expect(CrossSide.texts("Age", [""]).0.names.isEmpty)
  }

  @Test(
    "what is not in digits is no number",
    arguments: ["nan", "inf", "0x10", "1,5", "", " 7", "1e999"])
  func noNumber(_ text: String) { #expect(PlainNumber.value(of: text) == nil) }

  @Test("signs, points and exponents are read")
  func number() {
    #expect(["7", "-7", "+7.25", "7e1"].map(PlainNumber.value) == [7, -7, 7.25, 70])
  }

  @Test("a number at a bound belongs to the band that begins there")
  func bands() throws {
    let bands = try #require(NumberBands(bounds: [18, 25, 35]))
    #expect(bands.names == ["under 18", "18-24", "25-34", "35 and over"])
    #expect([17.9, 18, 24.9, 25, 34, 35, 99, -4].map(bands.band) == [0, 1, 1, 2, 2, 3, 3, 0])
    let (side, positions) = CrossSide.bands("Age", ["", "18", "35", "n/a"], bands)
    #expect(positions == [nil, 1, 3, nil])
    #expect(side.showsEmpty && !side.canBeCut)
  }

  @Test("bands of one number, and of bounds that are not whole, are named for what they hold")
  func names() {
    #expect(NumberBands(bounds: [1, 2, 3])?.names == ["under 1", "1", "2", "3 and over"])
    #expect(NumberBands(bounds: [0.5, 2])?.names == ["under 0.5", "0.5 to under 2", "2 and over"])
    #expect(NumberBands(bounds: [-5, 0])?.names == ["under -5", "-5--1", "0 and over"])
  }

  @Test(
    "bounds that do not rise are none", arguments: [[], [1, 1], [2, 1], [.nan], [1, .infinity]])
  func noBands(_ bounds: [Double]) { #expect(NumberBands(bounds: bounds) == nil) }
}
