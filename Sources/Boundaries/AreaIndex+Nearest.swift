import Geometry

extension AreaIndex {
  /// Returns the area whose border is nearest to a point.
  ///
  /// The cells of the grid are visited in squares around the point's own, or for a point beyond the
  /// grid around the cell nearest to it, until no border further out can be nearer than one found.
  ///
  /// - Parameters:
  ///   - x: The point's easting, in the units of the outlines.
  ///   - y: The point's northing.
  ///   - limit: How far away the border may be, in the same units.
  /// - Returns: The area, the lowest of several equally near, and the squared distance to its
  ///   border; `nil` where no border is so near, and for a point that is not finite.
  /// - Complexity: O(*c* + *k*) for *c* cells within the distance with *k* borders in them.
  package func nearest(
    x: Double, y: Double, within limit: Double
  ) -> (area: Int32, squaredDistance: Double)? {
    guard x.isFinite && y.isFinite else { return nil }
    var nearest = NearestBorder(x: x, y: y, squaredDistance: limit * limit)
    let column = Self.position((x - extent.minX) * columnsPerUnit, below: columns)
    let row = Self.position((y - extent.minY) * rowsPerUnit, below: rows)
    let cellSize = min(cellWidth, cellHeight)
    for ring in 0...max(columns, rows) {
      // How far away the cells of this square and of those around it are at least; the reach,
      // within which nearer cells list their borders too, absorbs rounding.
      let distance = max(0, Double(ring - 1) * cellSize - reach)
      if distance * distance > nearest.squaredDistance { break }
      for line in max(0, row - ring)...min(rows - 1, row + ring) {
        // The whole line at the top and the bottom of the square, else its two sides.
        let step = abs(line - row) == ring ? 1 : 2 * ring
        for place in stride(from: column - ring, through: column + ring, by: step)
        where place >= 0 && place < columns {
          visit(cells[line * columns + place], &nearest)
        }
      }
    }
    return nearest.area == .max ? nil : (nearest.area, nearest.squaredDistance)
  }

  /// Returns the cell at a position along a side of the grid, the first or last beyond it.
  private static func position(_ across: Double, below count: Int) -> Int {
    Int(min(max(across, 0), Double(count - 1)))
  }

  private func visit(_ cell: AreaCell, _ nearest: inout NearestBorder) {
    if cell.isSettled { return }
    guard cell.isLeaf else {
      for part in 0..<Self.division * Self.division {
        visit(cells[cell.position + part], &nearest)
      }
      return
    }
    let leaf = leaves[cell.position]
    let areas = leafAreas[Int(leaf.areasStart)..<Int(leaf.areasStart + leaf.areasCount)]
    if leaf.isCrowded {
      for area in areas { visitBorders(of: area, &nearest) }
      return
    }
    for edge in edges[Int(leaf.edgesStart)..<Int(leaf.edgesStart + leaf.edgesCount)]
    where edge.mask != 0 {
      nearest.offer(edge, of: areas[areas.startIndex + edge.mask.trailingZeroBitCount])
    }
  }

  /// Looks at all borders of an area, where so many areas meet that a leaf does not tell them
  /// apart.
  private func visitBorders(of area: Int32, _ nearest: inout NearestBorder) {
    for ring in outlines.rings(ofArea: Int(area)) {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let edge = AreaEdge(
          from: (outlines.x[vertex], outlines.y[vertex]),
          to: (outlines.x[vertex + 1], outlines.y[vertex + 1]))
        nearest.offer(edge, of: area)
      }
    }
  }
}

/// The nearest of the borders looked at so far.
private struct NearestBorder {
  let x: Double
  let y: Double
  /// How far away it is, squared; at first how far it may be.
  var squaredDistance: Double
  /// The lowest area that it bounds.
  var area = Int32.max

  mutating func offer(_ edge: AreaEdge, of area: Int32) {
    let distance = edge.squaredDistance(x: x, y: y)
    if distance < squaredDistance || (distance == squaredDistance && area < self.area) {
      (squaredDistance, self.area) = (distance, area)
    }
  }
}
