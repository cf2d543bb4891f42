package import Tables

/// Writes layers of features as a GeoPackage, row by row, with memory that stays small.
///
///     let writer = try GeoPackageWriter(path: path, layer: wards)
///     try writer.append(table)   // as often as there are batches
///     try writer.begin(hotspots) // as often as there are further layers
///     try writer.append(others)
///     try writer.finish()
///
/// The file has the tables that the specification asks for, an R-tree for each layer with a place, and
/// where they are given styles that QGIS opens the layers with, descriptions of columns and metadata.
/// Equal rows make equal bytes. The file at the path must not exist, or be empty; it is complete after
/// ``finish()`` only. Memory is that of a ``BulkIndex``: at most 36 MiB.
///
/// After OGC 12-128r17, GeoPackage Encoding Standard 1.3.1, https://www.geopackage.org/spec131/
package final class GeoPackageWriter {
  private let path: String
  private let database: Database
  private var rows: FeatureRows
  private var finished: [GeoPackageMetadata.Layer] = []

  /// The columns of times of the last layer that are text, since they hold both days and times of day,
  /// or months.
  package var mixedMoments: [String] { rows.types.mixedMoments }

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
    /// Bytes.
    case bytes([UInt8])
  }

  /// Begins a file and its first layer.
  ///
  /// - Parameters:
  ///   - path: A file that is absent or empty.
  ///   - layer: What the rows will be.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package init(path: String, layer: GeoPackageLayer) throws(GeoPackageError) {
    self.path = path
    do throws(DatabaseError) {
      database = try Database(path: path, .creating)
      // The file has no name of its own yet, so there is nothing to roll back to. Pages that do not
      // fit into the cache of 2 MiB are written on the way.
      try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.execute("PRAGMA application_id = 1196444487; PRAGMA user_version = 10300")
      try database.execute("BEGIN")
      try database.execute(GeoPackageSchema.metadata)
      rows = try FeatureRows(of: layer, in: database)
    } catch {
      throw .unwritable(path: path, reason: error.message)
    }
  }

  /// Ends the layer and begins another, of another name in any letter case.
  ///
  /// - Parameter layer: What the next rows will be.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func begin(_ layer: GeoPackageLayer) throws(GeoPackageError) {
    try checked { () throws(DatabaseError) in
      try finishRows()
      rows = try FeatureRows(of: layer, in: database)
    }
  }

  /// Writes the rows of a table whose columns are those of the layer.
  ///
  /// - Parameter table: The rows, their geometry in the layer's system and of its kind.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func append(_ table: FeatureTable) throws(GeoPackageError) {
    try checked { () throws(DatabaseError) in try rows.append(table) }
  }

  /// Writes one row of a layer of points.
  ///
  /// - Parameters:
  ///   - x: The easting or longitude; not-a-number for a row without a place.
  ///   - y: The northing or latitude.
  ///   - values: One value for each column of the layer.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func append(x: Double, y: Double, values: [Value]) throws(GeoPackageError) {
    try checked { () throws(DatabaseError) in try rows.append(x: x, y: y, values: values) }
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
    try checked { () throws(DatabaseError) in
      try rows.append(count: count, bytes: bytes, ends: ends, x: x, y: y)
    }
  }

  /// Writes what describes the layers and ends the file.
  ///
  /// - Parameter notes: What the file says beside its layers.
  /// - Throws: ``GeoPackageError/unwritable(path:reason:)``.
  package func finish(_ notes: GeoPackageNotes = GeoPackageNotes()) throws(GeoPackageError) {
    try checked { () throws(DatabaseError) in
      try finishRows()
      try GeoPackageMetadata(layers: finished, notes: notes).write(to: database)
      try database.execute("COMMIT")
    }
  }

  private func finishRows() throws(DatabaseError) {
    try rows.finish()
    finished.append(GeoPackageMetadata.Layer(layer: rows.layer, extent: rows.extent))
  }

  private func checked(
    _ body: () throws(DatabaseError) -> Void
  ) throws(GeoPackageError) {
    do throws(DatabaseError) { try body() } catch {
      throw .unwritable(path: path, reason: error.message)
    }
  }
}
