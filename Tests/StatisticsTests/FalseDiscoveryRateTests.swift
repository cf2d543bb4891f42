import Statistics
import Testing

@Suite struct FalseDiscoveryRateTests {
  @Test("R's p.adjust gives the same")
  func published() throws {
    let adjusted = FalseDiscoveryRate.adjusted([0.01, 0.02, 0.03, 0.5, 0.001])
    let expected = [0.025, 0.1 / 3, 0.0375, 0.5, 0.005]
    for (ours, theirs) in zip(adjusted, expected) {
      #expect(abs(try #require(ours) - theirs) < 1e-15)
    }
  }

  @Test("absent values stay absent and are not counted as tests")
  func absent() {
    #expect(FalseDiscoveryRate.adjusted([nil, 0.25, nil, 0.5]) == [nil, 0.5, nil, 0.5])
    #expect(FalseDiscoveryRate.adjusted([nil, nil]) == [nil, nil])
    #expect(FalseDiscoveryRate.adjusted([]).isEmpty)
  }

  @Test("values stay between 0 and 1, ties are equal")
  func bounds() {
    #expect(FalseDiscoveryRate.adjusted([0.9, 0.9, 1, 0]) == [1, 1, 1, 0])
    #expect(FalseDiscoveryRate.adjusted([0.25, 0.25, 0.25]) == [0.25, 0.25, 0.25])
  }

  @Test(
    "deciding by adjusted values is deciding by the largest k with p_(k) <= k alpha / m",
    arguments: 0..<30)
  func decision(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let p = (0..<40).map { _ in (random.nextUnit() * random.nextUnit() * 200).rounded() / 200 }
    let adjusted = FalseDiscoveryRate.adjusted(p)
    // An alpha that no adjusted value equals, so that rounding decides nothing.
    for alpha in [0.0101, 0.0503, 0.1007] {
      let rising = p.sorted()
      let last = rising.indices.last { rising[$0] <= Double($0 + 1) * alpha / 40 }
      for (p, adjusted) in zip(p, adjusted) {
        let isFound = last.map { p <= rising[$0] } ?? false
        #expect(((adjusted ?? 2) <= alpha) == isFound)
      }
    }
  }

  @Test("a p-value that is none is a mistake of the program")
  func traps() async {
    await #expect(processExitsWith: .failure) { _ = FalseDiscoveryRate.adjusted([1.5]) }
  }
}
