import Geometry

/// What stands below the map of a close-up: north and scale on the left, the key beside them.
struct CloseUpStrip {
  /// North and scale.
  let gauge: Block
  /// The key, and what is to be known of what is drawn.
  let key: Block
  /// How far the key stands to the right.
  let keyLeft: Double

  /// The height of north and scale, in points on A4.
  static let leastHeight = 27.0

  /// Lays out a strip.
  ///
  /// - Parameters:
  ///   - items: The key.
  ///   - note: What is to be known of what is drawn.
  ///   - width: The width in points.
  ///   - scale: How much larger than on A4 things are drawn.
  ///   - streetScale: The scale of the map; `nil` where only the height of the strip is asked for.
  init(
    key items: [FlowKey.Item], note: String?, width: Double, scale: Double,
    streetScale: StreetScale?
  ) {
    keyLeft = 200 * scale
    key = Self.key(items, note: note, width: width - keyLeft, scale: scale)
    gauge = Self.gauge(streetScale, scale: scale)
  }

  /// The height of both.
  var height: Double { max(gauge.height, key.height) }

  /// Returns the marks with the corner of the strip at a place of the page.
  func marks(at corner: Point) -> [Mark] {
    key.marks(at: keyCorner(corner)) + gauge.marks(at: corner)
  }

  /// Returns where the corner of the key lies, for that of the strip.
  func keyCorner(_ corner: Point) -> Point { Point(x: corner.x + keyLeft, y: corner.y) }

  /// Lays out a key and what is to be known of what is drawn.
  static func key(
    _ items: [FlowKey.Item], note: String?, width: Double, scale: Double
  ) -> Block {
    var block = FlowKey(items: items, scale: scale).block(width: width)
    guard let note else { return block }
    var words = Block(width: width, height: 0)
    words.append(
      lines: TextMetrics.lines(of: note, within: width, size: 7 * scale, limit: 3),
      style: .style(size: 7 * scale, colour: Palette.quietInk))
    block.marks += words.marks(at: Point(x: 0, y: block.height + 2 * scale))
    block.height += words.height + 2 * scale
    return block
  }

  private static func gauge(_ streetScale: StreetScale?, scale: Double) -> Block {
    var block = Block(width: 200 * scale, height: leastHeight * scale)
    guard let streetScale else { return block }
    let arrow = NorthArrow(scale: scale).block()
    let words = streetScale.words
    let bar = ScaleBar(
      pointsPerMetre: streetScale.transform.pointsPerMetre,
      within: (words == nil ? 130 : 105) * scale, scale: scale
    ).block()
    block.marks += arrow.marks
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
