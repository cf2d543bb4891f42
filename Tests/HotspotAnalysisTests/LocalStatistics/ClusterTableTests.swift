import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct ClusterTableTests {
  static let neighbours = Neighbours(pairs: [(0, 1), (1, 2), (2, 3)], count: 5)
  static let values: [Double?] = [1, 2, 8, 9, 4]
  static let areas = ComparedUnits(
    areas: ["A", "B", "C", "D", "E"], names: ["Alba", nil, "Cove", "Dene", "Elm"])

  @Test("Gi* has the columns that other programs rely on, empty for islands")
  func getisOrd() throws {
    let result = try GetisOrd().evaluate(Self.values, neighbours: Self.neighbours)
    let table = result.featureTable(name: "clusters", of: Self.areas)
    #expect(
      table.columns.map(\.name) == [
        "code", "name", "value", "z", "p_normal", "p", "p_adjusted", "class", "neighbours",
      ])
    #expect(table.name == "clusters")
    #expect(table[column: "code"]?.values == .text(["A", "B", "C", "D", "E"]))
    #expect(table[column: "name"]?.values == .text(["Alba", nil, "Cove", "Dene", "Elm"]))
    #expect(table[column: "value"]?.values == .reals(Self.values))
    #expect(table[column: "neighbours"]?.values == .integers([1, 2, 2, 1, 0]))
    for name in ["z", "p_normal", "p", "p_adjusted", "class"] {
      let column = try #require(table[column: name])
      #expect(
        (0..<5).map { column.values.number(at: $0) == nil } == [false, false, false, false, true])
    }
  }

  @Test("Gi* with permutations has one column more, local Moran three")
  func more() throws {
    let permutations = ConditionalPermutations(count: 9, seed: 1)
    let getisOrd = try GetisOrd(permutations: permutations)
      .evaluate(Self.values, neighbours: Self.neighbours)
      .featureTable(name: "clusters", of: Self.areas)
    #expect(getisOrd.columns.map(\.name).suffix(2) == ["neighbours", "p_permutation"])
    let moran = try LocalMoran(permutations: permutations)
      .evaluate(Self.values, neighbours: Self.neighbours)
      .featureTable(name: "clusters", of: Self.areas)
    #expect(
      moran.columns.map(\.name) == getisOrd.columns.map(\.name).dropLast() + [
        "i", "p_permutation", "quadrant",
      ])
    #expect(
      moran[column: "quadrant"]?.values
        == .text(["low-low", "low-low", "high-high", "high-high", nil]))
  }

  @Test("cells are named by column and row and have their outlines")
  func cells() throws {
    let grid = try CellGrid(over: OutlineTable(columns: 3, rows: 2), shape: .square, size: 1)
    let scores = try GetisOrd().evaluate([1, 2, 3, 4, 5, 6], neighbours: grid.neighbours)
    func table(_ crs: String) -> FeatureTable {
      scores.featureTable(name: "clusters", of: ComparedUnits(cells: grid, crs: crs))
    }
    let table = table("EPSG:32630")
    #expect(table.columns.first?.name == "cell")
    #expect(table.columns.first?.values == .text(["0_0", "1_0", "2_0", "0_1", "1_1", "2_1"]))
    #expect(table[column: "name"]?.values == .text([nil, nil, nil, nil, nil, nil]))
    #expect(table.geometry.count == 6)
    #expect(table.crs == "EPSG:32630")
    // On the British National Grid the middles of cells have grid references.
    let named = ComparedUnits(
      cells: try CellGrid(
        over: OutlineTable(boxes: [(0, 0, 1000, 1000)]), shape: .square, size: 500),
      crs: "EPSG:27700")
    #expect(named.names == ["SV 002 002", "SV 007 002", "SV 002 007", "SV 007 007"])
  }

  @Test("classes follow the adjusted p-values, limits included, with the sign of the score")
  func classes() {
    let scores = LocalScores(z: [nil, 5, -5, 0.1, -0.1, 2.1, 0])
    #expect(scores.classes == [nil, 3, -3, 0, 0, 1, 0])
    #expect(scores.testCount == 6)
    // Alone, the adjusted p-value is the p-value.
    for (z, expected) in [
      (2.5758, 2), (2.5759, 3), (-1.9599, -1), (-1.96, -2), (1.6448, 0), (1.6449, 1),
    ] {
      #expect(LocalScores(z: [z]).classes == [expected])
    }
  }
}
