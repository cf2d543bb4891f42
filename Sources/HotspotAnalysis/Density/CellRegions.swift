package import Geometry
package import Tables

/// Cells joined over their edges to regions.
///
/// Cells that touch at a corner only are in different regions. Regions are numbered from 0 in the
/// order of their first cells, row by row from the south-west.
package struct CellRegions: Sendable, Equatable {
  /// Where the cells lie.
  package let grid: SurfaceGrid
  /// The region of each cell; absent for cells in none.
  package let regionOfCell: [Int?]
  /// The cells of each region, ascending.
  package let cells: [[Int]]

  /// Joins cells.
  ///
  /// - Parameters:
  ///   - isMember: Whether each cell of the grid is in a region.
  ///   - grid: The grid.
  /// - Complexity: O(*k*) for *k* cells; O(*m* log *m*) for *m* cells in regions.
  package init(joining isMember: [Bool], on grid: SurfaceGrid) {
    precondition(isMember.count == grid.cellCount, "CellRegions: cells and answers differ in count")
    var regionOfCell = [Int?](repeating: nil, count: isMember.count)
    var cells: [[Int]] = []
    for first in isMember.indices where isMember[first] && regionOfCell[first] == nil {
      var region = [first]
      regionOfCell[first] = cells.count
      var done = 0
      while done < region.count {
        let cell = region[done]
        done += 1
        let column = cell % grid.columns
        let neighbours = [
          column > 0 ? cell - 1 : -1, column + 1 < grid.columns ? cell + 1 : -1,
          cell - grid.columns, cell + grid.columns,
        ]
        for neighbour in neighbours
        where isMember.indices.contains(neighbour) && isMember[neighbour]
          && regionOfCell[neighbour] == nil
        {
          regionOfCell[neighbour] = cells.count
          region.append(neighbour)
        }
      }
      cells.append(region.sorted())
    }
    self.grid = grid
    self.regionOfCell = regionOfCell
    self.cells = cells
  }

  /// Returns the exact outline of a region: polygons along the edges of its cells, without the
  /// corners on straight edges.
  package func outline(of region: Int) -> [[[Point]]] {
    Self.outline(of: cells[region], on: grid)
  }

  /// Returns the exact outline of some cells.
  ///
  /// - Complexity: O(*m* log *m*) for *m* cells.
  static func outline(of cells: [Int], on grid: SurfaceGrid) -> [[[Point]]] {
    let members = Set(cells)
    var sides: [RegionSide] = []
    for cell in cells {
      let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
      let west = Double(grid.firstColumn + column) * grid.cellSize
      let east = Double(grid.firstColumn + column + 1) * grid.cellSize
      let south = Double(grid.firstRow + row) * grid.cellSize
      let north = Double(grid.firstRow + row + 1) * grid.cellSize
      let corners = [
        Point(x: west, y: south), Point(x: east, y: south), Point(x: east, y: north),
        Point(x: west, y: north),
      ]
      let isOpen = [
        !members.contains(cell - grid.columns),
        column + 1 == grid.columns || !members.contains(cell + 1),
        !members.contains(cell + grid.columns), column == 0 || !members.contains(cell - 1),
      ]
      for side in 0..<4 where isOpen[side] {
        sides.append(RegionSide(from: corners[side], to: corners[(side + 1) % 4]))
      }
    }
    return RingTracing.polygons(of: sides, mergingStraight: true)
  }
}
