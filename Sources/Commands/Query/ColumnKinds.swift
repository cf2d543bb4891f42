import GeoPackages
import Incidents
import Interchange
import Tables

/// What the columns of rows hold, learnt from all of the rows.
struct ColumnKinds: Sendable {
  /// What every field of a column that is not empty has been so far.
  private struct Column: Sendable {
    var isFilled = false
    var isInteger = true
    var isNumber = true
    var isDay = true
    var isTime = true

    mutating func merge(_ other: Column) {
      isFilled = isFilled || other.isFilled
      isInteger = isInteger && other.isInteger
      isNumber = isNumber && other.isNumber
      isDay = isDay && other.isDay
      isTime = isTime && other.isTime
    }

    mutating func add(_ field: ArraySlice<UInt8>, _ kind: RowColumn.Kind) {
      isFilled = true
      if kind == .attribute && isNumber {
        isNumber = TextRowEncoder.isNumber(field)
        isInteger = isInteger && isNumber && !field.contains(UInt8(ascii: "."))
      }
      guard kind == .time else { return }
      // As RFC 3339 has them: `2017-03-31` and `2017-03-31T22:15:00Z`.
      isDay = isDay && field.count == 10 && Self.hasShape(field, of: "0000-00-00")
      isTime = isTime && field.count == 20 && Self.hasShape(field, of: "0000-00-00T00:00:00Z")
    }

    private static func hasShape(_ field: ArraySlice<UInt8>, of pattern: StaticString) -> Bool {
      zip(field, String(describing: pattern).utf8).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "0")
          ? byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") : byte == wanted
      }
    }
  }

  private let columns: [RowColumn]
  private var found: [Column]

  /// Begins with columns of which nothing is known.
  init(_ columns: [RowColumn]) {
    self.columns = columns
    found = columns.map { _ in Column() }
  }

  /// Takes rows into account.
  mutating func add(_ batch: RowBatch) {
    for column in columns.indices {
      for row in 0..<batch.rowCount {
        let field = batch.field(column, ofRow: row)
        if !field.isEmpty { found[column].add(field, columns[column].kind) }
      }
    }
  }

  /// Takes the rows of another worker into account.
  mutating func merge(_ other: ColumnKinds) {
    for column in found.indices { found[column].merge(other.found[column]) }
  }

  /// The types of a GeoPackage's columns; text where a column holds more than one kind, or nothing.
  var types: [GeoPackageLayer.Column.Kind] {
    zip(columns, found).map { column, found in
      switch column.kind {
      case .number: .real
      case .attribute where found.isFilled && found.isInteger: .integer
      case .attribute where found.isFilled && found.isNumber: .real
      case .time where found.isFilled && found.isDay: .date
      case .time where found.isFilled && found.isTime: .dateTime
      case .text, .attribute, .time: .text
      }
    }
  }
}

/// Learns what the columns of the selected rows hold.
struct KindAnswer: QueryAnswer {
  private let copier: RowCopier
  private var kinds: ColumnKinds

  init(_ columns: [RowColumn], copier: RowCopier) {
    self.copier = copier
    kinds = ColumnKinds(columns)
  }

  var wantsMore: Bool { true }

  mutating func take(_ table: inout IncidentTable, selected: [Int32]) {
    kinds.add(copier.rows(selected, of: table))
  }

  func finish() -> ColumnKinds { kinds }
}
