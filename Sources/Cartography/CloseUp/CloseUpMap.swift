package import Geometry

/// What the map of a close-up shows: one hotspot and the streets around it.
package struct CloseUpMap: Sendable {
  /// What is drawn of the incidents.
  package enum Incidents: Sendable {
    /// Nothing but the outlines.
    case none
    /// A surface in bands.
    case bands(Bands)
    /// A circle for each source position, its area in proportion to the incidents.
    case symbols([Symbol])
  }

  /// A surface finer than that of the study area.
  package struct Bands: Sendable {
    /// The ground of each band, the lowest first, in metres.
    package var outlines: OutlineTable
    /// The number of each band, from 1.
    package var numbers: [Int]
    /// How many bands there are with those without ground, which colours depend on.
    package var count: Int
    /// What the key says of each band.
    package var labels: [String]
    /// What the values are, with their unit: `Incidents per km²`.
    package var heading: String

    /// Describes a surface; everything is given.
    package init(
      outlines: OutlineTable, numbers: [Int], count: Int, labels: [String], heading: String
    ) {
      precondition(
        outlines.areaCount == numbers.count && numbers.count == labels.count,
        "CloseUpMap: bands and labels differ in number")
      (self.outlines, self.numbers, self.count) = (outlines, numbers, count)
      (self.labels, self.heading) = (labels, heading)
    }
  }

  /// The incidents at one source position.
  package struct Symbol: Sendable, Equatable {
    /// Where it lies, in metres.
    package var position: Point
    /// Its incidents; above 0.
    package var incidents: Double
    /// What the export calls it; empty if nothing.
    package var name: String

    /// Describes the incidents at a position.
    package init(position: Point, incidents: Double, name: String = "") {
      (self.position, self.incidents, self.name) = (position, incidents, name)
    }
  }

  /// The ground of the hotspot: one area, in metres.
  package var outline: OutlineTable
  /// The ground of other hotspots near by.
  package var neighbours = OutlineTable()
  /// Their numbers, in the same order.
  package var neighbourNumbers: [Int] = []
  /// What is drawn of the incidents.
  package var incidents: Incidents = .none
  /// Areas whose borders are drawn faintly.
  package var borders: OutlineTable?
  /// Roads, parks and the like, the lowest first.
  package var backdrop: [BackdropLayer] = []
  /// What else the key says of the map: the bandwidth and the cells of the surface, or that
  /// positions are source positions; a sentence.
  package var note: String?

  /// Describes a map by the ground of its hotspot.
  ///
  /// - Parameter outline: The ground: one area, in metres.
  package init(outline: OutlineTable) {
    precondition(outline.areaCount == 1, "CloseUpMap: a close-up shows one hotspot")
    self.outline = outline
  }

  /// How much of the surroundings is shown at least, in metres.
  package static let surroundings = 200.0

  /// What a map shows at least: the hotspot and its surroundings.
  package var extent: Box { outline.box.padded(by: Self.surroundings) }

  /// Returns what the sheet and the figure of a hotspot show at most, so that what is drawn reaches
  /// to their edges.
  ///
  /// - Parameter hotspot: The rectangle around the hotspot, in metres.
  /// - Returns: A rectangle with the same centre.
  package static func ground(around hotspot: Box) -> Box {
    let extent = hotspot.padded(by: surroundings)
    // Scales are rounded up by a third at most, and frames are less than twice as wide as high.
    let width = 1.34 * max(extent.width, 1.8 * extent.height)
    let height = 1.34 * max(extent.width, extent.height)
    let centre = extent.centre
    return Box(
      minX: centre.x - width / 2, minY: centre.y - height / 2, maxX: centre.x + width / 2,
      maxY: centre.y + height / 2)
  }
}
