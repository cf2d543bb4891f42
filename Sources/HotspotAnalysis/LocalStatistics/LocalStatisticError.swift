/// Why a local statistic cannot be computed.
public enum LocalStatisticError: Error, Sendable, Equatable, CustomStringConvertible {
  /// All places have the same value, or fewer than two have one.
  case noVariation(places: Int)
  /// A value is infinite, not a number, or too large to be squared.
  case badValue(row: Int)
  /// The numbers of values and of places with neighbours differ.
  case differingCounts(values: Int, places: Int)
  /// Local Moran was asked for without permutations.
  case noPermutations

  /// The error in words: what was found and what is allowed.
  public var description: String {
    switch self {
    case .noVariation(let places):
      """
      cannot compute local statistics: \
      \(places == 1 ? "one unit has a value" : "the \(places) units with a value do not differ"), \
      at least two different values are needed
      """
    case .badValue(let row):
      """
      cannot compute local statistics: value \(row + 1) is not a number that can be squared, \
      sizes up to 1e150 are allowed
      """
    case .differingCounts(let values, let places):
      """
      cannot compute local statistics: there are \(values) values for \(places) units, \
      each unit must have one or be marked as without
      """
    case .noPermutations:
      "cannot compute local Moran without permutations: its p_permutation needs at least 1"
    }
  }
}
