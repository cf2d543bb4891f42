import Geometry

/// The table beside the map: the areas with the highest values.
struct BusiestTable {
  /// One line of the table.
  struct Row {
    /// The number that marks the place on the map, or without marks the rank: `6=` where it is
    /// shared.
    let number: String
    let name: String
    /// The code, shown where there is room and a name.
    let code: String?
    /// Longer names, the longest first, which stand in its place where there is room.
    var longNames: [String] = []
    let value: String
    /// The share of the whole, or whether there is evidence; `nil` for rates.
    let share: String?
  }

  /// The heading: `Busiest areas`.
  let heading: String
  /// What the values are: `incidents`.
  let valueLabel: String
  /// The lines, the highest first.
  let rows: [Row]
  /// A sentence about all of them.
  let summary: String
  /// Whether numbers are drawn as on the map.
  let hasBadges: Bool
  /// What stands above shares.
  var shareLabel = "share"
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the table laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    block.append(lines: [heading], style: .style(size: 10 * scale, isBold: true))
    block.height += 1 * scale
    let size = 8.5 * scale
    if !rows.isEmpty {
      appendColumnHeadings(to: &block, size: size)
      let nameSize = longNameSize(within: width, size: size)
      let rows = rows.map { named($0, within: width, size: size, nameSize: nameSize) }
      let codeStart = codeStart(of: rows, within: width, size: size)
      for row in rows {
        append(row, to: &block, size: size, nameSize: nameSize ?? size, codeStart: codeStart)
      }
      block.height += 3 * scale
    }
    block.append(
      lines: TextMetrics.lines(of: summary, within: width, size: 8 * scale),
      style: .style(size: 8 * scale, colour: Palette.quietInk))
    return block
  }

  /// The room that the column of shares takes.
  private func shareWidth(size: Double) -> Double {
    guard rows.contains(where: { $0.share != nil }) else { return 0 }
    return max(
      TextMetrics.width(of: "100.0%", size: size),
      TextMetrics.width(of: shareLabel, size: 7 * scale)) + 4 * scale
  }

  /// The size of type in which all rows have longer names than their own, as large as it can be, else the
  /// smallest; `nil` if no row has longer names.
  private func longNameSize(within width: Double, size: Double) -> Double? {
    let long = rows.filter { row in row.longNames.contains { $0 != row.name } }
    guard !long.isEmpty else { return nil }
    let sizes = [size, 8 * scale, 7.5 * scale, 7 * scale]
    return sizes.first { nameSize in
      long.allSatisfy { row in
        let room = nameRoom(of: row, within: width, size: size)
        return row.longNames.contains {
          $0 != row.name && TextMetrics.width(of: $0, size: nameSize) <= room
        }
      }
    } ?? 7 * scale
  }

  /// Returns a row with the longest of its names for which there is room.
  private func named(
    _ row: Row, within width: Double, size: Double, nameSize: Double?
  ) -> Row {
    guard let nameSize else { return row }
    let room = nameRoom(of: row, within: width, size: size)
    let longest = row.longNames.first { TextMetrics.width(of: $0, size: nameSize) <= room }
    // A code would take the room that the words need.
    return Row(
      number: row.number, name: longest ?? row.name, code: nil, value: row.value,
      share: row.share)
  }

  /// The room for the name of a row.
  private func nameRoom(of row: Row, within width: Double, size: Double) -> Double {
    width - 18 * scale - shareWidth(size: size) - TextMetrics.width(of: row.value, size: size)
      - 5 * scale
  }

  /// Where the column of codes begins; `nil` if a row has no room for it.
  private func codeStart(of rows: [Row], within width: Double, size: Double) -> Double? {
    func widest(_ texts: [String], _ size: Double) -> Double {
      texts.map { TextMetrics.width(of: $0, size: size) }.max() ?? 0
    }
    let start = 18 * scale + widest(rows.map(\.name), size) + 8 * scale
    let end = start + widest(rows.map { $0.code ?? "" }, 7 * scale)
    let values = width - shareWidth(size: size) - widest(rows.map(\.value), size)
    return end + 5 * scale <= values ? start : nil
  }

  private func appendColumnHeadings(to block: inout Block, size: Double) {
    var mark = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
    let baseline = block.height + 7 * scale
    let shareWidth = shareWidth(size: size)
    // Units that would run into the left half are told by the legend.
    mark.text = TextMetrics.cut(valueLabel, within: block.width * 0.6, size: mark.size)
    mark.position = Point(x: block.width - shareWidth, y: baseline)
    block.marks.append(.text(mark))
    if shareWidth > 0 {
      mark.text = shareLabel
      mark.position.x = block.width
      block.marks.append(.text(mark))
    }
    block.height += 10 * scale
  }

  private func append(
    _ row: Row, to block: inout Block, size: Double, nameSize: Double, codeStart: Double?
  ) {
    let height = 14 * scale
    let middle = block.height + height / 2
    let baseline = middle + TextMark.capitalHeight * size / 2
    let rule = Paint(stroke: Palette.rule, strokeWidth: 0.4 * scale)
    block.marks.append(
      .line([Point(x: 0, y: block.height), Point(x: block.width, y: block.height)], rule))
    block.marks += NumberBadge(text: row.number, scale: scale * 0.9, hasDisc: hasBadges)
      .marks(at: Point(x: 7 * scale, y: middle))

    var mark = TextMark.style(size: size)
    let shareWidth = shareWidth(size: size)
    let room = nameRoom(of: row, within: block.width, size: size)
    mark.size = nameSize
    if TextMetrics.width(of: row.name, size: nameSize) > room { mark.size = 7 * scale }
    mark.text = TextMetrics.cut(row.name, within: room, size: mark.size)
    mark.position = Point(x: 18 * scale, y: baseline)
    block.marks.append(.text(mark))
    if let start = codeStart, let code = row.code {
      var quiet = TextMark.style(size: 7 * scale, colour: Palette.quietInk)
      quiet.text = code
      quiet.position = Point(x: start, y: baseline)
      block.marks.append(.text(quiet))
    }
    mark.size = size
    mark.anchor = .end
    mark.text = row.value
    mark.position.x = block.width - shareWidth
    block.marks.append(.text(mark))
    if let share = row.share {
      mark.text = share
      mark.position.x = block.width
      block.marks.append(.text(mark))
    }
    block.height += height
  }
}
