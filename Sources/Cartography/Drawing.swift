package import Geometry

/// A page as named layers of marks, before it is written in any format.
///
/// Positions are in points from the top left corner, y downwards. Layers are drawn in order.
package struct Drawing: Sendable {
  /// The sheet.
  package var page: Page
  /// What stands before every identifier, so that several drawings can share one web page.
  package var identifierPrefix: String
  /// The title that browsers and screen readers give.
  package var title: String
  /// A sentence or two that say what is seen.
  package var summary: String
  /// The layers, the lowest first.
  package var layers: [Layer] = []
  /// How it is arranged on a narrow web page; `nil` for one that is only made smaller.
  package var folded: FoldedLayout?
}

/// Marks that an editor of drawings shows and hides together.
package struct Layer: Sendable {
  /// The identifier: lower case letters and hyphens.
  package var name: String
  /// The name for people.
  package var label: String
  /// The marks, the lowest first.
  package var marks: [Mark]
  /// Whether pointing at the layer points at what lies below, so that labels do not hide titles.
  package var ignoresPointer = false
}

/// One thing drawn.
package enum Mark: Sendable {
  /// A line of text.
  case text(TextMark)
  /// A rectangle.
  case rectangle(Box, Paint)
  /// A circle.
  case circle(centre: Point, radius: Double, Paint)
  /// A line through points; filled ones are closed.
  case line([Point], Paint)
  /// Lines of many vertices, drawn as one.
  case strokes([GridLine], Paint)
  /// Areas of one class.
  case shapes(ShapeGroup)
  /// Marks that a browser explains when they are pointed at.
  case titled(String, [Mark])
}

/// Areas painted alike.
package struct ShapeGroup: Sendable {
  /// The class's identifier, for style sheets: `class-3`.
  package var className: String
  /// The class's name for people.
  package var label: String
  /// How they are painted.
  package var paint: Paint
  /// The areas.
  package var shapes: [Shape]
}

/// One area as it is drawn.
package struct Shape: Sendable {
  /// The identifier: `area-` and the area's code.
  package var name: String
  /// What a browser shows when the area is pointed at.
  package var title: String
  /// The rings, each closed by drawing; filled by the even-odd rule.
  package var rings: [GridLine]
}

/// How a mark is painted.
package struct Paint: Hashable, Sendable {
  /// The colour inside; none is transparent.
  package var fill: Colour?
  /// The marks over the colour inside.
  package var hatch: Hatch?
  /// The colour of the line; none draws no line.
  package var stroke: Colour?
  /// The width of the line in points.
  package var strokeWidth = 0.0
  /// The length of its dashes and of what lies between them, in points; 0 for a line without.
  package var dash = 0.0
}

/// A line of text.
package struct TextMark: Hashable, Sendable {
  /// Where the anchor of a line of text lies.
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// The text.
  package var text: String
  /// The anchor on the baseline.
  package var position: Point
  /// The size of the type in points.
  package var size: Double
  /// Whether the type is bold.
  package var isBold = false
  /// The part of the text that lies at the position.
  package var anchor = Anchor.start
  /// The colour.
  package var colour = Palette.ink
  /// The width of the white rim that parts the text from what lies below; 0 for none.
  package var halo = 0.0
  /// How far the text is turned clockwise about its position, in degrees.
  package var turn = 0.0

  /// The rectangle that the text covers at most, from the tops of capitals to the descenders; of
  /// turned text the upright one around it.
  package var box: Box { turn == 0 ? levelBox : outline.box }

  /// The rectangle that the text covers at most, turned as it is.
  var outline: TurnedBox { TurnedBox(levelBox, turn: turn, about: position) }

  /// The rectangle that the text would cover if it were not turned.
  private var levelBox: Box {
    let width = TextMetrics.width(of: text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: position.x
      case .middle: position.x - width / 2
      case .end: position.x - width
      }
    return Box(
      minX: left, minY: position.y - TextMark.ascent * size, maxX: left + width,
      maxY: position.y + TextMark.descent * size)
  }

  /// How far capitals and accents rise above the baseline, as a part of the size.
  static let ascent = 0.76
  /// How far letters reach below the baseline, as a part of the size.
  static let descent = 0.22
  /// How far capitals rise above the baseline, as a part of the size.
  static let capitalHeight = 0.72
}
