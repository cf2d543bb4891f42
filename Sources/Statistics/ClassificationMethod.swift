/// How values are cut into classes for a map.
package enum ClassificationMethod: String, Sendable, CaseIterable {
  /// Classes that differ least inside; finds the gaps in skewed counts. See ``naturalBreaks``.
  case naturalBreaks = "natural"
  /// Classes with about equally many areas. See ``quantileBreaks``.
  case quantiles = "quantile"
  /// Classes of equal width. See ``equalIntervalBreaks``.
  case equalIntervals = "equal"
  /// Classes that grow by the same factor, for values above zero. See ``geometricBreaks``.
  case geometricIntervals = "geometric"

  /// The method's name for people, as it is printed on maps.
  package var name: String {
    switch self {
    case .naturalBreaks: "natural breaks (Fisher–Jenks)"
    case .quantiles: "quantiles"
    case .equalIntervals: "equal intervals"
    case .geometricIntervals: "geometric intervals"
    }
  }

  /// Returns the classes' upper bounds, each bound included in its class.
  ///
  /// - Parameters:
  ///   - values: Finite values in any order; above zero for geometric intervals.
  ///   - classes: How many classes are wanted, at least 1.
  /// - Returns: Increasing bounds, the last at least the largest value; empty without values.
  package func upperBounds(of values: [Double], classes: Int) -> [Double] {
    switch self {
    case .naturalBreaks: Statistics.naturalBreaks(of: values, classes: classes)
    case .quantiles: quantileBreaks(of: values, classes: classes)
    case .equalIntervals: equalIntervalBreaks(of: values, classes: classes)
    case .geometricIntervals: geometricBreaks(of: values, classes: classes)
    }
  }
}
