/// What people should know before they read a map of local statistics.
public enum ClusterWarning: Equatable, Sendable, CustomStringConvertible {
  /// Raw counts were scored of areas whose sizes differ by this factor: the 90th percentile of the
  /// areas divided by the 10th.
  case unequalAreas(ratio: Double)
  /// So few places have a value that scores are far from normal.
  case fewUnits(count: Int)
  /// Some places have no neighbour and therefore no score.
  case islands(count: Int)
  /// Permutations are so few for so many tests that only as many places as this together, all as
  /// rare as can be, can stand out; so many permutations let ten.
  case fewPermutations(count: Int, tests: Int, places: Int, enough: Int)
  /// A place and its neighbours expect less than five incidents; cells of this size would expect as
  /// many, where there is such a size.
  case fewIncidents(expected: Double, cellSize: Double?)

  /// The ratio of the 90th to the 10th percentile of areas above which counts are called unequal.
  ///
  /// At 3, chance alone gives a tenth of the areas three times the incidents of another tenth. London's
  /// LSOAs have 5.7 and its wards 6.5; the cells of a grid have 1.
  package static let largestEqualRatio = 3.0

  /// The number of places below which scores are not called normal, after common practice.
  package static let fewestPlaces = 30

  /// The places that must be as rare as can be for permutations to tell, above which these are called
  /// few.
  package static let mostEquallyRare = 10

  /// Returns the warnings that a result deserves.
  ///
  /// - Parameters:
  ///   - values: The values scored.
  ///   - neighbourCounts: The number of neighbours of each.
  ///   - countedAreas: The sizes of the areas, in any unit, where the values are raw counts; nil for
  ///     rates and other values that do not grow with the area.
  ///   - permutations: The number of permutations, where they decide.
  /// - Returns: The warnings, in the order of the cases.
  /// - Complexity: O(*n* log *n*) for *n* places.
  package static func warnings(
    values: [Double?], neighbourCounts: [Int], countedAreas: [Double]? = nil,
    permutations: Int? = nil
  ) -> [ClusterWarning] {
    var warnings: [ClusterWarning] = []
    if let countedAreas, let ratio = spread(of: countedAreas), ratio > largestEqualRatio {
      warnings.append(.unequalAreas(ratio: ratio))
    }
    let places = values.count { $0 != nil }
    if places < fewestPlaces { warnings.append(.fewUnits(count: places)) }
    let islands = zip(values, neighbourCounts).count { $0 != nil && $1 == 0 }
    if islands > 0 { warnings.append(.islands(count: islands)) }
    if let permutations {
      let tests = places - islands
      // The least p of two sides is 2 in (permutations + 1); Benjamini and Hochberg's limit at 95 %
      // for places equally rare is a twentieth of their share of the tests.
      let needed = (40 * tests + permutations) / (permutations + 1)
      if needed > Self.mostEquallyRare {
        warnings.append(
          .fewPermutations(
            count: permutations, tests: tests, places: needed,
            enough: 40 * tests / Self.mostEquallyRare))
      }
    }
    return warnings
  }

  /// Returns the 90th percentile divided by the 10th, both the smallest area that at least so many
  /// are no larger than; nil without areas that enclose something.
  static func spread(of areas: [Double]) -> Double? {
    let rising = areas.filter { $0 > 0 && $0.isFinite }.sorted()
    guard !rising.isEmpty else { return nil }
    let rank = { (tenths: Int) in (rising.count * tenths + 9) / 10 - 1 }
    return rising[rank(9)] / rising[rank(1)]
  }

  /// What was found, in words.
  public var description: String {
    switch self {
    case .unequalAreas(let ratio):
      """
      counts of areas of very different size (the 90th percentile is \
      \((ratio * 10).rounded() / 10) times the 10th): large areas score high for being \
      large, and stand out only where they do for their ground too
      """
    case .fewUnits(let count):
      "\(count) units are few for scores that assume a normal distribution"
    case .islands(let count):
      "\(count) \(count == 1 ? "unit has" : "units have") no neighbour and therefore no score"
    case .fewPermutations(let count, let tests, let places, _):
      """
      \(count) permutations are few for \(tests) tests: nothing can stand out at 95% unless \(places) \
      units are as rare as can be
      """
    case .fewIncidents(let expected, _):
      """
      about \((expected * 10).rounded() / 10) incidents are expected in a unit with its neighbours, \
      fewer than five: only what is very concentrated can stand out
      """
    }
  }
}
