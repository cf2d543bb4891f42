package import Geometry

/// Tells in which area of a layer a point lies, at a cost that hardly depends on the layer's size.
///
/// A grid lies over the layer. A cell that no border crosses knows its area. A cell that borders
/// cross keeps a reference point (its lower left corner), the areas that hold that point, and the
/// few border segments in the cell: walking from the reference point up and then across to the
/// point asked about, each segment crossed takes the walker out of one area and into another.
/// Crowded cells are divided further.
///
/// Points on borders follow the half-open rule: a point belongs to the area just to its right, or,
/// on a horizontal border, just above. So each point of a tiling lies in exactly one area. All
/// decisions use exact orientation tests.
///
///     let index = AreaIndex(layer.outlines)
///     index.locate(x: 530_000, y: 180_000)   // the position of the area in the layer
///
/// The crossing parity is the classical one (Shimrat 1962, https://doi.org/10.1145/368637.368653).
package struct AreaIndex: Sendable {
  /// The outlines that are searched.
  package let outlines: OutlineTable
  /// Points nearer to a border than this are known to be so: the cells list all borders within it.
  package let reach: Double

  /// The grid's extent; a point outside it lies in no area and within reach of none.
  package let extent: Box
  let columns: Int
  let rows: Int
  let columnsPerUnit: Double
  let rowsPerUnit: Double
  let cellWidth: Double
  let cellHeight: Double
  /// The cells of the grid, row by row from the south-west, then blocks of parts of divided cells.
  let cells: [AreaCell]
  let leaves: [AreaLeaf]
  let edges: [AreaEdge]
  /// For each leaf in turn, the areas that its masks speak of, in rising order.
  let leafAreas: [Int32]

  /// How finely the cells of an index are cut.
  package struct Fineness: Sendable {
    /// How many cells there are for each vertex.
    let cellsPerVertex: Double
    /// Above this many segments a cell is divided; shared borders count twice.
    let crowd: Int

    /// Cells that hardly any border crosses, for speed.
    package static let fine = Fineness(cellsPerVertex: 3, crowd: 12)
    /// Cells of a few borders each, for memory: about a third of it.
    package static let coarse = Fineness(cellsPerVertex: 0.25, crowd: 48)
  }

  /// How many parts along each side a crowded cell is divided into.
  static let division = 4

  /// Builds the index of a layer.
  ///
  /// - Parameters:
  ///   - outlines: The areas; a lower position wins where areas overlap.
  ///   - reach: The distance in coordinate units within which ``distanceToBorder(x:y:)`` must see
  ///     borders. At least a billionth of the extent is used.
  ///   - fineness: How finely cells are cut; answers are the same.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(_ outlines: OutlineTable, reach: Double = 0, fineness: Fineness = .fine) {
    let grid = AreaGrid(outlines, reach: reach, fineness: fineness)
    self.init(outlines, grid, grid.bands.map { Self.fill($0, of: grid, outlines) })
  }

  /// Builds the index of a layer with several threads; it is the same for any number of them.
  ///
  /// - Parameters:
  ///   - outlines: As for ``init(_:reach:fineness:)``.
  ///   - reach: As for ``init(_:reach:fineness:)``.
  ///   - fineness: As for ``init(_:reach:fineness:)``.
  /// - Returns: The index.
  /// - Complexity: As for ``init(_:reach:fineness:)``, shared by the threads.
  package static func build(
    _ outlines: OutlineTable, reach: Double = 0, fineness: Fineness = .fine
  ) async -> AreaIndex {
    let grid = AreaGrid(outlines, reach: reach, fineness: fineness)
    var bands = await withTaskGroup(of: AreaIndexBuilder.self) { group in
      for rows in grid.bands { group.addTask { fill(rows, of: grid, outlines) } }
      var bands: [AreaIndexBuilder] = []
      for await band in group { bands.append(band) }
      return bands
    }
    bands.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    return AreaIndex(outlines, grid, consume bands)
  }

  private static func fill(
    _ rows: Range<Int>, of grid: AreaGrid, _ outlines: OutlineTable
  ) -> AreaIndexBuilder {
    var builder = AreaIndexBuilder(outlines, grid, rows: rows)
    builder.build()
    return builder
  }

  /// Joins the bands of a grid, from the first row to the last.
  ///
  /// The bands give up one kind after another: of millions of vertices the bands and the index
  /// together would be the largest thing in memory.
  private init(_ outlines: OutlineTable, _ grid: AreaGrid, _ filled: consuming [AreaIndexBuilder]) {
    var bands = consume filled
    self.outlines = outlines
    reach = grid.reach
    extent = grid.extent
    columns = grid.columns
    rows = grid.rows
    columnsPerUnit = 1 / grid.cellWidth
    rowsPerUnit = 1 / grid.cellHeight
    cellWidth = grid.cellWidth
    cellHeight = grid.cellHeight
    // Where each band's areas, edges, leaves and parts begin; all cells of the grid come before parts.
    var areaStarts = [0]
    var edgeStarts = [0]
    var shifts: [(leaves: Int, parts: Int)] = []
    var (leafCount, partCount) = (0, 0)
    for band in bands {
      areaStarts.append(areaStarts[areaStarts.count - 1] + band.leafAreas.count)
      edgeStarts.append(edgeStarts[edgeStarts.count - 1] + band.edges.count)
      shifts.append(
        (leaves: leafCount, parts: grid.columns * grid.rows + partCount - band.cellCount))
      leafCount += band.leaves.count
      partCount += band.cells.count - band.cellCount
    }

    var edges = [AreaEdge](onLargePagesWithRoomFor: edgeStarts[edgeStarts.count - 1])
    for band in bands.indices { edges.append(contentsOf: bands[band].takeEdges()) }
    var leaves = [AreaLeaf](onLargePagesWithRoomFor: leafCount)
    for band in bands.indices {
      for var leaf in bands[band].takeLeaves() {
        leaf.areasStart += Int32(areaStarts[band])
        leaf.edgesStart += Int32(edgeStarts[band])
        leaves.append(leaf)
      }
    }
    var leafAreas = [Int32](onLargePagesWithRoomFor: areaStarts[areaStarts.count - 1])
    for band in bands { leafAreas.append(contentsOf: band.leafAreas) }
    var cells = [AreaCell](onLargePagesWithRoomFor: grid.columns * grid.rows + partCount)
    for (band, shift) in zip(bands, shifts) {
      for cell in 0..<band.cellCount { cells.append(band.cells[cell].moved(by: shift)) }
    }
    for (band, shift) in zip(bands, shifts) {
      for part in band.cellCount..<band.cells.count {
        cells.append(band.cells[part].moved(by: shift))
      }
    }
    self.cells = cells
    self.leaves = leaves
    self.edges = edges
    self.leafAreas = leafAreas
  }
}

/// One cell of the grid: settled, a leaf with borders, or divided into parts.
struct AreaCell: Sendable, Equatable {
  private let bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  /// A cell that lies in no area.
  static let outside = AreaCell(bits: 0)

  /// Returns a cell that lies wholly in one area.
  static func inside(_ area: Int32) -> AreaCell { AreaCell(bits: UInt32(area) + 1) }

  /// Returns a cell whose borders are listed by a leaf.
  static func leaf(_ position: Int) -> AreaCell { AreaCell(bits: 1 << 30 | UInt32(position)) }

  /// Returns a cell whose parts begin at a position of the index's cells.
  static func divided(_ position: Int) -> AreaCell { AreaCell(bits: 2 << 30 | UInt32(position)) }

  /// Returns the cell for where its leaf or its parts have moved up by some positions.
  @inline(__always)
  func moved(by shift: (leaves: Int, parts: Int)) -> AreaCell {
    if isSettled { return self }
    return isLeaf ? .leaf(position + shift.leaves) : .divided(position + shift.parts)
  }

  @inline(__always) var isSettled: Bool { bits < 1 << 30 }
  @inline(__always) var isLeaf: Bool { bits >> 30 == 1 }
  @inline(__always) var isDivided: Bool { bits >> 30 == 2 }
  /// The area of a settled cell, or -1.
  @inline(__always) var area: Int32 { Int32(truncatingIfNeeded: bits) - 1 }
  /// The area of a settled cell or -1; for a cell with borders -2 less its leaf.
  @inline(__always) var answer: Int32 {
    isSettled ? area : -2 - Int32(truncatingIfNeeded: position)
  }
  /// The position of the leaf or of the first part.
  @inline(__always) var position: Int { Int(bits & 0x3fff_ffff) }
}

/// The borders of one cell and the areas at its reference point.
struct AreaLeaf: Sendable, Equatable {
  /// The reference point, the lower left corner of the cell.
  var x: Double
  var y: Double
  /// The areas that hold the reference point, as bits of positions in ``AreaIndex/leafAreas``.
  var base: UInt64
  /// Where the leaf's areas begin, and how many there are.
  var areasStart: Int32
  var areasCount: Int32
  /// Where the leaf's edges begin, how many there are, and how many of them, at the front, lie
  /// wholly to the right of the reference point.
  var edgesStart: Int32
  var edgesCount: Int32
  var rightEdgesCount: Int32

  /// More areas meet in the cell than a mask can hold; they are tested one by one.
  var isCrowded: Bool { areasCount > 64 }
}

/// A border segment, its lower end first, and the areas that it bounds as bits of the leaf's areas.
struct AreaEdge: Sendable, Equatable {
  var lowX: Double
  var lowY: Double
  var highX: Double
  var highY: Double
  var mask: UInt64

  /// Beyond this part of its two products a determinant has its true sign: the bound of the
  /// orientation test's filter, (3 + 16 u) u with u = 2^-53.
  static let roundingBound = 3.330_669_073_875_471_6e-16

  /// Creates the segment between two different points, in either order.
  ///
  /// The same segment has the same ends in the same order whichever way a ring walks it, so that
  /// both its areas come to the same decision.
  init(from a: (x: Double, y: Double), to b: (x: Double, y: Double), mask: UInt64 = 0) {
    let (low, high) = a.y < b.y || (a.y == b.y && a.x < b.x) ? (a, b) : (b, a)
    lowX = low.x
    lowY = low.y
    highX = high.x
    highY = high.y
    self.mask = mask
  }

  /// Returns the side of a point near the segment's line, without rounding.
  @inline(never)
  func exactSide(x: Double, y: Double) -> Double {
    orientation(ax: lowX, ay: lowY, bx: highX, by: highY, px: x, py: y)
  }

  /// Returns whether the walker at a point stands to the right of the segment's line.
  ///
  /// A point on the line counts as moved a little to the right and, much less, up.
  func hasOnRight(x: Double, y: Double) -> Bool {
    let side = orientation(ax: lowX, ay: lowY, bx: highX, by: highY, px: x, py: y)
    return side < 0 || (side == 0 && lowY != highY)
  }

  /// Returns the same where the two products of the determinant are at hand.
  ///
  /// - Parameters:
  ///   - x: The point's easting.
  ///   - y: The point's northing.
  ///   - left: The segment's width times the point's height above its lower end.
  ///   - right: The segment's height times the point's distance east of its lower end.
  /// - Returns: As ``hasOnRight(x:y:)``.
  @inline(__always)
  func hasOnRight(x: Double, y: Double, _ left: Double, _ right: Double) -> Bool {
    let side = left - right
    if abs(side) > Self.roundingBound * (abs(left) + abs(right)) { return side < 0 }
    return hasOnRight(x: x, y: y)
  }

  /// Returns whether the horizontal way at `y` from one x to another crosses the segment.
  @inline(__always)
  func crossesHorizontal(from fromX: Double, to toX: Double, y: Double) -> Bool {
    lowY <= y && y < highY && hasOnRight(x: fromX, y: y) != hasOnRight(x: toX, y: y)
  }

  /// Returns whether the vertical way at `x` from one y to another crosses the segment.
  @inline(__always)
  func crossesVertical(x: Double, from fromY: Double, to toY: Double) -> Bool {
    min(lowX, highX) <= x && x < max(lowX, highX)
      && hasOnRight(x: x, y: fromY) != hasOnRight(x: x, y: toY)
  }

  /// Returns whether another segment runs between the same points.
  @inline(__always)
  func hasEnds(of other: AreaEdge) -> Bool {
    lowX == other.lowX && lowY == other.lowY && highX == other.highX && highY == other.highY
  }

  /// Returns the squared distance from a point to the nearest point of the segment.
  func squaredDistance(x: Double, y: Double) -> Double {
    let (dx, dy) = (highX - lowX, highY - lowY)
    let squaredLength = dx * dx + dy * dy
    let along = squaredLength > 0 ? ((x - lowX) * dx + (y - lowY) * dy) / squaredLength : 0
    let clamped = min(1, max(0, along))
    let (offsetX, offsetY) = (x - (lowX + clamped * dx), y - (lowY + clamped * dy))
    return offsetX * offsetX + offsetY * offsetY
  }

  /// Returns whether a point lies exactly on the segment, ends included.
  func holds(x: Double, y: Double) -> Bool {
    lowY <= y && y <= highY && min(lowX, highX) <= x && x <= max(lowX, highX)
      && orientation(ax: lowX, ay: lowY, bx: highX, by: highY, px: x, py: y) == 0
  }
}
