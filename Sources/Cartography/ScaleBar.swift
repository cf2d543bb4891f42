import Geometry
import Statistics

/// A bar of round length that tells how far things are apart.
struct ScaleBar {
  /// The length that the bar stands for, in metres: 1, 2 or 5 times a power of ten.
  let metres: Double
  /// The length of the bar in points.
  let width: Double
  private let scale: Double

  /// Chooses the longest round length that fits.
  ///
  /// - Parameters:
  ///   - pointsPerMetre: The scale of the map.
  ///   - limit: The greatest width of the bar in points.
  ///   - scale: How much larger than on A4 things are drawn.
  init(pointsPerMetre: Double, within limit: Double, scale: Double) {
    let longest = limit / pointsPerMetre
    metres = ScaleBar.roundLength(upTo: longest)
    width = metres * pointsPerMetre
    self.scale = scale
  }

  /// Returns the bar with its labels.
  func block() -> Block {
    let size = 8 * scale
    let end = TextMetrics.width(of: label(metres), size: size)
    let inset = TextMetrics.width(of: "0", size: size) / 2
    let labelHeight = 10 * scale
    var block = Block(width: inset + width + end / 2, height: labelHeight + 5 * scale)
    for half in 0..<2 {
      let left = inset + width / 2 * Double(half)
      let box = Box(
        minX: left, minY: labelHeight, maxX: left + width / 2, maxY: labelHeight + 4 * scale)
      let fill = half == 0 ? Palette.ink : Palette.paper
      block.marks.append(
        .rectangle(box, Paint(fill: fill, stroke: Palette.ink, strokeWidth: 0.7 * scale)))
    }
    for (part, text) in [(0, "0"), (0.5, number(metres / 2)), (1, label(metres))] {
      var mark = TextMark.style(size: size, anchor: .middle)
      mark.text = text
      mark.position = Point(x: inset + width * part, y: labelHeight - 3 * scale)
      block.marks.append(.text(mark))
    }
    return block
  }

  /// Returns north arrow and scale bar in their strip below a map.
  static func strip(in strip: Box, _ transform: PageTransform, scale: Double) -> [Mark] {
    let limit = min(strip.width * 0.4, 150 * scale)
    let bar = ScaleBar(pointsPerMetre: transform.pointsPerMetre, within: limit, scale: scale)
      .block()
    let arrow = NorthArrow(scale: scale).block()
    let top = strip.minY + 6 * scale
    return arrow.marks(at: Point(x: strip.minX, y: top))
      + bar.marks(at: Point(x: strip.minX + arrow.width + 10 * scale, y: top + 5 * scale))
  }

  /// Whether the labels are in kilometres.
  private var isInKilometres: Bool { metres >= 1000 }

  private func number(_ length: Double) -> String {
    let value = isInKilometres ? length / 1000 : length
    return NumberWords.decimal(value, places: NumberWords.places(of: value))
  }

  private func label(_ length: Double) -> String {
    number(length) + (isInKilometres ? " km" : " m")
  }

  /// Returns the greatest 1, 2 or 5 times a power of ten that does not exceed a length.
  static func roundLength(upTo longest: Double) -> Double {
    precondition(longest > 0 && longest.isFinite, "ScaleBar: no room")
    var power = 1.0
    while power * 10 <= longest { power *= 10 }
    while power > longest { power /= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= longest } ?? power
  }
}
