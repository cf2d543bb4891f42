import Geometry

/// The table below curves of Lorenz: which line is whose, and its figures.
struct LorenzKey {
  let curves: [LorenzCurve]
  /// The part that the busiest units hold by chance; `nil` if no line shows it.
  let chanceShare: Double?
  let units: LorenzUnits
  /// How much larger than on A4 things are drawn.
  let scale: Double

  private var style: LorenzStyle { LorenzStyle(scale: scale) }
  private var indent: Double { 30 * scale }

  /// Returns the table laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    let places = [0.52, 0.66, 0.8, 1].map { $0 * width }
    let holds = units.top == 1 ? "holds" : "hold"
    let headings = [
      ["Incidents"],
      ["Busiest \(units.top == 1 ? "" : NumberWords.grouped(units.top))", holds],
      ["Fewest that", "hold half"], ["Gini, generalised", "(95% interval)"],
    ]
    for (lines, place) in zip(headings, places) {
      for (index, line) in lines.enumerated() {
        let y = Double(2 - lines.count + index) * 9 * scale + 7 * scale
        append(line, to: &block, x: place, y: y, size: 7.5, isQuiet: true)
      }
    }
    block.height = 21 * scale
    for (index, curve) in curves.enumerated() {
      let badge = NumberBadge(text: "\(index + 1)", scale: scale * 0.85)
      row(
        curve.name, isBold: true,
        sample: [.line(ends, style.paint(of: index))]
          + (curves.count > 1 ? badge.marks(at: Point(x: 12 * scale, y: 0)) : []),
        cells: [
          curve.amount, curve.topShare.map(NumberWords.percent),
          curve.half.map(NumberWords.grouped), coefficient(of: curve),
        ], places, to: &block)
    }
    if let chanceShare {
      row(
        "What chance alone would give\(curves.count > 1 ? " all" : "")",
        sample: style.dashes(along: ends),
        cells: [nil, NumberWords.percent(chanceShare), nil, nil], places, to: &block)
    }
    row("An even spread", sample: [.line(ends, style.even)], cells: [], places, to: &block)
    return block
  }

  private var ends: [Point] { [Point(x: 0, y: 0), Point(x: 24 * scale, y: 0)] }

  private func coefficient(of curve: LorenzCurve) -> String? {
    guard let gini = curve.gini else { return nil }
    let text = NumberWords.decimal(gini, places: 2)
    guard let (low, high) = curve.interval else { return text }
    return text
      + " (\(NumberWords.decimal(low, places: 2)) to \(NumberWords.decimal(high, places: 2)))"
  }

  private func row(
    _ name: String, isBold: Bool = false, sample: [Mark], cells: [String?], _ places: [Double],
    to block: inout Block
  ) {
    let baseline = block.height + 9 * scale
    block.marks += sample.map { $0.moved(byX: 0, y: baseline - 3 * scale) }
    let room = 0.52 * block.width - indent - 46 * scale
    append(
      TextMetrics.cut(name, within: room, size: 8.5 * scale, isBold: isBold), to: &block, x: indent,
      y: baseline, size: 8.5, isBold: isBold, anchor: .start)
    for (cell, place) in zip(cells, places) {
      if let cell { append(cell, to: &block, x: place, y: baseline, size: 8.5) }
    }
    block.height += 14.5 * scale
  }

  private func append(
    _ text: String, to block: inout Block, x: Double, y: Double, size: Double, isBold: Bool = false,
    isQuiet: Bool = false, anchor: TextMark.Anchor = .end
  ) {
    var mark = TextMark.style(
      size: size * scale, isBold: isBold, anchor: anchor,
      colour: isQuiet ? Palette.quietInk : Palette.ink)
    mark.text = text
    mark.position = Point(x: x, y: y)
    block.marks.append(.text(mark))
  }
}
