/// Turns the elements of a worksheet into rows of text.
final class SheetHandler: XMLHandler {
  /// The rows since they were last taken.
  var rows = SheetRows()

  private let strings: SharedStrings
  private let formats: CellFormats
  private let is1904: Bool
  private var row = 0
  private var column = -1
  private var style = 0
  private var kind = CellKind.number
  private var isInRow = false
  private var isInCell = false
  private var isPhonetic = false

  init(strings: SharedStrings, formats: CellFormats, is1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.is1904 = is1904
  }

  func start(_ element: XMLElement, _ attributes: XMLAttributes) throws(XMLFault) {
    switch element {
    case .cell: try startCell(attributes)
    case .row: try startRow(attributes)
    case .phonetic: isPhonetic = true
    default: break
    }
  }

  func end(_ element: XMLElement, text: [UInt8]) throws(XMLFault) {
    switch element {
    case .value: if isInCell { try take(text) }
    case .text:
      if isInCell && kind == .inlineString && !isPhonetic {
        EscapedText.append(text, to: &rows.bytes)
      }
    case .cell: try endCell()
    case .row: endRow()
    case .phonetic: isPhonetic = false
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws(XMLFault) {
    let number = try attributes.number("r") ?? row + 1
    guard number > row, number <= WorkbookLimits.rows else {
      throw .damaged("row \(number) follows row \(row)")
    }
    row = number
    column = -1
    isInRow = true
  }

  private func startCell(_ attributes: XMLAttributes) throws(XMLFault) {
    guard let cell = attributes.cell(), cell.row ?? row == row, isInRow else {
      throw .damaged("a cell of row \(row) has the reference of none")
    }
    let next = cell.column ?? column + 1
    guard next > column, next < WorkbookLimits.columns else {
      throw .damaged("the cells of row \(row) are not in order")
    }
    column = next
    style = cell.style
    kind = cell.kind
    isInCell = true
  }

  /// Takes the value of a cell.
  private func take(_ text: [UInt8]) throws(XMLFault) {
    switch kind {
    case .sharedString:
      guard let range = Self.index(text).flatMap(strings.range) else {
        throw .damaged("row \(row) names a text that the workbook does not have")
      }
      rows.bytes.append(contentsOf: strings.bytes[range])
    case .formulaString: EscapedText.append(text, to: &rows.bytes)
    case .date: rows.bytes.append(contentsOf: text)
    case .boolean:
      rows.bytes.append(contentsOf: (text == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8)
    // An inline text has no value, and an error none that is of use.
    case .inlineString, .error: break
    case .number:
      let form = formats[style]
      if form != .number, let serial = PlainNumber.value(text),
        SerialDate.append(serial, as: form, is1904: is1904, to: &rows.bytes)
      {
        return
      }
      PlainNumber.append(text, to: &rows.bytes)
    }
  }

  private func endCell() throws(XMLFault) {
    isInCell = false
    let start = Int(rows.cells.last?.end ?? 0)
    if rows.bytes.count > start {
      rows.cells.append(
        SheetRows.Cell(column: Int32(column), end: Int32(truncatingIfNeeded: rows.bytes.count)))
      // Many cells may name one long text.
      if rows.bytes.count > WorkbookLimits.blockText {
        throw .damaged("row \(row) is beyond \(WorkbookLimits.blockText) bytes of text")
      }
    }
  }

  private func endRow() {
    isInRow = false
    if rows.cells.count > rows.rows.last?.end ?? 0 {
      rows.rows.append(SheetRows.Row(number: row, end: rows.cells.count))
    }
  }

  private static func index(_ text: [UInt8]) -> Int? {
    var value = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, value < 1 << 32 else { return nil }
      value = value * 10 + Int(digit)
    }
    return text.isEmpty ? nil : value
  }
}

extension SheetHandler {
  /// Moves the rows that have ended to a batch; the cells of one that has begun stay.
  func take(into batch: inout SheetRows) {
    let cells = rows.rows.last?.end ?? 0
    let length = cells > 0 ? Int(rows.cells[cells - 1].end) : 0
    let (openCells, openBytes) = (rows.cells[cells...], rows.bytes[length...])
    let rest = (
      openCells.map { SheetRows.Cell(column: $0.column, end: $0.end - Int32(length)) },
      Array(openBytes)
    )
    swap(&rows, &batch)
    batch.cells.removeLast(batch.cells.count - cells)
    batch.bytes.removeLast(batch.bytes.count - length)
    rows.cells.append(contentsOf: rest.0)
    rows.bytes.append(contentsOf: rest.1)
  }
}
