import Geometry

/// The bars of a ``RepeatChart``, band by band.
struct RepeatRows {
  let bands: [RepeatChart.Band]
  /// What units are, several of them.
  let noun: String
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Light for units and dark for incidents, which differ in grey too.
  private static let paints = [
    Paint(fill: Palette.sequential(classes: 5)[1], stroke: Palette.quietInk, strokeWidth: 0.4),
    Paint(fill: Palette.sequential(classes: 5)[4]),
  ]

  private var heads: [String] { [noun.prefix(1).uppercased() + noun.dropFirst(), "Incidents"] }
  private var sums: [Int] {
    [bands.reduce(0) { $0 + $1.units }, bands.reduce(0) { $0 + $1.incidents }]
  }

  private func amounts(_ band: RepeatChart.Band) -> [Int] { [band.units, band.incidents] }

  private func share(_ amount: Int, _ bar: Int) -> Double {
    sums[bar] > 0 ? Double(amount) / Double(sums[bar]) : 0
  }

  private func text(_ amount: Int, _ bar: Int) -> String {
    "\(NumberWords.grouped(amount)) (\(NumberWords.percent(share(amount, bar))))"
  }

  /// What each band holds, in words.
  var titles: [String] {
    bands.map { band in
      "\(band.name): \(text(band.units, 0)) \(noun), \(text(band.incidents, 1)) incidents"
    }
  }

  /// Returns the key.
  func key(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    for (bar, head) in heads.enumerated() {
      let box = Box(
        minX: 0, minY: block.height, maxX: 22 * scale, maxY: block.height + 10 * scale)
      block.marks.append(.rectangle(box, Self.paints[bar]))
      var label = TextMark.style(size: 8.5 * scale)
      let count = NumberWords.grouped(sums[bar])
      label.text = TextMetrics.cut(
        head, within: width - 32 * scale - TextMetrics.width(of: ": \(count)", size: label.size),
        size: label.size)
      label.text += ": \(count)"
      label.position = Point(x: 28 * scale, y: block.height + 8 * scale)
      block.marks.append(.text(label))
      block.height += 15 * scale
    }
    return block
  }

  /// Returns the chart laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    let heading = 20 * scale
    let rowHeight = min((height - heading) / Double(bands.count), 66 * scale)
    let size = min(9.5 * scale, rowHeight * 0.36)
    let nameSize = min(11 * scale, rowHeight * 0.55)
    var block = Block(width: width, height: heading + rowHeight * Double(bands.count))
    let title = "Incidents of each"
    let names = max(
      TextMetrics.width(of: title, size: 9 * scale, isBold: true),
      bands.map { TextMetrics.width(of: $0.name, size: nameSize, isBold: true) }.max() ?? 0)
    let left = names + 10 * scale
    let labels = bands.flatMap { band in
      amounts(band).enumerated().map { TextMetrics.width(of: text($1, $0), size: size) }
    }
    let room = width - left - (labels.max() ?? 0) - 8 * scale
    let largest =
      bands.flatMap { band in amounts(band).enumerated().map { share($1, $0) } }.max() ?? 0

    var head = TextMark.style(size: 9 * scale, isBold: true, anchor: .end)
    head.text = title
    head.position = Point(x: names, y: 10 * scale)
    block.marks.append(.text(head))
    head.anchor = .start
    head.text = "Part of all units, and of all incidents"
    head.position.x = left
    block.marks.append(.text(head))

    for (row, band) in bands.enumerated() {
      let top = heading + Double(row) * rowHeight
      if row > 0 {
        let rule = Paint(stroke: Palette.rule, strokeWidth: 0.4 * scale)
        block.marks.append(.line([Point(x: 0, y: top), Point(x: width, y: top)], rule))
      }
      var name = TextMark.style(size: nameSize, isBold: true, anchor: .end)
      name.text = band.name
      name.position = Point(
        x: names, y: top + rowHeight / 2 + TextMark.capitalHeight * nameSize / 2)
      block.marks.append(.text(name))
      block.marks.append(
        .titled(
          titles[row],
          bars(
            of: band, left: left, room: room, top: top, height: rowHeight, size: size,
            largest: largest)))
    }
    block.marks.append(
      .line(
        [Point(x: left, y: heading), Point(x: left, y: block.height)],
        Paint(stroke: Palette.quietInk, strokeWidth: 0.7 * scale)))
    return block
  }

  /// The two bars of a band, with what they stand for at their ends.
  private func bars(
    of band: RepeatChart.Band, left: Double, room: Double, top: Double, height: Double,
    size: Double, largest: Double
  ) -> [Mark] {
    var marks: [Mark] = []
    let thickness = height * 0.34
    for (bar, amount) in amounts(band).enumerated() {
      let start = top + height * (bar == 0 ? 0.14 : 0.52)
      let length = largest > 0 ? room * share(amount, bar) / largest : 0
      if amount > 0 {
        // The thinnest that is seen.
        let end = left + max(length, 0.7 * scale)
        marks.append(
          .rectangle(
            Box(minX: left, minY: start, maxX: end, maxY: start + thickness), Self.paints[bar]))
      }
      var label = TextMark.style(size: size)
      label.text = text(amount, bar)
      label.position = Point(
        x: left + length + 5 * scale,
        y: start + thickness / 2 + TextMark.capitalHeight * size / 2)
      marks.append(.text(label))
    }
    return marks
  }
}
