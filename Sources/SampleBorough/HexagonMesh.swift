import Statistics

/// A honeycomb of slightly irregular cells, from which the borough's areas are built.
///
/// Three cells meet at each corner, never four. So however the cells are given to areas, no two
/// parts of an area touch at a single point, and each border is a chain of sides that both
/// neighbours share. Corners are moved by less than keeps every cell convex.
struct HexagonMesh: Sendable {
  /// The number of cells from west to east.
  let columns: Int
  /// The number of cells from south to north.
  let rows: Int

  /// Half the width of a cell, in centimetres.
  static let halfWidth = 1050
  /// A third of the distance between rows, in centimetres.
  static let thirdOfRow = 600
  /// How far a corner may move along each axis, in centimetres.
  ///
  /// A corner stands 600 cm above the line through its neighbours, and the corner and that line may
  /// approach by 2 · √2 · 200 = 566 cm: cells stay convex.
  static let greatestShift = 200

  private let shiftSeed: UInt64

  /// Creates a honeycomb.
  ///
  /// - Parameters:
  ///   - columns: The number of cells from west to east.
  ///   - rows: The number of cells from south to north.
  ///   - seed: What decides how corners are moved.
  init(columns: Int, rows: Int, seed: UInt64) {
    self.columns = columns
    self.rows = rows
    shiftSeed = seed
  }

  /// The number of cells.
  var cellCount: Int { columns * rows }

  /// Returns the middle of a cell.
  func centre(of cell: Int) -> GridPosition {
    let row = cell / columns
    let column = cell - row * columns
    return GridPosition(
      x: (2 * column + (row & 1) + 1) * Self.halfWidth, y: (3 * row + 2) * Self.thirdOfRow)
  }

  /// Returns whether a cell lies on the honeycomb's rim, where neighbours are missing.
  func isOnRim(_ cell: Int) -> Bool {
    let row = cell / columns
    let column = cell - row * columns
    return row == 0 || column == 0 || row == rows - 1 || column == columns - 1
  }

  /// Returns the cell beyond one of the six sides, counted counter-clockwise from the east.
  ///
  /// - Parameters:
  ///   - cell: A cell that is not on the rim.
  ///   - side: The side, 0 to 5.
  /// - Returns: The neighbouring cell.
  func neighbour(of cell: Int, side: Int) -> Int {
    let isOdd = (cell / columns) & 1
    switch side {
    case 0: return cell + 1
    case 1: return cell + columns + isOdd
    case 2: return cell + columns + isOdd - 1
    case 3: return cell - 1
    case 4: return cell - columns + isOdd - 1
    default: return cell - columns + isOdd
    }
  }

  /// Returns the name of a cell's corner; side *k* runs from corner *k* to corner *k* + 1.
  func corner(of cell: Int, _ index: Int) -> Int {
    let row = cell / columns
    let column = cell - row * columns
    let (across, up) = Self.cornerOffsets[index % 6]
    let x = 2 * column + (row & 1) + 1 + across
    let y = 3 * row + 2 + up
    return y * cornersAcross + x
  }

  /// Returns where a corner lies.
  func position(ofCorner corner: Int) -> GridPosition {
    let y = corner / cornersAcross
    let x = corner - y * cornersAcross
    var generator = SplitMix64(seed: shiftSeed &+ UInt64(corner) &* 0x9E37_79B9_7F4A_7C15)
    let range = -Self.greatestShift...Self.greatestShift
    return GridPosition(
      x: x * Self.halfWidth + generator.draw(from: range),
      y: y * Self.thirdOfRow + generator.draw(from: range))
  }

  /// Returns the cell whose unmoved middle is nearest to a position.
  func cell(nearest position: GridPosition) -> Int {
    let likelyRow = (position.y / Self.thirdOfRow - 1) / 3
    var best = (cell: 0, distance: Int.max)
    for row in max(0, likelyRow - 1)...min(rows - 1, likelyRow + 1) {
      let column = (position.x / Self.halfWidth - (row & 1)) / 2
      for candidate in max(0, column - 1)...min(columns - 1, column + 1) {
        let cell = row * columns + candidate
        let distance = centre(of: cell).squaredDistance(to: position)
        if distance < best.distance { best = (cell, distance) }
      }
    }
    return best.cell
  }

  private var cornersAcross: Int { 2 * columns + 3 }

  private static let cornerOffsets = [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)]
}
