package import Cartography
import HotspotAnalysis
public import Interchange

/// The chart of a cross table: a heat table with its numbers, its period, sources and method.
///
///     let table = try await study.run(CrossTabulation(rows: .category, across: .month))
///     try CrossTableFigure(table).write(to: "crosstab.svg")
///
/// Of more lines than have room those that hold most are drawn, and the chart says so.
public struct CrossTableFigure: Sendable {
  /// The table.
  public var result: CrossTabulation.Result
  /// The title; `nil` for one that describes the table.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ result: CrossTabulation.Result) { self.result = result }

  /// Returns the chart as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Writes the chart to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing, for a page that says the
  ///   rest; empty for a sheet.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> CrossTableChart {
    var description = result.reading.chartDescription(
      title: title ?? "\(Self.capitalised(table.rowHeading)) by \(table.columnHeading)")
    description.answers =
      (result.sentences.dropFirst() + result.notRecordedSentences)
      .map { Self.capitalised($0.replacing("cross table: ", with: "")) }
    description.method =
      (result.usesHours
        ? "each cell holds the incidents expected in the hours asked for"
        : "each incident counts once, in the cell of its two values")
      + (result.nightSentence.map { "; \($0)" } ?? "") + "."
    description.marking = marking
    let heatTable = heatTable
    let height = 80 + 6 * Double(heatTable.rows.count)
    let room = description.room(prefix: identifierPrefix, height: height)
    return CrossTableChart(
      of: heatTable, description: description, page: room)
  }

  private var table: CrossTable { result.crossTable }
  private var share: CrossShare? { result.method.share }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: - The table

  /// The lines that are drawn: all but those of what is not recorded where there is nothing.
  private func drawn(_ lines: [CrossLine], _ totals: [Double]) -> [Int] {
    let filled = lines.indices.filter { lines[$0].kind != .notRecorded || totals[$0] > 0 }
    return filled.isEmpty ? Array(lines.indices) : filled
  }

  private var heatTable: HeatTable {
    let (rows, columns) = (
      drawn(table.rows, table.rowTotals), drawn(table.columns, table.columnTotals)
    )
    let cells = rows.map { row in columns.map { cell(row, $0) } }
    var largest = 0.0
    var hasSmall = false
    for row in rows {
      for column in columns {
        hasSmall = hasSmall || table.isSmall(row: row, column: column, share: share)
        guard table.rows[row].kind == .value, table.columns[column].kind == .value else { continue }
        largest = max(largest, weight(row, column))
      }
    }
    return HeatTable(
      rows: rows.map { row in
        HeatTable.Line(
          name: result.name(ofRow: row),
          end: end(table.rowTotals[row], isBase: share == .rows), amount: table.rowTotals[row],
          isQuiet: table.rows[row].kind != .value)
      },
      columns: columns.map { column in
        HeatTable.Line(
          name: result.name(ofColumn: column),
          end: end(table.columnTotals[column], isBase: share == .across),
          amount: table.columnTotals[column], isQuiet: table.columns[column].kind != .value)
      }, cells: cells,
      headings: (
        Self.capitalised(table.rowHeading), Self.capitalised(table.columnHeading)
      ), ends: (endHeading(isBase: share == .rows), endHeading(isBase: share == .across), corner),
      key: (key, share == nil ? result.amount(largest) : NumberWords.percent(largest)),
      mark: hasSmall ? mark : nil)
  }

  private func weight(_ row: Int, _ column: Int) -> Double {
    guard let share else { return table.amounts[row][column] }
    return table.fraction(ofRow: row, column: column, share: share) ?? 0
  }

  private func cell(_ row: Int, _ column: Int) -> HeatTable.Cell {
    let amount = result.amount(table.amounts[row][column])
    let place = "\(result.name(ofRow: row)), \(result.name(ofColumn: column)): \(amount)"
    let star = table.isSmall(row: row, column: column, share: share) ? "*" : ""
    guard let share else {
      return HeatTable.Cell(
        text: amount + star, weight: table.amounts[row][column], title: "\(place) incidents")
    }
    let base = result.amount(table.base(ofRow: row, column: column, share: share))
    let fraction = table.fraction(ofRow: row, column: column, share: share)
    let percent = fraction.map(NumberWords.percent)
    return HeatTable.Cell(
      text: (percent ?? "–") + star, weight: fraction ?? 0,
      title: "\(place) of \(base) incidents" + (percent.map { " (\($0))" } ?? ""))
  }

  /// Returns what stands at the end of a line: its total, its base or its share of all.
  private func end(_ total: Double, isBase: Bool) -> String {
    if share == nil || isBase { return result.amount(total) }
    return table.total > 0 ? NumberWords.percent(total / table.total) : "–"
  }

  private func endHeading(isBase: Bool) -> String {
    share == nil ? "Total" : isBase ? "Base" : "All"
  }

  private var corner: String {
    share == .all ? "of \(result.amount(table.total))" : result.amount(table.total)
  }

  private var key: String {
    switch share {
    case nil: result.usesHours ? "Expected incidents in each cell" : "Incidents in each cell"
    case .rows: "Share of each row"
    case .across: "Share of each column"
    case .all: "Share of all"
    }
  }

  private var mark: String {
    share == nil
      ? "* fewer than 5 incidents"
      : "* fewer than 5 incidents, or a share of fewer than 20"
  }
}
