import Geometry

/// How the lines of curves of Lorenz are drawn, in the plot and in its key.
struct LorenzStyle {
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns how the curve of all incidents, 0, and those of kinds of them are painted.
  func paint(of index: Int) -> Paint {
    Paint(
      stroke: index == 0 ? Palette.ink : Self.colours[(index - 1) % Self.colours.count],
      strokeWidth: (index == 0 ? 2.4 : 1.6) * scale)
  }

  /// The line of an even spread.
  var even: Paint { Paint(stroke: Palette.hatch, strokeWidth: 0.8 * scale) }

  /// Returns the line of chance, in dashes along points.
  func dashes(along points: [Point]) -> [Mark] {
    let paint = Paint(stroke: Palette.quietInk, strokeWidth: 1.2 * scale)
    let (dash, gap) = (5 * scale, 3.5 * scale)
    var marks: [Mark] = []
    var (current, isDrawn, left) = ([points[0]], true, dash)
    for next in points.dropFirst() {
      while let from = current.last {
        let (dx, dy) = (next.x - from.x, next.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > left else {
          left -= length
          current.append(next)
          break
        }
        current.append(Point(x: from.x + dx * left / length, y: from.y + dy * left / length))
        if isDrawn { marks.append(.line(current, paint)) }
        current = [current[current.count - 1]]
        isDrawn.toggle()
        left = isDrawn ? dash : gap
      }
    }
    if isDrawn && current.count > 1 { marks.append(.line(current, paint)) }
    return marks
  }

  /// The colours of Okabe & Ito (2008) that show as lines on white; curves are numbered too.
  private static let colours = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0xD55E00].map(Colour.init)
}
