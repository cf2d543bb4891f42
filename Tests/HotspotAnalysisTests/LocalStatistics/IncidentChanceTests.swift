import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct IncidentChanceTests {
  /// Five places in a row, with the incidents 0, 6, 1, 1, 0.
  static let values: [Double?] = [0, 6, 1, 1, 0]
  static let row = Neighbours(pairs: [(0, 1), (1, 2), (2, 3), (3, 4)], count: 5)

  @Test("p is twice the largest of the score's and the binomial tails, worked by hand")
  func byHand() throws {
    let ground = [1.0, 1, 2, 2, 4]
    let chance = IncidentChance(amounts: Self.values, spreads: [.ground(ground), .places])
    let result = try GetisOrd().evaluate(Self.values, neighbours: Self.row, chance: chance)
    // The first two places hold 6 of 8 incidents on a fifth of the ground, two of five places.
    let byGround =
      28 * Self.power(0.2, 6) * 0.64 + 8 * Self.power(0.2, 7) * 0.8 + Self.power(0.2, 8)
    let byPlace =
      28 * Self.power(0.4, 6) * 0.36 + 8 * Self.power(0.4, 7) * 0.6 + Self.power(0.4, 8)
    #expect(byPlace > byGround)
    let normal = try #require(result.scores.normalP[0])
    let p = try #require(result.scores.p[0])
    #expect(abs(p - max(normal, 2 * byPlace)) < 1e-12)
    // The last two hold 1 of 8 on six tenths of the ground, two of five places: fewer than either.
    let z = try #require(result.scores.z[4])
    #expect(z < 0)
    let fewOfGround = Self.power(0.4, 8) + 8 * 0.6 * Self.power(0.4, 7)
    let fewOfUnits = Self.power(0.6, 8) + 8 * 0.4 * Self.power(0.6, 7)
    #expect(fewOfUnits > fewOfGround)
    let low = try #require(result.scores.p[4])
    #expect(abs(low - max(try #require(result.scores.normalP[4]), 2 * fewOfUnits)) < 1e-12)
  }

  @Test("local Moran throws what the place itself does not have over the rest")
  func conditional() throws {
    let ground = [1.0, 1, 2, 2, 4]
    let chance = IncidentChance(amounts: Self.values, spreads: [.ground(ground)])
    let result = try LocalMoran(permutations: .init(count: 9, seed: 1))
      .evaluate(Self.values, neighbours: Self.row, chance: chance)
    // The first place has none, and its neighbour 6 of 8 on one ninth of the rest.
    let ninth = 1.0 / 9
    let rest = 8.0 / 9
    let tail =
      28 * Self.power(ninth, 6) * rest * rest + 8 * Self.power(ninth, 7) * rest
      + Self.power(ninth, 8)
    let p = try #require(result.scores.p[0])
    #expect(abs(p - max(try #require(result.scores.normalP[0]), 2 * tail)) < 1e-12)
    // The second has 6; of the other 2 one lies in its neighbours, on three ninths: of both sides
    // the score chooses the upper or the lower.
    let second = try #require(result.scores.p[1])
    #expect(second >= min(1, 2 * 5.0 / 9) - 1e-12)
  }

  @Test("permutations take the place of the score")
  func permutations() throws {
    let values = GetisOrdTests.values
    let chance = IncidentChance(amounts: values, spreads: [.places])
    let drawn = try GetisOrd(permutations: .init(count: 999, seed: 8))
      .evaluate(values, neighbours: GetisOrdTests.queen, chance: chance)
    // Beside the middle, one of eight others is the 9 in a third of draws: twice that is p.
    let p = try #require(drawn.scores.p[6])
    #expect(p == min(1, 2 * (try #require(drawn.permutationP?[6]))))
    #expect(abs(p - 2.0 / 3) < 0.1)
    // The neighbours of the middle are never lower or higher.
    #expect(drawn.scores.p[12] == 1)
    let scored = try GetisOrd().evaluate(
      values, neighbours: GetisOrdTests.queen, chance: chance)
    #expect(scored.scores.p[6] == scored.scores.normalP[6])
    #expect(drawn.scores.normalP == scored.scores.normalP)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
