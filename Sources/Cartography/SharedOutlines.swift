import Geometry

/// Layers of areas as they are drawn, on the page, with as many vertices as print can show.
///
/// Every border is simplified once, whichever areas of whichever layers it parts, and is drawn with
/// the same vertices by all of them: the land by its outline, and what was clipped to the land
/// along its shore.
struct SharedOutlines {
  private let layers: [OutlineLayer]
  private let network: ArcNetwork
  private let transform: PageTransform
  /// Each arc as it is drawn.
  private let lines: [GridLine]
  /// How many rings of each layer run along each arc.
  private let useCounts: [[Int]]

  /// How many vertices are drawn, beside the ends of arcs, which all are.
  struct Limits {
    /// Borders between areas of the first layer.
    var inner: Int
    /// The rim of the first layer, and all borders of others.
    var outer: Int
    /// All vertices that are drawn, ends of arcs included; `nil` if they may be as many as there are.
    ///
    /// Where there are more, positions are rounded until few enough are left to tell apart.
    var all: Int?

    /// Returns the limits of a map: enough for the borders of a city's statistical areas, few enough
    /// that a sheet stays below a megabyte, and a figure of a web page below half of one.
    static func of(_ description: MapDescription, hasBorders: Bool) -> Limits {
      if description.isFigureOfPage {
        return Limits(inner: 30_000, outer: 30_000, all: 100_000)
      }
      return hasBorders
        ? Limits(inner: 60_000, outer: PageOutlines.vertexLimit) : .both(PageOutlines.vertexLimit)
    }

    /// Shares a number out between both.
    static func both(_ limit: Int) -> Limits {
      Limits(inner: limit - limit / 4, outer: limit / 4)
    }
  }

  /// Simplifies areas for the page.
  ///
  /// Borders are drawn within ``PageOutlines/tolerance`` of where they run. Where that takes too
  /// many vertices, as for thousands of areas on one sheet, the least significant go too; the rim,
  /// which everybody knows, does not suffer for the borders inside.
  ///
  /// - Parameters:
  ///   - layers: The areas; others end on the rim of the first.
  ///   - transform: Where they lie on the page.
  ///   - limits: The most vertices drawn.
  /// - Complexity: O(*n* log *n*) for *n* vertices of ordinary borders.
  init(of layers: [OutlineLayer], transform: PageTransform, limits: Limits) {
    var outlines = SharedOutlines(of: layers, transform: transform, limits: limits, step: 1)
    if let most = limits.all {
      for step in Self.coarserSteps where outlines.vertexCount > most {
        outlines = SharedOutlines(of: layers, transform: transform, limits: limits, step: step)
      }
    }
    self = outlines
  }

  /// The steps to which positions are rounded where there are too many to draw, in hundredths of a
  /// point: from a quarter of a point to two points, 0.7 mm.
  private static let coarserSteps = [25, 50, 100, 200]

  /// How many vertices are drawn, the ends of arcs included.
  private let vertexCount: Int

  private init(of layers: [OutlineLayer], transform: PageTransform, limits: Limits, step: Int) {
    let network = ArcNetwork(of: layers, transform: transform, step: step)
    self.layers = layers
    self.network = network
    self.transform = transform
    useCounts = network.layers.map { Self.useCounts(of: $0.joined(), arcs: network.arcs.count) }
    var drawn = Array(repeating: 0, count: network.arcs.count)
    for (layer, areas) in zip(layers, network.layers) {
      Self.countDrawn(layer, areas, in: &drawn)
    }
    let counts = useCounts
    let isInner = network.arcs.indices.map { arc in
      counts[0][arc] > 1 && !counts.dropFirst().contains { $0[arc] > 0 }
    }
    lines = Self.simplified(network, drawn: drawn, isInner: isInner, limits: limits)
    vertexCount = zip(lines, drawn).reduce(0) { $0 + $1.0.count * $1.1 }
  }

  // MARK: - What is drawn

  /// Returns the rings of each area of a layer; none for those drawn with others.
  ///
  /// Every area keeps at least one ring of three different vertices; other rings too small to be
  /// seen go, unless another area of the layer fills them.
  func areas(ofLayer layer: Int) -> [[GridLine]] {
    let (areas, grounds) = (layers[layer].areas, layers[layer].grounds)
    return areas.indices.map { position in
      guard grounds[position] == nil else { return [] }
      let drawn = visibleRings(network.layers[layer][position], useCounts: useCounts[layer])
      guard drawn.isEmpty else { return drawn }
      let place = layers[layer].outlines.box(ofArea: areas[position])
      return place.isEmpty
        ? [] : [Self.dot(at: transform.page(x: place.centre.x, y: place.centre.y))]
    }
  }

  /// Returns how many areas of a layer there are.
  func areaCount(ofLayer layer: Int) -> Int { layers[layer].areas.count }

  /// Returns the borders between two areas of a layer, each once.
  func innerBorders(ofLayer layer: Int) -> [GridLine] {
    lines.indices.filter { useCounts[layer][$0] > 1 && lines[$0].count > 1 }.map { lines[$0] }
  }

  /// Returns the borders that belong to one area of a layer only: the rim of the whole and of holes
  /// in it.
  func rim(ofLayer layer: Int) -> [GridLine] {
    lines.indices.filter { useCounts[layer][$0] == 1 && lines[$0].count > 1 }.map { lines[$0] }
  }

  /// The borders of all layers, each once, whichever areas it parts.
  var borders: [GridLine] { lines.filter { $0.count > 1 } }

  /// Returns the outer border of the areas of a layer that are drawn as one, as closed rings.
  func ground(_ number: Int, ofLayer layer: Int) -> [GridLine] {
    let areas = zip(network.layers[layer], layers[layer].grounds).filter { $0.1 == number }
    return merged(areas.map(\.0))
  }

  /// Returns the outer border of all areas of a layer, as closed rings.
  func whole(ofLayer layer: Int) -> [GridLine] { merged(network.layers[layer]) }

  private func merged(_ areas: [[[ArcNetwork.Use]]]) -> [GridLine] {
    let counts = Self.useCounts(of: areas.joined(), arcs: network.arcs.count)
    return MergedOutline(
      of: network, lines: lines, arcs: counts.indices.filter { counts[$0] == 1 }
    ).rings
  }

  // MARK: - Counting

  private static func useCounts(
    of rings: some Sequence<[ArcNetwork.Use]>, arcs: Int
  ) -> [Int] {
    var counts = Array(repeating: 0, count: arcs)
    for use in rings.lazy.joined() { counts[use.arc] += 1 }
    return counts
  }

  /// Counts how often each arc is drawn by the areas drawn one by one, and by each ground.
  private static func countDrawn(
    _ layer: OutlineLayer, _ areas: [[[ArcNetwork.Use]]], in drawn: inout [Int]
  ) {
    var grounds: [Int: [Int]] = [:]
    let none = [Int](repeating: 0, count: drawn.count)
    for (rings, ground) in zip(areas, layer.grounds) {
      for use in rings.joined() {
        if let ground {
          grounds[ground, default: none][use.arc] += 1
        } else {
          drawn[use.arc] += 1
        }
      }
    }
    for counts in grounds.values {
      for arc in counts.indices where counts[arc] == 1 { drawn[arc] += 1 }
    }
  }

  // MARK: - Simplification

  /// Returns every arc with as many vertices as the page can show and the file can hold.
  private static func simplified(
    _ network: ArcNetwork, drawn: [Int], isInner: [Bool], limits: Limits
  ) -> [GridLine] {
    let simplification = ArcSimplification(x: network.x, y: network.y)
    var significances = network.arcs.map(simplification.significances)
    let arcs = network.arcs.indices
    func tolerance(_ arcs: [Int], limit: Int) -> Double {
      Self.tolerance(for: arcs.map { (significances[$0], drawn[$0]) }, vertexLimit: limit)
    }
    let outer = tolerance(arcs.filter { !isInner[$0] }, limit: limits.outer)
    let inner = tolerance(arcs.filter { isInner[$0] }, limit: limits.inner)
    func keeps(_ significance: Double, _ arc: Int) -> Bool {
      significance > (isInner[arc] ? inner : outer)
    }
    func keptCount(_ arc: Int) -> Int { significances[arc].count { keeps($0, arc) } }
    var kept = arcs.map(keptCount)
    for ring in network.layers.joined().joined()
    where ring.reduce(0, { $0 + kept[$1.arc] - 1 }) < 3 {
      // Nothing would be left of the ring: each of its arcs keeps what it has of a bend.
      for arc in ring.map(\.arc) {
        let between = significances[arc].indices.dropFirst().dropLast()
        let bend = between.max { significances[arc][$0] < significances[arc][$1] }
        guard let bend else { continue }
        significances[arc][bend] = .infinity
        kept[arc] = keptCount(arc)
      }
    }
    return arcs.map { arc in
      let kept = zip(network.arcs[arc], significances[arc]).filter { keeps($0.1, arc) }.map(\.0)
      return line(through: kept, of: network)
    }
  }

  /// Returns the smallest tolerance, from a tenth of a millimetre on, that leaves no more vertices
  /// than may be drawn; in hundredths of a point.
  ///
  /// Ends of arcs are always drawn. However many these are, a quarter of the limit is left for what
  /// gives borders their shape.
  private static func tolerance(
    for arcs: [(significances: [Double], uses: Int)], vertexLimit: Int
  ) -> Double {
    let finest = PageOutlines.tolerance * ArcNetwork.unitsPerPoint
    var visible: [(significance: Double, uses: Int)] = []
    var ends = 0
    for (significances, uses) in arcs {
      for significance in significances where significance > finest && significance.isFinite {
        visible.append((significance, uses))
      }
      // An arc ends where the next one of its ring begins.
      ends += uses * (significances.count { !$0.isFinite } - 1)
    }
    var excess = visible.reduce(0) { $0 + $1.uses } - max(vertexLimit - ends, vertexLimit / 4)
    guard excess > 0 else { return finest }
    var tolerance = finest
    for (significance, uses) in visible.sorted(by: { $0.significance < $1.significance })
    where excess > 0 {
      tolerance = significance
      excess -= uses
    }
    return tolerance
  }

  // MARK: - Rings

  /// Returns an area's rings that are seen, and the largest in any case.
  private func visibleRings(_ rings: [[ArcNetwork.Use]], useCounts: [Int]) -> [GridLine] {
    let joined = rings.map(ring)
    let sizes = joined.map { abs($0.doubledArea) }
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] }
    // A square of the tolerance, doubled as the sizes are.
    let side = PageOutlines.tolerance * GridLine.unitsPerPoint
    let smallestSeen = 2 * side * side
    return joined.indices.filter { index in
      guard joined[index].count >= 3 else { return false }
      let isShared = rings[index].contains { useCounts[$0.arc] > 1 }
      return index == largest || isShared || Double(sizes[index]) >= smallestSeen
    }.map { joined[$0] }
  }

  /// Joins arcs to a ring.
  private func ring(of uses: [ArcNetwork.Use]) -> GridLine {
    var ring = GridLine()
    for use in uses {
      ring.append(lines[use.arc], isReversed: use.isReversed)
    }
    ring.openRing()
    return ring
  }

  /// Returns an arc on the grid of the drawing.
  private static func line(through arc: [Int], of network: ArcNetwork) -> GridLine {
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
