/// The vertices at which borders of other layers end on the rim of a layer, between its own
/// vertices.
///
/// A contour that is clipped to the land ends somewhere on an edge of the shore. Only when the
/// shore has a vertex there too are its pieces the same for the land and for what was clipped to
/// it.
struct RimNodes {
  /// An edge, whichever way it runs.
  private struct Edge: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// The vertices on each edge that has some, from its lower-numbered end on.
  private var nodes: [Edge: [Int]] = [:]

  /// How far from an edge a vertex on it may lie after rounding, in hundredths of a point.
  private static let reach = 1.5
  /// The side of the squares by which edges are looked up, in hundredths of a point.
  private static let side = 500

  /// Finds vertices on the rim.
  ///
  /// - Parameters:
  ///   - areas: The rings of the areas of the layer.
  ///   - others: Those of the other layers.
  ///   - x: The positions of all vertices, in hundredths of a point.
  ///   - y: The same.
  /// - Complexity: O(*n*) for *n* vertices of ordinary borders.
  init(of areas: [[[Int]]], from others: some Sequence<[[Int]]>, x: [Int], y: [Int]) {
    var isOwn = Array(repeating: false, count: x.count)
    for vertex in areas.joined().joined() { isOwn[vertex] = true }
    let strangers = Set(others.lazy.joined().joined().filter { !isOwn[$0] })
    guard !strangers.isEmpty else { return }
    var edgesAt: [Int: [Edge]] = [:]
    func square(_ column: Int, _ row: Int) -> Int { column << 32 + row }
    func squares(_ a: Int, _ b: Int) -> ClosedRange<Int> {
      (min(a, b) - 2) / Self.side...(max(a, b) + 2) / Self.side
    }
    for edge in Self.rim(of: areas) {
      for column in squares(x[edge.low], x[edge.high]) {
        for row in squares(y[edge.low], y[edge.high]) {
          edgesAt[square(column, row), default: []].append(edge)
        }
      }
    }
    var found: [Edge: [(along: Double, vertex: Int)]] = [:]
    for vertex in strangers.sorted() {
      // Near a corner of the rim two edges are in reach; the vertex lies on the nearer.
      var nearest: (across: Double, along: Double, edge: Edge)?
      for edge in edgesAt[square(x[vertex] / Self.side, y[vertex] / Self.side)] ?? [] {
        let (dx, dy) = (x[edge.high] - x[edge.low], y[edge.high] - y[edge.low])
        let (px, py) = (x[vertex] - x[edge.low], y[vertex] - y[edge.low])
        let squaredLength = Double(dx * dx + dy * dy)
        let along = Double(px * dx + py * dy) / squaredLength
        let across = abs(Double(px * dy - py * dx)) / squaredLength.squareRoot()
        guard along > 0, along < 1, across <= Self.reach else { continue }
        if nearest.map({ (across, edge.low, edge.high) < ($0.across, $0.edge.low, $0.edge.high) })
          ?? true
        {
          nearest = (across, along, edge)
        }
      }
      if let nearest { found[nearest.edge, default: []].append((nearest.along, vertex)) }
    }
    nodes = found.mapValues { $0.sorted { $0 < $1 }.map(\.vertex) }
  }

  /// Returns the edges that one ring only runs along.
  private static func rim(of areas: [[[Int]]]) -> [Edge] {
    var numbers = KeyNumbers()
    var edges: [Edge] = []
    var isShared: [Bool] = []
    for ring in areas.joined() {
      var previous = ring[ring.count - 1]
      for vertex in ring {
        let edge = Edge(previous, vertex)
        let (number, isNew) = numbers.number(of: KeyNumbers.key(edge.low, edge.high))
        if isNew {
          edges.append(edge)
          isShared.append(false)
        } else {
          isShared[number] = true
        }
        previous = vertex
      }
    }
    return edges.indices.filter { !isShared[$0] }.map { edges[$0] }
  }

  /// Returns a ring of the layer with the vertices on its edges.
  func inserted(into ring: [Int]) -> [Int] {
    guard !nodes.isEmpty else { return ring }
    var result: [Int] = []
    result.reserveCapacity(ring.count)
    for (position, vertex) in ring.enumerated() {
      result.append(vertex)
      let next = ring[position + 1 < ring.count ? position + 1 : 0]
      guard let between = nodes[Edge(vertex, next)] else { continue }
      if vertex < next { result += between } else { result += between.reversed() }
    }
    return result
  }
}
