import Geometry

/// What stands below the map of a close-up: north, scale and key.
struct CloseUpStrip {
  let key: [FlowKey.Item]
  let scale: Double
  /// What is to be known of what is drawn.
  let note: String?

  /// The height of north and scale, in points on A4.
  static let leastHeight = 27.0

  /// Returns the strip laid out in a width.
  ///
  /// - Parameters:
  ///   - width: The width in points.
  ///   - streetScale: The scale of the map; `nil` where only the height of the strip is asked for.
  /// - Returns: The strip.
  func block(width: Double, streetScale: StreetScale?) -> Block {
    let left = 200 * scale
    var block = FlowKey(items: key, scale: scale).block(width: width - left)
    block.marks = block.marks(at: Point(x: left, y: 0))
    block.width = width
    if let note {
      var words = Block(width: width - left, height: 0)
      words.append(
        lines: TextMetrics.lines(of: note, within: width - left, size: 7 * scale, limit: 3),
        style: .style(size: 7 * scale, colour: Palette.quietInk))
      block.marks += words.marks(at: Point(x: left, y: block.height + 2 * scale))
      block.height += words.height + 2 * scale
    }
    block.height = max(block.height, Self.leastHeight * scale)
    guard let streetScale else { return block }
    let arrow = NorthArrow(scale: scale).block()
    let words = streetScale.words
    let bar = ScaleBar(
      pointsPerMetre: streetScale.transform.pointsPerMetre,
      within: (words == nil ? 130 : 105) * scale, scale: scale
    ).block()
    block.marks += arrow.marks(at: Point(x: 0, y: 0))
    block.marks += bar.marks(at: Point(x: arrow.width + 6 * scale, y: 4 * scale))
    if let words {
      var mark = TextMark.style(size: 8 * scale)
      mark.text = words
      mark.position = Point(x: arrow.width + bar.width + 12 * scale, y: 18.5 * scale)
      block.marks.append(.text(mark))
    }
    return block
  }
}
