import Geometry

/// Lays the grid of an ``AreaIndex`` and fills its cells.
struct AreaIndexBuilder {
  let outlines: OutlineTable
  let reach: Double
  let extent: Box
  let columns: Int
  let rows: Int
  let cellWidth: Double
  let cellHeight: Double

  private(set) var cells: [AreaCell] = []
  private(set) var leaves: [AreaLeaf] = []
  private(set) var edges: [AreaEdge] = []
  private(set) var leafAreas: [Int32] = []

  /// The border segments of all areas, shared ones twice.
  private var segments: [Segment] = []

  /// Above this many segments a cell is divided, and above twice as many at each level below it;
  /// shared borders count twice.
  private static let crowd = 12
  /// How often a cell may be divided.
  private static let deepest = 4
  /// How many segments the leaves may list for each there is.
  ///
  /// Borders that lie on each other stay
  /// together however finely cells are divided; this bounds what they can cost.
  private static let repetition = 8

  private struct Segment {
    var edge: AreaEdge
    var area: Int32
  }

  init(_ outlines: OutlineTable, reach: Double) {
    let box = outlines.box
    let span = box.isEmpty ? 1 : max(box.width, box.height, 1e-6)
    let size = box.isEmpty ? 1 : max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    self.outlines = outlines
    // The least reach covers the rounding of cell corners, some units in the last place.
    self.reach = max(reach, span * 1e-9, size * 1e-12)
    let margin = self.reach * 2 + span * 1e-6
    extent = (box.isEmpty ? Box(minX: 0, minY: 0, maxX: 1, maxY: 1) : box).padded(by: margin)
    let wanted = Double(min(max(outlines.vertexCount * 6, 256), 4_000_000))
    let aspect = (extent.width / extent.height).squareRoot()
    columns = min(max(Int((wanted.squareRoot() * aspect).rounded(.up)), 1), 1 << 14)
    rows = min(max(Int((wanted.squareRoot() / aspect).rounded(.up)), 1), 1 << 14)
    cellWidth = extent.width / Double(columns)
    cellHeight = extent.height / Double(rows)
  }

  mutating func build() {
    collectSegments()
    let (starts, members) = segmentsByCell()
    cells = [AreaCell](repeating: .outside, count: columns * rows)
    edges.reserveCapacity(segments.count)
    var holders: [Int32] = []
    var local: [Int32] = []
    for row in 0..<rows {
      // The grid's western rim lies outside all areas.
      holders.removeAll(keepingCapacity: true)
      let y = extent.minY + Double(row) * cellHeight
      for column in 0..<columns {
        let cell = row * columns + column
        let range = Int(starts[cell])..<Int(starts[cell + 1])
        if range.isEmpty {
          cells[cell] = settled(holders, x: 0, y: 0)
          continue
        }
        let x = extent.minX + Double(column) * cellWidth
        local.removeAll(keepingCapacity: true)
        local.append(contentsOf: members[range])
        cells[cell] = fill(
          x: x, y: y, width: cellWidth, height: cellHeight, holders: holders, members: local,
          depth: 0)
        let nextX = extent.minX + Double(column + 1) * cellWidth
        for member in local {
          let segment = segments[Int(member)]
          if segment.edge.crossesHorizontal(from: x, to: nextX, y: y) {
            toggle(segment.area, in: &holders)
          }
        }
      }
    }
    segments = []
  }

  private mutating func collectSegments() {
    segments.reserveCapacity(outlines.vertexCount)
    for area in 0..<outlines.areaCount {
      for ring in outlines.rings(ofArea: area) {
        let vertices = outlines.vertices(ofRing: ring)
        for vertex in vertices.dropLast() {
          let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
          let (bx, by) = (outlines.x[vertex + 1], outlines.y[vertex + 1])
          if ax == bx && ay == by { continue }
          segments.append(
            Segment(edge: AreaEdge(from: (ax, ay), to: (bx, by)), area: Int32(area)))
        }
      }
    }
  }

  /// Lists for each cell the segments within reach of it.
  private func segmentsByCell() -> (starts: [Int32], members: [Int32]) {
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    for segment in segments {
      forEachCell(near: segment.edge) { starts[$0 + 1] += 1 }
    }
    for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
    var members = [Int32](repeating: 0, count: Int(starts[columns * rows]))
    var next = starts
    for (position, segment) in segments.enumerated() {
      forEachCell(near: segment.edge) { cell in
        members[Int(next[cell])] = Int32(position)
        next[cell] += 1
      }
    }
    return (starts, members)
  }

  /// Visits the cells that come within reach of a segment, row by row.
  @inline(__always)
  private func forEachCell(near edge: AreaEdge, _ visit: (Int) -> Void) {
    // Twice the reach, so that rounding in the divisions cannot lose a cell.
    let pad = reach * 2
    let firstRow = clamp((edge.lowY - pad - extent.minY) / cellHeight, below: rows)
    let lastRow = clamp((edge.highY + pad - extent.minY) / cellHeight, below: rows)
    let (dx, dy) = (edge.highX - edge.lowX, edge.highY - edge.lowY)
    for row in firstRow...lastRow {
      var (west, east) = (min(edge.lowX, edge.highX), max(edge.lowX, edge.highX))
      if firstRow != lastRow {
        let bottom = extent.minY + Double(row) * cellHeight - pad
        let top = bottom + cellHeight + 2 * pad
        let enters = edge.lowX + dx * min(1, max(0, (bottom - edge.lowY) / dy))
        let leaves = edge.lowX + dx * min(1, max(0, (top - edge.lowY) / dy))
        west = min(enters, leaves)
        east = max(enters, leaves)
      }
      let firstColumn = clamp((west - pad - extent.minX) / cellWidth, below: columns)
      let lastColumn = clamp((east + pad - extent.minX) / cellWidth, below: columns)
      for column in firstColumn...lastColumn { visit(row * columns + column) }
    }
  }

  private func clamp(_ position: Double, below count: Int) -> Int {
    min(max(Int(position.rounded(.down)), 0), count - 1)
  }

  /// Makes the cell with its lower left corner at a point that `holders` contain.
  private mutating func fill(
    x: Double, y: Double, width: Double, height: Double, holders: [Int32], members: [Int32],
    depth: Int
  ) -> AreaCell {
    if members.isEmpty { return settled(holders, x: x, y: y) }
    if members.count <= Self.crowd << depth || depth == Self.deepest
      || min(width, height) < reach * 8 || edges.count > segments.count * Self.repetition
    {
      return leaf(x: x, y: y, holders: holders, members: members)
    }
    let division = AreaIndex.division
    let (partWidth, partHeight) = (width / Double(division), height / Double(division))
    let position = cells.count
    cells.append(
      contentsOf: repeatElement(AreaCell.outside, count: division * division))
    var rowHolders = holders
    var part: [Int32] = []
    for row in 0..<division {
      let partY = y + Double(row) * partHeight
      var partHolders = rowHolders
      for column in 0..<division {
        let partX = x + Double(column) * partWidth
        let box = Box(
          minX: partX, minY: partY, maxX: partX + partWidth, maxY: partY + partHeight
        ).padded(by: reach * 2)
        part.removeAll(keepingCapacity: true)
        for member in members where touches(segments[Int(member)].edge, box) { part.append(member) }
        cells[position + row * division + column] = fill(
          x: partX, y: partY, width: partWidth, height: partHeight, holders: partHolders,
          members: part, depth: depth + 1)
        for member in part {
          let segment = segments[Int(member)]
          if column == 0,
            segment.edge.crossesVertical(
              x: x, from: partY, to: y + Double(row + 1) * partHeight)
          {
            toggle(segment.area, in: &rowHolders)
          }
          if segment.edge.crossesHorizontal(
            from: partX, to: x + Double(column + 1) * partWidth, y: partY)
          {
            toggle(segment.area, in: &partHolders)
          }
        }
      }
    }
    return .divided(position)
  }

  /// Returns whether a segment may come into a box; never wrongly no.
  private func touches(_ edge: AreaEdge, _ box: Box) -> Bool {
    if edge.highY < box.minY || edge.lowY > box.maxY { return false }
    if max(edge.lowX, edge.highX) < box.minX || min(edge.lowX, edge.highX) > box.maxX {
      return false
    }
    // All four corners clearly on one side of the line: the padding of the box absorbs rounding.
    let (dx, dy) = (edge.highX - edge.lowX, edge.highY - edge.lowY)
    let centre = dx * (box.centre.y - edge.lowY) - dy * (box.centre.x - edge.lowX)
    return abs(centre) <= (abs(dx) * box.height + abs(dy) * box.width) / 2 * (1 + 1e-9)
  }

  /// Returns a cell without borders for the areas that hold it.
  private mutating func settled(_ holders: [Int32], x: Double, y: Double) -> AreaCell {
    switch holders.count {
    case 0: return .outside
    case 1: return .inside(holders[0])
    default: return leaf(x: x, y: y, holders: holders, members: [])
    }
  }

  private mutating func leaf(
    x: Double, y: Double, holders: [Int32], members: [Int32]
  ) -> AreaCell {
    var areas = holders
    for member in members {
      let area = segments[Int(member)].area
      if !areas.contains(area) { areas.append(area) }
    }
    areas.sort()
    var leaf = AreaLeaf(
      x: x, y: y, base: 0, areasStart: Int32(leafAreas.count), areasCount: Int32(areas.count),
      edgesStart: Int32(edges.count), edgesCount: 0, rightEdgesCount: 0)
    leafAreas.append(contentsOf: areas)
    // With more than 64 areas the masks are left empty, and the areas are tested one by one.
    func bit(_ area: Int32) -> UInt64 {
      guard areas.count <= 64, let place = areas.firstIndex(of: area) else { return 0 }
      return 1 << UInt64(place)
    }
    for area in holders { leaf.base |= bit(area) }
    var right: [AreaEdge] = []
    var others: [AreaEdge] = []
    for member in members {
      let segment = segments[Int(member)]
      if min(segment.edge.lowX, segment.edge.highX) > x {
        add(segment.edge, bit(segment.area), to: &right)
      } else {
        add(segment.edge, bit(segment.area), to: &others)
      }
    }
    edges.append(contentsOf: right)
    edges.append(contentsOf: others)
    leaf.edgesCount = Int32(right.count + others.count)
    leaf.rightEdgesCount = Int32(right.count)
    leaves.append(leaf)
    return .leaf(leaves.count - 1)
  }

  /// Adds a segment, or the area's bit to the same segment of a neighbour.
  ///
  /// A ring that walks a segment twice keeps it twice, so that points on it are known to touch.
  private func add(_ edge: AreaEdge, _ bit: UInt64, to list: inout [AreaEdge]) {
    for position in list.indices
    where list[position].lowX == edge.lowX && list[position].lowY == edge.lowY
      && list[position].highX == edge.highX && list[position].highY == edge.highY
      && list[position].mask & bit == 0
    {
      list[position].mask |= bit
      return
    }
    var edge = edge
    edge.mask = bit
    list.append(edge)
  }

  private func toggle(_ area: Int32, in holders: inout [Int32]) {
    if let position = holders.firstIndex(of: area) {
      holders.remove(at: position)
    } else {
      holders.insert(area, at: holders.firstIndex { $0 > area } ?? holders.count)
    }
  }
}
