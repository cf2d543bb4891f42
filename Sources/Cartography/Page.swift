/// A sheet of paper or a slide.
///
/// Inside drawings lengths are points, 72 to the inch.
package struct Page: Hashable, Sendable {
  /// The width in millimetres.
  package let widthInMillimetres: Double
  /// The height in millimetres.
  package let heightInMillimetres: Double

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - widthInMillimetres: The width; at least 100.
  ///   - heightInMillimetres: The height; at least 100.
  package init(widthInMillimetres: Double, heightInMillimetres: Double) {
    precondition(
      widthInMillimetres >= 100 && heightInMillimetres >= 100, "Page: smaller than a postcard")
    self.widthInMillimetres = widthInMillimetres
    self.heightInMillimetres = heightInMillimetres
  }

  /// A4, upright.
  package static let a4Portrait = Page(widthInMillimetres: 210, heightInMillimetres: 297)
  /// A4, lying.
  package static let a4Landscape = Page(widthInMillimetres: 297, heightInMillimetres: 210)

  /// The width in points.
  package var width: Double { widthInMillimetres * Page.pointsPerMillimetre }
  /// The height in points.
  package var height: Double { heightInMillimetres * Page.pointsPerMillimetre }

  /// How much larger than on A4 type and lines are drawn, so that a poster is read from farther.
  package var typeScale: Double {
    let area = widthInMillimetres * heightInMillimetres
    return max(1, (area / (210 * 297)).squareRoot())
  }

  /// The points in one millimetre.
  package static let pointsPerMillimetre = 72 / 25.4
}
