@testable import Assignment
import Incidents
import Tables
import Testing

@Suite struct AreaCountsTests {
  @Test(
    "equal counts share a rank, and the next rank is left out",
    arguments: [
      ([5, 9, 9, 1], [3, 1, 1, 4]), ([0, 0], [1, 1]), ([7], [1]), ([], []),
      ([1, 2, 2, 2, 3], [5, 2, 2, 2, 1]),
    ] as [([Int], [Int])])
  func ranks(values: [Int], expected: [Int]) {
    #expect(AreaCounts.ranks(values) == expected)
  }

  @Test("categories are ordered by their column keys, and equal keys are numbered")
  func categories() {
    let list = CategoryList(
      [["Vehicle crime", "Drugs", ""], ["Drugs", "vehicle-crime!", "Robbery"]],
      filter: IncidentFilter(excludedCategories: ["robbery"]))
    #expect(list.names == ["Drugs", "", "Vehicle crime", "vehicle-crime!"])
    #expect(list.keys == ["drugs", "not_recorded", "vehicle_crime", "vehicle_crime_2"])
    #expect(list.sharedKeys == ["vehicle_crime"])
  }

  @Test("what the workers counted under their own numbers adds up by name")
  func merging() {
    let list = CategoryList([["A", "B"], ["B"]], filter: IncidentFilter())
    var (first, second) = (
      AreaCounter.Counts(layers: [[1, 2, 3, 4]], expected: []),
      AreaCounter.Counts(layers: [[10, 20]], expected: [])
    )
    for order in 0..<2 {
      if order == 1 { swap(&first, &second) }
      let names = order == 0 ? [["A", "B"], ["B"]] : [["B"], ["A", "B"]]
      let counts = AreaCounts(
        layer: 0, areaCount: 2, shares: [(first, names[0]), (second, names[1])], categories: list)
      #expect(counts.byCategory == [[1, 2], [13, 24]])
      #expect(counts.totals == [14, 26])
    }
  }

  @Test("without any incident there is no share, and an area without size has no density")
  func emptyColumns() {
    let counts = AreaCounts(
      layer: 0, areaCount: 2,
      shares: [(AreaCounter.Counts(layers: [[0, 0]], expected: []), [])], categories: nil)
    let columns = counts.columns(
      codes: ["a", "b"], names: ["A", "B"], squareMetres: [0, 2e6], categories: nil)
    #expect(columns.map(\.name) == ["code", "name", "incidents", "share", "rank", "per_km2"])
    #expect(columns[3].values == .reals([nil, nil]))
    #expect(columns[5].values == .reals([nil, 0]))
  }
}
