import Geometry

/// Names written into areas, dropped where they would overlap.
struct NameLabels {
  /// An area to be named.
  struct Candidate {
    let name: String
    /// The inner point of the area on the page.
    let anchor: Point
    /// The rings of the area as drawn.
    let rings: [GridLine]
  }

  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// The distance between the baselines of a name's lines, as a part of the size.
  private static let leading = 1.12

  /// Returns the labels that fit, each as the lines of one name.
  ///
  /// A name is set as large as it fits inside its area, on one to three lines, around the inner
  /// point or a little above or below. One that fits nowhere inside is set small over its inner
  /// point and may reach over the border. What would touch an earlier label is dropped.
  ///
  /// - Parameters:
  ///   - candidates: The areas, the most important first.
  ///   - frame: Where labels may be.
  ///   - taken: What they stay clear of.
  /// - Returns: The lines of each label placed, in the order of the areas.
  /// - Complexity: O(*n*² + *n* *m*) for *n* areas of *m* vertices.
  func placed(
    _ candidates: [Candidate], in frame: Box, avoiding taken: [Box] = []
  ) -> [[TextMark]] {
    var room = LabelRoom(frame: frame, taken: taken)
    var labels: [[TextMark]] = []
    for candidate in candidates {
      guard let label = place(candidate, in: room) else { continue }
      for line in label { room.take(line.box.padded(by: scale)) }
      labels.append(label)
    }
    return labels
  }

  private func place(_ candidate: Candidate, in room: LabelRoom) -> [TextMark]? {
    func isFree(_ label: [TextMark]) -> Bool { label.allSatisfy { room.isFree($0.box) } }
    for size in [9.0, 8, 7] {
      let settings = settings(of: candidate.name, size: size * scale)
      for shift in [0.0, -0.6, 0.6] {
        for lines in settings {
          let label = label(lines, at: candidate.anchor, shift: shift, size: size * scale)
          guard isFree(label) else { continue }
          if candidate.holds(label) { return label }
        }
      }
    }
    for shift in [0.0, -0.7, 0.7, -1.4, 1.4] {
      for lines in settings(of: candidate.name, size: 7 * scale).reversed() {
        let label = label(lines, at: candidate.anchor, shift: shift, size: 7 * scale)
        if isFree(label) { return label }
      }
    }
    return nil
  }

  /// Returns a name on one, two and three lines, as even as its words allow.
  private func settings(of name: String, size: Double) -> [[String]] {
    let widest = 110 * scale
    let whole = TextMetrics.width(of: name, size: size)
    var settings: [[String]] = []
    for count in 1...3 {
      var width = whole / Double(count)
      var lines: [String]
      repeat {
        lines = TextMetrics.lines(of: name, within: min(width, widest), size: size)
        width *= 1.05
      } while (lines.count > count || lines.contains { $0.hasSuffix("…") }) && width < widest
      if !lines.isEmpty && lines.count <= 3 && settings.last != lines { settings.append(lines) }
    }
    return settings
  }

  /// Returns the lines of a label centred on a point.
  private func label(_ lines: [String], at anchor: Point, shift: Double, size: Double)
    -> [TextMark]
  {
    let leading = NameLabels.leading * size
    let height = leading * Double(lines.count - 1) + TextMark.capitalHeight * size
    let firstBaseline =
      anchor.y - height / 2 + TextMark.capitalHeight * size + shift * leading
    return lines.enumerated().map { index, line in
      var mark = TextMark.style(size: size, anchor: .middle)
      mark.text = line
      mark.position = Point(x: anchor.x, y: firstBaseline + leading * Double(index))
      mark.halo = 2.5 * scale
      return mark
    }
  }
}

extension NameLabels.Candidate {
  /// Returns whether text lies wholly inside the area.
  func holds(_ label: [TextMark]) -> Bool {
    label.allSatisfy { line in
      let box = line.box
      return contains(box.centre) && !rings.contains { $0.crosses(box) }
    }
  }

  private func contains(_ point: Point) -> Bool {
    var isInside = false
    for ring in rings {
      ring.forEachEdge { a, b in
        if (a.y > point.y) != (b.y > point.y),
          point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        {
          isInside.toggle()
        }
      }
    }
    return isInside
  }
}
