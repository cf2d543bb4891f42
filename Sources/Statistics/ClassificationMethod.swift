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
  /// Classes with about equal parts of the sum, for values from zero that add up. See
  /// ``equalShareBreaks``.
  case equalShares = "volume"

  /// The method's name for people, as it is printed on maps.
  package var name: String {
    switch self {
    case .naturalBreaks: "natural breaks (Fisher–Jenks)"
    case .quantiles: "quantiles"
    case .equalIntervals: "equal intervals"
    case .geometricIntervals: "geometric intervals"
    case .equalShares: "about equal shares of the whole"
    }
  }

  /// Returns the classes' upper bounds, each bound included in its class.
  ///
  /// - Parameters:
  ///   - values: Finite values in any order; above zero for geometric intervals, from zero for
  ///     equal shares.
  ///   - classes: How many classes are wanted, at least 1.
  /// - Returns: Increasing bounds, the last at least the largest value; empty without values.
  package func upperBounds(of values: [Double], classes: Int) -> [Double] {
    switch self {
    case .naturalBreaks: Statistics.naturalBreaks(of: values, classes: classes)
    case .quantiles: quantileBreaks(of: values, classes: classes)
    case .equalIntervals: equalIntervalBreaks(of: values, classes: classes)
    case .geometricIntervals: geometricBreaks(of: values, classes: classes)
    case .equalShares: equalShareBreaks(of: values, classes: classes)
    }
  }

  /// Whether values below zero have no classes of this kind.
  package var needsValuesFromZero: Bool { self == .geometricIntervals || self == .equalShares }
}
