import GeoPackages
import Interchange
import Projections
import Tables

/// Hands batches on as they are, for files that are written value by value.
struct PassingEncoder: RowEncoder {
  func encode(_ batch: RowBatch) -> RowBatch { batch }
}

/// A GeoPackage of rows of incidents.
final class GeoPackageRowFile: RowFile {
  let encoder = PassingEncoder()
  private let file: OutputFile
  private let writer: GeoPackageWriter
  private let kinds: [GeoPackageLayer.Column.Kind]

  /// Opens a file for writing.
  ///
  /// - Parameters:
  ///   - path: The file; not standard output.
  ///   - columns: The columns.
  ///   - kinds: What the columns hold, as many.
  ///   - crs: The system of the coordinates.
  /// - Throws: ``OutputError``, ``GeoPackageError``, ``ProjectionError``.
  init(
    path: String, columns: [RowColumn], kinds: [GeoPackageLayer.Column.Kind], crs: String
  ) throws {
    file = try OutputFile(path: path)
    self.kinds = kinds
    writer = try GeoPackageWriter(
      path: file.requireLocation(for: "a GeoPackage"),
      layer: GeoPackageLayer(
        name: "incidents",
        columns: zip(columns, kinds).map { GeoPackageLayer.Column($0.name, $1) },
        geometry: .points, reference: SpatialReference(crs: crs)))
  }

  func begin() {}

  func write(_ rows: RowBatch) throws {
    var values = [GeoPackageWriter.Value](repeating: .null, count: kinds.count)
    for row in 0..<rows.rowCount {
      for column in kinds.indices {
        values[column] = Self.value(rows.field(column, ofRow: row), kinds[column])
      }
      try writer.append(
        x: rows.x.isEmpty ? .nan : rows.x[row], y: rows.x.isEmpty ? .nan : rows.y[row],
        values: values)
    }
  }

  func finish(_ members: [JSONValue.Member]) throws {
    try writer.finish()
    try file.commit()
  }

  private static func value(
    _ field: ArraySlice<UInt8>, _ kind: GeoPackageLayer.Column.Kind
  ) -> GeoPackageWriter.Value {
    if field.isEmpty { return .null }
    let text = String(decoding: field, as: UTF8.self)
    switch kind {
    case .text, .attribute, .date, .dateTime: return .text(text)
    case .integer: return Int(text).map(GeoPackageWriter.Value.integer) ?? .text(text)
    case .real: return Double(text).map(GeoPackageWriter.Value.real) ?? .text(text)
    }
  }
}
