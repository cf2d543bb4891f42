import Geometry

/// Marks laid out around their own top left corner, with the room they take.
struct Block {
  /// The marks; all lie between (0, 0) and the size.
  var marks: [Mark] = []
  /// The width in points.
  var width: Double
  /// The height in points.
  var height: Double

  /// Returns the marks with the block's corner at a place of the page.
  func marks(at corner: Point) -> [Mark] {
    marks.map { $0.moved(byX: corner.x, y: corner.y) }
  }

  /// Appends lines of text below one another and makes room for them.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - style: Everything but text and position; the anchor says which edge they keep to.
  ///   - leading: The distance from one baseline to the next, as a part of the size.
  mutating func append(lines: [String], style: TextMark, leading: Double = 1.28) {
    let x =
      switch style.anchor {
      case .start: 0.0
      case .middle: width / 2
      case .end: width
      }
    for line in lines {
      var mark = style
      mark.text = line
      mark.position = Point(x: x, y: height + style.size * leading * 0.78)
      marks.append(.text(mark))
      height += style.size * leading
    }
  }
}

extension Mark {
  /// Returns the mark moved on the page; shapes and strokes, which never move, stay.
  func moved(byX dx: Double, y dy: Double) -> Mark {
    func moved(_ point: Point) -> Point { Point(x: point.x + dx, y: point.y + dy) }
    switch self {
    case .text(var text):
      text.position = moved(text.position)
      return .text(text)
    case .rectangle(let box, let paint):
      let (low, high) = (
        moved(Point(x: box.minX, y: box.minY)), moved(Point(x: box.maxX, y: box.maxY))
      )
      return .rectangle(Box(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y), paint)
    case .circle(let centre, let radius, let paint):
      return .circle(centre: moved(centre), radius: radius, paint)
    case .line(let points, let paint): return .line(points.map(moved), paint)
    case .titled(let title, let marks):
      return .titled(title, marks.map { $0.moved(byX: dx, y: dy) })
    case .strokes, .shapes: return self
    }
  }
}
