package import Geometry

/// A small map of all areas with one of them filled, which shows where it lies.
package struct PlaceMap: Sendable {
  /// The map as layers of marks.
  package let drawing: Drawing

  /// How many vertices it may have: a small map shows no more.
  private static let vertexLimit = 4000

  /// A sheet with the proportions of the areas, at most twice as wide as high or the other way round.
  private static func page(for box: Box) -> Page {
    let ratio = box.height > 0 ? min(max(box.width / box.height, 0.5), 2) : 1
    return Page(
      widthInMillimetres: 100 * max(ratio, 1), heightInMillimetres: 100 * max(1 / ratio, 1),
      margin: 4)
  }

  /// Draws maps of areas, each with another one filled; the borders are simplified once.
  ///
  /// - Parameters:
  ///   - outlines: The areas, in metres.
  ///   - names: Their names, in the same order.
  ///   - whole: What all of them are, for those who do not see the map: `the 20 wards`.
  /// - Returns: A map for each area, in their order.
  /// - Complexity: O(*n* log *n* + *a* *v*) for *n* vertices, *a* areas and *v* vertices drawn.
  package static func maps(of outlines: OutlineTable, names: [String], whole: String) -> [PlaceMap]
  {
    let page = page(for: outlines.box)
    let (width, height) = (page.width, page.height)
    let frame = Box(
      minX: page.margin, minY: page.margin, maxX: width - page.margin, maxY: height - page.margin)
    let transform = PageTransform(extent: outlines.box, frame: frame)
    let drawn = PageOutlines(
      of: outlines, areas: Array(0..<outlines.areaCount), transform: transform,
      vertexLimit: vertexLimit)
    return names.indices.map { area in
      PlaceMap(
        drawing: Drawing(
          page: page, identifierPrefix: "place",
          title: "Where \(names[area]) lies",
          summary: "\(names[area]) filled, among \(whole).",
          layers: [
            Layer(
              name: "all", label: "Areas",
              marks: [
                .rectangle(
                  Box(minX: 0, minY: 0, maxX: width, maxY: height), Paint(fill: Palette.paper)),
                .shapes(
                  ShapeGroup(
                    className: "place-others", label: "Areas",
                    paint: Paint(
                      fill: Palette.zero, stroke: Palette.hatch, strokeWidth: 0.5),
                    shapes: names.indices.filter { $0 != area }.map { other in
                      Shape(
                        name: "area-\(other + 1)", title: names[other], rings: drawn.areas[other])
                    })),
                .shapes(
                  ShapeGroup(
                    className: "place-this", label: names[area],
                    paint: Paint(
                      fill: Palette.diverging[6], stroke: Palette.ink, strokeWidth: 0.9),
                    shapes: [
                      Shape(
                        name: "area-\(area + 1)", title: names[area], rings: drawn.areas[area])
                    ])),
              ])
          ]))
    }
  }

  /// Returns the map as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
