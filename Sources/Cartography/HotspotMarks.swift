package import Geometry

/// Hotspots as a map marks them: their outlines, their numbers, and a list with the same numbers.
package struct HotspotMarks: Sendable {
  /// The list beside the map, by rank.
  package var list: [IsoplethMap.Hotspot]
  /// The ground of each, in the order of the list.
  package var outlines: OutlineTable
  /// What is counted in them: `incidents`.
  package var valueLabel: String
  /// A sentence below the list.
  package var summary: String

  /// Describes hotspots; everything is given.
  package init(
    list: [IsoplethMap.Hotspot], outlines: OutlineTable, valueLabel: String, summary: String
  ) {
    precondition(
      outlines.areaCount == 0 || list.count == outlines.areaCount,
      "HotspotMarks: hotspots and their outlines differ in number")
    self.list = list
    self.outlines = outlines
    self.valueLabel = valueLabel
    self.summary = summary
  }

  /// The lines of the list.
  var rows: [BusiestTable.Row] {
    list.map {
      BusiestTable.Row(
        rank: $0.rank, name: $0.name, code: nil, value: $0.incidents, share: $0.share)
    }
  }

  /// Returns where the numbers belong on the page.
  func candidates(_ transform: PageTransform) -> [RankLabels.Candidate] {
    list.prefix(MapLayout.tableRows).map {
      RankLabels.Candidate(
        rank: $0.rank, anchor: transform.page(x: $0.peak.x, y: $0.peak.y), clearance: 0)
    }
  }

  /// Returns the outlines, which pages light up.
  ///
  /// - Parameters:
  ///   - transform: Where they lie on the page.
  ///   - scale: How much larger than on A4 things are drawn.
  ///   - width: The width of the line on A4, in points.
  /// - Returns: The layer.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  func layer(_ transform: PageTransform, scale: Double, width: Double) -> Layer {
    let drawn = PageOutlines(
      of: outlines, areas: Array(0..<outlines.areaCount), transform: transform)
    let paint = Paint(stroke: Palette.ink, strokeWidth: width * scale)
    let shapes = list.prefix(outlines.areaCount).enumerated().map { place, hotspot in
      Shape(
        name: "hotspot-\(place + 1)",
        title: "\(hotspot.rank). \(hotspot.name): \(hotspot.incidents)", rings: drawn.areas[place])
    }
    return Layer(
      name: "hotspot-grounds", label: "Outlines of hotspots",
      marks: shapes.isEmpty
        ? []
        : [
          .shapes(
            ShapeGroup(className: "hotspot", label: "Hotspots", paint: paint, shapes: shapes))
        ])
  }
}
