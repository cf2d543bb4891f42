import Geometry
import Shapefiles

/// The records of a point Shapefile; a share is some of them.
final class PointRows: FeatureRows {
  let noun = "record"
  let names: [String]
  let crs: String?
  let havePositions = true
  var hasRebuiltIndex: Bool { file.hasRebuiltIndex }

  private let file: PointShapefile
  /// The record at which the next share begins.
  private var next = 0
  private let cursors = CursorPool<PointCursor>()

  /// Opens a Shapefile.
  ///
  /// - Parameters:
  ///   - path: The `.shp`.
  ///   - location: Where it lies; at its path if `nil`.
  ///   - rebuildsIndex: Whether an index that cannot be used is made again from the rest.
  /// - Throws: ``IncidentError/shapefile(_:)``.
  init(path: String, at location: String? = nil, rebuildsIndex: Bool) throws(IncidentError) {
    do throws(ShapefileError) {
      file = try PointShapefile(reading: path, at: location, rebuildsIndex: rebuildsIndex)
    } catch {
      throw .shapefile(error)
    }
    names = file.fields.map(\.name)
    crs = file.projection
  }

  var bytesRead: Int { cursors.bytesRead }

  var warnings: [String] { file.warnings }

  var sample: (rows: Int, bytes: Int)? { (file.recordCount, .max) }

  func nextShare() throws(IncidentError) -> (any FeatureShare)? {
    guard next < file.recordCount else { return nil }
    let records = next..<min(next + cursors.span, file.recordCount)
    next = records.upperBound
    do throws(ShapefileError) {
      let cursor: PointCursor
      if let free = cursors.take() {
        cursor = free
      } else {
        cursor = PointCursor(try PointShapefile(file))
      }
      return PointShare(cursor, records, of: cursors)
    } catch {
      throw .shapefile(error)
    }
  }
}

/// Open files with which shares are read, one after the other.
///
/// Sendable because one worker at a time has it.
private final class PointCursor: @unchecked Sendable {
  let file: PointShapefile

  init(_ file: PointShapefile) { self.file = file }
}

/// Some records of a Shapefile.
private final class PointShare: FeatureShare {
  private let cursor: PointCursor
  private let records: Range<Int>
  private let cursors: CursorPool<PointCursor>

  init(_ cursor: PointCursor, _ records: Range<Int>, of cursors: CursorPool<PointCursor>) {
    self.cursor = cursor
    self.records = records
    self.cursors = cursors
    cursor.file.seek(record: records.lowerBound)
  }

  func fill(_ block: TextBlock, _ columns: WantedColumns) throws(TextFault) -> Bool {
    var rows = RowWriter(block)
    let hasMore: Bool
    do throws(ShapefileError) {
      hasMore = try write(to: &rows, columns)
    } catch {
      throw .failure(.shapefile(error))
    }
    try rows.finish()
    cursors.note(bytes: rows.byteCount)
    if !hasMore { cursors.give(cursor, rows: records.count) }
    return hasMore
  }

  private func write(
    to rows: inout RowWriter, _ columns: WantedColumns
  ) throws(ShapefileError) -> Bool {
    let file = cursor.file
    while !rows.isFull {
      guard try file.next(before: records.upperBound) else { return false }
      let place = file.point.map { FeaturePosition.point(x: $0.x, y: $0.y) } ?? .none
      rows.begin(place, asText: columns.includesCoordinates)
      for field in columns.isWanted.indices {
        if columns.isWanted[field] { file.withBytes(ofField: field) { rows.append($0) } }
        rows.endField()
      }
      rows.endRow()
    }
    return true
  }
}
