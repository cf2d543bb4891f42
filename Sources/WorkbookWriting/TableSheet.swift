import Tables

/// A table as a sheet: a header that stays in view, then the rows.
struct TableSheet {
  private let table: FeatureTable
  private let forms: [CellForm]

  init(_ table: FeatureTable) {
    self.table = table
    forms = table.columns.map(CellForm.init)
  }

  /// Writes the sheet from the first row to the last, as its library keeps only the current one.
  func write(to sheet: XLSXSheet) throws(XLSXError) {
    for (position, column) in table.columns.enumerated() {
      try sheet.setWidth(ofColumn: position, ColumnWidth.width(of: column, as: forms[position]))
      try sheet.write(column.name, row: 0, column: position, .header)
    }
    for row in 0..<table.rowCount {
      for position in forms.indices { try write(row, position, to: sheet) }
    }
    guard !table.columns.isEmpty else { return }
    try sheet.freezeHeader(columns: table.columns.count, rows: table.rowCount)
  }

  private func write(_ row: Int, _ position: Int, to sheet: XLSXSheet) throws(XLSXError) {
    let form = forms[position]
    switch table.columns[position].values {
    case .text(let values):
      guard let text = values[row], !text.isEmpty else { return }
      if let serial = SerialDay.number(of: text, as: form) {
        try sheet.write(serial, row: row + 1, column: position, .cell(form))
      } else {
        try sheet.write(text, row: row + 1, column: position, .cell(.text))
      }
    case .integers(let values):
      guard let value = values[row] else { return }
      // Spreadsheets keep fifteen digits.
      if value.magnitude < 1_000_000_000_000_000 {
        try sheet.write(Double(value), row: row + 1, column: position, .cell(form))
      } else {
        try sheet.write("\(value)", row: row + 1, column: position, .cell(.text))
      }
    case .reals(let values):
      guard let value = values[row], value.isFinite else { return }
      try sheet.write(value, row: row + 1, column: position, .cell(form))
    }
  }
}
