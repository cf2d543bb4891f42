import Geometry

/// How a heat table is laid out in a width and a height: which lines have room, and how large all is.
struct HeatTableLayout {
  /// The table of the lines that are shown.
  let table: HeatTable
  /// How much larger than on A4 things are drawn.
  let scale: Double
  /// The size of the numbers and names.
  let size: Double
  /// The room for the names of the rows.
  let labelWidth: Double
  /// The room for what stands at the end of rows.
  let endWidth: Double
  let columnWidth: Double
  let rowHeight: Double
  /// The largest weight of the cells that are coloured, those that are not shown among them.
  let largestWeight: Double
  /// The names of the columns, broken into lines; `nil` if they stand as stairs, each at the end of a
  /// line that leads to its column.
  let headings: [[String]]?

  /// The smallest type; smaller is not read on a wall.
  static let smallest = 7.0
  /// The lowest row in which that type has air around it.
  static let lowest = 10.5
  /// How many lines a column's name may have above it.
  static let headingLines = 3

  /// Lays a table out.
  ///
  /// - Parameters:
  ///   - whole: All lines; at least one row and one column.
  ///   - width: The room across.
  ///   - height: The room up.
  ///   - scale: How much larger than on A4 things are drawn.
  init(_ whole: HeatTable, width: Double, height: Double, scale: Double) {
    self.scale = scale
    largestWeight = Self.largestWeight(of: whole)
    let small = Self.smallest * scale
    func widest(_ texts: [String], size: Double, isBold: Bool = false) -> Double {
      texts.map { TextMetrics.width(of: $0, size: size, isBold: isBold) }.max() ?? 0
    }
    func numbers(of table: HeatTable, size: Double) -> Double {
      widest(
        table.cells.joined().map(\.text) + table.columns.map(\.end), size: size)
    }
    let endWidth =
      max(
        widest(whole.rows.map(\.end) + [whole.corner], size: 9 * scale),
        TextMetrics.width(of: whole.rowEnd, size: 9 * scale, isBold: true)) + 10 * scale
    // Rows first: those shown decide how much room their names take.
    let rowsFit = Int((height * 0.72 / (Self.lowest * scale)).rounded(.down)) - 1
    var shown = whole.leading(rows: rowsFit, columns: .max)
    let names = widest(shown.rows.map(\.name), size: 9 * scale) + 8 * scale
    var labelWidth = min(
      max(
        names, TextMetrics.width(of: whole.rowHeading, size: 9 * scale, isBold: true) + 8 * scale),
      width * 0.36)
    let least = numbers(of: shown, size: small) + 4 * scale
    let fit = Int(((width - labelWidth - endWidth) / least).rounded(.down))
    shown = shown.leading(rows: .max, columns: max(2, fit))
    var columnWidth = min(
      (width - labelWidth - endWidth) / Double(shown.columns.count), 86 * scale)
    let headings = Self.headings(shown, width: columnWidth - 4 * scale, size: 8 * scale)
    if headings == nil {
      labelWidth = min(
        max(labelWidth, widest(shown.columns.map(\.name), size: 8 * scale) + 4 * scale),
        width * 0.36)
      columnWidth = min(
        (width - labelWidth - endWidth) / Double(shown.columns.count), 86 * scale)
    }
    self.headings = headings
    (self.labelWidth, self.endWidth, self.columnWidth) = (labelWidth, endWidth, columnWidth)

    let above = Self.headingHeight(headings, columns: shown.columns.count, scale: scale)
    let room = height - above
    let lines = Int((room / (Self.lowest * scale)).rounded(.down)) - 1
    if lines < shown.rows.count { shown = shown.leading(rows: lines, columns: .max) }
    table = shown
    rowHeight = min(room / Double(shown.rows.count + 1), 22 * scale)
    let perPoint = numbers(of: shown, size: 1)
    size = max(
      small,
      min(
        9 * scale, rowHeight * 0.62, perPoint > 0 ? (columnWidth - 4 * scale) / perPoint : .infinity
      ))
  }

  /// The rectangle of the cells.
  var frame: Box {
    let top = Self.headingHeight(headings, columns: table.columns.count, scale: scale)
    return Box(
      minX: labelWidth, minY: top, maxX: labelWidth + columnWidth * Double(table.columns.count),
      maxY: top + rowHeight * Double(table.rows.count))
  }

  /// Returns the rectangle of a cell.
  func cell(_ row: Int, _ column: Int) -> Box {
    Box(
      minX: frame.minX + Double(column) * columnWidth,
      minY: frame.minY + Double(row) * rowHeight,
      maxX: frame.minX + Double(column + 1) * columnWidth,
      maxY: frame.minY + Double(row + 1) * rowHeight)
  }

  /// The distance from one line of headings to the next.
  static func leading(_ scale: Double) -> Double { 10.5 * scale }

  /// Returns the height of what stands above the cells.
  private static func headingHeight(
    _ headings: [[String]]?, columns: Int, scale: Double
  ) -> Double {
    let lines = headings.map { $0.map(\.count).max() ?? 1 } ?? columns + 1
    return 15 * scale + Double(lines) * leading(scale) + 3 * scale
  }

  /// Returns the names of the columns broken into lines; `nil` if one does not fit whole.
  private static func headings(
    _ table: HeatTable, width: Double, size: Double
  ) -> [[String]]? {
    var all: [[String]] = []
    for column in table.columns {
      let lines = TextMetrics.lines(of: column.name, within: width, size: size)
      let isWhole =
        lines.joined(separator: " ")
        == column.name.split(separator: " ")
        .joined(separator: " ")
      guard isWhole, lines.count <= headingLines else { return nil }
      all.append(lines)
    }
    return all
  }

  private static func largestWeight(of table: HeatTable) -> Double {
    var most = 0.0
    for (row, line) in table.rows.enumerated() where !line.isQuiet {
      for (column, other) in table.columns.enumerated() where !other.isQuiet {
        most = max(most, table.cells[row][column].weight)
      }
    }
    return most
  }

  /// Returns which lines of a table have no room, in sentences.
  func omissions(from whole: HeatTable) -> [String] {
    func sentence(_ shown: Int, _ all: Int, _ noun: String) -> String? {
      guard shown < all else { return nil }
      return
        "Shown are the \(NumberWords.grouped(shown)) of \(NumberWords.grouped(all)) \(noun) with "
        + "the most; what stands at the ends is of all, and the table has all."
    }
    return [
      sentence(table.rows.count, whole.rows.count, "rows"),
      sentence(table.columns.count, whole.columns.count, "columns"),
    ].compactMap(\.self)
  }
}
