import Geometry
import Statistics

/// The key of a map: a swatch for each class, what it holds and how many areas are in it.
struct Legend {
  /// One line of the key.
  struct Row {
    let label: String
    let paint: Paint
    let count: Int
    /// The part of the whole that the class holds; `nil` if that is not told.
    var share: String?
  }

  /// What the values are, with their unit.
  let heading: String
  /// What is counted in the last column: `areas`.
  let placeNoun: String
  /// The lines, the lowest class first, areas without data last.
  let rows: [Row]
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    let headings = TextMetrics.lines(
      of: heading, within: width - 30 * scale - shareWidth, size: 10 * scale, isBold: true)
    block.append(lines: headings, style: .style(size: 10 * scale, isBold: true))
    var column = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
    column.text = placeNoun
    column.position = Point(x: width - shareWidth, y: block.height - 2.8 * scale)
    block.marks.append(.text(column))
    if shareWidth > 0 {
      column.text = "share"
      column.position.x = width
      block.marks.append(.text(column))
    }
    block.height += 1.5 * scale
    for row in rows { append(row, to: &block) }
    return block
  }

  /// The room that the column of shares takes.
  private var shareWidth: Double {
    let widest = rows.compactMap(\.share).map { TextMetrics.width(of: $0, size: 9 * scale) }.max()
    return widest.map { max($0, 24 * scale) + 8 * scale } ?? 0
  }

  private func append(_ row: Row, to block: inout Block) {
    let height = 14 * scale
    let swatch = Box(
      minX: 0, minY: block.height + 1.5 * scale, maxX: 24 * scale,
      maxY: block.height + height - 1.5 * scale)
    block.marks.append(.rectangle(swatch, row.paint))
    let baseline = block.height + height / 2 + TextMark.capitalHeight * 9 * scale / 2
    var label = TextMark.style(size: 9 * scale)
    let count = NumberWords.grouped(row.count)
    let countWidth = TextMetrics.width(of: count, size: 9 * scale)
    label.text = TextMetrics.cut(
      row.label, within: block.width - shareWidth - countWidth - 38 * scale, size: 9 * scale)
    label.position = Point(x: 31 * scale, y: baseline)
    var number = TextMark.style(size: 9 * scale, anchor: .end, colour: Palette.quietInk)
    number.text = count
    number.position = Point(x: block.width - shareWidth, y: baseline)
    block.marks += [.text(label), .text(number)]
    if let share = row.share {
      number.text = share
      number.position.x = block.width
      block.marks.append(.text(number))
    }
    block.height += height
  }
}

extension TextMark {
  /// Returns text without words or place, to be filled in.
  static func style(
    size: Double, isBold: Bool = false, anchor: Anchor = .start, colour: Colour = Palette.ink
  ) -> TextMark {
    TextMark(
      text: "", position: Point(x: 0, y: 0), size: size, isBold: isBold, anchor: anchor,
      colour: colour)
  }
}
