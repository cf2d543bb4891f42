import HotspotAnalysis
import Testing

@Suite struct ClusterWarningTests {
  static let values = [Double?](repeating: 1, count: 40)
  static let degrees = [Int](repeating: 3, count: 40)

  @Test("counts of areas whose 90th percentile is over three times the 10th are warned about")
  func unequalAreas() {
    let warnings = { (areas: [Double]?) in
      ClusterWarning.warnings(
        values: Self.values, neighbourCounts: Self.degrees, countedAreas: areas)
    }
    #expect(warnings(nil) == [])
    #expect(warnings([Double](repeating: 7, count: 40)) == [])
    // Up to three areas in forty may be of any size.
    #expect(warnings([0.1, 0.1, 0.1] + [Double](repeating: 7, count: 34) + [90, 90, 90]) == [])
    let half = [Double](repeating: 1, count: 20)
    #expect(warnings(half + half.map { $0 * 3 }) == [])
    #expect(warnings(half + half.map { $0 * 4 }) == [.unequalAreas(ratio: 4)])
    #expect(warnings([]) == [])
    #expect(warnings([0, .nan]) == [])
  }

  @Test("few places and islands are warned about, places without a value aside")
  func others() {
    #expect(
      ClusterWarning.warnings(
        values: [1, 2, nil] + Self.values.dropFirst(13),
        neighbourCounts: [0, 1, 0] + Self.degrees.dropFirst(13))
        == [.fewUnits(count: 29), .islands(count: 1)])
  }

  @Test("warnings say what it means")
  func words() {
    #expect(
      ClusterWarning.unequalAreas(ratio: 5.6541).description
        == """
        counts of areas of very different size (the 90th percentile is 5.7 times the 10th): large \
        areas score high for being large, and stand out only where they do for their ground too
        """)
    #expect(
      ClusterWarning.fewUnits(count: 7).description
        == "7 units are few for scores that assume a normal distribution")
    #expect(
      ClusterWarning.islands(count: 1).description
        == "1 unit has no neighbour and therefore no score")
    #expect(
      ClusterWarning.islands(count: 2).description
        == "2 units have no neighbour and therefore no score")
  }
}
