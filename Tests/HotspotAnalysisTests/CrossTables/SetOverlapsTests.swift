import Statistics
import Tables
import Testing

@testable import HotspotAnalysis

@Suite struct SetOverlapsTests {
  private func overlaps(_ names: [String], _ counts: [Int: Int]) -> SetOverlaps {
    SetOverlaps(
      names: names,
      counted: counts.sorted { $0.key < $1.key }.map {
        SetOverlaps.Combination(mask: $0.key, incidents: $0.value, expected: Double($0.value))
      })
  }

  @Test("combinations stand by their size, of equals that of fewer sets first, and none last")
  func order() {
    let found = overlaps(["a", "b", "c"], [0: 100, 1: 5, 2: 9, 3: 5, 4: 5, 7: 2])
    #expect(
      found.combinations.map(found.name) == ["b", "a", "c", "a + b", "a + b + c", "none"])
    #expect(found.incidents == 126)
    let table = found.table(hasHours: false)
    #expect(table.columns.map(\.name) == ["combination", "incidents", "share"])
    #expect(table[column: "incidents"]?.values == .integers([9, 5, 5, 5, 2, 100]))
    #expect(table[column: "share"]?.values.number(at: 0) == 9.0 / 126)
  }

  @Test("the totals of sets count what they share with others, and none stands even if it is empty")
  func totals() {
    let found = overlaps(["a", "b"], [1: 5, 3: 4])
    #expect(found.combinations.map(found.name) == ["a", "a + b", "none"])
    let totals = found.totals(hasHours: true)
    #expect(totals.columns.map(\.name) == ["set", "incidents", "share", "expected"])
    #expect(totals[column: "incidents"]?.values == .integers([9, 4]))
    #expect(totals[column: "share"]?.values == .reals([1, 4.0 / 9]))
  }

  @Test("without incidents there are no shares")
  func nothing() {
    let found = overlaps(["a", "b"], [:])
    #expect(found.table(hasHours: false)[column: "share"]?.values == .reals([nil]))
  }

  @Test(
    "each incident is in one combination, and in as many totals as it has sets", arguments: 1...6)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = (0..<Int(2 + seed)).map { "s\($0)" }
    let masks = (0..<400).map { _ in Int(random.next() % UInt64(1 << names.count)) }
    var counts: [Int: Int] = [:]
    for mask in masks { counts[mask, default: 0] += 1 }
    let found = overlaps(names, counts)
    #expect(found.combinations.reduce(0) { $0 + $1.incidents } == 400)
    for set in names.indices {
      #expect(found.total(ofSet: set).incidents == masks.count { $0 >> set & 1 == 1 })
    }
  }
}
