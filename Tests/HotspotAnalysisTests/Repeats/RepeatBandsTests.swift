import HotspotAnalysis
import Testing

@Suite("Bands of repeats")
struct RepeatBandsTests {
  @Test("bands are read as people write them, and every number from 1 on is in one")
  func bands() throws {
    let bands = try RepeatBands("1,2,3-5,6-9,10+")
    #expect(bands == .usual)
    #expect(bands.names == ["1", "2", "3-5", "6-9", "10+"])
    #expect([1, 2, 3, 5, 6, 9, 10, 4000].map(bands.band) == [0, 1, 2, 2, 3, 3, 4, 4])
    #expect(try RepeatBands("1+").names == ["1+"])
    #expect(try RepeatBands(" 1-4, 5 - 9 ,10+ ").names == ["1-4", "5-9", "10+"])
  }

  @Test(
    "what leaves a number out, or counts it twice, is refused",
    arguments: [
      ("2,3+", RepeatBandsError.gap("2", expected: 1)),
      ("1,3+", .gap("3+", expected: 2)),
      ("1-3,3+", .gap("3+", expected: 4)),
      ("1,2+,3", .notLast(words: "2+")),
      ("1,2", .closed(2)),
      ("1,two+", .unreadable("two+")),
      ("1,,2+", .unreadable("")),
      ("1,5-2,6+", .unreadable("5-2")),
      ("1,2-3-4,5+", .unreadable("2-3-4")),
      ("1,2-3+", .unreadable("2-3+")),
      ("0,1+", .gap("0", expected: 1)),
      ("-1,2+", .unreadable("-1")),
      ("1,99999999999999999999+", .unreadable("99999999999999999999+")),
    ])
  func refused(text: String, error: RepeatBandsError) {
    #expect(throws: error) { try RepeatBands(text) }
  }

  @Test("the published bands: people and offences of a borough's year")
  func published() {
    // 2,942 people with one offence, 365 with two, 87 with three to five, 3 with six to nine, 2 with more;
    // the published shares of offences ask for 302, 20 and 24 in the last three.
    var counts = Array(repeating: 1, count: 2_942) + Array(repeating: 2, count: 365)
    counts += Array(repeating: 3, count: 50) + Array(repeating: 4, count: 33)
    counts += Array(repeating: 5, count: 4) + [7, 7, 6, 11, 13]
    let found = RepeatDistribution(of: counts, in: .usual)
    #expect(found.units == [2_942, 365, 87, 3, 2])
    #expect(found.incidents == [2_942, 730, 302, 20, 24])
    func percent(_ parts: [Int]) -> [Double] {
      let whole = Double(parts.reduce(0, +))
      return parts.map { (1000 * Double($0) / whole).rounded() / 10 }
    }
    #expect(percent(found.units) == [86.6, 10.7, 2.6, 0.1, 0.1])
    #expect(percent(found.incidents) == [73.2, 18.2, 7.5, 0.5, 0.6])
    #expect(found.atLeast[2] == .init(units: 457, incidents: 1_076))
    #expect(found.atLeast[3] == .init(units: 92, incidents: 346))
    #expect(found.atLeast[10] == .init(units: 2, incidents: 24))
  }
}
