package import Geometry

/// How well the areas of a layer fit together: invalid outlines, overlaps and gaps.
///
/// In a good tiling every place belongs to exactly one area. Where two areas overlap, an incident
/// has to be given to one of them by a rule; in a gap it is given to none. A few square centimetres
/// of either come from rounding and do no harm.
///
///     let topology = try LayerTopology(of: outlines)
///     topology.overlaps.first      // areas 12 and 40 share 3,170 square metres
///     topology.slivers.count       // 4 gaps narrower than a metre
///
/// Of invalid areas, which ``invalidAreas`` lists, the ground that ``OutlineMending`` finds is
/// looked at for overlaps and gaps.
package struct LayerTopology: Sendable, Equatable {
  /// Two areas that claim the same ground.
  package struct Overlap: Sendable, Equatable {
    /// The area that comes first in the table.
    package let first: Int
    /// The area that comes later in the table.
    package let second: Int
    /// The shared area in squared units.
    package let area: Double
  }

  /// Ground that is enclosed by the layer and belongs to none of its areas.
  package struct Gap: Sendable, Equatable {
    /// The gap's area in squared units.
    package let area: Double
    /// The shorter side of the rectangle with the gap's area and perimeter: what one would call
    /// its width where it is long, and its size where it is round.
    package let width: Double
    /// A point inside the gap.
    package let location: Point
    /// The areas around the gap, ascending; a single one when the gap is that area's own hole.
    package let neighbours: [Int]
  }

  /// The areas whose outlines are not valid, in the order of the table.
  package let invalidAreas: [InvalidArea]
  /// Pairs of areas that share more than the smallest overlap, in the order of the table.
  package let overlaps: [Overlap]
  /// All gaps, the largest first.
  package let gaps: [Gap]
  /// Below this width a gap is a sliver.
  package let sliverWidth: Double
  /// The area covered by the layer, overlaps counted once, in squared units.
  package let unionArea: Double

  /// The gaps that are so narrow that they come from imprecise drawing, the largest first.
  package var slivers: [Gap] { gaps.filter { $0.width < sliverWidth } }

  /// The gaps that are wide enough to be meant, the largest first.
  package var openings: [Gap] { gaps.filter { $0.width >= sliverWidth } }

  /// The area of all gaps in squared units.
  package var gapArea: Double { gaps.reduce(0) { $0 + $1.area } }

  /// Examines a layer.
  ///
  /// Areas that touch in edges or points do not overlap. Gaps that are open to the outside of the
  /// layer cannot be told from its shape and are not found. Areas whose borders match vertex for
  /// vertex need not be compared with each other. The corresponding C functions are
  /// `GEOSIntersection_r`, `GEOSUnaryUnion_r`, `GEOSCoverageUnion_r` and `GEOSDifference_r`.
  ///
  /// - Parameters:
  ///   - outlines: Areas with coordinates of one projected system.
  ///   - smallestOverlap: Shared areas up to this many squared units are not reported.
  ///   - sliverWidth: Gaps narrower than this many units are slivers.
  /// - Throws: ``TopologyError/notFinite(area:)`` for a coordinate that is not a number,
  ///   ``TopologyError/unusableOutline(area:reason:)`` when GEOS refuses a ring,
  ///   ``TopologyError/failed(operation:reason:)`` when GEOS cannot overlay repaired areas.
  /// - Complexity: O(*n* log *n*) for *n* vertices in a tiling; O(*n*²) when all areas overlap.
  package init(
    of outlines: OutlineTable, smallestOverlap: Double = 0.01, sliverWidth: Double = 1
  ) throws(TopologyError) {
    let context = GEOSContext()
    var areas = try GEOSGeometry.areas(of: outlines, in: context)
    invalidAreas = try InvalidArea.all(in: areas)
    for invalid in invalidAreas { areas[invalid.area] = try areas[invalid.area].ground() }

    let tree = GEOSTree(of: areas, in: context)
    let tiling =
      invalidAreas.isEmpty ? try MatchedTiling(of: outlines, as: areas, in: context) : nil
    overlaps = try Self.overlaps(
      between: areas, tree: tree, smallest: smallestOverlap, tiling: tiling)
    let union: GEOSGeometry
    if let tiling {
      union = try tiling.union()
    } else {
      union = try GEOSGeometry.union(of: areas, in: context)
    }
    unionArea = union.area
    gaps = try Self.gaps(in: union, between: areas, tree: tree)
    self.sliverWidth = sliverWidth
  }
}

// MARK: - Overlaps

extension LayerTopology {
  private static func overlaps(
    between areas: [GEOSGeometry], tree: borrowing GEOSTree, smallest: Double,
    tiling: MatchedTiling?
  ) throws(TopologyError) -> [Overlap] {
    var overlaps: [Overlap] = []
    for (first, geometry) in areas.enumerated() {
      for second in tree.positions(near: geometry)
      where second > first && tiling?.mayOverlap(first, second) ?? true {
        let shared = try geometry.intersection(
          areas[second], operation: "find what areas \(first) and \(second) share")
        guard shared.area > smallest else { continue }
        overlaps.append(Overlap(first: first, second: second, area: shared.area))
      }
    }
    return overlaps
  }
}

// MARK: - Gaps

extension LayerTopology {
  private static func gaps(
    in union: GEOSGeometry, between areas: [GEOSGeometry], tree: borrowing GEOSTree
  ) throws(TopologyError) -> [Gap] {
    guard union.hasHoles else { return [] }
    // Taking the layer off its filled shape leaves the holes without the islands that lie in them.
    let holes = try GEOSGeometry.union(of: union.filledPolygons(), in: union.context)
      .subtracting(union, operation: "find the gaps between areas")
    var gaps: [Gap] = []
    for hole in try holes.polygons() {
      guard let location = try hole.innerPoint() else { continue }
      // Where edges of two areas cross, the gap's corner is rounded to the next coordinate.
      let rounding = 1e-12 * max(abs(location.x), abs(location.y), 1)
      let neighbours = tree.positions(near: hole).filter { areas[$0].isWithin(rounding, of: hole) }
      gaps.append(
        Gap(
          area: hole.area, width: width(area: hole.area, perimeter: hole.length),
          location: location, neighbours: neighbours))
    }
    return gaps.sorted {
      ($1.area, $0.location.x, $0.location.y) < ($0.area, $1.location.x, $1.location.y)
    }
  }

  /// Returns the shorter side of the rectangle with an area and a perimeter; for shapes rounder
  /// than a square, the side of the square with the perimeter.
  private static func width(area: Double, perimeter: Double) -> Double {
    let half = perimeter / 2
    // The two sides are the roots of s² - half s + area; this form keeps the small one exact.
    return 2 * area / (half + max(0, half * half - 4 * area).squareRoot())
  }
}
