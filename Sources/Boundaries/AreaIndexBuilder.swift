import Geometry

/// Fills the cells of some rows of an ``AreaIndex``'s grid, for ``AreaIndex`` to join with the
/// others'.
struct AreaIndexBuilder {
  let outlines: OutlineTable
  let grid: AreaGrid
  /// The rows that are filled.
  let rows: Range<Int>

  /// The cells of the rows, then blocks of parts of divided cells.
  private(set) var cells: [AreaCell] = []
  private(set) var leaves: [AreaLeaf] = []
  private(set) var edges: [AreaEdge] = []
  private(set) var leafAreas: [Int32] = []

  /// Gives the edges up to whoever joins bands, so that they are not held twice.
  mutating func takeEdges() -> [AreaEdge] {
    defer { edges = [] }
    return edges
  }

  /// Gives the leaves up, as ``takeEdges()`` does.
  mutating func takeLeaves() -> [AreaLeaf] {
    defer { leaves = [] }
    return leaves
  }

  /// The border segments that come near the rows, shared ones twice.
  private var segments: [Segment] = []
  /// Positions of segments: those of each cell, then those of the parts being made.
  private var members: [Int32] = []
  /// The areas at the corners of the cell and the parts being made.
  private var holders: [Int32] = []

  /// How often a cell may be divided; it takes twice as many segments at each level.
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

  /// Prepares to fill some rows.
  init(_ outlines: OutlineTable, _ grid: AreaGrid, rows: Range<Int>) {
    self.outlines = outlines
    self.grid = grid
    self.rows = rows
  }

  private var reach: Double { grid.reach }

  /// The number of cells before division.
  var cellCount: Int { rows.count * grid.columns }

  mutating func build() {
    collectSegments()
    let starts = listSegmentsByCell()
    cells = [AreaCell](repeating: .outside, count: cellCount)
    reserve(starts)
    for row in rows {
      // The grid's western rim lies outside all areas.
      holders.removeAll(keepingCapacity: true)
      let y = grid.extent.minY + Double(row) * grid.cellHeight
      for column in 0..<grid.columns {
        let cell = (row - rows.lowerBound) * grid.columns + column
        let range = Int(starts[cell])..<Int(starts[cell + 1])
        if range.isEmpty {
          cells[cell] = settled(holders.indices)
          continue
        }
        let x = grid.extent.minX + Double(column) * grid.cellWidth
        cells[cell] = fill(
          Part(x: x, y: y, width: grid.cellWidth, height: grid.cellHeight, depth: 0),
          holders.indices, range)
        let nextX = grid.extent.minX + Double(column + 1) * grid.cellWidth
        for member in range {
          let segment = segments[Int(members[member])]
          if segment.edge.crossesHorizontal(from: x, to: nextX, y: y) {
            toggle(segment.area, from: 0)
          }
        }
      }
    }
    segments = []
    members = []
    holders = []
  }

  /// Makes room for what cells need that are not divided; what is not filled is never touched.
  private mutating func reserve(_ starts: [Int32]) {
    let bordered = (0..<cellCount).count { starts[$0] < starts[$0 + 1] }
    leaves.reserveCapacity(bordered)
    leafAreas.reserveCapacity(bordered * 3)
    edges.reserveCapacity(members.count)
  }

  private mutating func collectSegments() {
    // Twice what evenly spread vertices take.
    segments.reserveCapacity(2 * outlines.vertexCount * rows.count / grid.rows)
    for area in 0..<outlines.areaCount
    where grid.rows(near: grid.lowest[area], grid.highest[area]).overlaps(rows) {
      for ring in outlines.rings(ofArea: area) {
        let vertices = outlines.vertices(ofRing: ring)
        for vertex in vertices.dropLast() {
          let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
          let (bx, by) = (outlines.x[vertex + 1], outlines.y[vertex + 1])
          if ax == bx && ay == by { continue }
          let edge = AreaEdge(from: (ax, ay), to: (bx, by))
          guard grid.rows(near: edge.lowY, edge.highY).overlaps(rows) else { continue }
          segments.append(Segment(edge: edge, area: Int32(area)))
        }
      }
    }
  }

  /// Lists for each cell the segments within reach of it, as ranges of ``members``.
  private mutating func listSegmentsByCell() -> [Int32] {
    // Counted two places on, so that filling moves each start to where it belongs.
    var starts = [Int32](repeating: 0, count: cellCount + 2)
    // The cells of each segment in turn.
    var visits: [Int32] = []
    var counts: [Int32] = []
    visits.reserveCapacity(segments.count * 2)
    counts.reserveCapacity(segments.count)
    for segment in segments {
      let before = visits.count
      appendCells(near: segment.edge, to: &visits)
      for visit in before..<visits.count { starts[Int(visits[visit]) + 2] += 1 }
      counts.append(Int32(visits.count - before))
    }
    for cell in 0..<cellCount { starts[cell + 2] += starts[cell + 1] }
    members = [Int32](repeating: 0, count: visits.count)
    var visit = 0
    for (position, count) in counts.enumerated() {
      for _ in 0..<count {
        let cell = Int(visits[visit])
        members[Int(starts[cell + 1])] = Int32(truncatingIfNeeded: position)
        starts[cell + 1] += 1
        visit += 1
      }
    }
    return starts
  }

  /// Appends the cells that come within reach of a segment, row by row.
  @inline(__always)
  private func appendCells(near edge: AreaEdge, to cells: inout [Int32]) {
    let near = grid.rows(near: edge.lowY, edge.highY)
    let (pad, extent) = (grid.pad, grid.extent)
    var (west, east) = (min(edge.lowX, edge.highX), max(edge.lowX, edge.highX))
    // How far east for each unit north; needed where the segment comes into several rows.
    let slope = near.count > 1 ? (edge.highX - edge.lowX) / (edge.highY - edge.lowY) : 0
    for row in near.clamped(to: rows) {
      if slope.isFinite && near.count > 1 {
        let bottom = extent.minY + Double(row) * grid.cellHeight - pad
        let top = bottom + grid.cellHeight + 2 * pad
        let enters = edge.lowX + slope * (min(max(bottom, edge.lowY), edge.highY) - edge.lowY)
        let leaves = edge.lowX + slope * (min(max(top, edge.lowY), edge.highY) - edge.lowY)
        west = min(enters, leaves)
        east = max(enters, leaves)
      }
      let first = (row - rows.lowerBound) * grid.columns
      for column in grid.columns(near: west, east) {
        cells.append(Int32(truncatingIfNeeded: first + column))
      }
    }
  }

  /// A cell or part of one: its lower left corner, its size and how often it was divided.
  private struct Part {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var depth: Int
  }

  /// Makes a cell from the areas that hold its lower left corner and the segments near it.
  ///
  /// Both are ranges of ``holders`` and ``members``, which grow while parts are made and shrink to
  /// what they were.
  private mutating func fill(
    _ part: Part, _ held: Range<Int>, _ near: Range<Int>
  ) -> AreaCell {
    if near.isEmpty { return settled(held) }
    if near.count <= grid.crowd << part.depth || part.depth == Self.deepest
      || min(part.width, part.height) < reach * 8
      || edges.count > segments.count * Self.repetition
    {
      return leaf(x: part.x, y: part.y, held, near)
    }
    let division = AreaIndex.division
    let (width, height) = (part.width / Double(division), part.height / Double(division))
    let position = cells.count
    cells += [AreaCell](repeating: .outside, count: division * division)
    let rowHeld = holders.count
    holders.append(contentsOf: holders[held])
    for row in 0..<division {
      let y = part.y + Double(row) * height
      let nextY = part.y + Double(row + 1) * height
      // The areas at the parts' corners, from the row's first to the last.
      var partHeld = holders.count
      holders.append(contentsOf: holders[rowHeld..<partHeld])
      for column in 0..<division {
        let x = part.x + Double(column) * width
        let nextX = part.x + Double(column + 1) * width
        let box = Box(minX: x, minY: y, maxX: x + width, maxY: y + height).padded(by: reach * 2)
        let partNear = members.count
        for member in near where touches(segments[Int(members[member])].edge, box) {
          members.append(members[member])
        }
        cells[position + row * division + column] = fill(
          Part(x: x, y: y, width: width, height: height, depth: part.depth + 1),
          partHeld..<holders.count, partNear..<members.count)
        for member in partNear..<members.count {
          let segment = segments[Int(members[member])]
          if segment.edge.crossesHorizontal(from: x, to: nextX, y: y) {
            toggle(segment.area, from: partHeld)
          }
          if column == 0, segment.edge.crossesVertical(x: x, from: y, to: nextY) {
            partHeld += toggle(segment.area, in: rowHeld..<partHeld)
          }
        }
        members.removeLast(members.count - partNear)
      }
      holders.removeLast(holders.count - partHeld)
    }
    holders.removeLast(holders.count - rowHeld)
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
  private mutating func settled(_ held: Range<Int>) -> AreaCell {
    switch held.count {
    case 0: .outside
    case 1: .inside(holders[held.lowerBound])
    default: leaf(x: 0, y: 0, held, 0..<0)
    }
  }

  private mutating func leaf(
    x: Double, y: Double, _ held: Range<Int>, _ near: Range<Int>
  ) -> AreaCell {
    let areasStart = leafAreas.count
    leafAreas.append(contentsOf: holders[held])
    for member in near { listArea(segments[Int(members[member])].area, from: areasStart) }
    var leaf = AreaLeaf(
      x: x, y: y, base: 0, areasStart: Int32(areasStart),
      areasCount: Int32(leafAreas.count - areasStart), edgesStart: Int32(edges.count),
      edgesCount: 0, rightEdgesCount: 0)
    for holder in held { leaf.base |= bit(of: holders[holder], leaf) }
    addEdges(near, toTheRight: true, leaf)
    leaf.rightEdgesCount = Int32(edges.count) - leaf.edgesStart
    addEdges(near, toTheRight: false, leaf)
    leaf.edgesCount = Int32(edges.count) - leaf.edgesStart
    leaves.append(leaf)
    return .leaf(leaves.count - 1)
  }

  /// Adds an area to those of the leaf being made, in rising order, unless it is there.
  private mutating func listArea(_ area: Int32, from start: Int) {
    var place = leafAreas.count
    while place > start && leafAreas[place - 1] > area { place -= 1 }
    if place > start && leafAreas[place - 1] == area { return }
    leafAreas.append(area)
    var moving = leafAreas.count - 1
    while moving > place {
      leafAreas[moving] = leafAreas[moving - 1]
      moving -= 1
    }
    leafAreas[place] = area
  }

  /// Returns the bit of an area in a leaf's masks.
  ///
  /// With more than 64 areas the masks are left empty, and the areas are tested one by one.
  private func bit(of area: Int32, _ leaf: AreaLeaf) -> UInt64 {
    if leaf.isCrowded { return 0 }
    let start = Int(leaf.areasStart)
    for place in 0..<Int(leaf.areasCount) where leafAreas[start + place] == area {
      return 1 << UInt64(place)
    }
    return 0
  }

  /// Adds the segments that lie wholly to the right of a leaf's reference point, or the others.
  ///
  /// A neighbour's segment between the same ends is the same edge, with one more area. A ring that
  /// walks a segment twice keeps it twice, so that points on it are known to touch.
  private mutating func addEdges(_ near: Range<Int>, toTheRight: Bool, _ leaf: AreaLeaf) {
    let start = edges.count
    search: for member in near {
      let segment = segments[Int(members[member])]
      var edge = segment.edge
      guard (min(edge.lowX, edge.highX) > leaf.x) == toTheRight else { continue }
      edge.mask = bit(of: segment.area, leaf)
      for other in start..<edges.count
      where edges[other].hasEnds(of: edge) && edges[other].mask & edge.mask == 0 {
        edges[other].mask |= edge.mask
        continue search
      }
      edges.append(edge)
    }
  }

  /// Adds an area to the last holders, from a position on, or takes it out.
  private mutating func toggle(_ area: Int32, from start: Int) {
    _ = toggle(area, in: start..<holders.count)
  }

  /// Adds an area to a range of the holders, kept in rising order, or takes it out.
  ///
  /// - Returns: By how much the range grew: 1 or -1.
  private mutating func toggle(_ area: Int32, in range: Range<Int>) -> Int {
    for position in range where holders[position] >= area {
      if holders[position] == area {
        holders.remove(at: position)
        return -1
      }
      holders.insert(area, at: position)
      return 1
    }
    holders.insert(area, at: range.upperBound)
    return 1
  }
}
