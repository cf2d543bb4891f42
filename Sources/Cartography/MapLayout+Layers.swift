import Geometry

extension MapLayout {
  /// The paper, below everything else.
  var paperLayer: Layer {
    let paper = Box(minX: 0, minY: 0, maxX: page.width, maxY: page.height)
    return Layer(
      name: "paper", label: "Paper", marks: [.rectangle(paper, Paint(fill: Palette.paper))])
  }

  /// Returns what stands around the map, the heading first.
  ///
  /// - Parameters:
  ///   - name: What the layer of the table is called.
  ///   - transform: How the map lies on the page, which the scale bar tells.
  /// - Returns: The layers, in the order in which they are drawn.
  func furnitureLayers(table name: (name: String, label: String), transform: PageTransform)
    -> [Layer]
  {
    [
      Layer(name: "heading", label: "Heading", marks: header.block.marks(at: header.corner)),
      Layer(name: "legend", label: "Legend", marks: legend.block.marks(at: legend.corner)),
      Layer(name: name.name, label: name.label, marks: table.block.marks(at: table.corner)),
      Layer(
        name: "scale", label: "Scale and north",
        marks: ScaleBar.strip(in: strip, transform, scale: page.typeScale)),
      Layer(name: "notes", label: "Notes", marks: footer.block.marks(at: footer.corner)),
    ]
  }
}
