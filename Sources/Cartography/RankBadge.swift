import Geometry

/// A rank in a small white disc, the same on the map and in the table.
struct RankBadge {
  let rank: Int
  let scale: Double
  /// Whether the disc is drawn, or the number only.
  var hasDisc = true

  /// The radius of the disc.
  var radius: Double { 6.5 * scale }

  /// Returns the rank's marks around a centre.
  func marks(at centre: Point) -> [Mark] {
    let size = (rank < 100 ? 8 : 7) * scale
    var number = TextMark.style(size: size, isBold: true, anchor: .middle)
    number.text = String(rank)
    number.position = Point(x: centre.x, y: centre.y + TextMark.capitalHeight * size / 2)
    guard hasDisc else { return [.text(number)] }
    let disc = Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.8 * scale)
    return [.circle(centre: centre, radius: radius, disc), .text(number)]
  }
}
