import Geometry

/// A chart of bands: for each two bars on one scale, the part of the units that are in it and the part
/// of the incidents that are theirs.
///
/// Where few have many, the bars of the units are long at the top, those of the incidents below.
package struct RepeatChart: Sendable {
  /// A band.
  package struct Band: Sendable {
    /// What it is called: `3-5`.
    package var name: String
    /// How many units are in it.
    package var units: Int
    /// How many incidents these have.
    package var incidents: Int

    /// Describes a band.
    package init(name: String, units: Int, incidents: Int) {
      (self.name, self.units, self.incidents) = (name, units, incidents)
    }
  }

  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - bands: The bands, the fewest incidents first; at least one. Fifteen and more stand on an
  ///     upright page.
  ///   - noun: What units are, several of them: `locations`.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page; `nil` for A4.
  package init(
    of bands: [Band], noun: String, description: ChartDescription, page: Page? = nil
  ) {
    precondition(!bands.isEmpty, "RepeatChart: no bands")
    let page = page ?? (bands.count < 15 ? .a4Landscape : .a4Portrait)
    let rows = RepeatRows(bands: bands, noun: noun, scale: page.typeScale)
    let subject = description.subtitle.isEmpty ? "" : ", \(description.subtitle)"
    let summary =
      "Bars of \(noun) and incidents by how many incidents each has\(subject). "
      + rows.titles.joined(separator: "; ") + "."
    drawing = ChartPage(description, page: page, summary: summary)
      .drawing(layer: "bands", label: "Bands", legend: rows.key(width: 200 * page.typeScale)) {
        rows.block(width: $0, height: $1)
      }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
