import Geometry
import HotspotAnalysis
import Tables
import Topology

/// Cuts a ratio into bands around that of the whole study area.
struct RatioBands {
  /// The ratio of the whole study area.
  let overall: Double

  /// Where the bands begin, in times the ratio of all: fewer by a half, a third and a fifth, and the
  /// same upwards.
  static let steps = [0.5, 2.0 / 3, 0.8, 1.25, 1.5, 2]

  /// Where the bands begin, as ratios.
  ///
  /// Without incidents to compare every ratio is zero, and one band holds all of them.
  private var breaks: [Double] { overall > 0 ? Self.steps.map { $0 * overall } : [] }

  /// Draws the bands and clips them to the study area; those without ground are left out.
  ///
  /// - Parameters:
  ///   - surface: The ratio, which reaches a cell beyond the study area.
  ///   - places: The incidents asked about.
  ///   - basePlaces: Those they are compared with.
  ///   - area: The areas that make up the study area.
  ///   - crs: The coordinate system.
  /// - Returns: A row for each band, the lowest first.
  /// - Throws: ``TopologyError``.
  func table(
    of surface: Surface, places: GatheredIncidents, basePlaces: GatheredIncidents,
    clippedTo area: OutlineTable, crs: String
  ) throws(TopologyError) -> FeatureTable {
    let (breaks, steps) = (breaks, Self.steps)
    let drawn = IsoplethBands(of: surface, breaks: breaks)
    let clipped = try Overlay.intersection(drawn.outlines, area)
    let incidents = counts(of: places, on: surface)
    let compared = counts(of: basePlaces, on: surface)
    let kept = (0..<clipped.areaCount).filter { !clipped.polygons(of: $0).isEmpty }
    var outlines = OutlineTable()
    for band in kept { outlines.appendArea(band, of: clipped) }
    func limit(_ band: Int, _ values: [Double]) -> Double? {
      values.indices.contains(band) ? values[band] : nil
    }
    return FeatureTable(
      name: "ratio",
      columns: [
        Column("band", .integers(kept.map { $0 + 1 })),
        Column("from_ratio", .reals(kept.map { limit($0 - 1, breaks) ?? 0 })),
        Column("to_ratio", .reals(kept.map { limit($0, breaks) })),
        Column("from_times", .reals(kept.map { breaks.isEmpty ? nil : limit($0 - 1, steps) ?? 0 })),
        Column("to_times", .reals(kept.map { breaks.isEmpty ? nil : limit($0, steps) })),
        Column("area_km2", .reals(kept.map { clipped.area(of: $0) / 1e6 })),
        Column("incidents", .integers(kept.map { incidents[$0] })),
        Column("compared_with", .integers(kept.map { compared[$0] })),
      ], geometry: .areas(outlines), crs: crs)
  }

  /// Counts incidents by band; those where there is no ratio are in none.
  private func counts(of places: GatheredIncidents, on surface: Surface) -> [Int] {
    let breaks = breaks
    var counts = [Int](repeating: 0, count: breaks.count + 1)
    for place in places.x.indices {
      guard let value = surface.interpolated(x: places.x[place], y: places.y[place]) else {
        continue
      }
      counts[IsoplethBands.band(of: value, breaks: breaks)] += 1
    }
    return counts
  }
}
