import Boundaries
import Geometry
import HotspotAnalysis
import Tables
import Topology

/// The ground where a ratio is beyond chance, piece by piece: first where there are more, then where
/// there are fewer, the largest first.
///
/// A piece holds the middle of a cell at least: what else the edge of the study area cuts off says less
/// than the surface can tell.
struct RatioContours: Sendable {
  /// One piece of ground.
  struct Piece: Sendable {
    /// Whether there are more than by chance; else fewer.
    var isMore: Bool
    var squareKilometres: Double
    /// The incidents asked about that lie in it.
    var incidents = 0
    /// Those they are compared with.
    var comparedWith = 0
    /// A point of it.
    var middle: Point
  }

  /// What is known of each piece.
  private(set) var pieces: [Piece] = []
  /// The ground of each.
  private(set) var outlines = OutlineTable()

  /// Draws the contours.
  ///
  /// - Parameters:
  ///   - tolerance: What chance would make of the ratio.
  ///   - places: The incidents asked about.
  ///   - basePlaces: Those they are compared with.
  ///   - area: The study area.
  /// - Throws: ``TopologyError``.
  init(
    of tolerance: RatioTolerance, places: GatheredIncidents, basePlaces: GatheredIncidents,
    clippedTo area: OutlineTable
  ) throws(TopologyError) {
    guard let limits = tolerance.limits else { return }
    let drawn = IsoplethBands(of: tolerance.score, breaks: [limits.fewer, limits.more])
    // What lies between the limits is by far the most ground, and is not asked for.
    var beyond = OutlineTable()
    for band in [2, 0] { beyond.appendArea(band, of: drawn.outlines) }
    let clipped = try Overlay.intersection(beyond, area)
    for (side, isMore) in [true, false].enumerated() {
      var parts = OutlineTable()
      for polygon in clipped.polygons(of: side) {
        parts.appendArea([
          clipped.rings(ofPolygon: polygon).map { ring in
            clipped.vertices(ofRing: ring).map { Point(x: clipped.x[$0], y: clipped.y[$0]) }
          }
        ])
      }
      let holding = Self.parts(parts, holdingMiddlesOf: tolerance.score.grid)
      let sizes = (0..<parts.areaCount).map { parts.area(of: $0) }
      for part in holding.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
        guard let middle = parts.innerPoint(ofArea: part) else { continue }
        pieces.append(
          Piece(isMore: isMore, squareKilometres: sizes[part] / 1e6, middle: middle))
        outlines.appendArea(part, of: parts)
      }
    }
    let index = AreaIndex(outlines)
    for (x, y) in zip(places.x, places.y) {
      if let piece = index.locate(x: x, y: y).area { pieces[piece].incidents += 1 }
    }
    for (x, y) in zip(basePlaces.x, basePlaces.y) {
      if let piece = index.locate(x: x, y: y).area { pieces[piece].comparedWith += 1 }
    }
  }

  /// Returns the areas that hold the middle of a cell.
  private static func parts(
    _ parts: OutlineTable, holdingMiddlesOf grid: SurfaceGrid
  ) -> Set<Int> {
    let index = AreaIndex(parts)
    var found: Set<Int> = []
    for cell in 0..<grid.cellCount {
      let middle = grid.centre(of: cell)
      if let part = index.locate(x: middle.x, y: middle.y).area { found.insert(part) }
    }
    return found
  }

  /// Returns the pieces as a table.
  ///
  /// - Parameters:
  ///   - overall: The ratio of the incidents of the whole study area.
  ///   - crs: The coordinate system.
  /// - Returns: The table with the ground of each.
  func featureTable(overall: Double, crs: String) -> FeatureTable {
    FeatureTable(
      name: "contours",
      columns: [
        Column("side", .text(pieces.map { $0.isMore ? "more" : "fewer" })),
        Column("area_km2", .reals(pieces.map(\.squareKilometres))),
        Column("incidents", .integers(pieces.map(\.incidents))),
        Column("compared_with", .integers(pieces.map(\.comparedWith))),
        Column("times", .reals(pieces.map { $0.times(overall) })),
      ], geometry: .areas(outlines), crs: crs)
  }
}

extension RatioContours.Piece {
  /// Returns how many times the ratio of the whole study area it has.
  func times(_ overall: Double) -> Double? {
    comparedWith > 0 && overall > 0 ? Double(incidents) / Double(comparedWith) / overall : nil
  }
}
