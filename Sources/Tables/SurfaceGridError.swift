/// Why a grid cannot be laid over an area.
public enum SurfaceGridError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The size of a cell is not a finite number above zero.
  case unusableCellSize(Double)
  /// The box to cover is empty or not finite.
  case unusableBox
  /// The grid would have too many cells; `usable` is a round size that fits.
  case tooManyCells(cellSize: Double, cells: Double, limit: Int, usable: Double)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .unusableCellSize(let size):
      "cannot use the cell size '\(Self.text(size))': it is not a length,"
        + " a number of metres above zero is allowed"
    case .unusableBox:
      "cannot lay a grid over the study area: it has no finite extent,"
        + " at least one position is needed"
    case .tooManyCells(let size, let cells, let limit, _):
      "cannot lay cells of '\(Self.text(size)) m' over the study area:"
        + " \(Self.text(cells.rounded())) cells, at most \(limit) are allowed"
    }
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}
