import Geometry

/// A number in a small white disc, the same on the map and in the list beside it.
struct NumberBadge {
  /// The number; in a list without discs a rank, which may be shared: `6=`.
  let text: String
  let scale: Double
  /// Whether the disc is drawn, or the number only.
  var hasDisc = true

  /// The radius of the disc.
  var radius: Double { 6.5 * scale }

  /// Returns the marks around a centre.
  func marks(at centre: Point) -> [Mark] {
    let size = (text.count < 3 ? 8 : 7) * scale
    var number = TextMark.style(size: size, isBold: true, anchor: .middle)
    number.text = text
    number.position = Point(x: centre.x, y: centre.y + TextMark.capitalHeight * size / 2)
    guard hasDisc else { return [.text(number)] }
    let disc = Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.8 * scale)
    return [.circle(centre: centre, radius: radius, disc), .text(number)]
  }
}
