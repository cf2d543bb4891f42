import Archives
import Workbooks

/// A workbook that the program wrote, as its own reader reads it.
struct WrittenWorkbook {
  /// The names of the sheets, in the order of their tabs.
  private(set) var names: [String] = []
  /// The texts of the rows of each sheet, up to the last cell of each that has any.
  private(set) var rows: [String: [[String]]] = [:]

  /// Reads a file.
  init(path: String) throws {
    let workbook = try Workbook(Archive(path: path))
    for sheet in workbook.sheets {
      names.append(sheet.name)
      let reader = try workbook.open(sheet)
      var (batch, found) = (SheetRows(), [[String]]())
      while try reader.next(&batch) {
        for (index, row) in batch.rows.enumerated() {
          while found.count < row.number { found.append([]) }
          for cell in batch.cells(ofRow: index) {
            let column = Int(batch.cells[cell].column)
            while found[row.number - 1].count <= column { found[row.number - 1].append("") }
            found[row.number - 1][column] =
              String(decoding: batch.bytes[batch.text(ofCell: cell)], as: UTF8.self)
          }
        }
      }
      rows[sheet.name] = found
    }
  }

  /// Returns where a sheet differs from the lines of a CSV file split at commas; lines with quoted
  /// fields are not compared.
  func differences(of sheet: String, from csv: [[String]]) -> [String] {
    guard let rows = rows[sheet], rows.count == csv.count, rows.first == csv.first else {
      return ["\(sheet): \(rows[sheet]?.count ?? 0) rows for \(csv.count)"]
    }
    var differences: [String] = []
    for (line, row) in zip(csv, rows).dropFirst()
    where line.count == csv[0].count && !line.contains(where: { $0.contains("\"") }) {
      for (column, field) in line.enumerated() {
        let text = column < row.count ? row[column] : ""
        let isSame =
          if let number = Double(field), let written = Double(text) {
            // CSV has nine significant digits.
            abs(number - written) <= 1e-8 * abs(number)
          } else {
            text == field
          }
        if !isSame { differences.append("\(sheet): \(field), \(text)") }
      }
    }
    return differences
  }
}
