import Geometry

extension CrossTableChart {
  /// What stands above the cells: what rows and columns are of, and the columns' names.
  static func appendHeadings(_ layout: HeatTableLayout, to block: inout Block) {
    let (table, frame, scale) = (layout.table, layout.frame, layout.scale)
    func heading(_ text: String, x: Double, y: Double, room: Double, anchor: TextMark.Anchor)
      -> Mark
    {
      var mark = TextMark.style(size: 9 * scale, isBold: true, anchor: anchor)
      mark.text = TextMetrics.cut(text, within: room, size: mark.size, isBold: true)
      mark.position = Point(x: x, y: y)
      return .text(mark)
    }
    let baseline = frame.minY - 4.5 * scale
    block.marks.append(
      heading(
        table.rowHeading, x: layout.labelWidth - 5 * scale, y: baseline,
        room: layout.labelWidth - 5 * scale, anchor: .end))
    block.marks.append(
      heading(
        table.rowEnd, x: frame.maxX + layout.endWidth, y: baseline, room: layout.endWidth,
        anchor: .end))
    let isStairs = layout.headings == nil
    block.marks.append(
      heading(
        table.columnHeading, x: isStairs ? 0 : frame.minX, y: 9 * scale,
        room: isStairs ? layout.labelWidth : block.width - frame.minX, anchor: .start))
    if let headings = layout.headings {
      for (column, lines) in headings.enumerated() {
        appendName(lines, above: layout.cell(0, column), column, layout, to: &block)
      }
    } else {
      for column in layout.table.columns.indices { appendStair(column, layout, to: &block) }
    }
  }

  /// A name of few lines right above its column.
  private static func appendName(
    _ lines: [String], above cell: Box, _ column: Int, _ layout: HeatTableLayout,
    to block: inout Block
  ) {
    let isQuiet = layout.table.columns[column].isQuiet
    for (index, line) in lines.reversed().enumerated() {
      var mark = TextMark.style(
        size: 8 * layout.scale, anchor: .middle,
        colour: isQuiet ? Palette.quietInk : Palette.ink)
      mark.text = line
      mark.position = Point(
        x: (cell.minX + cell.maxX) / 2,
        y: cell.minY - 4.5 * layout.scale
          - Double(index) * HeatTableLayout.leading(layout.scale))
      block.marks.append(.text(mark))
    }
  }

  /// A name to the left of a line that leads down to its column; those of the columns to the right
  /// stand higher, so that no line crosses a name.
  private static func appendStair(_ column: Int, _ layout: HeatTableLayout, to block: inout Block) {
    let (scale, cell) = (layout.scale, layout.cell(0, column))
    let leading = HeatTableLayout.leading(scale)
    let x = (cell.minX + cell.maxX) / 2
    let baseline = cell.minY - 4.5 * scale - Double(column + 1) * leading
    let isQuiet = layout.table.columns[column].isQuiet
    var mark = TextMark.style(
      size: 8 * scale, anchor: .end, colour: isQuiet ? Palette.quietInk : Palette.ink)
    mark.text = TextMetrics.cut(
      layout.table.columns[column].name, within: x - 4 * scale, size: mark.size)
    mark.position = Point(x: x - 3 * scale, y: baseline)
    let line = Paint(stroke: Palette.hatch, strokeWidth: 0.5 * scale)
    block.marks += [
      .text(mark),
      .line(
        [
          Point(x: x - 2 * scale, y: baseline - 2.8 * scale),
          Point(x: x, y: baseline - 2.8 * scale), Point(x: x, y: cell.minY - 1.5 * scale),
        ], line),
    ]
  }
}
