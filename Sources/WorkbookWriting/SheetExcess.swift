package import Tables

/// That a table has more rows or columns than a sheet holds (as spreadsheet programs bound what
/// ISO/IEC 29500-1 leaves open).
package struct SheetExcess: Sendable, Equatable, CustomStringConvertible {
  /// The rows of a sheet below its header.
  package static let rows = 1_048_575
  /// The columns of a sheet.
  package static let columns = 16_384

  /// How many of what there are too many.
  private let found: String
  private let allowed: String
  private let name: String

  /// Finds whether a sheet cannot hold a table; `nil` if it can.
  package init?(of table: FeatureTable) {
    self.init(name: table.name, rows: table.rowCount, columns: table.columns.count)
  }

  init?(name: String, rows: Int, columns: Int) {
    self.name = name
    if rows > Self.rows {
      (found, allowed) = ("\(rows) rows", "\(Self.rows) below its header")
    } else if columns > Self.columns {
      (found, allowed) = ("\(columns) columns", "\(Self.columns)")
    } else {
      return nil
    }
  }

  /// What was found, what is allowed and what holds more.
  package var description: String {
    "the table '\(name)' has \(found), and a sheet of a workbook holds \(allowed); CSV holds any number"
  }
}
