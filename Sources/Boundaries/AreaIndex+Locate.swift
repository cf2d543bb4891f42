import CKernels
import Geometry

extension AreaIndex {
  /// Returns the area that holds a point.
  ///
  /// - Parameters:
  ///   - x: The point's easting, in the units of the outlines.
  ///   - y: The point's northing.
  ///   - snap: How far outside all areas a point may lie to be given to the nearest.
  /// - Returns: The area's position in the layer, or `nil`; and what else there is to say.
  /// - Complexity: O(1) for layers as they occur; O(*k*) where *k* borders crowd one place.
  package func locate(x: Double, y: Double, snap: Double = 0) -> (
    area: Int?, notes: AssignmentNotes
  ) {
    var assignment = AreaAssignment()
    assign(x: [x], y: [y], count: 1, snap: snap, into: &assignment)
    let area = assignment.areas[0]
    return (area < 0 ? nil : Int(area), assignment.noted.first?.notes ?? [])
  }

  /// Finds the areas of a batch of points.
  ///
  /// - Parameters:
  ///   - x: The points' eastings; not-a-number lies in no area.
  ///   - y: The points' northings.
  ///   - count: How many of them to look up.
  ///   - snap: As for ``locate(x:y:snap:)``.
  ///   - tolerance: How far the coordinates may be from the true ones; points nearer than this to
  ///     a border are listed as unsettled. At most ``reach``.
  ///   - assignment: Receives the result; its storage is used again.
  /// - Complexity: O(*count*).
  package func assign(
    x: [Double], y: [Double], count: Int, snap: Double = 0, tolerance: Double = 0,
    into assignment: inout AreaAssignment
  ) {
    precondition(
      x.count >= count && y.count >= count, "AreaIndex.assign: fewer coordinates than points")
    precondition(tolerance <= reach, "AreaIndex.assign: a tolerance beyond the index's reach")
    assignment.noted.removeAll(keepingCapacity: true)
    assignment.unsettled.removeAll(keepingCapacity: true)
    if assignment.areas.count < count {
      assignment.areas = [Int32](repeating: -1, count: count)
    }
    if assignment.pending.count < count {
      assignment.pending = [Int32](repeating: 0, count: count)
    }
    // Taken out so that the loops write to them without checks for shared storage.
    var (areas, pending) = (assignment.areas, assignment.pending)
    assignment.areas = []
    assignment.pending = []
    unsafe areas.withUnsafeMutableBufferPointer { areas in
      unsafe pending.withUnsafeMutableBufferPointer { pending in
        unsafe x.withUnsafeBufferPointer { x in
          unsafe y.withUnsafeBufferPointer { y in
            // Bound: `count` is at most the size of the four buffers, checked above.
            let waiting = unsafe settle(x: x, y: y, count: count, areas: areas, pending: pending)
            for place in 0..<waiting {
              unsafe prefetch(place: place, waiting: waiting, areas: areas, pending: pending)
              let point = unsafe Int(pending[place])
              let leaf = unsafe -2 - Int(areas[point])
              let found = unsafe search(
                leaves[leaf], x: x[point], y: y[point], tolerance: tolerance)
              unsafe areas[point] = found.area
              if !found.notes.isEmpty {
                assignment.noted.append(NotedPoint(position: point, notes: found.notes))
              }
              if found.isUnsettled { assignment.unsettled.append(Int32(point)) }
            }
          }
        }
      }
    }
    assignment.areas = areas
    assignment.pending = pending
    if snap > 0 {
      self.snap(x: x, y: y, count: count, within: snap, tolerance: tolerance, &assignment)
    }
  }

  /// Gives the points in no area to the nearest area, where one is near enough.
  private func snap(
    x: [Double], y: [Double], count: Int, within snap: Double, tolerance: Double,
    _ assignment: inout AreaAssignment
  ) {
    let (noted, unsettled) = (assignment.noted.count, assignment.unsettled.count)
    for point in 0..<count where assignment.areas[point] < 0 {
      guard let found = nearest(x: x[point], y: y[point], within: snap + tolerance) else {
        continue
      }
      if found.squaredDistance <= snap * snap {
        assignment.areas[point] = found.area
        assignment.noted.append(NotedPoint(position: point, notes: .snapped))
      }
      let distance = found.squaredDistance.squareRoot()
      if tolerance > 0 && distance > tolerance && abs(distance - snap) <= tolerance {
        assignment.unsettled.append(Int32(point))
      }
    }
    // Both lists are in the order of the points.
    if assignment.noted.count > noted { assignment.noted.sort { $0.position < $1.position } }
    if assignment.unsettled.count > unsettled { assignment.unsettled.sort() }
  }

  /// Settles the points whose cells know their area, and lists the others.
  ///
  /// The cells of all points are asked for before the first is read, so that the memory accesses of
  /// many points overlap: waiting for one after the other is a fifth of all assignment.
  ///
  /// - Returns: How many points are listed as pending.
  @inline(__always)
  private func settle(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, count: Int,
    areas: UnsafeMutableBufferPointer<Int32>, pending: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    unsafe cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return 0 }
      for point in 0..<count {
        let place = unsafe cellPlace(x: x[point], y: y[point])
        unsafe pending[point] = Int32(truncatingIfNeeded: place)
        unsafe hotspots_prefetch(base + max(place, 0))
      }
      var waiting = 0
      for point in 0..<count {
        let place = unsafe Int(pending[point])
        var area: Int32 = -1
        if place >= 0 {
          // Bound: as `cellPlace` says.
          let cell = unsafe cells[place]
          area = cell.isDivided ? unsafe descend(cell, x: x[point], y: y[point]) : cell.answer
        }
        unsafe areas[point] = area
        // Bound: at most one is listed for each point before, all of which have been read.
        unsafe pending[waiting] = Int32(truncatingIfNeeded: point)
        waiting += area < -1 ? 1 : 0
      }
      return waiting
    }
  }

  /// Asks for the memory of the leaves some places ahead, and of what nearer leaves speak of.
  @inline(__always)
  private func prefetch(
    place: Int, waiting: Int, areas: UnsafeMutableBufferPointer<Int32>,
    pending: UnsafeMutableBufferPointer<Int32>
  ) {
    // Bound: places below `waiting` are listed, and their leaves are the index's, as are the edges
    // and areas of these. A leaf may lie across two lines of the cache.
    if place + 16 < waiting {
      unsafe leaves.withUnsafeBufferPointer { leaves in
        guard let base = leaves.baseAddress else { return }
        let leaf = unsafe base + (-2 - Int(areas[Int(pending[place + 16])]))
        unsafe hotspots_prefetch(leaf)
        unsafe hotspots_prefetch(UnsafeRawPointer(leaf) + MemoryLayout<AreaLeaf>.size - 1)
      }
    }
    if place + 8 < waiting {
      let leaf = unsafe leaves[-2 - Int(areas[Int(pending[place + 8])])]
      unsafe edges.withUnsafeBufferPointer { edges in
        guard let base = edges.baseAddress else { return }
        let start = unsafe UnsafeRawPointer(base + Int(leaf.edgesStart))
        unsafe hotspots_prefetch(start)
        unsafe hotspots_prefetch(start + 64)
        unsafe hotspots_prefetch(start + 128)
      }
      unsafe leafAreas.withUnsafeBufferPointer { leafAreas in
        guard let base = leafAreas.baseAddress else { return }
        unsafe hotspots_prefetch(base + Int(leaf.areasStart))
      }
    }
  }

  /// Returns the distance from a point to the nearest border within ``reach``, or infinity.
  package func distanceToBorder(x: Double, y: Double) -> Double {
    let cell = settle(x: x, y: y)
    guard cell < -1 else { return .infinity }
    let leaf = leaves[-2 - Int(cell)]
    var nearest = Double.infinity
    for edge in edges[Int(leaf.edgesStart)..<Int(leaf.edgesStart + leaf.edgesCount)] {
      nearest = min(nearest, edge.squaredDistance(x: x, y: y))
    }
    let distance = nearest.squareRoot()
    return distance <= reach ? distance : .infinity
  }

  /// Returns a point's area or -1 where its cell is settled, otherwise -2 less its leaf.
  private func settle(x: Double, y: Double) -> Int32 {
    let place = cellPlace(x: x, y: y)
    if place < 0 { return -1 }
    return cells[place].isDivided ? descend(cells[place], x: x, y: y) : cells[place].answer
  }

  /// Returns the position of the grid's cell in which a point lies, or -1 outside the extent.
  @inline(__always)
  private func cellPlace(x: Double, y: Double) -> Int {
    // False for not-a-number too.
    guard extent.contains(x: x, y: y) else { return -1 }
    // Not negative, and not far above the counts, since the point lies in the extent; the grid's
    // cells come first among the index's.
    let column = min(Int((x - extent.minX) * columnsPerUnit), columns - 1)
    let row = min(Int((y - extent.minY) * rowsPerUnit), rows - 1)
    return row &* columns &+ column
  }

  /// Goes down through the parts of a divided cell.
  ///
  /// A rounding error in the fractions may choose the neighbour of the true part; since each part
  /// lists the borders within ``reach`` of it, the answer is the same.
  private func descend(_ divided: AreaCell, x: Double, y: Double) -> Int32 {
    var acrossX = (x - extent.minX) * columnsPerUnit
    var acrossY = (y - extent.minY) * rowsPerUnit
    acrossX -= Double(min(Int(acrossX), columns - 1))
    acrossY -= Double(min(Int(acrossY), rows - 1))
    var cell = divided
    let division = Double(Self.division)
    repeat {
      acrossX *= division
      acrossY *= division
      let column = min(max(Int(acrossX), 0), Self.division - 1)
      let row = min(max(Int(acrossY), 0), Self.division - 1)
      acrossX -= Double(column)
      acrossY -= Double(row)
      cell = cells[cell.position + row * Self.division + column]
    } while cell.isDivided
    return cell.answer
  }

  /// Walks from a leaf's reference point to a point and says where the walk ends.
  @inline(__always)
  private func search(
    _ leaf: AreaLeaf, x: Double, y: Double, tolerance: Double
  ) -> (area: Int32, notes: AssignmentNotes, isUnsettled: Bool) {
    if leaf.isCrowded { return searchCrowded(leaf, x: x, y: y, tolerance: tolerance) }
    var holders = leaf.base
    var isNear = false
    let start = Int(leaf.edgesStart)
    unsafe edges.withUnsafeBufferPointer { edges in
      // Bound: a leaf's edges lie within the index's, as the builder laid them.
      for position in start..<start + Int(leaf.rightEdgesCount) {
        let edge = unsafe edges[position]
        let (dx, dy) = (edge.highX - edge.lowX, edge.highY - edge.lowY)
        let (left, right) = (dx * (y - edge.lowY), dy * (x - edge.lowX))
        var side = left - right
        // Too near for its sign to be sure; or within the tolerance, twice its triangle.
        if abs(side) <= AreaEdge.roundingBound * (abs(left) + abs(right)) {
          side = edge.exactSide(x: x, y: y)
          isNear = true
        } else if abs(side) <= tolerance * (abs(dx) + abs(dy)) {
          isNear = true
        }
        // Above the reference point there is nothing to the left of these edges to cross.
        if edge.lowY <= y && y < edge.highY && side <= 0 { holders ^= edge.mask }
      }
      for position in start + Int(leaf.rightEdgesCount)..<start + Int(leaf.edgesCount) {
        let edge = unsafe edges[position]
        // Three places are asked about: the reference point, the corner above it where the walk
        // turns, and the point. Their determinants share two products each.
        let (dx, dy) = (edge.highX - edge.lowX, edge.highY - edge.lowY)
        let (left, leftAtStart) = (dx * (y - edge.lowY), dx * (leaf.y - edge.lowY))
        let (right, rightAtStart) = (dy * (x - edge.lowX), dy * (leaf.x - edge.lowX))
        if abs(left - right)
          <= max(
            AreaEdge.roundingBound * (abs(left) + abs(right)),
            tolerance * (abs(dx) + abs(dy)))
        {
          isNear = true
        }
        let atTurn = edge.hasOnRight(x: leaf.x, y: y, left, rightAtStart)
        let isCrossedUp =
          min(edge.lowX, edge.highX) <= leaf.x && leaf.x < max(edge.lowX, edge.highX)
          && edge.hasOnRight(x: leaf.x, y: leaf.y, leftAtStart, rightAtStart) != atTurn
        let isCrossedAcross =
          edge.lowY <= y && y < edge.highY && edge.hasOnRight(x: x, y: y, left, right) != atTurn
        if isCrossedUp != isCrossedAcross { holders ^= edge.mask }
      }
    }
    if holders != 0 && holders & (holders - 1) == 0 && !isNear {
      return (leafAreas[Int(leaf.areasStart) + holders.trailingZeroBitCount], [], false)
    }
    if holders == 0 && !isNear { return (-1, [], false) }
    return judge(leaf, holders: holders, x: x, y: y, tolerance: tolerance)
  }

  /// Decides for a point in several areas, in none, on a border or very near to one.
  @inline(never)
  private func judge(
    _ leaf: AreaLeaf, holders: UInt64, x: Double, y: Double, tolerance: Double
  ) -> (area: Int32, notes: AssignmentNotes, isUnsettled: Bool) {
    var notes: AssignmentNotes = []
    var area: Int32 = -1
    if holders != 0 {
      area = leafAreas[Int(leaf.areasStart) + holders.trailingZeroBitCount]
      if holders & (holders - 1) != 0 { notes.insert(.ambiguous) }
    }
    var nearest = Double.infinity
    var nearestAreas: UInt64 = 0
    for edge in edges[Int(leaf.edgesStart)..<Int(leaf.edgesStart + leaf.edgesCount)] {
      let distance =
        edge.holds(x: x, y: y)
        ? 0 : max(edge.squaredDistance(x: x, y: y), Double.leastNonzeroMagnitude)
      if distance < nearest {
        nearest = distance
        nearestAreas = edge.mask
      } else if distance == nearest {
        nearestAreas |= edge.mask
      }
    }
    if nearest == 0 {
      notes.insert(.onEdge)
      // The outer rims on the right and at the top, which the half-open rule loses.
      if area < 0, nearestAreas != 0 {
        area = leafAreas[Int(leaf.areasStart) + nearestAreas.trailingZeroBitCount]
      }
    }
    return (area, notes, tolerance > 0 && nearest.squareRoot() <= tolerance)
  }

  /// Tests one by one the areas of a place where more than 64 meet.
  @inline(never)
  private func searchCrowded(
    _ leaf: AreaLeaf, x: Double, y: Double, tolerance: Double
  ) -> (area: Int32, notes: AssignmentNotes, isUnsettled: Bool) {
    var area: Int32 = -1
    var touched: (distance: Double, area: Int32) = (.infinity, -1)
    var holders = 0
    for candidate in leafAreas[Int(leaf.areasStart)..<Int(leaf.areasStart + leaf.areasCount)] {
      var isInside = false
      for ring in outlines.rings(ofArea: Int(candidate)) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          let edge = AreaEdge(
            from: (outlines.x[vertex], outlines.y[vertex]),
            to: (outlines.x[vertex + 1], outlines.y[vertex + 1]))
          if edge.lowY <= y && y < edge.highY && edge.hasOnRight(x: x, y: y) { isInside.toggle() }
          let distance =
            edge.holds(x: x, y: y)
            ? 0 : max(edge.squaredDistance(x: x, y: y), Double.leastNonzeroMagnitude)
          if distance < touched.distance { touched = (distance, candidate) }
        }
      }
      if isInside {
        holders += 1
        if area < 0 { area = candidate }
      }
    }
    var notes: AssignmentNotes = holders > 1 ? [.ambiguous] : []
    if touched.distance == 0 {
      notes.insert(.onEdge)
      if area < 0 { area = touched.area }
    }
    return (area, notes, tolerance > 0 && touched.distance.squareRoot() <= tolerance)
  }
}
