import GeoPackages
import Interchange
import Projections
import Tables

/// Hands batches on as they are: SQLite takes values, not bytes that could be made beforehand.
struct PassingEncoder: RowEncoder {
  func encode(_ batch: RowBatch) -> RowBatch { batch }
}

/// A GeoPackage of rows with positions, written as they come.
final class GeoPackageRowFile: RowFile {
  let encoder = PassingEncoder()
  private let file: OutputFile
  private let writer: GeoPackageWriter

  /// The columns of times that are text, because no type of the format holds all their values.
  var mixedTimes: [String] { writer.mixedMoments }

  /// Opens a file for writing.
  ///
  /// - Parameters:
  ///   - path: The file; not standard output.
  ///   - columns: The columns of the batches.
  ///   - crs: The system of the coordinates.
  /// - Throws: ``OutputError``, ``ProjectionError``.
  init(path: String, columns: [RowColumn], crs: String) throws {
    file = try OutputFile(path: path)
    let layer = GeoPackageLayer(
      name: "incidents",
      columns: columns.map { column in
        switch column.kind {
        case .text: .init(column.name, .text)
        case .attribute: .init(column.name, .attribute)
        case .time: .init(column.name, .moment)
        case .number: .init(column.name, .real)
        }
      }, geometry: .points, reference: try SpatialReference(crs: crs))
    let location = try file.requireLocation(for: "a GeoPackage")
    do throws(GeoPackageError) {
      writer = try GeoPackageWriter(path: location, layer: layer)
    } catch {
      throw OutputError.cannotWrite(path: path, reason: error.reason)
    }
  }

  /// Does nothing: the tables are made with the file.
  func begin() {}

  /// Writes the rows of the next batch.
  func write(_ rows: RowBatch) throws {
    if rows.rowCount == 0 { return }
    do throws(GeoPackageError) {
      try writer.append(
        count: rows.rowCount, bytes: rows.bytes, ends: rows.ends, x: rows.x, y: rows.y)
    } catch {
      throw OutputError.cannotWrite(path: file.path, reason: error.reason)
    }
  }

  /// Ends the file; a GeoPackage has no place for members.
  func finish(_ members: [JSONValue.Member]) throws {
    do throws(GeoPackageError) {
      try writer.finish()
    } catch {
      throw OutputError.cannotWrite(path: file.path, reason: error.reason)
    }
    try file.commit()
  }
}

extension GeoPackageError {
  /// Why writing failed, without the name of the hidden file.
  var reason: String {
    if case .unwritable(_, let reason) = self { reason } else { description }
  }
}
