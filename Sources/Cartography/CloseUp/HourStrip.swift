import Geometry
import Tables

/// A table of hours as a small heat table: a row for each day, a column for each hour.
struct HourStrip {
  let table: HourTable
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the table laid out in a width.
  func block(width: Double) -> Block {
    let size = 7 * scale
    let left = 22 * scale
    let rowHeight = 9.5 * scale
    let columnWidth = (width - left) / 24
    let colours = HourScale(largest: table.cells.flatMap(\.self).max() ?? 0)
    let hours = table.hoursFromDayStart
    var block = Block(width: width, height: 7 * rowHeight + 22 * scale)
    func cell(_ day: Int, _ column: Int) -> Box {
      Box(
        minX: left + Double(column) * columnWidth, minY: Double(day) * rowHeight,
        maxX: left + Double(column + 1) * columnWidth, maxY: Double(day + 1) * rowHeight)
    }
    for day in 0..<7 {
      var name = TextMark.style(size: size, colour: Palette.quietInk)
      name.text = HourTable.dayNames[day]
      name.position = Point(
        x: 0, y: (Double(day) + 0.5) * rowHeight + TextMark.capitalHeight * size / 2)
      block.marks.append(.text(name))
      for (column, hour) in hours.enumerated() {
        block.marks.append(
          .titled(
            HourGrid.title(of: table, hour: hour, day: day, colours: colours),
            [
              .rectangle(
                cell(day, column),
                Paint(
                  fill: colours.fill(table.cells[hour][day]), stroke: Palette.paper,
                  strokeWidth: 0.5 * scale))
            ]))
      }
    }
    for column in stride(from: 0, to: 24, by: 3) {
      var label = TextMark.style(size: size, colour: Palette.quietInk)
      label.text = HourTable.hourNames[hours[column]]
      label.position = Point(x: cell(0, column).minX, y: 7 * rowHeight + 8 * scale)
      block.marks.append(.text(label))
    }
    if let peak = table.peak, let column = hours.firstIndex(of: peak.hour) {
      block.marks += HourGrid.outline(cell(peak.day, column), scale: scale * 0.7)
    }
    block.marks += key(colours, width: width, top: 7 * rowHeight + 12 * scale)
    return block
  }

  /// The colours from none to the most.
  private func key(_ colours: HourScale, width: Double, top: Double) -> [Mark] {
    let size = 7 * scale
    let bar = Box(
      minX: 52 * scale, minY: top + 1.5 * scale, maxX: 112 * scale, maxY: top + 8 * scale)
    var none = TextMark.style(size: size, colour: Palette.quietInk)
    none.text = "none"
    none.position = Point(x: 33 * scale, y: bar.maxY)
    let swatch = Box(minX: 22 * scale, minY: bar.minY, maxX: 30 * scale, maxY: bar.maxY)
    var most = none
    most.text = "\(colours.text(colours.largest)) in the busiest, an estimate"
    most.position.x = bar.maxX + 4 * scale
    return [.rectangle(swatch, Paint(fill: Palette.zero)), .text(none)]
      + HourScale.marks(in: bar) + [.text(most)]
  }
}
