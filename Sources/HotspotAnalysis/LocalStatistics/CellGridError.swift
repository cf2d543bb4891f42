/// Why cells cannot be made.
package enum CellGridError: Error, Equatable, CustomStringConvertible {
  /// The cell size is not a positive number, or too small for the coordinates.
  case badSize(Double)
  /// The rectangle around the study area would hold more cells than allowed.
  case tooManyCells(size: Double, cells: Double, limit: Int)
  /// The study area has no outline, or one too small to overlap a cell.
  case emptyStudyArea

  /// The error in words.
  package var description: String {
    switch self {
    case .badSize(let size):
      """
      cannot make cells of size '\(size)': it must be positive and not tiny beside the coordinates
        help: give the size in metres, such as 250
      """
    case .tooManyCells(let size, let cells, let limit):
      """
      cannot make cells of size '\(size)': the study area's rectangle would hold about \
      \(UInt64(min(cells, 1e18))), at most \(limit) are allowed
        help: choose a larger cell size or a smaller study area
      """
    case .emptyStudyArea:
      "cannot make cells: the study area encloses nothing, at least one area with an outline is needed"
    }
  }
}
