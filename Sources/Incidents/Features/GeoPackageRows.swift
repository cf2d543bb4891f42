import GeoPackages

/// The rows of a layer of a GeoPackage.
///
/// A share is the rows of a range of numbers, read on a connection of its own; or all rows, where
/// the layer cannot be read in parts.
final class GeoPackageRows: FeatureRows {
  let noun = "row"
  let names: [String]
  let crs: String?
  var havePositions: Bool { reader.hasGeometry }
  var areAttributesAlone: Bool { !reader.hasGeometry }

  private let address: GeoPackageAddress
  private let reader: GeoPackageReader
  private let numbers: ClosedRange<Int>?
  /// Where the next share begins; `nil` if there are no more.
  private var next: Int?
  private let cursors = CursorPool<GeoPackageCursor>()

  /// Opens a layer.
  init(_ address: GeoPackageAddress) throws(IncidentError) {
    do throws(GeoPackageError) {
      reader = try GeoPackageReader(address, readsAttributes: true)
      numbers = try reader.lockedNumbers()
    } catch {
      throw .geoPackage(error)
    }
    self.address = address
    names = reader.columns.map(\.name)
    crs = reader.crs
    next = numbers?.lowerBound ?? 0
  }

  var bytesRead: Int { cursors.bytesRead }

  var sample: (rows: Int, bytes: Int)? {
    // What cannot be counted cannot be read either, which is told then.
    (try? reader.countRows()).map { ($0, .max) }
  }

  func nextShare() throws(IncidentError) -> (any FeatureShare)? {
    guard let from = next else { return nil }
    guard let numbers else {
      next = nil
      return GeoPackageShare(GeoPackageCursor(reader), numbers: nil, of: cursors)
    }
    do throws(GeoPackageError) {
      guard let first = try reader.firstNumber(from: from) else {
        next = nil
        return nil
      }
      let (end, isBeyond) = first.addingReportingOverflow(cursors.span - 1)
      let last = isBeyond ? numbers.upperBound : min(end, numbers.upperBound)
      next = last < numbers.upperBound ? last + 1 : nil
      let cursor: GeoPackageCursor
      if let free = cursors.take() {
        cursor = free
      } else {
        cursor = GeoPackageCursor(
          try GeoPackageReader(address, readsAttributes: true))
      }
      return GeoPackageShare(cursor, numbers: first...last, of: cursors)
    } catch {
      throw .geoPackage(error)
    }
  }
}

/// A connection with which shares are read, one after the other.
///
/// Sendable because one worker at a time has it.
private final class GeoPackageCursor: @unchecked Sendable {
  fileprivate let reader: GeoPackageReader
  /// Whether the columns have been chosen, which are the same for all shares.
  private var isPrepared = false

  init(_ reader: GeoPackageReader) { self.reader = reader }

  fileprivate func begin(
    _ columns: WantedColumns, _ numbers: ClosedRange<Int>?
  ) throws(GeoPackageError) {
    if isPrepared, let numbers {
      reader.restart(at: numbers)
    } else {
      try reader.read(columns: columns.attributes, numbers: numbers)
      isPrepared = true
    }
  }
}

/// Some rows of a GeoPackage.
private final class GeoPackageShare: FeatureShare {
  private let cursor: GeoPackageCursor
  private let numbers: ClosedRange<Int>?
  private let cursors: CursorPool<GeoPackageCursor>
  private var hasBegun = false

  init(
    _ cursor: GeoPackageCursor, numbers: ClosedRange<Int>?, of cursors: CursorPool<GeoPackageCursor>
  ) {
    self.cursor = cursor
    self.numbers = numbers
    self.cursors = cursors
  }

  func fill(_ block: TextBlock, _ columns: WantedColumns) throws(TextFault) -> Bool {
    var rows = RowWriter(block)
    let hasMore: Bool
    do throws(GeoPackageError) {
      if !hasBegun { try cursor.begin(columns, numbers) }
      hasBegun = true
      hasMore = try write(to: &rows, columns)
    } catch {
      throw .geoPackage(ordinal: block.ordinal, before: rows.rowCount, error)
    }
    try rows.finish()
    cursors.note(bytes: rows.byteCount)
    if !hasMore { cursors.give(cursor, rows: cursor.reader.rowNumber) }
    return hasMore
  }

  private func write(
    to rows: inout RowWriter, _ columns: WantedColumns
  ) throws(GeoPackageError) -> Bool {
    let reader = cursor.reader
    while !rows.isFull {
      guard try reader.next() else { return false }
      let place = Self.place(reader.geometry)
      rows.begin(place, asText: columns.includesCoordinates)
      for column in columns.isWanted.indices {
        if columns.isWanted[column] { reader.withBytes(ofColumn: column) { rows.append($0) } }
        rows.endField()
      }
      rows.endRow()
    }
    return true
  }

  private static func place(_ geometry: GeometryReader) -> FeaturePosition {
    switch geometry.kind {
    case .none: .none
    case .point: .point(x: geometry.x[0], y: geometry.y[0])
    case .points where geometry.x.count == 1: .point(x: geometry.x[0], y: geometry.y[0])
    default: .noPoint
    }
  }
}
