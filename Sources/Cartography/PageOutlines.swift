package import Geometry

/// Areas as they are drawn: on the page, with as many vertices as print can show.
///
/// Borders that areas share are simplified once and stay shared, vertex for vertex. Every area
/// keeps at least one ring of three different vertices; other rings too small to be seen go,
/// unless another area fills them.
package struct PageOutlines: Sendable {
  /// The rings of each area.
  package private(set) var areas: [[GridLine]]
  /// The borders that belong to one area only: the rim of the whole and of holes in it.
  package private(set) var rim: [GridLine]

  /// How far a border may be drawn from where it runs, in points: a tenth of a millimetre.
  package static let tolerance = 0.1 * Page.pointsPerMillimetre

  /// The most vertices drawn, about five bytes each, so that a page stays below a megabyte.
  package static let vertexLimit = 85_000

  /// Simplifies areas for the page.
  ///
  /// Borders are drawn within ``tolerance`` of where they run. Where that takes too many vertices,
  /// as for thousands of areas on one sheet, the least significant go too.
  ///
  /// - Parameters:
  ///   - outlines: The outlines, in metres.
  ///   - wanted: The areas to draw, in the order of the result.
  ///   - transform: Where they lie on the page.
  ///   - vertexLimit: The most vertices drawn; corners where borders meet stay in any case.
  /// - Complexity: O(*n* log *n*) for *n* vertices of ordinary borders.
  package init(
    of outlines: OutlineTable, areas wanted: [Int], transform: PageTransform,
    vertexLimit: Int = PageOutlines.vertexLimit
  ) {
    let network = ArcNetwork(of: outlines, areas: wanted, transform: transform)
    let lines = PageOutlines.simplifiedArcs(of: network, vertexLimit: vertexLimit)
    areas = zip(wanted, network.areas).map { area, rings in
      let drawn = PageOutlines.visibleRings(rings, lines: lines, network: network)
      guard drawn.isEmpty else { return drawn }
      let place = outlines.box(ofArea: area)
      return place.isEmpty
        ? [] : [PageOutlines.dot(at: transform.page(x: place.centre.x, y: place.centre.y))]
    }
    rim = lines.indices.filter { network.useCounts[$0] == 1 && lines[$0].count > 1 }.map {
      lines[$0]
    }
  }

  /// Simplifies areas of which many are not drawn one by one.
  ///
  /// - Parameters:
  ///   - outlines: The outlines, in metres.
  ///   - wanted: The areas of the result; those that are merged have no rings.
  ///   - isMerged: Whether each of these is drawn together with others.
  ///   - transform: Where they lie on the page.
  init(
    of outlines: OutlineTable, areas wanted: [Int], isMerged: [Bool], transform: PageTransform
  ) {
    let separate = PageOutlines(
      of: outlines, areas: zip(wanted, isMerged).filter { !$0.1 }.map(\.0), transform: transform)
    var next = separate.areas.makeIterator()
    areas = isMerged.map { $0 ? [] : next.next() ?? [] }
    rim = MergedOutline(of: outlines, areas: wanted, transform: transform).rings.map { ring in
      GridLine(x: ring.x + ring.x.prefix(1), y: ring.y + ring.y.prefix(1))
    }
  }

  /// Returns every arc with as many vertices as the page can show and the file can hold.
  private static func simplifiedArcs(of network: ArcNetwork, vertexLimit: Int) -> [GridLine] {
    let simplification = ArcSimplification(x: network.x, y: network.y)
    var significances = network.arcs.map(simplification.significances)
    let tolerance = tolerance(
      for: significances, useCounts: network.useCounts, vertexLimit: vertexLimit)
    func keptCount(_ arc: Int) -> Int { significances[arc].count { $0 > tolerance } }
    for ring in network.areas.joined() where ring.reduce(0, { $0 + keptCount($1.arc) - 1 }) < 3 {
      // Nothing would be left of the ring: each of its arcs keeps what it has of a bend.
      for arc in ring.map(\.arc) {
        let inner = significances[arc].indices.dropFirst().dropLast()
        let bend = inner.max { significances[arc][$0] < significances[arc][$1] }
        if let bend { significances[arc][bend] = .infinity }
      }
    }
    return network.arcs.indices.map { arc in
      let kept = zip(network.arcs[arc], significances[arc]).filter { $0.1 > tolerance }.map(\.0)
      return line(through: kept, of: network)
    }
  }

  /// Returns the smallest tolerance, from a tenth of a millimetre on, that leaves no more vertices
  /// than may be drawn; in hundredths of a point.
  private static func tolerance(
    for significances: [[Double]], useCounts: [Int], vertexLimit: Int
  ) -> Double {
    let finest = tolerance * ArcNetwork.unitsPerPoint
    var visible: [(significance: Double, uses: Int)] = []
    for (arc, uses) in zip(significances, useCounts) {
      for significance in arc where significance > finest { visible.append((significance, uses)) }
    }
    var excess = visible.reduce(0) { $0 + $1.uses } - vertexLimit
    guard excess > 0 else { return finest }
    var tolerance = finest
    for (significance, uses) in visible.sorted(by: { $0.significance < $1.significance })
    where excess > 0 && significance.isFinite {
      tolerance = significance
      excess -= uses
    }
    return tolerance
  }

  /// Returns an area's rings that are seen, and the largest in any case.
  private static func visibleRings(
    _ rings: [[ArcNetwork.Use]], lines: [GridLine], network: ArcNetwork
  ) -> [GridLine] {
    let joined = rings.map { ring(of: $0, lines: lines) }
    let sizes = joined.map { abs($0.doubledArea) }
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] }
    // A square of the tolerance, doubled as the sizes are.
    let smallestSeen =
      2 * (tolerance * GridLine.unitsPerPoint) * (tolerance * GridLine.unitsPerPoint)
    return joined.indices.filter { index in
      guard joined[index].count >= 3 else { return false }
      let isShared = rings[index].contains { network.useCounts[$0.arc] > 1 }
      return index == largest || isShared || Double(sizes[index]) >= smallestSeen
    }.map { joined[$0] }
  }

  /// Joins arcs to a ring.
  private static func ring(of uses: [ArcNetwork.Use], lines: [GridLine]) -> GridLine {
    var ring = GridLine()
    for use in uses {
      let line = lines[use.arc]
      for position in 0..<line.count {
        let place = use.isReversed ? line.count - 1 - position : position
        ring.append(x: line.x[place], y: line.y[place])
      }
    }
    ring.openRing()
    return ring
  }

  /// Returns an arc on the grid of the drawing.
  static func line(through arc: [Int], of network: ArcNetwork) -> GridLine {
    var line = GridLine()
    let ratio = ArcNetwork.unitsPerPoint / GridLine.unitsPerPoint
    for vertex in arc {
      line.append(
        x: Int((Double(network.x[vertex]) / ratio).rounded()),
        y: Int((Double(network.y[vertex]) / ratio).rounded()))
    }
    return line
  }

  /// Returns the smallest area that is drawn: a square on its corner, four tenths of a point wide.
  private static func dot(at place: Point) -> GridLine {
    let x = Int((place.x * GridLine.unitsPerPoint).rounded())
    let y = Int((place.y * GridLine.unitsPerPoint).rounded())
    return GridLine(x: [x - 2, x, x + 2, x], y: [y, y - 2, y, y + 2])
  }
}

extension GridLine {
  /// Twice the area of the ring, in squared tenths of a point; its sign tells the direction.
  var doubledArea: Int {
    guard count > 2 else { return 0 }
    var sum = 0
    var previous = count - 1
    for vertex in 0..<count {
      // Taken about the first vertex, so that far-off rings do not overflow.
      sum +=
        (x[previous] - x[0]) * (y[vertex] - y[0]) - (x[vertex] - x[0]) * (y[previous] - y[0])
      previous = vertex
    }
    return sum
  }
}
