package import Geometry

/// Hotspots as a map marks them: their outlines, their numbers, and a list with the same numbers.
package struct HotspotMarks: Sendable {
  /// The list beside the map; the position in it, from 1, is the number on the map.
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
    list.enumerated().map { place, hotspot in
      BusiestTable.Row(
        number: "\(place + 1)", name: hotspot.name, code: nil, value: hotspot.incidents,
        share: hotspot.share)
    }
  }

  /// Returns the sentences below so many lines of the list.
  func summary(rows: Int) -> String {
    guard rows < list.count else { return summary }
    let listed = rows == 0 ? "None" : rows == 1 ? "The first" : "The first \(rows)"
    return "\(listed) of \(list.count) hotspots \(rows < 2 ? "is" : "are") listed here. \(summary)"
  }

  /// Returns where the numbers of the first hotspots belong on the page.
  func candidates(_ transform: PageTransform, limit: Int) -> [NumberLabels.Candidate] {
    list.prefix(limit).enumerated().map { place, hotspot in
      NumberLabels.Candidate(
        number: place + 1, anchor: transform.page(x: hotspot.peak.x, y: hotspot.peak.y),
        clearance: 0)
    }
  }

  /// Returns the outlines, which pages light up.
  ///
  /// - Parameters:
  ///   - rings: The rings of each on the page.
  ///   - scale: How much larger than on A4 things are drawn.
  ///   - width: The width of the line on A4, in points.
  /// - Returns: The layer.
  func layer(_ rings: [[GridLine]], scale: Double, width: Double) -> Layer {
    let paint = Paint(stroke: Palette.ink, strokeWidth: width * scale)
    let shapes = list.prefix(outlines.areaCount).enumerated().map { place, hotspot in
      Shape(
        name: "hotspot-\(place + 1)",
        title: "\(place + 1). \(hotspot.name): \(hotspot.incidents)", rings: rings[place])
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
