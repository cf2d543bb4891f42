import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct GetisOrdTests {
  /// Five by five squares with 9 in the middle one.
  static let values: [Double?] = (0..<25).map { $0 == 12 ? 9 : 0 }
  static let queen = Neighbours.contiguity(of: OutlineTable(columns: 5, rows: 5))

  @Test("one high cell in the middle of five by five scores as esda and spdep say")
  func published() throws {
    let result = try GetisOrd().evaluate(Self.values, neighbours: Self.queen)
    for (cell, z) in result.scores.z.enumerated() {
      let (column, row) = (cell % 5, cell / 5)
      let isInner = (1...3).contains(column) && (1...3).contains(row)
      let isCorner = column % 4 == 0 && row % 4 == 0
      let expected = isInner ? 1.333333 : isCorner ? -0.436436 : -0.561951
      #expect(abs(try #require(z) - expected) < 5e-7)
    }
    #expect(result.neighbourCounts.reduce(0, +) == 144)
    #expect(result.scores.testCount == 25)
    // 2(1 - Φ(4/3)) = 0.1824, so that nothing is significant.
    #expect(abs(try #require(result.scores.p[12]) - 0.182422) < 1e-6)
    #expect(result.scores.classes == [Int?](repeating: 0, count: 25))
  }

  /// The formula as the method page has it, with loops.
  static func formula(_ x: [Double], _ neighbours: Neighbours) -> [Double?] {
    let n = Double(x.count)
    let mean = x.reduce(0, +) / n
    let s = (x.reduce(0) { $0 + $1 * $1 } / n - mean * mean).squareRoot()
    return x.indices.map { i in
      guard neighbours.degree(of: i) > 0 else { return nil }
      var (sum, weight) = (0.0, 0.0)
      for j in x.indices where j == i || neighbours[i].contains(Int32(j)) {
        sum += x[j]
        weight += 1
      }
      guard weight < n else { return nil }
      return (sum - mean * weight) / (s * ((n * weight - weight * weight) / (n - 1)).squareRoot())
    }
  }

  /// Random neighbours, some places without any.
  static func neighbours(count: Int, _ random: inout SplitMix64) -> Neighbours {
    var chosen: [(Int, Int)] = []
    for a in 0..<count {
      for b in 0..<a where a % 7 != 0 && b % 7 != 0 && random.nextUnit() < 0.1 {
        chosen.append((a, b))
      }
    }
    return Neighbours(pairs: chosen, count: count)
  }

  @Test("scores are those of the formula written as loops", arguments: 0..<20)
  func againstFormula(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<60).map { _ in (random.nextUnit() * random.nextUnit() * 40).rounded() }
    let neighbours = Self.neighbours(count: 60, &random)
    let result = try GetisOrd().evaluate(values, neighbours: neighbours)
    for (z, expected) in zip(result.scores.z, Self.formula(values, neighbours)) {
      #expect((z == nil) == (expected == nil))
      #expect(abs((z ?? 0) - (expected ?? 0)) < 1e-12)
    }
  }

  @Test("places without a value are as if they were not there", arguments: 0..<10)
  func withoutValues(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<60).map { _ in (random.nextUnit() * 40).rounded() }
    let neighbours = Self.neighbours(count: 60, &random)
    let present = (0..<60).filter { _ in random.nextUnit() < 0.7 }
    let given = (0..<60).map { present.contains($0) ? values[$0] : nil }
    let method = GetisOrd(permutations: .init(count: 99, seed: 1))
    let all = try method.evaluate(given, neighbours: neighbours)
    let some = try method.evaluate(
      present.map { values[$0] }, neighbours: neighbours.keeping(present))
    #expect(present.map { all.scores.z[$0] } == some.scores.z)
    #expect(present.map { all.scores.adjustedP[$0] } == some.scores.adjustedP)
    #expect(present.map { all.permutationP?[$0] } == some.permutationP)
    #expect(present.map { all.neighbourCounts[$0] } == some.neighbourCounts)
    #expect((0..<60).allSatisfy { given[$0] != nil || all.scores.z[$0] == nil })
  }

  @Test(
    "doubling all values, or adding a hundred to all, changes no score and no p-value",
    arguments: 0..<10)
  func laws(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<80).map { _ in (random.nextUnit() * 40).rounded() }
    let neighbours = Self.neighbours(count: 80, &random)
    let method = GetisOrd(permutations: .init(count: 199, seed: 3))
    let result = try method.evaluate(values, neighbours: neighbours)
    for other in [values.map { $0 * 2 }, values.map { $0 + 100 }, values.map { 1e6 + $0 / 8 }] {
      let changed = try method.evaluate(other, neighbours: neighbours)
      for (a, b) in zip(result.scores.z, changed.scores.z) {
        #expect(abs((a ?? 0) - (b ?? 0)) < 1e-9)
      }
      #expect(changed.permutationP == result.permutationP)
      #expect(changed.scores.classes == result.scores.classes)
    }
    let opposite = try method.evaluate(values.map { -$0 }, neighbours: neighbours)
    for (a, b) in zip(result.scores.z, opposite.scores.z) {
      #expect(abs((a ?? 0) + (b ?? 0)) < 1e-12)
    }
    #expect(opposite.scores.classes == result.scores.classes.map { $0.map { -$0 } })
  }

  @Test("the order of the places does not matter", arguments: 0..<10)
  func order(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<50).map { _ in random.nextUnit() }
    let neighbours = Self.neighbours(count: 50, &random)
    let places = (0..<50).shuffled(using: &random)
    let pairs = (0..<50).flatMap { place in
      neighbours[place].map { (places[place], places[Int($0)]) }
    }
    var moved = [Double](repeating: 0, count: 50)
    for place in 0..<50 { moved[places[place]] = values[place] }
    let result = try GetisOrd().evaluate(values, neighbours: neighbours)
    let other = try GetisOrd().evaluate(moved, neighbours: Neighbours(pairs: pairs, count: 50))
    for place in 0..<50 {
      let (a, b) = (result.scores.z[place], other.scores.z[places[place]])
      #expect(abs((a ?? 9) - (b ?? 9)) < 1e-12)
    }
  }

  @Test("a place among zeros, as most draws are, is nothing rare by permutation")
  func ties() throws {
    let result = try GetisOrd(permutations: .init(count: 999, seed: 8))
      .evaluate(Self.values, neighbours: Self.queen)
    // A corner's three neighbours are zeros in 21 of 24 draws; the middle's always are.
    #expect(abs(try #require(result.permutationP?[0]) - 21.0 / 24) < 0.06)
    #expect(result.permutationP?[12] == 1)
    // One of eight others is the 9 in a third of draws.
    #expect(abs(try #require(result.permutationP?[6]) - 8.0 / 24) < 0.08)
  }

  @Test("islands and places with all others for neighbours have no score but count in the mean")
  func islands() throws {
    let star = Neighbours(pairs: [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2)], count: 6)
    let result = try GetisOrd(permutations: .init(count: 9, seed: 1))
      .evaluate([5, 1, 0, 2, 4, 30], neighbours: star)
    #expect(result.scores.z.map { $0 == nil } == [false, false, false, false, false, true])
    #expect(result.scores.testCount == 5)
    #expect(result.permutationP?[5] == nil)
    // Five of six places around the first: 12 - 7 × 5 over √(326 / 3) × √((6 × 5 - 25) / 5).
    #expect(abs(try #require(result.scores.z[0]) - (-23 / (326.0 / 3).squareRoot())) < 1e-9)
    let hub = Neighbours(pairs: [(0, 1), (0, 2), (0, 3)], count: 4)
    let full = try GetisOrd(permutations: .init(count: 9, seed: 1))
      .evaluate([5, 1, 0, 2], neighbours: hub)
    #expect(full.scores.z[0] == nil)
    #expect(full.permutationP?[0] == nil)
    #expect(full.scores.z[1] != nil)
  }

  @Test("values that do not vary or are no numbers are refused")
  func refusals() {
    let pair = Neighbours(pairs: [(0, 1)], count: 3)
    let cases: [([Double?], LocalStatisticError)] = [
      ([2, 2, 2], .noVariation(places: 3)), ([nil, nil, nil], .noVariation(places: 0)),
      ([nil, 4, nil], .noVariation(places: 1)), ([0.1, nil, 0.1], .noVariation(places: 2)),
      ([1, .nan, 2], .badValue(row: 1)), ([1, 2, -.infinity], .badValue(row: 2)),
      ([1e300, 2, 3], .badValue(row: 0)), ([1, 2], .differingCounts(values: 2, places: 3)),
    ]
    for (values, error) in cases {
      #expect(throws: error) { try GetisOrd().evaluate(values, neighbours: pair) }
      #expect(throws: error) {
        try LocalMoran(permutations: .init(count: 9, seed: 1)).evaluate(values, neighbours: pair)
      }
    }
  }

  @Test("errors say what was found and what is allowed")
  func words() {
    #expect(
      LocalStatisticError.noVariation(places: 12).description
        == """
        cannot compute local statistics: the 12 units with a value do not differ, at least two \
        different values are needed
        """)
    #expect(
      LocalStatisticError.badValue(row: 4).description
        == """
        cannot compute local statistics: value 5 is not a number that can be squared, sizes up to \
        1e150 are allowed
        """)
    #expect(
      LocalStatisticError.differingCounts(values: 2, places: 3).description
        == """
        cannot compute local statistics: there are 2 values for 3 units, each unit must have one \
        or be marked as without
        """)
  }
}
