import Geometry
import Tables

/// Small heat tables side by side, one for each category or area, on one colour scale.
struct HourPanels {
  let tables: [HourTable]
  let colours: HourScale
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the panels laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    var block = Block(width: width, height: height)
    let columns = tables.count <= 4 ? 2 : 3
    let rows = (tables.count + columns - 1) / columns
    let gap = 14 * scale
    let size = (
      width: (width - gap * Double(columns - 1)) / Double(columns),
      height: min((height - gap * Double(rows - 1)) / Double(rows), 290 * scale)
    )
    for (index, table) in tables.enumerated() {
      let corner = Point(
        x: Double(index % columns) * (size.width + gap),
        y: Double(index / columns) * (size.height + gap))
      block.marks += panel(table, width: size.width, height: size.height).marks(at: corner)
    }
    return block
  }

  // MARK: -

  private func panel(_ table: HourTable, width: Double, height: Double) -> Block {
    var block = Block(width: width, height: 0)
    block.append(
      lines: [TextMetrics.cut(table.name ?? "", within: width, size: 9 * scale, isBold: true)],
      style: .style(size: 9 * scale, isBold: true))
    block.append(
      lines: [TextMetrics.cut(caption(of: table), within: width, size: 7 * scale)],
      style: .style(size: 7 * scale, colour: Palette.quietInk))
    block.height += 12 * scale
    let barRoom = (across: 22 * scale, up: 13 * scale)
    let frame = Box(
      minX: 27 * scale, minY: block.height + barRoom.up, maxX: width - barRoom.across,
      maxY: height)
    let (columnWidth, rowHeight) = (frame.width / 7, frame.height / 24)
    func cell(_ row: Int, _ day: Int) -> Box {
      Box(
        minX: frame.minX + Double(day) * columnWidth, minY: frame.minY + Double(row) * rowHeight,
        maxX: frame.minX + Double(day + 1) * columnWidth,
        maxY: frame.minY + Double(row + 1) * rowHeight)
    }
    let labelStep = 6 * rowHeight >= 8 * scale ? 6 : 12
    for (row, hour) in table.hoursFromDayStart.enumerated() {
      for day in 0..<7 {
        let fill = Paint(
          fill: colours.fill(table.cells[hour][day]), stroke: Palette.paper,
          strokeWidth: 0.3 * scale)
        block.marks.append(
          .titled(
            HourGrid.title(of: table, hour: hour, day: day, colours: colours),
            [.rectangle(cell(row, day), fill)]))
      }
      if row % labelStep == 0 { block.marks.append(label(of: hour, beside: cell(row, 0))) }
    }
    for day in 0..<7 { block.marks.append(label(ofDay: day, above: cell(0, day))) }
    block.marks += bars(of: table, cell: cell, barRoom)
    if let peak = table.peak, let row = table.hoursFromDayStart.firstIndex(of: peak.hour) {
      block.marks.append(
        .rectangle(cell(row, peak.day), Paint(stroke: Palette.ink, strokeWidth: 1.5 * scale)))
    }
    block.height = height
    return block
  }

  /// Returns bars for the totals of days and hours, each in proportion to the largest of the panel.
  private func bars(
    of table: HourTable, cell: (Int, Int) -> Box, _ room: (across: Double, up: Double)
  ) -> [Mark] {
    let paint = Paint(fill: Palette.hatch)
    let (mostOfHour, mostOfDay) = (table.hourTotals.max() ?? 0, table.dayTotals.max() ?? 0)
    guard mostOfHour > 0 else { return [] }
    let hours = table.hoursFromDayStart.enumerated().map { row, hour in
      let beside = cell(row, 6)
      let start = beside.maxX + 2 * scale
      let length = (room.across - 2 * scale) * table.hourTotals[hour] / mostOfHour
      return Mark.rectangle(
        Box(
          minX: start, minY: beside.minY + 0.4 * scale, maxX: start + length,
          maxY: beside.maxY - 0.4 * scale), paint)
    }
    let days = (0..<7).map { day in
      let above = cell(0, day)
      let base = above.minY - 9 * scale
      let length = room.up * table.dayTotals[day] / mostOfDay
      return Mark.rectangle(
        Box(
          minX: above.minX + 3 * scale, minY: base - length, maxX: above.maxX - 3 * scale,
          maxY: base), paint)
    }
    return hours + days
  }

  private func caption(of table: HourTable) -> String {
    let total = "\(NumberWords.decimal(table.total, places: 0)) incidents"
    guard let peak = table.peak else { return total }
    return "\(total), most \(HourChartWords.time(hour: peak.hour, day: peak.day, in: table)) "
      + "(\(colours.text(table.cells[peak.hour][peak.day])))"
  }

  private func label(of hour: Int, beside cell: Box) -> Mark {
    var label = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
    label.text = HourTable.hourNames[hour]
    label.position = Point(
      x: cell.minX - 3 * scale, y: max(cell.maxY, cell.minY + 6 * scale))
    return .text(label)
  }

  private func label(ofDay day: Int, above cell: Box) -> Mark {
    var label = TextMark.style(size: 7 * scale, anchor: .middle, colour: Palette.quietInk)
    let name = HourTable.dayNames[day]
    label.text = cell.width < 16 * scale ? String(name.prefix(1)) : name
    label.position = Point(x: (cell.minX + cell.maxX) / 2, y: cell.minY - 2.5 * scale)
    return .text(label)
  }
}
