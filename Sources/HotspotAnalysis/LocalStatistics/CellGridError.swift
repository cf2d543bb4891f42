/// Why cells cannot be made.
public enum CellGridError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The cell size is not a positive number, or too small for the coordinates.
  case badSize(Double)
  /// The rectangle around the study area would hold more cells than allowed.
  case tooManyCells(size: Double, cells: Double, limit: Int)
  /// The study area has no outline, or one too small to overlap a cell.
  case emptyStudyArea

  /// The error in words: what was found and what is allowed.
  public var description: String {
    switch self {
    case .badSize(let size):
      """
      cannot make cells of size '\(size)': it must be positive and not tiny beside the coordinates
      """
    case .tooManyCells(let size, let cells, let limit):
      """
      cannot make cells of size '\(size)': the study area's rectangle would hold about \
      \(UInt64(min(cells, 1e18))), at most \(limit) are allowed
      """
    case .emptyStudyArea:
      "cannot make cells: the study area encloses nothing, at least one area with an outline is needed"
    }
  }
}
