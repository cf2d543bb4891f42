package import Tables

/// The cells of a surface whose value is above zero.
///
/// Of a fine grid over much ground most cells are empty. What is kept grows with the incidents, each
/// of which reaches so many cells, and not with the ground.
package struct SparseSurface: Sendable, Equatable {
  /// Where the cells lie; no cell need exist.
  package let grid: SurfaceGrid
  /// The cells, each once, in any order.
  package private(set) var cells: [Int] = []
  /// Their values, in the same order.
  package private(set) var values: [Double] = []

  /// The memory that a cell takes.
  package static let bytesPerCell = 8 + 8

  /// Creates a surface without cells.
  package init(grid: SurfaceGrid) { self.grid = grid }

  /// Takes the cells above zero of a surface, in their order.
  package init(_ surface: Surface) {
    grid = surface.grid
    for (cell, value) in surface.values.enumerated() where value > 0 { append(cell, value) }
  }

  /// Adds a cell that is not there yet.
  mutating func append(_ cell: Int, _ value: Double) {
    cells.append(cell)
    values.append(value)
  }
}
