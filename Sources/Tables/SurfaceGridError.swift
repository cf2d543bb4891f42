/// Why a grid cannot be laid over an area.
public enum SurfaceGridError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The size of a cell is not a finite number above zero.
  case unusableCellSize(Double)
  /// The area to cover is empty or not finite.
  case unusableBox
  /// The grid would have more cells than are allowed; `usable` is a round size that fits.
  case tooManyCells(cellSize: Double, cells: Double, limit: Int, usable: Double)

  /// The error in words, after the manner of all messages of the program.
  public var description: String {
    switch self {
    case .unusableCellSize(let size):
      "cannot use the cell size '\(Self.text(size))': it is not a length,"
        + " a number of metres above zero is allowed"
    case .unusableBox:
      "cannot lay a grid over the study area: it has no finite extent,"
        + " at least one position is needed"
    case .tooManyCells(let size, let cells, let limit, let usable):
      "cannot lay cells of '\(Self.text(size)) m' over the study area:"
        + " \(Self.text(cells.rounded())) cells, at most \(limit) are allowed\n"
        + "  help: take cells of \(Self.text(usable)) m, or a smaller study area"
    }
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}
