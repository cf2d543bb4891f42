import Geometry

/// An arrow to grid north, which is up on every map of a projected system.
struct NorthArrow {
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the arrow with its letter.
  func block() -> Block {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x * scale, y: y * scale) }
    let outline = Paint(stroke: Palette.ink, strokeWidth: 0.7 * scale)
    var dark = outline
    dark.fill = Palette.ink
    var light = outline
    light.fill = Palette.paper
    var letter = TextMark.style(size: 9 * scale, isBold: true)
    letter.text = "N"
    letter.position = point(13, 15)
    return Block(
      marks: [
        .line([point(5.5, 1), point(0.5, 21), point(5.5, 16.5)], dark),
        .line([point(5.5, 1), point(10.5, 21), point(5.5, 16.5)], light),
        .text(letter),
      ], width: 22 * scale, height: 22 * scale)
  }
}
