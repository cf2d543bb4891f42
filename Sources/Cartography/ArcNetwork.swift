import Geometry

/// The borders of areas cut into arcs, so that a border two areas share is one thing.
///
/// An arc runs from one junction to the next; a junction is a vertex at which rings part, where the
/// vertices before and after it differ from ring to ring. A ring that meets no junction is one
/// closed arc. After the cutting step of Bostock's TopoJSON.
struct ArcNetwork {
  /// An arc as a ring runs along it.
  struct Use {
    /// The arc.
    let arc: Int
    /// Whether the ring runs against the arc's own direction.
    let isReversed: Bool
  }

  /// The positions of the different vertices, in hundredths of a point.
  private(set) var x: [Int] = []
  private(set) var y: [Int] = []
  /// The vertices of each arc in the arc's own direction; a closed arc repeats its first vertex.
  private(set) var arcs: [[Int]] = []
  /// The rings of each area of each layer as arcs one after the other; rings without extent are
  /// left out.
  private(set) var layers: [[[[Use]]]] = []

  /// The places in a point at which vertices are told apart: finer than anything drawn, coarse
  /// enough to join neighbours whose vertices differ by rounding.
  static let unitsPerPoint = 100.0

  /// Cuts the borders of areas into arcs.
  ///
  /// Where a border of another layer ends on the rim of the first, as a contour does that was
  /// clipped to the land, the rim gets a vertex there.
  ///
  /// - Parameters:
  ///   - layers: The areas, in the order of the result.
  ///   - transform: Where they lie on the page.
  ///   - step: To what positions are rounded, in hundredths of a point.
  /// - Complexity: O(*n*) for *n* vertices.
  init(of layers: [OutlineLayer], transform: PageTransform, step: Int = 1) {
    var numbering = VertexNumbering(step: step)
    var rings = layers.map { layer in
      layer.areas.map { area in
        layer.outlines.rings(ofArea: area).compactMap { ring in
          numbering.ring(
            layer.outlines.vertices(ofRing: ring), of: layer.outlines, transform: transform)
        }
      }
    }
    (x, y) = (numbering.x, numbering.y)
    if rings.count > 1 {
      let nodes = RimNodes(of: rings[0], from: rings.dropFirst().joined(), x: x, y: y)
      rings[0] = rings[0].map { $0.map(nodes.inserted(into:)) }
    }
    let isJunction = ArcNetwork.junctions(of: rings.joined(), vertexCount: x.count)
    var table = ArcTable()
    self.layers = rings.map { layer in
      layer.map { area in area.map { table.uses(ofRing: $0, isJunction: isJunction) } }
    }
    arcs = table.arcs
  }

  /// Returns for each vertex whether rings part there.
  private static func junctions(
    of areas: some Sequence<[[Int]]>, vertexCount: Int
  ) -> [Bool] {
    var isJunction = Array(repeating: false, count: vertexCount)
    var firstNeighbours = Array(repeating: (-1, -1), count: vertexCount)
    for ring in areas.lazy.joined() {
      var previous = ring[ring.count - 1]
      for (position, vertex) in ring.enumerated() {
        let next = position + 1 < ring.count ? ring[position + 1] : ring[0]
        let neighbours = (min(previous, next), max(previous, next))
        if firstNeighbours[vertex].0 < 0 {
          firstNeighbours[vertex] = neighbours
        } else if firstNeighbours[vertex] != neighbours {
          isJunction[vertex] = true
        }
        previous = vertex
      }
    }
    return isJunction
  }
}

/// Numbers the different positions of vertices.
private struct VertexNumbering {
  private(set) var x: [Int] = []
  private(set) var y: [Int] = []
  private let step: Int
  private var numbers = KeyNumbers()

  init(step: Int) { self.step = step }

  /// Returns the numbers of a ring's vertices without repetitions and without the closing one;
  /// none for a ring with fewer than three different neighbours in turn.
  mutating func ring(
    _ vertices: Range<Int>, of outlines: OutlineTable, transform: PageTransform
  ) -> [Int]? {
    var ring: [Int] = []
    ring.reserveCapacity(vertices.count)
    for vertex in vertices {
      let place = transform.page(x: outlines.x[vertex], y: outlines.y[vertex])
      let number = number(x: grid(place.x), y: grid(place.y))
      if ring.last != number { ring.append(number) }
    }
    while ring.count > 1 && ring.first == ring.last { ring.removeLast() }
    return ring.count >= 3 ? ring : nil
  }

  private mutating func number(x newX: Int, y newY: Int) -> Int {
    let (number, isNew) = numbers.number(of: KeyNumbers.key(newX, newY))
    if isNew {
      x.append(newX)
      y.append(newY)
    }
    return number
  }

  /// Rounds to the grid; whatever lies absurdly far off the page stays where squares still fit.
  private func grid(_ coordinate: Double) -> Int {
    let units = (coordinate * ArcNetwork.unitsPerPoint / Double(step)).rounded()
    let bound = 1e9 / Double(step)
    return Int(units.clamped(to: -bound...bound)) * step
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}

/// Collects arcs, each once, whichever ring and direction it is met in.
private struct ArcTable {
  private(set) var arcs: [[Int]] = []
  /// The numbers of arcs by their first edges in their own direction, which no other arc begins with.
  private var numbers = KeyNumbers()

  /// Returns the arcs along a ring.
  mutating func uses(ofRing ring: [Int], isJunction: [Bool]) -> [ArcNetwork.Use] {
    let junctions = ring.indices.filter { isJunction[ring[$0]] }
    guard let first = junctions.first else {
      // The ring's lowest number is where every ring along the same vertices begins.
      let start = ring.indices.min { ring[$0] < ring[$1] } ?? 0
      return [use(of: ring, from: start, through: start + ring.count)]
    }
    var uses: [ArcNetwork.Use] = []
    uses.reserveCapacity(junctions.count)
    for (place, start) in junctions.enumerated() {
      let end = place + 1 < junctions.count ? junctions[place + 1] : first + ring.count
      uses.append(use(of: ring, from: start, through: end))
    }
    return uses
  }

  /// Returns the use of the arc between two places of a ring, both included, the second past the end
  /// where the arc runs over it.
  private mutating func use(
    of ring: [Int], from start: Int, through end: Int
  ) -> ArcNetwork.Use {
    func vertex(_ place: Int) -> Int { ring[place < ring.count ? place : place - ring.count] }
    let (forwards, backwards) = (
      (vertex(start), vertex(start + 1)), (vertex(end), vertex(end - 1))
    )
    let isReversed = backwards < forwards
    let edge = isReversed ? backwards : forwards
    let (number, isNew) = numbers.number(of: KeyNumbers.key(edge.0, edge.1))
    if isNew {
      let vertices = (start...end).map(vertex)
      arcs.append(isReversed ? vertices.reversed() : vertices)
    }
    return ArcNetwork.Use(arc: number, isReversed: isReversed)
  }
}
