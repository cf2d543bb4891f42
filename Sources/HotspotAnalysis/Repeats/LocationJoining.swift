/// Joins locations near each other without chaining a whole street together.
///
/// The busiest location takes all others within the distance, then the busiest of those left takes all
/// that none took before it, and so on. Of equally busy ones the western goes first, then the southern.
/// No member is further from its centre than the distance, and no two centres are as near as that, so
/// that neighbours of neighbours stay apart, which single linkage would join from house to house.
/// The result depends on the locations and their incidents alone, not on their order.
package enum LocationJoining {
  /// Returns the centre to which each location belongs.
  ///
  /// Centres are further apart than the distance, so that only a few can be near any location: each is
  /// looked at by no more than some forty centres.
  ///
  /// - Parameters:
  ///   - x: The eastings, in centimetres.
  ///   - y: The northings, in centimetres; no two locations are at the same place.
  ///   - incidents: The incidents of each location.
  ///   - metres: The distance; locations exactly so far apart are joined.
  /// - Returns: The position of each location's centre among the locations; that of a centre is its
  ///   own.
  /// - Complexity: O(*n* log *n*) for *n* locations; 24 bytes for each while it runs.
  package static func centres(
    x: [Int32], y: [Int32], incidents: [Int], within metres: Double
  ) -> [Int32] {
    precondition(
      x.count == y.count && x.count == incidents.count, "LocationJoining: columns differ")
    let grid = LocationGrid(x: x, y: y, reach: metres * 100)
    let order = x.indices.sorted { left, right in
      if incidents[left] != incidents[right] { return incidents[left] > incidents[right] }
      return (x[left], y[left]) < (x[right], y[right])
    }
    var centres = [Int32](repeating: -1, count: x.count)
    for centre in order where centres[centre] < 0 {
      centres[centre] = Int32(centre)
      grid.forEach(near: centre) { member in
        if centres[member] < 0 { centres[member] = Int32(centre) }
      }
    }
    return centres
  }
}

/// Locations by square cells as wide as the distance that is asked for, so that all within it lie in
/// nine of them.
struct LocationGrid {
  private let x: [Int32]
  private let y: [Int32]
  private let reach: Double
  private let side: Int64
  private let west: Int64
  private let south: Int64
  /// The cell of each location, ascending: the row in the upper half, the column in the lower.
  private let cells: [UInt64]
  /// The locations in the order of the cells.
  private let locations: [Int32]

  /// Files locations.
  ///
  /// - Parameters:
  ///   - x: The eastings, in centimetres.
  ///   - y: The northings, in centimetres.
  ///   - reach: The distance, in centimetres.
  /// - Complexity: O(*n* log *n*).
  init(x: [Int32], y: [Int32], reach: Double) {
    (self.x, self.y, self.reach) = (x, y, reach)
    // A metre at least, so that columns and rows have room in half a number; one of each is kept free
    // on each side, so that no neighbour is below 0.
    let (side, west, south) = (
      max(100, Int64(reach.rounded(.up))), Int64(x.min() ?? 0), Int64(y.min() ?? 0)
    )
    (self.side, self.west, self.south) = (side, west, south)
    let filed = x.indices.map { location in
      (
        cell: Self.cell(
          column: (Int64(x[location]) - west) / side + 1,
          row: (Int64(y[location]) - south) / side + 1), location: Int32(location)
      )
    }.sorted { $0.cell < $1.cell }
    cells = filed.map(\.cell)
    locations = filed.map(\.location)
  }

  private static func cell(column: Int64, row: Int64) -> UInt64 {
    UInt64(row) << 32 | UInt64(column)
  }

  /// Calls for every location within the distance of one, that itself included.
  func forEach(near centre: Int, _ body: (Int) -> Void) {
    let (centreX, centreY) = (Int64(x[centre]), Int64(y[centre]))
    let (column, row) = ((centreX - west) / side + 1, (centreY - south) / side + 1)
    for row in row - 1...row + 1 {
      let last = Self.cell(column: column + 1, row: row)
      var place = firstPlace(from: Self.cell(column: column - 1, row: row))
      while place < cells.count, cells[place] <= last {
        let location = Int(locations[place])
        place += 1
        let (dx, dy) = (
          Double(Int64(x[location]) - centreX), Double(Int64(y[location]) - centreY)
        )
        if dx * dx + dy * dy <= reach * reach { body(location) }
      }
    }
  }

  /// Returns the first place in the order whose cell is not below one.
  private func firstPlace(from cell: UInt64) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
