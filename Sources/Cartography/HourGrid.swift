import Geometry
import Tables

/// The heat table of one table of hours: 24 rows by 7 columns with their numbers, and bars for the
/// totals of the days above and of the hours to the right.
struct HourGrid {
  let table: HourTable
  let colours: HourScale
  /// How much larger than on A4 things are drawn.
  let scale: Double

  private var labelWidth: Double { 38 * scale }
  private var barWidth: Double { 92 * scale }
  private var barHeight: Double { 50 * scale }
  private var headingHeight: Double { 15 * scale }

  /// Returns the heat table laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    var block = Block(width: width, height: height)
    let frame = Box(
      minX: labelWidth, minY: barHeight + headingHeight, maxX: width - barWidth, maxY: height)
    let (columnWidth, rowHeight) = (frame.width / 7, frame.height / 24)
    func cell(_ row: Int, _ day: Int) -> Box {
      Box(
        minX: frame.minX + Double(day) * columnWidth, minY: frame.minY + Double(row) * rowHeight,
        maxX: frame.minX + Double(day + 1) * columnWidth,
        maxY: frame.minY + Double(row + 1) * rowHeight)
    }
    let size = min(9 * scale, rowHeight * 0.62)
    for (row, hour) in table.hoursFromDayStart.enumerated() {
      for day in 0..<7 {
        block.marks.append(mark(cell(row, day), hour: hour, day: day, size: size))
      }
      appendHour(hour, beside: cell(row, 6), labelledAt: frame.minX, size: size, to: &block)
    }
    for day in 0..<7 { appendDay(day, above: cell(0, day), size: size, to: &block) }
    appendTotal(at: Point(x: frame.maxX, y: frame.minY), size: size, to: &block)
    if table.dayStart > 0 { block.marks.append(midnight(cell(24 - table.dayStart, 0), frame)) }
    if let peak = table.peak, let row = table.hoursFromDayStart.firstIndex(of: peak.hour) {
      block.marks += HourGrid.outline(cell(row, peak.day), scale: scale)
    }
    return block
  }

  /// Returns the marks that outline the busiest hour: dark, with a light line inside, so that it is
  /// seen on any colour.
  static func outline(_ cell: Box, scale: Double) -> [Mark] {
    [
      .rectangle(
        cell.padded(by: -1.4 * scale), Paint(stroke: Palette.paper, strokeWidth: 1 * scale)),
      .rectangle(cell, Paint(stroke: Palette.ink, strokeWidth: 2 * scale)),
    ]
  }

  /// Returns what a browser says of a cell.
  static func title(of table: HourTable, hour: Int, day: Int, colours: HourScale) -> String {
    let count = table.cells[hour][day]
    let share = table.total > 0 ? " (\(NumberWords.percent(count / table.total)))" : ""
    let end = HourTable.hourNames[(hour + 1) % 24]
    let column = hour < table.dayStart ? ", counted to \(HourTable.dayNames[day])" : ""
    return "\(HourChartWords.time(hour: hour, day: day, in: table)) to \(end)\(column): an "
      + "estimated \(NumberWords.decimal(count, places: max(1, colours.places))) incidents\(share)"
  }

  // MARK: -

  private func mark(_ cell: Box, hour: Int, day: Int, size: Double) -> Mark {
    let count = table.cells[hour][day]
    let fill = colours.fill(count)
    var number = TextMark.style(size: size, anchor: .middle, colour: colours.ink(on: fill))
    number.text = colours.text(count)
    number.position = Point(
      x: (cell.minX + cell.maxX) / 2,
      y: (cell.minY + cell.maxY) / 2 + TextMark.capitalHeight * size / 2)
    return .titled(
      HourGrid.title(of: table, hour: hour, day: day, colours: colours),
      [
        .rectangle(
          cell, Paint(fill: fill, stroke: Palette.paper, strokeWidth: 0.8 * scale)),
        .text(number),
      ])
  }

  /// The label to the left of a row and the bar to its right.
  private func appendHour(
    _ hour: Int, beside cell: Box, labelledAt x: Double, size: Double, to block: inout Block
  ) {
    let baseline = (cell.minY + cell.maxY) / 2 + TextMark.capitalHeight * size / 2
    var label = TextMark.style(size: size, anchor: .end, colour: Palette.quietInk)
    label.text = HourTable.hourNames[hour]
    label.position = Point(x: x - 5 * scale, y: baseline)
    let total = table.hourTotals[hour]
    let largest = table.hourTotals.max() ?? 0
    let text = colours.text(total)
    let room = barWidth - 10 * scale - numberWidth(size: size)
    let length = largest > 0 ? room * total / largest : 0
    let start = cell.maxX + 6 * scale
    block.marks.append(
      .rectangle(
        Box(
          minX: start, minY: cell.minY + 2 * scale, maxX: start + length,
          maxY: cell.maxY - 2 * scale),
        Paint(fill: total == largest ? Palette.quietInk : Palette.hatch)))
    var number = TextMark.style(size: size)
    number.text = text
    number.position = Point(x: start + length + 3 * scale, y: baseline)
    block.marks += [.text(label), .text(number)]
  }

  /// The name above a column and the bar above it.
  private func appendDay(_ day: Int, above cell: Box, size: Double, to block: inout Block) {
    let middle = (cell.minX + cell.maxX) / 2
    var name = TextMark.style(size: 9 * scale, isBold: true, anchor: .middle)
    name.text = HourTable.dayNames[day]
    name.position = Point(x: middle, y: cell.minY - 4.5 * scale)
    let total = table.dayTotals[day]
    let largest = table.dayTotals.max() ?? 0
    let length = largest > 0 ? (barHeight - 12 * scale) * total / largest : 0
    let base = cell.minY - headingHeight
    block.marks.append(
      .rectangle(
        Box(
          minX: cell.minX + 8 * scale, minY: base - length, maxX: cell.maxX - 8 * scale,
          maxY: base),
        Paint(fill: total == largest ? Palette.quietInk : Palette.hatch)))
    var number = TextMark.style(size: size, anchor: .middle)
    number.text = colours.text(total)
    number.position = Point(x: middle, y: base - length - 3 * scale)
    block.marks += [.text(name), .text(number)]
  }

  /// The total of all hours, where the two rows of bars meet.
  private func appendTotal(at corner: Point, size: Double, to block: inout Block) {
    var label = TextMark.style(size: 9 * scale, isBold: true)
    label.text = "Total \(NumberWords.decimal(table.total, places: 0))"
    label.position = Point(x: corner.x + 6 * scale, y: corner.y - 4.5 * scale)
    var hour = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
    hour.text = "from"
    hour.position = Point(x: labelWidth - 5 * scale, y: corner.y - 4.5 * scale)
    block.marks += [.text(label), .text(hour)]
  }

  /// The line at midnight, where the day of the operation does not end.
  private func midnight(_ cell: Box, _ frame: Box) -> Mark {
    .line(
      [Point(x: 0, y: cell.minY), Point(x: frame.maxX + barWidth, y: cell.minY)],
      Paint(stroke: Palette.ink, strokeWidth: 0.9 * scale))
  }

  private func numberWidth(size: Double) -> Double {
    table.hourTotals.map { TextMetrics.width(of: colours.text($0), size: size) }.max() ?? 0
  }
}
