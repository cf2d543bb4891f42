import HotspotAnalysis
import Statistics
import Testing

@Suite("How far two datasets agree on areas and hours")
struct RankAgreementTests {
  /// Ranks by hand: 1 to 5 against 2, 1, 4, 3, 5, so that Σd² = 4 and r = 1 - 6 · 4 / (5 · 24) = 0.8.
  @Test("without ties Spearman's coefficient is 1 - 6 Σd² / n (n² - 1)")
  func withoutTies() throws {
    let agreement = RankAgreement([50, 40, 30, 20, 10], [40, 50, 20, 30, 10])
    #expect(abs(try #require(agreement.spearman) - 0.8) < 1e-15)
    #expect(agreement.p == nil, "five areas are not tested")
    #expect(agreement.absence == nil)
    #expect((agreement.firstTotal, agreement.secondTotal) == (150, 150))
  }

  /// By hand: mean ranks 1.5, 1.5, 3, 4 and 1, 2.5, 2.5, 4; deviations -1, -1, 0.5, 1.5 and -1.5, 0, 0, 1.5;
  /// products 1.5 + 0 + 0 + 2.25 = 3.75, squares 4.5 and 4.5, so that r = 3.75 / 4.5 = 5/6.
  @Test("equal counts share their mean rank")
  func ties() throws {
    let agreement = RankAgreement([10, 10, 20, 30], [5, 8, 8, 9])
    #expect(abs(try #require(agreement.spearman) - 5.0 / 6) < 1e-15)
  }

  /// `scipy.stats.spearmanr` of SciPy 1.17.1 of these columns.
  @Test("coefficient and p of ten areas with ties are SciPy's")
  func scipy() throws {
    let agreement = RankAgreement(
      [12, 7, 7, 30, 0, 5, 18, 2, 9, 0], [40, 11, 35, 11, 8, 60, 22, 9, 11, 30])
    #expect(abs(try #require(agreement.spearman) - 0.19136167054361927) < 1e-14)
    #expect(abs(try #require(agreement.p) - 0.5963914488428156) < 1e-10)
  }

  @Test(
    "the coefficient is that of ranks counted one by one", arguments: 1...20 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let columns = (0..<2).map { _ in (0..<17).map { _ in Double(generator.next() % 9) + 1 } }
    /// The mean rank: how many are smaller, and half of how many others are equal, and 1.
    func ranks(_ values: [Double]) -> [Double] {
      values.map { value in
        Double(values.count { $0 < value }) + Double(values.count { $0 == value } - 1) / 2 + 1
      }
    }
    let (x, y) = (ranks(columns[0]), ranks(columns[1]))
    // The mean of the ranks 1 to 17 is 9, whatever is tied.
    let product = zip(x, y).reduce(0) { $0 + ($1.0 - 9) * ($1.1 - 9) }
    let squares = [x, y].map { $0.reduce(0) { $0 + ($1 - 9) * ($1 - 9) } }
    let found = RankAgreement(columns[0], columns[1])
    #expect(
      abs(try #require(found.spearman) - product / (squares[0] * squares[1]).squareRoot()) < 1e-14)
    #expect(
      RankAgreement(columns[1], columns[0]).spearman == found.spearman, "the order does not matter")
  }

  @Test("what is in the first fifth of both is shared, the highest first, and nothing under ten")
  func shared() {
    // Of ten the first fifth is two. The third area has too few incidents in the second dataset.
    let agreement = RankAgreement(
      [90, 80, 10, 9, 8, 7, 6, 5, 4, 3], [50, 60, 9, 8, 7, 6, 5, 4, 3, 2])
    #expect(
      agreement.shared == [
        .init(item: 0, first: 1, second: 2), .init(item: 1, first: 2, second: 1),
      ])
    let few = RankAgreement([90, 80, 10, 9, 8, 7, 6, 5, 4, 3], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(few.shared.isEmpty)
  }

  @Test("areas that share the second rank of ten are all in the first fifth")
  func tiedAtTheEnd() {
    let agreement = RankAgreement(
      [90, 20, 20, 20, 8, 7, 6, 5, 4, 3], [90, 20, 20, 20, 8, 7, 6, 5, 4, 3])
    #expect(agreement.shared.map(\.item) == [0, 1, 2, 3])
    #expect(agreement.shared.map(\.first) == [1, 2, 2, 2])
  }

  @Test("ranks a fifth of all apart are told, the furthest first, and nothing under ten")
  func apart() {
    // Of ten a fifth is two. The last area ranks first in the second dataset, with 12; the fifth
    // ranks second there, with 9, which is too few.
    let agreement = RankAgreement(
      [90, 80, 70, 60, 50, 40, 30, 20, 10, 5], [8, 7, 6, 5, 9, 4, 3, 2, 1, 12])
    #expect(
      agreement.apart == [
        .init(item: 9, first: 10, second: 1), .init(item: 0, first: 1, second: 3),
        .init(item: 1, first: 2, second: 4), .init(item: 2, first: 3, second: 5),
        .init(item: 3, first: 4, second: 6),
      ])
    #expect(agreement.shared.isEmpty)
  }

  @Test("opposite orders have -1, the same 1, and p is 0 for both")
  func ends() {
    let rising = (1...12).map { Double($0) }
    #expect(RankAgreement(rising, rising.map { $0 * $0 }).spearman == 1)
    let opposite = RankAgreement(rising, rising.reversed())
    #expect((opposite.spearman, opposite.p) == (-1, 0))
  }

  @Test("where there is no coefficient the reason is told")
  func absences() {
    #expect(RankAgreement([3, 3, 3], [30, 20, 10]).absence == .fewInFirst)
    #expect(RankAgreement([30, 20, 10], [0, 0, 0]).absence == .fewInSecond)
    #expect(RankAgreement([], []).absence == .fewInFirst)
    #expect(RankAgreement([30, 20], [10, 20]).absence == .tooFew)
    #expect(RankAgreement([9, 9, 9], [30, 20, 10]).absence == .firstIsConstant)
    #expect(RankAgreement([30, 20, 10], [9, 9, 9]).absence == .secondIsConstant)
    #expect(RankAgreement([9, 9, 9], [30, 20, 10]).spearman == nil)
  }
}
