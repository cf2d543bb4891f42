import Boundaries
import Statistics
import Tables
import Testing

@testable import Assignment
@testable import Incidents

@Suite("Counts by area and category")
struct LayerCountsTests {
  @Test("equal counts share a rank and leave the next ones out")
  func ranks() {
    #expect(LayerCounts.ranks([5, 7, 5, 1]) == [2, 1, 2, 4])
    #expect(LayerCounts.ranks([0, 0, 0]) == [1, 1, 1])
    #expect(LayerCounts.ranks([Int]()) == [])
    var generator = SplitMix64(seed: 1)
    let values = (0..<300).map { _ in Int(generator.next() % 40) }
    #expect(LayerCounts.ranks(values) == values.map { value in values.count { $0 > value } + 1 })
  }

  @Test("workers that met categories in different orders are added up by name")
  func shares() {
    func counts(_ layer: [Int32]) -> AreaCounter.Counts {
      var counts = AreaCounter(areaCounts: [2], usesCategories: true).finish()
      counts.layers = [layer]
      return counts
    }
    let shares = [
      (counts: counts([1, 2, 10, 20]), categories: ["Theft", "Arson"]),
      (counts: counts([100, 200]), categories: ["Arson", "Theft", "Never assigned"]),
      (counts: counts([]), categories: []),
    ]
    let list = CategoryList(shares.map(\.categories), filter: IncidentFilter())
    #expect(list.names == ["Arson", "Never assigned", "Theft"])
    let result = LayerCounts(layer: 0, areaCount: 2, shares: shares, categories: list)
    #expect(result.byCategory == [[110, 220], [0, 0], [1, 2]])
    #expect(result.totals == [111, 222])
  }

  @Test("chances of hours are added up by area and by category")
  func chances() {
    func chance(_ overlap: Int64) -> ExpectedCount {
      var count = ExpectedCount()
      count.add(WindowShare(overlap: overlap, length: 8))
      return count
    }
    func counts(_ expected: [Int64]) -> AreaCounter.Counts {
      var counts = AreaCounter(areaCounts: [2], usesCategories: true, usesHours: true).finish()
      counts.layers = [expected.map { _ in 1 }]
      counts.expected = [expected.map(chance)]
      return counts
    }
    let shares = [
      (counts: counts([1, 2, 4, 8]), categories: ["Theft", "Arson"]),
      (counts: counts([3, 5]), categories: ["Arson"]),
    ]
    let list = CategoryList(shares.map(\.categories), filter: IncidentFilter())
    let result = LayerCounts(layer: 0, areaCount: 2, shares: shares, categories: list)
    #expect(result.expectedByCategory.map { $0.map { $0.expected * 8 } } == [[7, 13], [1, 2]])
    #expect(result.expected.map { $0.expected * 8 } == [8, 15])
    #expect(result.expectedTotal == 23.0 / 8)
    // Share, rank and density are of what is expected, not of the incidents that may lie in the
    // hours.
    let columns = result.columns(
      codes: ["a", "b"], names: ["A", "B"], squareMetres: [1e6, 5e5], categories: nil)
    #expect(columns[2].values == .integers([3, 3]))
    #expect(columns[3].values == .reals([8.0 / 23, 15.0 / 23]))
    #expect(columns[4].values == .integers([2, 1]))
    #expect(columns[5].values == .reals([1, 3.75]))
    let all = LayerCounts(layer: 0, areaCount: 2, shares: shares, categories: nil)
    #expect(all.expectedByCategory.isEmpty && all.expected == result.expected)
  }

  @Test("columns are those of the contract, in its order")
  func columns() throws {
    var counts = LayerCounts(
      layer: 0, areaCount: 3,
      shares: [
        (
          counts: {
            var counts = AreaCounter(areaCounts: [3], usesCategories: false).finish()
            counts.layers = [[3, 1, 0]]
            return counts
          }(), categories: []
        )
      ], categories: nil)
    var columns = counts.columns(
      codes: ["a", "b", "c"], names: ["A", "B", "C"], squareMetres: [2e6, 5e5, 0], categories: nil)
    #expect(columns.map(\.name) == ["code", "name", "incidents", "share", "rank", "per_km2"])
    #expect(columns[2].values == .integers([3, 1, 0]))
    #expect(columns[3].values == .reals([0.75, 0.25, 0]))
    #expect(columns[4].values == .integers([1, 2, 3]))
    #expect(columns[5].values == .reals([1.5, 2, nil]))
    counts.totals = [0, 0, 0]
    columns = counts.columns(
      codes: ["a", "b", "c"], names: ["A", "B", "C"], squareMetres: [1, 1, 1], categories: nil)
    #expect(columns[3].values == .reals([nil, nil, nil]))
  }

  @Test(
    "column names of categories are never equal, and do not depend on the order of workers",
    arguments: [
      (["Theft", "THEFT", "Arson"], ["arson", "theft", "theft_2"], ["theft"]),
      (["a", "a!", "a 2"], ["a", "a_2", "a_2_2"], ["a", "a_2"]),
      (["", "--"], ["not_recorded", "not_recorded_2"], ["not_recorded"]),
      (["Caf\u{e9}", "Cafe\u{301}"], ["cafe\u{301}"], []),
    ])
  func keys(names: [String], keys: [String], shared: [String]) {
    for lists in [[names], [names.reversed()], names.map { [$0] }, names.reversed().map { [$0] }] {
      let list = CategoryList(lists, filter: IncidentFilter())
      #expect(list.keys.map { Array($0.utf8) } == keys.map { Array($0.utf8) })
      #expect(list.sharedKeys == shared)
    }
  }

  @Test("categories that were set aside have no column")
  func filtered() {
    let list = CategoryList(
      [["Theft", "Arson"], ["Robbery"]], filter: IncidentFilter(excludedCategories: ["arson"]))
    #expect(list.names == ["Robbery", "Theft"])
  }
}
