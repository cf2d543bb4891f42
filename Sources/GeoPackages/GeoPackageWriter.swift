import Geometry
package import Tables

/// Writes one layer of features as a GeoPackage, row by row, with memory that does not grow.
///
///     let writer = try GeoPackageWriter(path: path, layer: layer)
///     try writer.append(table)   // as often as there are batches
///     try writer.finish()
///
/// The file has the tables that the specification asks for, an R-tree, and where one is given a
/// style that QGIS opens the layer with. Equal rows make equal bytes. The file at the path must not
/// exist, or be empty; it is complete after ``finish()`` only.
///
/// After OGC 12-128r17, GeoPackage Encoding Standard 1.3.1, https://www.geopackage.org/spec131/
package final class GeoPackageWriter {
  private let path: String
  private let layer: GeoPackageLayer
  private let database: Database
  private let insertion: Statement
  private let indexing: Statement?
  private var blob = GeometryBlob()
  private var extent = Box.empty
  private var rowCount = 0
  private var types: AttributeTypes

  /// The columns of times that are text, since they hold both days and times of day, or months.
  package var mixedMoments: [String] { types.mixedMoments }

  /// A value of a row.
  package enum Value: Sendable, Equatable {
    /// No value.
    case null
    /// Text; also days and instants, in the form of their column's type.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A real number.
    case real(Double)
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: A file that is absent or empty.
  ///   - layer: What the rows will be.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package init(path: String, layer: GeoPackageLayer) throws(GeoPackageError) {
    self.path = path
    self.layer = layer
    types = AttributeTypes(layer)
    do throws(DatabaseError) {
      database = try Database(path: path, .creating)
      // The file has no name of its own yet, so there is nothing to roll back to. Pages that do not
      // fit into the cache of 2 MiB are written on the way.
      try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.execute("PRAGMA application_id = 1196444487; PRAGMA user_version = 10300")
      try database.execute("BEGIN")
      try database.execute(GeoPackageSchema.metadata)
      try database.execute(GeoPackageSchema.table(of: layer))
      let (table, hasPositions) = (layer.tableName, layer.geometry != .none)
      let count = layer.columns.count + (hasPositions ? 2 : 1)
      insertion = try Statement(
        "INSERT INTO \(GeoPackageSchema.quoted(table)) VALUES "
          + "(\(Array(repeating: "?", count: count).joined(separator: ", ")))", in: database)
      if hasPositions {
        try database.execute(GeoPackageSchema.index(of: table))
        indexing = try Statement(
          "INSERT INTO \(GeoPackageSchema.quoted("rtree_\(table)_geom")) VALUES (?, ?, ?, ?, ?)",
          in: database)
      } else {
        indexing = nil
      }
    } catch {
      throw .unwritable(path: path, reason: error.message)
    }
  }

  /// Writes the rows of a table whose columns are those of the layer.
  ///
  /// - Parameter table: The rows, their geometry in the layer's system and of its kind.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func append(_ table: FeatureTable) throws(GeoPackageError) {
    precondition(
      table.columns.count == layer.columns.count, "GeoPackageWriter.append: other columns")
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

  /// Writes one row of a layer of points.
  ///
  /// - Parameters:
  ///   - x: The easting or longitude; not-a-number for a row without a place.
  ///   - y: The northing or latitude.
  ///   - values: One value for each column of the layer.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func append(x: Double, y: Double, values: [Value]) throws(GeoPackageError) {
    precondition(
      values.count == layer.columns.count && layer.geometry == .points,
      "GeoPackageWriter.append: other columns, or no layer of points")
    for (position, value) in values.enumerated() {
      let parameter = Int32(position) + 3
      switch value {
      case .null: insertion.bindNull(parameter)
      case .text(let text): insertion.bind(text, parameter)
      case .integer(let number): insertion.bind(number, parameter)
      case .real(let number): insertion.bind(number, parameter)
      }
    }
    try insert(x: x, y: y)
  }

  /// Writes rows of a layer of points, given as the bytes of their fields one behind the other.
  ///
  /// Field *c* of row *r* ends before `ends[r * columns + c]` and begins where the field before it
  /// ends; an empty one is no value. Columns of numbers take the numbers that their fields are.
  ///
  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - bytes: The bytes of all fields, UTF-8.
  ///   - ends: Where each field ends; rows times columns of them.
  ///   - x: The eastings or longitudes; not-a-number for a row without a place.
  ///   - y: The northings or latitudes.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func append(
    count: Int, bytes: [UInt8], ends: [Int], x: [Double], y: [Double]
  ) throws(GeoPackageError) {
    precondition(
      ends.count == count * layer.columns.count && x.count == count && y.count == count,
      "GeoPackageWriter.append: the ends are not those of the fields")
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

  private func bind(_ field: ArraySlice<UInt8>, _ kind: GeoPackageLayer.Column.Kind, column: Int) {
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

  private func insert(x: Double, y: Double) throws(GeoPackageError) {
    if x.isNaN {
      try insert(box: .empty, hasBlob: false)
    } else {
      blob.setPoint(x: x, y: y, reference: layer.reference.identifier)
      try insert(box: Box(minX: x, minY: y, maxX: x, maxY: y), hasBlob: true)
    }
  }

  /// Writes the row whose values are bound and whose geometry is the blob.
  private func insert(box: Box, hasBlob: Bool) throws(GeoPackageError) {
    rowCount += 1
    insertion.bind(rowCount, 1)
    if hasBlob {
      insertion.bind(blob.bytes, 2)
    } else if layer.geometry != .none {
      insertion.bindNull(2)
    }
    do throws(DatabaseError) {
      try insertion.run()
      guard !box.isEmpty, let indexing else { return }
      extent.formUnion(box)
      indexing.bind(rowCount, 1)
      indexing.bind(box.minX, 2)
      indexing.bind(box.maxX, 3)
      indexing.bind(box.minY, 4)
      indexing.bind(box.maxY, 5)
      try indexing.run()
    } catch {
      throw .unwritable(path: path, reason: error.message)
    }
  }

  private func bind(_ values: ColumnValues, at row: Int, _ parameter: Int32) {
    switch values {
    case .text(let values):
      if let value = values[row] {
        insertion.bind(value, parameter)
      } else {
        insertion.bindNull(parameter)
      }
    case .integers(let values):
      if let value = values[row] {
        insertion.bind(value, parameter)
      } else {
        insertion.bindNull(parameter)
      }
    case .reals(let values):
      if let value = values[row] {
        insertion.bind(value, parameter)
      } else {
        insertion.bindNull(parameter)
      }
    }
  }

  /// Writes what describes the layer and ends the file.
  ///
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func finish() throws(GeoPackageError) {
    do throws(DatabaseError) {
      try types.apply(to: database)
      let metadata = GeoPackageMetadata(layer: layer, extent: extent)
      try metadata.write(to: database)
      try database.execute("COMMIT")
    } catch {
      throw .unwritable(path: path, reason: error.message)
    }
  }
}
