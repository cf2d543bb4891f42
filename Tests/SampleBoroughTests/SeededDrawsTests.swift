import SampleBorough
import Statistics
import Testing

@Suite struct SeededDrawsTests {
  @Test("draws below a bound take every value about equally often")
  func below() {
    var generator = SplitMix64(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    // Five standard deviations of 10,000 draws in 70,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
  }

  @Test("draws from a range take both its ends and nothing beyond")
  func range() {
    var generator = SplitMix64(seed: 2)
    let draws = Set((0..<500).map { _ in generator.draw(from: -2...2) })
    #expect(draws == [-2, -1, 0, 1, 2])
    let centred = (0..<5000).map { _ in generator.drawCentred(in: 10...20) }
    #expect(centred.allSatisfy { (10...20).contains($0) })
    #expect(centred.count { (14...16).contains($0) } > centred.count { $0 < 13 || $0 > 17 })
  }

  @Test("an alternative is as likely as its weight, and never drawn without one")
  func weights() {
    let choice = WeightedChoice(weights: [0, 1, 0, 3, 6, 0])
    var generator = SplitMix64(seed: 3)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<10_000 { counts[choice.draw(with: &generator)] += 1 }
    #expect(counts[0] == 0 && counts[2] == 0 && counts[5] == 0)
    #expect(abs(counts[1] - 1000) < 150)
    #expect(abs(counts[3] - 3000) < 230)
    #expect(abs(counts[4] - 6000) < 245)
  }

  @Test("chances in a thousand are kept, none and all among them")
  func chances() {
    var generator = SplitMix64(seed: 4)
    let never = (0..<2000).count { _ in generator.happens(perThousand: 0) }
    let always = (0..<2000).count { _ in generator.happens(perThousand: 1000) }
    let seldom = (0..<100_000).count { _ in generator.happens(perThousand: 30) }
    #expect(never == 0)
    #expect(always == 2000)
    #expect(abs(seldom - 3000) < 270)
  }

  @Test("a choice without weight is refused")
  func noWeight() async {
    await #expect(processExitsWith: .failure) { _ = WeightedChoice(weights: [0, 0]) }
  }
}
