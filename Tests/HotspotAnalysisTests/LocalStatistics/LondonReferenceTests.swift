import Boundaries
import Foundation
import Geometry
import HotspotAnalysis
import Statistics
import TestSupport
import Testing

/// London's 4,835 LSOAs and what libpysal, esda, pygeoda and spdep say of them.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct LondonReferenceTests {
  static let layer = Result {
    try BoundaryLayer.load(
      path: SharedData.path("realdata/boundaries/london-lsoa-2011.shp"), codeField: "LSOA11CD")
  }

  static let esda = Result { try columns("esda-pygeoda.csv") }
  static let spdep = Result { try columns("spdep.csv") }

  /// Returns the rows of a reference file as numbers by column, and the text of its first column.
  static func columns(_ name: String) throws -> (codes: [String], numbers: [String: [Double]]) {
    let text = try String(
      contentsOfFile: SharedData.path("reference/london-statistics/\(name)"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0.first == "\"" ? $0.dropFirst().dropLast() : $0) }
    }
    var numbers: [String: [Double]] = [:]
    for column in 1..<rows[0].count {
      numbers[rows[0][column]] = rows.dropFirst().map { Double($0[column]) ?? .nan }
    }
    return (rows.dropFirst().map { $0[0] }, numbers)
  }

  @Test("queen neighbours are the reference pairs, rook neighbours as many as libpysal's")
  func neighbours() throws {
    let layer = try Self.layer.get()
    let queen = Neighbours.contiguity(of: layer.outlines)
    let ours = Set(
      (0..<queen.count).flatMap { place in
        queen[place].map { "\(layer.codes[place]),\(layer.codes[Int($0)])" }
      })
    let text = try String(
      contentsOfFile: SharedData.path("reference/london-statistics/queen-neighbours.csv"),
      encoding: .utf8)
    let reference = Set(text.split(separator: "\n").dropFirst().map { String($0) })
    #expect(reference.count == 28_592)
    #expect(ours == reference)
    // libpysal.weights.Rook.from_dataframe(g.sort_values("LSOA11CD"), use_index=False): the number
    // of pairs, and the sum of the products of their positions.
    let rook = Neighbours.contiguity(of: layer.outlines, rule: .rook)
    #expect(rook.pairCount == 28_142)
    let products = (0..<rook.count).map { place in
      rook[place].reduce(0) { $0 + place * Int($1) }
    }
    #expect(products.reduce(0, +) == 210_264_513_868)
    // No border of this layer meets another between its vertices.
    #expect(Neighbours.contiguity(of: layer.outlines, tolerance: 0.01) == queen)
    #expect(Neighbours.contiguity(of: layer.outlines, rule: .rook, tolerance: 0.01) == rook)
  }

  @Test("Gi* is that of the formula, of esda and of spdep to 1e-9")
  func getisOrd() throws {
    let result = try evaluate { try GetisOrd().evaluate($0, neighbours: $1).scores }
    let esda = try Self.esda.get().numbers
    let spdep = try Self.spdep.get().numbers
    for reference in [esda["gistar_z_hand"], esda["gistar_z_esda"], spdep["gistar_z_spdep_B"]] {
      for (z, expected) in zip(result.z, try #require(reference)) {
        #expect(abs(try #require(z) - expected) < 1e-9)
      }
    }
    // esda's p is one-sided.
    for (p, half) in zip(result.p, try #require(esda["gistar_p_norm_esda"])) {
      #expect(abs(try #require(p) / 2 - half) < 1e-9)
    }
  }

  @Test("local I and its scores are spdep's to 1e-9")
  func localMoran() throws {
    let result = try evaluate {
      try LocalMoran(permutations: .init(count: 1, seed: 1)).evaluate($0, neighbours: $1)
    }
    let esda = try Self.esda.get().numbers
    let spdep = try Self.spdep.get().numbers
    let quadrantNumbers: [LocalMoran.Quadrant?: Double] = [
      .highHigh: 1, .lowHigh: 2, .lowLow: 3, .highLow: 4,
    ]
    for row in result.i.indices {
      let i = try #require(result.i[row])
      #expect(abs(i - (spdep["localI_spdep"]?[row] ?? .nan)) < 1e-9)
      #expect(abs(i - (esda["localI_hand"]?[row] ?? .nan)) < 1e-9)
      #expect(
        abs(try #require(result.scores.z[row]) - (spdep["localI_z_spdep"]?[row] ?? .nan)) < 1e-9)
      #expect(result.neighbourCounts[row] == Int(spdep["n"]?[row] ?? .nan))
      #expect(quadrantNumbers[result.quadrants[row]] == esda["quad_esda"]?[row])
    }
  }

  @Test("permutation p-values are esda's and pygeoda's within Monte Carlo error, and repeatable")
  func permutations() throws {
    let permutations = ConditionalPermutations(count: 999, seed: 20_260_101)
    let p = try evaluate {
      (
        try GetisOrd(permutations: permutations).evaluate($0, neighbours: $1).permutationP,
        try LocalMoran(permutations: permutations).evaluate($0, neighbours: $1).permutationP
      )
    }
    let again = try evaluate {
      try LocalMoran(permutations: permutations).evaluate($0, neighbours: $1).permutationP
    }
    #expect(p.1 == again)
    let reference = try Self.esda.get().numbers
    for (ours, name) in [
      (try #require(p.0), "gistar_p_sim_esda"), (try #require(p.0), "gstar_p_pygeoda"),
      (p.1, "localI_psim_esda"), (p.1, "localI_p_pygeoda"),
    ] {
      let theirs = try #require(reference[name])
      var sum = 0.0
      for (ours, theirs) in zip(ours, theirs) {
        let ours = try #require(ours)
        sum += ours - theirs
        // Both are shares of 999 draws: six standard deviations of their difference, and three draws
        // for small p, whose distribution has a long tail.
        let mean = (ours + theirs) / 2
        let slack = 6 * (2 * mean * (1 - mean) / 999).squareRoot() + 0.003
        #expect(abs(ours - theirs) < slack, "\(name)")
      }
      // Neither is larger on the whole.
      #expect(abs(sum / Double(ours.count)) < 0.004, "\(name)")
    }
  }

  @Test("the cells over Westminster are those that shapely's intersections have")
  func cells() throws {
    let layer = try Self.layer.get()
    let field = try #require(try layer.values(ofField: "LAD11CD"))
    var outlines = OutlineTable()
    for area in field.indices where field[area] == "E09000033" {
      outlines.appendArea(area, of: layer.outlines)
    }
    // For each cell around the borough box(...).intersection(borough.union_all()).area > 0, then the
    // number of cells and the sum of column times row.
    for (shape, size, count, products) in [
      (CellShape.square, 250.0, 410, 626_104_664), (.square, 1000, 37, 3_522_649),
      (.hexagon, 250, 465, 820_674_015),
    ] {
      let grid = try CellGrid(over: outlines, shape: shape, size: size)
      #expect(grid.count == count)
      let sum = grid.identifiers.reduce(0) { sum, name in
        sum + name.split(separator: "_").reduce(1) { $0 * (Int($1) ?? 0) }
      }
      #expect(sum == products)
    }
  }

  @Test("counts of London's LSOAs deserve a warning")
  func warning() throws {
    let layer = try Self.layer.get()
    let areas = (0..<layer.areaCount).map { layer.outlines.area(of: $0) }
    let warnings = ClusterWarning.warnings(
      values: areas.map { _ in 1 }, neighbourCounts: areas.map { _ in 1 }, countedAreas: areas)
    // pandas: area.quantile(.9) / area.quantile(.1) is 5.65407 with interpolation.
    guard case .unequalAreas(let ratio) = warnings.first else {
      Issue.record("no warning")
      return
    }
    #expect(abs(ratio - 5.654) < 0.01)
  }

  /// Runs a method on the reference counts and the queen neighbours.
  private func evaluate<Value>(_ method: ([Double?], Neighbours) throws -> Value) throws -> Value {
    let counts = try Self.columns("counts.csv")
    let layer = try Self.layer.get()
    #expect(counts.codes == layer.codes)
    return try method(
      try #require(counts.numbers["total"]), Neighbours.contiguity(of: layer.outlines))
  }
}
