import Geometry

/// A key in lines: what each mark of a map means, one after the other.
struct FlowKey {
  /// One mark with its meaning.
  struct Item {
    /// A mark.
    enum Sample {
      /// Words alone, in bold.
      case heading
      /// A coloured rectangle.
      case swatch(Paint)
      /// Lines over each other, the widest first.
      case line([Paint])
      /// Circles of some radii, the largest first.
      case circle(radius: Double, Paint)
      /// A number in a disc.
      case badge(String)
    }

    let sample: Sample
    let label: String

    /// Whether a line of the key begins with the item.
    var isHeading: Bool { if case .heading = sample { true } else { false } }
  }

  let items: [Item]
  /// How much larger than on A4 things are drawn.
  let scale: Double

  private var size: Double { 7.5 * scale }
  private var gap: Double { 11 * scale }

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    var lines: [[Item]] = []
    var used = 0.0
    for item in items {
      let needed = self.width(of: item)
      if lines.isEmpty || item.isHeading || used + needed > width {
        lines.append([item])
        used = needed + gap
      } else {
        lines[lines.count - 1].append(item)
        used += needed + gap
      }
    }
    for line in lines {
      let height = line.map(height).max() ?? 0
      let middle = block.height + height / 2
      var x = 0.0
      for item in line {
        block.marks += marks(of: item, left: x, middle: middle, room: width - x)
        x += self.width(of: item) + gap
      }
      block.height += height
    }
    return block
  }

  // MARK: -

  private func sampleWidth(of item: Item) -> Double {
    switch item.sample {
    case .heading: 0
    case .swatch, .line: 17 * scale
    case .circle(let radius, _): 2 * radius + 3 * scale
    case .badge: 14 * scale
    }
  }

  private func width(of item: Item) -> Double {
    sampleWidth(of: item) + TextMetrics.width(of: item.label, size: size, isBold: item.isHeading)
  }

  private func height(of item: Item) -> Double {
    if case .circle(let radius, _) = item.sample { return max(12 * scale, 2 * radius + 2 * scale) }
    return 12 * scale
  }

  private func marks(of item: Item, left: Double, middle: Double, room: Double) -> [Mark] {
    var label = TextMark.style(size: size, isBold: item.isHeading)
    let sampleWidth = sampleWidth(of: item)
    label.text = TextMetrics.cut(
      item.label, within: room - sampleWidth, size: size, isBold: label.isBold)
    label.position = Point(
      x: left + sampleWidth, y: middle + TextMark.capitalHeight * size / 2)
    let sample: [Mark]
    switch item.sample {
    case .heading: sample = []
    case .swatch(let paint):
      sample = [
        .rectangle(
          Box(
            minX: left, minY: middle - 4 * scale, maxX: left + 13 * scale,
            maxY: middle + 4 * scale), paint)
      ]
    case .line(let paints):
      sample = paints.map { paint in
        .line([Point(x: left, y: middle), Point(x: left + 13 * scale, y: middle)], paint)
      }
    case .circle(let radius, let paint):
      sample = [.circle(centre: Point(x: left + radius, y: middle), radius: radius, paint)]
    case .badge(let text):
      sample = NumberBadge(text: text, scale: scale * 0.8)
        .marks(at: Point(x: left + 6 * scale, y: middle))
    }
    return sample + [.text(label)]
  }
}
