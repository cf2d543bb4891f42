package import Geometry
package import Tables

/// Ground where the cells of a surface are dense, in patches of a size that can be walked.
///
/// Cells from a level up that share an edge are one patch; those that touch at a corner only are two.
/// A patch of too many cells is split by raising its level: a part is taken at the lowest level at
/// which it is small enough, each part at its own, so that the shoulder of a high peak is not lost
/// with the level that the peak needs. Parts are components of the surface's level sets, that is
/// nodes of its component tree. Cells of one value are taken together. What lies between the parts of
/// a patch, and ground of one value that is too large by itself, is in no patch.
///
/// Patches are numbered from 0 in the order of their first cells, row by row from the south-west.
///
/// The tree after Salembier, Oliveras & Garrido (1998), https://doi.org/10.1109/83.663500, built by
/// joining cells from the densest down, Najman & Couprie (2006), https://doi.org/10.1109/TIP.2006.877518
package struct CellPatches: Sendable, Equatable {
  /// Where the cells lie.
  package let grid: SurfaceGrid
  /// The cells of each patch, ascending.
  package let cells: [[Int]]
  /// How many patches were too large.
  package let splitCount: Int
  /// All cells from the level up, and the patch of each.
  private let positions: CellPositions
  private let patchOfPosition: [Int32]

  /// The patch of a cell of a patch that was split, where the cell is in none of its parts.
  private static let between: Int32 = -1

  /// Finds the patches.
  ///
  /// - Parameters:
  ///   - surface: The surface.
  ///   - level: The value from which cells are in.
  ///   - mostCells: The most cells of a patch, at least one; `nil` for any number.
  /// - Complexity: O(*k* + *m* log *m*) for *k* cells, *m* of them from the level up.
  package init(of surface: SparseSurface, from level: Double, mostCells: Int? = nil) {
    precondition(mostCells ?? 1 >= 1, "CellPatches: a patch has a cell")
    let taken = surface.cells.indices.filter { surface.values[$0] >= level }
      .sorted { surface.cells[$0] < surface.cells[$1] }
    var joining = CellJoining(
      cells: taken.map { surface.cells[$0] }, values: taken.map { surface.values[$0] },
      columns: surface.grid.columns, mostCells: mostCells ?? .max)
    joining.run()
    let patches = joining.patches.sorted { $0[0] < $1[0] }
    var patchOfPosition = [Int32](repeating: Self.between, count: taken.count)
    for (patch, cells) in patches.enumerated() {
      for position in cells.compactMap({ joining.positions[$0] }) {
        patchOfPosition[position] = Int32(truncatingIfNeeded: patch)
      }
    }
    grid = surface.grid
    cells = patches
    splitCount = joining.splitCount
    (positions, self.patchOfPosition) = (joining.positions, patchOfPosition)
  }

  /// Returns the patch that a cell is in; `nil` for a cell in none.
  package func patch(ofCell cell: Int) -> Int? {
    positions[cell].flatMap { position in
      let patch = patchOfPosition[position]
      return patch == Self.between ? nil : Int(patch)
    }
  }

  /// Returns whether a cell lies in a patch that was split, between its parts.
  package func isBetweenParts(_ cell: Int) -> Bool {
    positions[cell].map { patchOfPosition[$0] == Self.between } ?? false
  }

  /// Returns the densest cell of each patch; of equal ones the first.
  ///
  /// - Parameter surface: The surface that the patches are of.
  /// - Returns: A cell for each patch.
  func peaks(on surface: SparseSurface) -> [Int] {
    var peaks = cells.map { (cell: $0[0], value: -Double.infinity) }
    for (cell, value) in zip(surface.cells, surface.values) {
      guard let patch = patch(ofCell: cell) else { continue }
      if (-value, cell) < (-peaks[patch].value, peaks[patch].cell) { peaks[patch] = (cell, value) }
    }
    return peaks.map(\.cell)
  }

  /// Returns the exact outline of a patch: polygons along the edges of its cells, without the
  /// corners on straight edges.
  ///
  /// - Complexity: O(*m* log *m*) for *m* cells.
  package func outline(of patch: Int) -> [[[Point]]] {
    let members = Set(cells[patch])
    var sides: [RegionSide] = []
    for cell in cells[patch] {
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

/// Joins cells from the densest down to components of level sets, and keeps those that are small
/// enough when the next level would make them too large.
private struct CellJoining {
  /// The cells, ascending.
  let cells: [Int]
  let columns: Int
  let mostCells: Int
  /// The patches found, each with its cells ascending.
  private(set) var patches: [[Int]] = []
  /// How many components of the lowest level are too large.
  private(set) var splitCount = 0

  private let values: [Double]
  let positions: CellPositions
  /// The position above each in the forest of components; itself for a root.
  private var parents: [Int]
  /// The number of cells of each root's component.
  private var sizes: [Int]
  /// The next position of the same component, in a ring; of components that are small enough only.
  private var next: [Int]
  private var isIn: [Bool]

  init(cells: [Int], values: [Double], columns: Int, mostCells: Int) {
    self.cells = cells
    self.values = values
    self.columns = columns
    self.mostCells = mostCells
    positions = CellPositions(cells)
    parents = Array(cells.indices)
    sizes = [Int](repeating: 1, count: cells.count)
    next = Array(cells.indices)
    isIn = [Bool](repeating: false, count: cells.count)
  }

  mutating func run() {
    let order = cells.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, values[order[end]] == values[order[first]] { end += 1 }
      addLevel(order[first..<end])
      first = end
    }
    for position in cells.indices where parents[position] == position {
      if sizes[position] <= mostCells { keep(position) } else { splitCount += 1 }
    }
  }

  /// Adds all cells of one value.
  private mutating func addLevel(_ level: ArraySlice<Int>) {
    // The components above that this level joins, while they are still apart; those that were too
    // large before have been kept in parts.
    var parts: Set<Int> = []
    for position in level {
      for neighbour in neighbours(of: position) {
        let part = root(of: neighbour)
        if sizes[part] <= mostCells { parts.insert(part) }
      }
    }
    for position in level { isIn[position] = true }
    for position in level {
      for neighbour in neighbours(of: position) { join(position, neighbour) }
    }
    for part in parts.sorted() {
      // The level itself lies between the parts.
      if sizes[root(of: part)] > mostCells { keep(part) } else { link(part) }
    }
    for position in level where sizes[root(of: position)] <= mostCells { link(position) }
  }

  /// Puts a component into the ring of the one that it has joined.
  private mutating func link(_ part: Int) {
    let whole = root(of: part)
    if whole != part { next.swapAt(whole, part) }
  }

  /// Returns the neighbours over an edge that are in.
  private func neighbours(of position: Int) -> [Int] {
    let cell = cells[position]
    let column = cell % columns
    let around = [
      cell - columns, column > 0 ? cell - 1 : nil, column + 1 < columns ? cell + 1 : nil,
      cell + columns,
    ]
    return around.compactMap { $0.flatMap { positions[$0] } }.filter { isIn[$0] }
  }

  private mutating func root(of position: Int) -> Int {
    var position = position
    while parents[position] != position {
      parents[position] = parents[parents[position]]
      position = parents[position]
    }
    return position
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    guard a != b else { return }
    let (large, small) = sizes[a] >= sizes[b] ? (a, b) : (b, a)
    parents[small] = large
    sizes[large] += sizes[small]
  }

  private mutating func keep(_ part: Int) {
    var (members, position) = ([cells[part]], next[part])
    while position != part {
      members.append(cells[position])
      position = next[position]
    }
    patches.append(members.sorted())
  }
}
