package import Geometry

/// Where a map's metres lie on the page.
package struct PageTransform: Hashable, Sendable {
  /// The points on the page that one metre takes.
  package let pointsPerMetre: Double
  private let mapCentre: Point
  private let pageCentre: Point

  /// Fits an extent into a frame, as large as it goes, centred.
  ///
  /// - Parameters:
  ///   - extent: What is to be seen, in metres; a point or a line is shown about 100 m wide.
  ///   - frame: The room for it on the page, in points.
  package init(extent: Box, frame: Box) {
    let smallest = 100.0
    let scale = min(frame.width / extent.width, frame.height / extent.height)
    let limit = min(frame.width, frame.height) / smallest
    pointsPerMetre = scale.isFinite && scale > 0 ? min(scale, limit) : limit
    mapCentre = extent.isEmpty ? Point(x: 0, y: 0) : extent.centre
    pageCentre = frame.centre
  }

  /// Returns the place on the page of a position in metres.
  package func page(x: Double, y: Double) -> Point {
    Point(
      x: pageCentre.x + (x - mapCentre.x) * pointsPerMetre,
      y: pageCentre.y - (y - mapCentre.y) * pointsPerMetre)
  }

  /// Returns the rectangle on the page of a rectangle in metres.
  package func page(_ box: Box) -> Box {
    let topLeft = page(x: box.minX, y: box.maxY)
    let bottomRight = page(x: box.maxX, y: box.minY)
    return Box(minX: topLeft.x, minY: topLeft.y, maxX: bottomRight.x, maxY: bottomRight.y)
  }
}
