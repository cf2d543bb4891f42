package import Geometry

/// Groups the rings of one part or area into polygons where rings cross each other.
///
/// A ring that crosses no other follows the rule of ``groupRings(_:)``: inside an outer ring it is
/// a hole, inside a hole an outer ring. For one that crosses another, what the file says of it
/// counts: a hole stays a hole of the part that holds it, or of those that it is cut into, unless
/// less than half of it lies in any; that, and whatever is no hole, is a part.
package enum CrossingRings {
  /// Groups rings into polygons.
  ///
  /// - Parameters:
  ///   - rings: Closed rings, each enclosing something.
  ///   - isHole: Whether the file says of each ring that it is a hole.
  /// - Returns: Polygons in the order of their outer rings, each with its outer ring first and then
  ///   its holes in their order. They may overlap.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  /// - Complexity: O(*n* log *n*) for *n* vertices, and O(*m*²) for *m* rings.
  package static func group(
    _ rings: [[Point]], isHole: [Bool]
  ) throws(TopologyError) -> [[[Point]]] {
    var tree = try RingTree(rings)
    tree.chooseRoles(isHole)
    return rings.indices.filter { !tree.rings[$0].isHole }.map { outer in
      [rings[outer]] + tree.holes(of: outer).map { rings[$0] }
    }
  }
}

/// Which ring lies in which, and which cross.
private struct RingTree {
  struct Ring {
    var ground: GEOSGeometry
    var area: Double
    var box: Box
    /// The rings around it, from the largest to the smallest.
    var around: [Int] = []
    /// The rings that it crosses, with the part of it that lies in each.
    var crossed: [(ring: Int, share: Double)] = []
    var isHole = false
  }

  /// Differences below this part of an area come from rounding.
  private static let rounding = 1e-9

  private(set) var rings: [Ring] = []
  /// The rings from the largest to the smallest.
  private var bySize: [Int] = []

  init(_ points: [[Point]]) throws(TopologyError) {
    let context = GEOSContext()
    var outlines = OutlineTable()
    for ring in points { outlines.appendArea([[ring]]) }
    for (position, geometry) in try GEOSGeometry.areas(of: outlines, in: context).enumerated() {
      let ground = try geometry.ground()
      rings.append(
        Ring(ground: ground, area: ground.area, box: outlines.box(ofRing: position)))
    }
    bySize = rings.indices.sorted { (rings[$1].area, $0) < (rings[$0].area, $1) }
    for (rank, larger) in bySize.enumerated() {
      let near = bySize[(rank + 1)...].filter { rings[$0].box.intersects(rings[larger].box) }
      if near.isEmpty { continue }
      let prepared = GEOSPrepared(rings[larger].ground)
      for smaller in near { try relate(smaller, to: larger, prepared) }
    }
  }

  private mutating func relate(
    _ smaller: Int, to larger: Int, _ prepared: GEOSPrepared
  ) throws(TopologyError) {
    guard prepared.meets(rings[smaller].ground) else { return }
    let area = rings[smaller].area
    let shared =
      prepared.covers(rings[smaller].ground)
      ? area
      : try rings[larger].ground.intersection(
        rings[smaller].ground, operation: "find what two rings share"
      ).area
    if shared <= area * Self.rounding { return }
    if shared >= area * (1 - Self.rounding) {
      rings[smaller].around.append(larger)
    } else {
      rings[smaller].crossed.append((larger, shared / area))
      rings[larger].crossed.append((smaller, shared / rings[larger].area))
    }
  }

  mutating func chooseRoles(_ saysHole: [Bool]) {
    for ring in bySize {
      if rings[ring].crossed.isEmpty {
        rings[ring].isHole = rings[ring].around.last.map { !rings[$0].isHole } ?? false
      } else {
        rings[ring].isHole =
          saysHole[ring]
          && (rings[ring].around.contains { !rings[$0].isHole }
            || rings[ring].crossed.contains { $0.share >= 0.5 && !saysHole[$0.ring] })
      }
    }
  }

  /// Returns the holes of an outer ring, in their order.
  func holes(of outer: Int) -> [Int] {
    rings.indices.filter { ring in
      guard rings[ring].isHole else { return false }
      if let holder = rings[ring].around.last(where: { !rings[$0].isHole }) {
        return holder == outer
      }
      return rings[ring].crossed.contains { $0.ring == outer }
    }
  }
}
