import Geometry
import HotspotAnalysis
import Tables
import Topology

extension BandCounts {
  /// Draws the bands and clips them to the study area; those without ground are left out.
  ///
  /// - Parameters:
  ///   - surface: The surface, which reaches a cell beyond the study area.
  ///   - cut: Where it is cut.
  ///   - weightColumn: What the sum of weights is called; `nil` if each incident counts for one.
  ///   - area: The areas that make up the study area.
  ///   - crs: The coordinate system.
  /// - Returns: A row for each band, the lowest first.
  /// - Throws: ``TopologyError``.
  func table(
    of surface: Surface, _ cut: KernelDensity.Cut, weightColumn: String?,
    clippedTo area: OutlineTable, crs: String
  ) throws(TopologyError) -> FeatureTable {
    let breaks = cut.breaks
    let drawn = IsoplethBands(of: surface, breaks: breaks)
    let clipped = try Overlay.intersection(drawn.outlines, area)
    let kept = (0..<clipped.areaCount).filter { !clipped.polygons(of: $0).isEmpty }
    var outlines = OutlineTable()
    for band in kept { outlines.appendArea(band, of: clipped) }
    let lower = kept.map { $0 == 0 ? 0 : breaks[$0 - 1] }
    var columns = [
      Column("band", .integers(kept.map { $0 + 1 })),
      Column("from_per_km2", .reals(lower)),
      Column("to_per_km2", .reals(kept.map { $0 < breaks.count ? breaks[$0] : nil })),
      Column("area_km2", .reals(kept.map { clipped.area(of: $0) / 1e6 })),
      Column("incidents", .integers(kept.map { incidents[$0] })),
    ]
    if let weightColumn {
      let weights = kept.map { amounts[$0] }
      columns +=
        weightColumn == "weight"
        ? Column.weights(weights, of: amounts.reduce(0, +))
        : [Column(weightColumn, .reals(weights))]
    }
    if let volume = cut.volume {
      // The share of the surface over the study area that this band and the denser ones hold.
      columns.append(
        Column(
          "volume_share",
          .reals(
            lower.map { level in
              volume.classes.last { $0.level == level && level > 0 }?.reached ?? 1
            })))
    }
    return FeatureTable(
      name: "density", columns: columns, geometry: .areas(outlines), crs: crs)
  }
}
