/// A sheet of paper or a slide.
///
/// Inside drawings lengths are points, 72 to the inch.
package struct Page: Hashable, Sendable {
  /// The width in millimetres.
  package let widthInMillimetres: Double
  /// The height in millimetres.
  package let heightInMillimetres: Double
  /// The space left empty at each edge of a page of A4, in points.
  package let margin: Double

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - widthInMillimetres: The width; at least 100.
  ///   - heightInMillimetres: The height; at least 100.
  ///   - margin: The space left empty at each edge of a page of A4, in points; printers need 28.
  package init(widthInMillimetres: Double, heightInMillimetres: Double, margin: Double = 28) {
    precondition(
      widthInMillimetres >= 100 && heightInMillimetres >= 100, "Page: smaller than a postcard")
    self.widthInMillimetres = widthInMillimetres
    self.heightInMillimetres = heightInMillimetres
    self.margin = margin
  }

  /// A4, upright.
  package static let a4Portrait = Page(widthInMillimetres: 210, heightInMillimetres: 297)
  /// A4, lying.
  package static let a4Landscape = Page(widthInMillimetres: 297, heightInMillimetres: 210)

  /// A3, upright.
  package static let a3Portrait = Page(widthInMillimetres: 297, heightInMillimetres: 420)
  /// A3, lying.
  package static let a3Landscape = Page(widthInMillimetres: 420, heightInMillimetres: 297)
  /// A slide of 16 to 9, thirteen inches and a third wide as presentations have it.
  package static let slide = Page(widthInMillimetres: 338.667, heightInMillimetres: 190.5)

  /// The width in points.
  package var width: Double { widthInMillimetres * Page.pointsPerMillimetre }
  /// The height in points.
  package var height: Double { heightInMillimetres * Page.pointsPerMillimetre }

  /// How much larger than on A4 type and lines are drawn.
  ///
  /// A sheet as large as A3 hangs on a wall: there type grows a sixth more than the sheet does, so
  /// that all but the small print has capitals of 2.9 mm, which are five minutes of arc at two
  /// metres.
  package var typeScale: Double {
    let ratio = (widthInMillimetres * heightInMillimetres / (210 * 297)).squareRoot()
    return ratio > 1.2 ? ratio * 1.16 : max(1, ratio)
  }

  /// The points in one millimetre.
  package static let pointsPerMillimetre = 72 / 25.4
}
