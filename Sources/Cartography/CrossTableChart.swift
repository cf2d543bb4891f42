import Geometry

/// The chart of a cross table: a heat table with its numbers in the cells, so that it is read without
/// colours too, with what stands at the ends of rows and columns.
///
/// Where not all lines have room, those that hold most are shown, and a note says so.
package struct CrossTableChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing
  /// What is shown.
  let table: HeatTable

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - table: What is shown; at least one row and one column.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page; `nil` for A4, lying if there are few rows, or many columns.
  package init(of table: HeatTable, description: ChartDescription, page: Page? = nil) {
    precondition(
      !table.rows.isEmpty && !table.columns.isEmpty, "CrossTableChart: there is nothing to draw")
    self.table = table
    let isWide = table.rows.count <= 16 || (table.columns.count > 8 && table.rows.count <= 26)
    let page = page ?? (isWide ? .a4Landscape : .a4Portrait)
    let scale = page.typeScale
    let legend = HeatLegend(table: table, scale: scale).block(width: 200 * scale)
    let summary = Self.summary(of: table, description)
    var drawing: Drawing?
    var omissions: [String] = []
    // Saying what is left out takes a line or two from the chart, which may cost it another row.
    for _ in 0..<3 {
      var found: [String] = []
      drawing = ChartPage(description, page: page, summary: summary, notes: omissions).drawing(
        layer: "cells", label: "Cells", legend: legend
      ) { width, height in
        let layout = HeatTableLayout(table, width: width, height: height, scale: scale)
        found = layout.omissions(from: table)
        return Self.body(layout, width: width)
      }
      if found == omissions { break }
      omissions = found
    }
    guard let drawing else { preconditionFailure("CrossTableChart: nothing was drawn") }
    self.drawing = drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  /// Returns the heat table of a layout.
  private static func body(_ layout: HeatTableLayout, width: Double) -> Block {
    let table = layout.table
    let colours = HourScale(largest: layout.largestWeight)
    var block = Block(width: width, height: 0)
    appendHeadings(layout, to: &block)
    for (row, line) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated() {
        let cell = table.cells[row][column]
        let isQuiet = line.isQuiet || other.isQuiet
        block.marks.append(
          mark(
            cell, at: layout.cell(row, column),
            fill: isQuiet ? Palette.paper : colours.fill(cell.weight), colours, layout))
      }
      appendRow(line, beside: layout.cell(row, 0), layout, to: &block)
    }
    appendEnds(layout, to: &block)
    block.height = layout.frame.maxY + layout.rowHeight
    return block
  }

  /// Returns what is seen, for those who do not see it: the table row by row, as far as it can be
  /// listened to.
  private static func summary(of table: HeatTable, _ description: ChartDescription) -> String {
    let columns = table.columns.prefix(12)
    let rows = table.rows.prefix(max(1, 60 / columns.count))
    let lines = zip(rows, table.cells).map { row, cells in
      "\(row.name): "
        + zip(columns, cells).map { "\($0.name) \($1.text)" }.joined(separator: ", ")
        + ", \(table.rowEnd) \(row.end)."
    }
    let isPart = rows.count < table.rows.count || columns.count < table.columns.count
    let subject = description.subtitle.isEmpty ? "" : ", \(description.subtitle)"
    return "Heat table of \(table.rowHeading) by \(table.columnHeading)\(subject); "
      + "\(NumberWords.grouped(table.rows.count)) rows, "
      + "\(NumberWords.grouped(table.columns.count)) columns. "
      + (isPart ? "It begins: " : "") + lines.joined(separator: " ")
  }

  // MARK: -

  private static func mark(
    _ cell: HeatTable.Cell, at box: Box, fill: Colour, _ colours: HourScale,
    _ layout: HeatTableLayout
  ) -> Mark {
    var number = TextMark.style(
      size: layout.size, anchor: .middle, colour: colours.ink(on: fill))
    number.text = cell.text
    number.position = middle(of: box, size: layout.size)
    let paint = Paint(
      fill: fill, stroke: fill == Palette.paper ? Palette.rule : Palette.paper,
      strokeWidth: (fill == Palette.paper ? 0.4 : 0.8) * layout.scale)
    return .titled(cell.title, [.rectangle(box, paint), .text(number)])
  }

  /// Returns where a line of text in the middle of a rectangle stands.
  private static func middle(of box: Box, size: Double) -> Point {
    Point(
      x: (box.minX + box.maxX) / 2,
      y: (box.minY + box.maxY) / 2 + TextMark.capitalHeight * size / 2)
  }

  private static func appendRow(
    _ line: HeatTable.Line, beside cell: Box, _ layout: HeatTableLayout, to block: inout Block
  ) {
    var name = TextMark.style(
      size: layout.size, anchor: .end, colour: line.isQuiet ? Palette.quietInk : Palette.ink)
    name.text = TextMetrics.cut(
      line.name, within: layout.labelWidth - 5 * layout.scale, size: layout.size)
    name.position = middle(of: cell, size: layout.size)
    name.position.x = layout.labelWidth - 5 * layout.scale
    var end = TextMark.style(
      size: layout.size, anchor: .end, colour: line.isQuiet ? Palette.quietInk : Palette.ink)
    end.text = line.end
    end.position = Point(x: layout.frame.maxX + layout.endWidth, y: name.position.y)
    block.marks += [.text(name), .text(end)]
  }

  /// The line of totals below the columns.
  private static func appendEnds(_ layout: HeatTableLayout, to block: inout Block) {
    let row = layout.table.rows.count
    let rule = Paint(stroke: Palette.quietInk, strokeWidth: 0.6 * layout.scale)
    let y = layout.frame.maxY + 0.8 * layout.scale
    block.marks.append(
      .line([Point(x: 0, y: y), Point(x: layout.frame.maxX + layout.endWidth, y: y)], rule))
    let baseline = middle(of: layout.cell(row, 0), size: layout.size).y
    func text(_ text: String, x: Double, anchor: TextMark.Anchor, isBold: Bool = false) -> Mark {
      var mark = TextMark.style(size: layout.size, isBold: isBold, anchor: anchor)
      mark.text = text
      mark.position = Point(x: x, y: baseline)
      return .text(mark)
    }
    block.marks.append(
      text(
        layout.table.columnEnd, x: layout.labelWidth - 5 * layout.scale, anchor: .end, isBold: true)
    )
    for (column, line) in layout.table.columns.enumerated() {
      let cell = layout.cell(row, column)
      block.marks.append(text(line.end, x: (cell.minX + cell.maxX) / 2, anchor: .middle))
    }
    block.marks.append(
      text(layout.table.corner, x: layout.frame.maxX + layout.endWidth, anchor: .end))
  }
}
