package import Cartography
package import Statistics

/// How the values of areas are cut into the classes of a map.
///
/// See <doc:ClassifyingValues>, which measures how much each tells.
public enum AreaClasses: String, Sendable, CaseIterable {
  /// Classes that hold about equal shares of all incidents, or of what they weigh.
  case volume
  /// About equally many areas in each class.
  case quantile
  /// Classes that differ least inside (Fisher–Jenks).
  case natural
  /// Classes of equal width.
  case equal
  /// Classes that grow by the same factor.
  case geometric

  /// The way of cutting values.
  package var method: ClassificationMethod {
    switch self {
    case .volume: .equalShares
    case .quantile: .quantiles
    case .natural: .naturalBreaks
    case .equal: .equalIntervals
    case .geometric: .geometricIntervals
    }
  }

  /// How many classes there are, beside that of areas without any.
  public static let usualCount = 5

  /// What a map takes unless another way is chosen: of what adds up, classes of equal shares; of rates,
  /// whose sum means nothing, classes that grow by the same factor.
  ///
  /// It depends on the kind of value, never on the values, so that the next map is cut as this one is.
  package static func usual(for kind: MapValue.Kind) -> AreaClasses {
    switch kind {
    case .count: .volume
    case .rate: .geometric
    }
  }
}
