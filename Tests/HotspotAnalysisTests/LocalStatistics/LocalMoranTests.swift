import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct LocalMoranTests {
  static let method = LocalMoran(permutations: .init(count: 99, seed: 1))

  @Test("one high cell in the middle of five by five, worked by hand")
  func byHand() throws {
    let result = try Self.method.evaluate(GetisOrdTests.values, neighbours: GetisOrdTests.queen)
    // z is 8.64 in the middle and -0.36 elsewhere, m2 = 3.1104.
    for cell in 0..<25 {
      let (column, row) = (cell % 5, cell / 5)
      let isInner = (1...3).contains(column) && (1...3).contains(row)
      let expected =
        cell == 12
        ? -0.36 * 8.64 / 3.1104
        : isInner ? -0.36 / 3.1104 * (8.64 - 7 * 0.36) / 8 : 0.36 * 0.36 / 3.1104
      #expect(abs(try #require(result.i[cell]) - expected) < 1e-14)
      let quadrant: LocalMoran.Quadrant = cell == 12 ? .highLow : isInner ? .lowHigh : .lowLow
      #expect(result.quadrants[cell] == quadrant)
    }
    // All others are equal: the middle cell's I is the same in any arrangement.
    #expect(result.scores.z.indices.filter { result.scores.z[$0] == nil } == [12])
    #expect(result.permutationP[12] == nil)
  }

  @Test("a place at the mean has an I of 0, no score and no quadrant")
  func atTheMean() throws {
    // The mean is 3.6 and not exactly so in binary.
    let values = [0.9, 6.3, 3.6, 2.6, 4.6, 3.6]
    let line = Neighbours(pairs: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], count: 6)
    let result = try Self.method.evaluate(values, neighbours: line)
    #expect(result.i[2] == 0)
    #expect(result.scores.z[2] == nil)
    #expect(result.permutationP[2] == nil)
    #expect(result.quadrants == [.lowHigh, .highLow, nil, .lowHigh, .highLow, nil])
    #expect(result.scores.testCount == 4)
  }

  @Test("neighbours that balance give no quadrant")
  func balanced() throws {
    let star = Neighbours(pairs: [(0, 1), (0, 2), (0, 3)], count: 6)
    // The mean is 1/3, the neighbours of the first -2/3, 1/3 and 1/3 from it: 0 but for rounding.
    let third = 1.0 / 3
    let result = try Self.method.evaluate(
      [1, -third, 2 * third, 2 * third, 0, 0], neighbours: star)
    #expect(result.quadrants[0] == nil)
    #expect(result.quadrants[1] == .lowHigh)
  }

  @Test("islands have no statistic and are not tests")
  func islands() throws {
    let result = try Self.method.evaluate(
      [1, 2, 4, 9], neighbours: Neighbours(pairs: [(0, 1)], count: 4))
    #expect(result.i.map { $0 == nil } == [false, false, true, true])
    #expect(result.scores.z[3] == nil)
    #expect(result.permutationP[3] == nil)
    #expect(result.quadrants[3] == nil)
    #expect(result.neighbourCounts == [1, 1, 0, 0])
  }

  @Test("scores are standard: over all arrangements of the others their mean is 0 and variance 1")
  func standardScores() throws {
    let others: [Double] = [3, 8, 1, 0, 7, 2]
    let neighbours = Neighbours(pairs: [(0, 1), (0, 2), (3, 4), (5, 6)], count: 7)
    var scores: [Double] = []
    var i: [Double] = []
    // I depends on which two values lie next to the first place only.
    for first in others.indices {
      for second in others.indices where second > first {
        let rest = others.indices.filter { $0 != first && $0 != second }.map { others[$0] }
        let result = try Self.method.evaluate(
          [9, others[first], others[second]] + rest, neighbours: neighbours)
        scores.append(try #require(result.scores.z[0]))
        i.append(try #require(result.i[0]))
      }
    }
    #expect(scores.count == 15)
    #expect(abs(scores.reduce(0, +)) < 1e-12)
    #expect(abs(scores.reduce(0) { $0 + $1 * $1 } / 15 - 1) < 1e-12)
    #expect(Set(i).count > 5)
  }

  @Test(
    "doubling all values, adding to all, or turning them round changes nothing but quadrants",
    arguments: 0..<10)
  func laws(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<70).map { _ in (random.nextUnit() * 40).rounded() }
    let neighbours = GetisOrdTests.neighbours(count: 70, &random)
    let result = try Self.method.evaluate(values, neighbours: neighbours)
    for other in [values.map { $0 * 2 }, values.map { $0 + 100 }, values.map { -$0 }] {
      let changed = try Self.method.evaluate(other, neighbours: neighbours)
      for place in 0..<70 {
        #expect(abs((changed.i[place] ?? 9) - (result.i[place] ?? 9)) < 1e-12)
        #expect(abs((changed.scores.z[place] ?? 9) - (result.scores.z[place] ?? 9)) < 1e-9)
      }
      #expect(changed.permutationP == result.permutationP)
    }
  }
}
