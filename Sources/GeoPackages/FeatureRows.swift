import Geometry
import Tables

/// The rows of one layer of a file that is being written, with their table and their index.
struct FeatureRows {
  let layer: GeoPackageLayer
  private let database: Database
  private let insertion: Statement
  private var index: BulkIndex?
  private var blob = GeometryBlob()
  private var rowCount = 0
  /// The box of all rows; empty where none has a place.
  private(set) var extent = Box.empty
  /// What the values of columns turned out to be.
  private(set) var types: AttributeTypes

  /// Makes the table of a layer.
  init(of layer: GeoPackageLayer, in database: Database) throws(DatabaseError) {
    (self.layer, self.database) = (layer, database)
    types = AttributeTypes(layer)
    try database.execute(GeoPackageSchema.table(of: layer))
    let (table, hasPositions) = (layer.tableName, layer.geometry != .none)
    let count = layer.columns.count + (hasPositions ? 2 : 1)
    insertion = try Statement(
      "INSERT INTO \(GeoPackageSchema.quoted(table)) VALUES "
        + "(\(Array(repeating: "?", count: count).joined(separator: ", ")))", in: database)
    if hasPositions {
      try database.execute(GeoPackageSchema.index(of: table))
      index = try BulkIndex(of: table, in: database)
    }
  }

  /// Adds the rows of a table whose columns are those of the layer.
  mutating func append(_ table: FeatureTable) throws(DatabaseError) {
    precondition(table.columns.count == layer.columns.count, "FeatureRows.append: other columns")
    let first: Int32 = layer.geometry == .none ? 2 : 3
    for row in 0..<table.rowCount {
      for (position, column) in table.columns.enumerated() {
        bind(column.values, at: row, first + Int32(position))
      }
      switch table.geometry {
      case .none: try insert(box: .empty, hasBlob: false)
      case .points(let x, let y): try insert(x: x[row], y: y[row])
      case .areas(let outlines):
        let box = blob.setArea(row, of: outlines, reference: layer.reference.identifier)
        try insert(box: box, hasBlob: true)
      }
    }
  }

  /// Adds a row with a position.
  mutating func append(
    x: Double, y: Double, values: [GeoPackageWriter.Value]
  ) throws(DatabaseError) {
    precondition(
      values.count == layer.columns.count && layer.geometry == .points,
      "FeatureRows.append: other columns, or no layer of points")
    for (position, value) in values.enumerated() {
      insertion.bind(value, Int32(position) + 3)
    }
    try insert(x: x, y: y)
  }

  /// Adds rows with positions, given as the bytes of their fields one behind the other.
  mutating func append(
    count: Int, bytes: [UInt8], ends: [Int], x: [Double], y: [Double]
  ) throws(DatabaseError) {
    precondition(
      ends.count == count * layer.columns.count && x.count == count && y.count == count,
      "FeatureRows.append: the ends are not those of the fields")
    var start = 0
    for row in 0..<count {
      for (column, description) in layer.columns.enumerated() {
        let end = ends[row * layer.columns.count + column]
        bind(bytes[start..<end], description.kind, column: column)
        start = end
      }
      try insert(x: x[row], y: y[row])
    }
  }

  /// Ends the rows: settles the types of the columns, and writes the index with the triggers that
  /// keep it right from then on.
  mutating func finish() throws(DatabaseError) {
    try types.apply(to: database)
    guard index != nil else { return }
    try index?.finish()
    try database.execute(GeoPackageSchema.triggers(of: layer.tableName))
  }

  private mutating func bind(
    _ field: ArraySlice<UInt8>, _ kind: GeoPackageLayer.Column.Kind, column: Int
  ) {
    let parameter = Int32(column) + 3
    if field.isEmpty {
      insertion.bindNull(parameter)
      return
    }
    switch kind {
    case .text, .date, .dateTime: insertion.bind(text: field.span, parameter)
    case .attribute, .moment:
      types.observe(field, column: column)
      insertion.bind(text: field.span, parameter)
    case .integer, .real:
      // SQLite makes a number of text that is one, by the type of the column.
      insertion.bind(text: field.span, parameter)
    }
  }

  private func bind(_ values: ColumnValues, at row: Int, _ parameter: Int32) {
    let value: GeoPackageWriter.Value =
      switch values {
      case .text(let values): values[row].map { .text($0) } ?? .null
      case .integers(let values): values[row].map { .integer($0) } ?? .null
      case .reals(let values): values[row].map { .real($0) } ?? .null
      }
    insertion.bind(value, parameter)
  }

  private mutating func insert(x: Double, y: Double) throws(DatabaseError) {
    if x.isNaN {
      try insert(box: .empty, hasBlob: false)
    } else {
      blob.setPoint(x: x, y: y, reference: layer.reference.identifier)
      try insert(box: Box(minX: x, minY: y, maxX: x, maxY: y), hasBlob: true)
    }
  }

  /// Writes the row whose values are bound and whose geometry is the blob.
  private mutating func insert(box: Box, hasBlob: Bool) throws(DatabaseError) {
    rowCount += 1
    insertion.bind(rowCount, 1)
    if hasBlob {
      insertion.bind(blob.bytes, 2)
    } else if layer.geometry != .none {
      insertion.bindNull(2)
    }
    try insertion.run()
    if box.isEmpty { return }
    extent.formUnion(box)
    try index?.append(
      IndexEntry(
        number: rowCount, minX: box.minX, maxX: box.maxX, minY: box.minY, maxY: box.maxY))
  }
}
