/// Marks over a ground, as a pattern of SVG.
struct HatchPattern: Hashable {
  let hatch: Hatch
  let ground: Colour

  /// The pattern of areas without data.
  static let absent = HatchPattern(hatch: .absent, ground: Palette.absent)

  private init(hatch: Hatch, ground: Colour) {
    self.hatch = hatch
    self.ground = ground
  }

  /// Takes the pattern of a paint; fails for one without.
  init?(_ paint: Paint) {
    guard let hatch = paint.hatch, let ground = paint.fill else { return nil }
    self.init(hatch: hatch, ground: ground)
  }

  /// Returns the pattern as an element.
  func definition(identifier: String) -> String {
    let size = SVGWriter.number(hatch.spacing)
    return """
      <pattern id="\(identifier)" width="\(size)" height="\(size)" patternUnits="userSpaceOnUse">\
      <rect width="\(size)" height="\(size)" fill="\(ground.text)"/>\(marks)</pattern>
      """
  }

  /// The marks of one tile; lines go on beyond it, so that tiles join without gaps.
  private var marks: String {
    let number = SVGWriter.number
    let size = hatch.spacing
    let (whole, near, far) = (number(size), number(size - 1), number(size + 1))
    func path(_ data: String) -> String {
      "<path d=\"\(data)\" fill=\"none\" stroke=\"\(hatch.ink.text)\" stroke-width=\".7\"/>"
    }
    switch hatch.kind {
    case .rising: return path("M-1 1l2-2M0 \(whole)l\(whole)-\(whole)M\(near) \(far)l2-2")
    case .falling: return path("M-1 \(near)l2 2M0 0l\(whole) \(whole)M\(near)-1l2 2")
    case .dots:
      return [size / 4, size * 3 / 4].map {
        "<circle cx=\"\(number($0))\" cy=\"\(number($0))\" r=\".5\" fill=\"\(hatch.ink.text)\"/>"
      }.joined()
    }
  }

  /// Returns the patterns of a drawing but for ``absent``, each once, in the order of the marks.
  static func patterns(of marks: [Mark]) -> [HatchPattern] {
    var found: [HatchPattern] = []
    func add(_ pattern: HatchPattern?) {
      if let pattern, pattern != .absent, !found.contains(pattern) { found.append(pattern) }
    }
    for mark in marks {
      switch mark {
      case .rectangle(_, let paint), .circle(_, _, let paint), .line(_, let paint),
        .strokes(_, let paint):
        add(HatchPattern(paint))
      case .shapes(let group): add(HatchPattern(group.paint))
      case .titled(_, let marks): for pattern in patterns(of: marks) { add(pattern) }
      case .text: break
      }
    }
    return found
  }
}
