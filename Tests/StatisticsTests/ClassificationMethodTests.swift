import Testing

@testable import Statistics

@Suite("Classification methods")
struct ClassificationMethodTests {
  // mapclassify.Quantiles(v, k=5).bins.tolist() and mapclassify.EqualInterval(v, k=5).bins.tolist(),
  // mapclassify 2.10.0, for the ward counts.
  static let oracles: [(ClassificationMethod, [Double])] = [
    (.quantiles, [1076.4, 1320.8, 1944.6000000000004, 3621.8, 17146]),
    (.equalIntervals, [3920.4, 7226.8, 10533.2, 13839.6, 17146]),
    (.naturalBreaks, [1585, 2735, 4290, 14570, 17146]),
  ]

  @Test("bounds equal mapclassify's", arguments: oracles)
  func oracle(_ method: ClassificationMethod, _ bounds: [Double]) {
    let found = method.upperBounds(of: wardCounts, classes: 5)
    #expect(found.count == bounds.count)
    for (a, b) in zip(found, bounds) { #expect(abs(a - b) < 1e-9, "\(a) is not \(b)") }
  }

  @Test("geometric classes each span the same factor")
  func geometric() {
    let bounds = geometricBreaks(of: [2, 5, 2000, 3], classes: 3)
    #expect(bounds.count == 3)
    for (bound, expected) in zip(bounds, [20.0, 200, 2000]) {
      #expect(abs(bound - expected) < 1e-9 * expected)
    }
  }

  @Test("quantiles of many equal values come once")
  func ties() {
    #expect(quantileBreaks(of: [1, 1, 1, 1, 1, 1, 1, 5, 9], classes: 4) == [1, 9])
    #expect(quantileBreaks(of: [4, 4, 4], classes: 4) == [4])
    #expect(quantileBreaks(of: [1, 2, 3, 4, 5], classes: 2) == [3, 5])
  }

  @Test("equal values make one class, no values none", arguments: ClassificationMethod.allCases)
  func degenerate(_ method: ClassificationMethod) {
    #expect(method.upperBounds(of: [3, 3, 3], classes: 5) == [3])
    #expect(method.upperBounds(of: [], classes: 5) == [])
    #expect(method.upperBounds(of: [3, 8], classes: 1) == [8])
  }
}
