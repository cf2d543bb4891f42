import Geometry

/// Curves of Lorenz in their square, numbered if there are several.
struct LorenzPlot {
  let curves: [LorenzCurve]
  /// The mean curve of chance at each hundredth of the units; empty for none.
  let chance: [Double]
  let units: LorenzUnits
  /// How much larger than on A4 things are drawn.
  let scale: Double

  private var style: LorenzStyle { LorenzStyle(scale: scale) }
  private var labelWidth: Double { 34 * scale }
  private var headingHeight: Double { 18 * scale }
  private var footHeight: Double { 34 * scale }

  /// Returns the plot laid out in a width and a height, and no larger than it needs to be.
  func block(width: Double, height: Double) -> Block {
    let side = max(
      1, min(width - labelWidth - 12 * scale, height - headingHeight - footHeight))
    var block = Block(
      width: side + labelWidth + 12 * scale, height: side + headingHeight + footHeight)
    let frame = Box(
      minX: labelWidth, minY: headingHeight, maxX: labelWidth + side, maxY: headingHeight + side)
    block.marks += axes(frame)
    block.marks.append(
      .titled(
        "An even spread: any part of the \(units.noun) holds the same part of the incidents",
        [
          .line(
            [Point(x: frame.minX, y: frame.maxY), Point(x: frame.maxX, y: frame.minY)],
            style.even)
        ]))
    let chancePoints = chance.enumerated().map { place, share in
      point(Double(place) / Double(max(1, chance.count - 1)), share, in: frame)
    }
    if chancePoints.count > 1 {
      block.marks.append(
        .titled("What chance alone would give", style.dashes(along: chancePoints)))
    }
    // All incidents are drawn last, above their parts.
    for index in curves.indices.reversed() where !curves[index].points.isEmpty {
      block.marks.append(
        .titled(
          "\(curves[index].name): \(units.caption(of: curves[index]))",
          [.line(line(of: curves[index], in: frame), style.paint(of: index))]))
    }
    var room = LabelRoom(frame: frame)
    block.marks += topMark(in: frame, room: &room)
    if curves.count > 1 {
      for index in curves.indices where !curves[index].points.isEmpty {
        block.marks += badge(of: index, in: frame, room: &room)
      }
    }
    return block
  }

  // MARK: - Axes

  private func axes(_ frame: Box) -> [Mark] {
    let rule = Paint(stroke: Palette.rule, strokeWidth: 0.4 * scale)
    var marks: [Mark] = []
    func label(_ text: String, x: Double, y: Double, _ anchor: TextMark.Anchor) {
      var mark = TextMark.style(size: 8 * scale, anchor: anchor, colour: Palette.quietInk)
      mark.text = text
      mark.position = Point(x: x, y: y)
      marks.append(.text(mark))
    }
    for quarter in 0...4 {
      let part = Double(quarter) / 4
      let place = point(part, part, in: frame)
      marks.append(
        .line([Point(x: place.x, y: frame.minY), Point(x: place.x, y: frame.maxY)], rule))
      marks.append(
        .line([Point(x: frame.minX, y: place.y), Point(x: frame.maxX, y: place.y)], rule))
      label("\(quarter * 25)%", x: place.x, y: frame.maxY + 11 * scale, .middle)
      label("\(quarter * 25)%", x: frame.minX - 4 * scale, y: place.y + 3 * scale, .end)
    }
    var title = TextMark.style(size: 9 * scale, isBold: true)
    title.text = "Share of the incidents that they hold together"
    title.position = Point(x: 0, y: 9 * scale)
    marks.append(.text(title))
    title.text = TextMetrics.cut(
      "Share of the \(NumberWords.grouped(units.count)) \(units.noun), the busiest first",
      within: frame.width, size: 9 * scale, isBold: true)
    title.position = Point(x: frame.maxX, y: frame.maxY + 25 * scale)
    title.anchor = .end
    marks.append(.text(title))
    return marks
  }

  // MARK: - Curves

  private func point(_ units: Double, _ share: Double, in frame: Box) -> Point {
    Point(x: frame.minX + units * frame.width, y: frame.maxY - share * frame.height)
  }

  /// Returns the line of a curve, without vertices that nobody can tell apart.
  private func line(of curve: LorenzCurve, in frame: Box) -> [Point] {
    var line: [Point] = []
    for (units, share) in curve.points {
      let next = point(units, share, in: frame)
      if let last = line.last, units < 1, abs(next.x - last.x) + abs(next.y - last.y) < 0.3 * scale
      {
        continue
      }
      line.append(next)
    }
    return line
  }

  // MARK: - Labels

  /// Returns the mark of what the busiest units hold of all incidents, with its label.
  private func topMark(in frame: Box, room: inout LabelRoom) -> [Mark] {
    guard let all = curves.first, let share = all.topShare, units.count > 0 else { return [] }
    let place = point(Double(units.top) / Double(units.count), share, in: frame)
    let disc = Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 1.6 * scale)
    let mark = Mark.circle(centre: place, radius: 3.6 * scale, disc)
    room.take(Box(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y).padded(by: 5 * scale))
    let size = 9.5 * scale
    let lines = [
      "The busiest \(units.top == 1 ? "" : NumberWords.grouped(units.top))",
      "\(units.top == 1 ? "holds" : "hold") \(NumberWords.percent(share))",
    ]
    let width = lines.map { TextMetrics.width(of: $0, size: size, isBold: true) }.max() ?? 0
    // Beside the mark where no line runs; if there is no such place, where the rim shields the words.
    let places = [8 * scale, 20 * scale, 34 * scale, 50 * scale, -8 * scale - width].flatMap { dx in
      [5.0, 16, -5, -16, 28].map { dy in (dx: dx, dy: dy * scale) }
    }
    let boxes = places.map { dx, dy in
      Box(
        minX: place.x + dx, minY: place.y + dy - size, maxX: place.x + dx + width,
        maxY: place.y + dy + size * 1.4)
    }.filter(frame.contains)
    guard let box = boxes.first(where: { isClear($0, in: frame) }) ?? boxes.first else {
      return [mark]
    }
    room.take(box)
    return [mark]
      + lines.enumerated().map { index, text in
        var label = TextMark.style(size: size, isBold: true)
        label.text = text
        label.position = Point(x: box.minX, y: box.minY + size * (0.85 + 1.2 * Double(index)))
        label.halo = 2.5 * scale
        return .text(label)
      }
  }

  /// Returns whether no line runs through a rectangle.
  private func isClear(_ box: Box, in frame: Box) -> Bool {
    let even: [(units: Double, share: Double)] = [(0, 0), (1, 1)]
    let byChance = chance.enumerated().map { place, share in
      (units: Double(place) / Double(max(1, chance.count - 1)), share: share)
    }
    for points in curves.map(\.points) + [even, byChance] {
      for (from, to) in zip(points, points.dropFirst()) {
        let piece = Segment(
          from: point(from.units, from.share, in: frame), to: point(to.units, to.share, in: frame))
        if piece.meets(box) { return false }
      }
    }
    return true
  }

  /// Returns the number of a curve, where it stands farthest from the other curves and numbers.
  private func badge(of index: Int, in frame: Box, room: inout LabelRoom) -> [Mark] {
    let badge = NumberBadge(text: "\(index + 1)", scale: scale)
    let own = line(of: curves[index], in: frame)
    let others = curves.indices.filter { $0 != index }.flatMap { other in
      let points = line(of: curves[other], in: frame)
      return zip(points, points.dropFirst()).map { Segment(from: $0, to: $1) }
    }
    var best: (distance: Double, place: Point)?
    for (from, to) in zip(own, own.dropFirst()) {
      let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
        .squareRoot()
      let steps = max(1, Int(length / (6 * scale)))
      for step in 0..<steps {
        let part = Double(step) / Double(steps)
        let place = Point(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part)
        let box = Box(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
          .padded(by: badge.radius + 1 * scale)
        guard room.isFree(box) else { continue }
        let distance = others.map { $0.distance(to: place) }.min() ?? .infinity
        if distance > best?.distance ?? -1 { best = (distance, place) }
      }
    }
    guard let place = best?.place else { return [] }
    room.take(
      Box(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y).padded(by: badge.radius))
    return badge.marks(at: place)
  }
}
