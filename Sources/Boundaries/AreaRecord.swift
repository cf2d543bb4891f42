import Shapefiles

/// A record of a file whose outline is looked at before it is kept.
struct AreaRecord {
  let path: String
  /// Which record it is, from 1.
  let number: Int
  /// What the format calls a record.
  let noun: String

  /// Returns the error of a record that is something else than an area.
  func notAnArea(_ found: String) -> BoundaryError {
    .badRecord(path: path, record: "\(noun) \(number)", reason: "it is \(found), areas are needed")
  }

  /// Appends the record's rings to the columns of all records.
  ///
  /// - Throws: ``BoundaryError/badRecord(path:record:reason:)`` for a ring whose last position is
  ///   not its first, and for a coordinate that is none.
  func append(
    x: [Double], y: [Double], ringEnds: [Int], polygonEnds: [Int], to rings: inout RingColumns
  ) throws(BoundaryError) {
    var start = 0
    for (ring, end) in ringEnds.enumerated() {
      // A ring without positions encloses nothing and is no fault.
      if end > start, x[start] != x[end - 1] || y[start] != y[end - 1] {
        throw .badRecord(
          path: path, record: "\(noun) \(number)",
          reason: "ring \(ring + 1) is not closed, its last position must be its first")
      }
      start = end
    }
    // Numbers beyond 1e12 are no metres, feet or degrees on Earth; they would overflow areas.
    if let value = (x + y).first(where: { !(abs($0) <= 1e12) }) {
      throw .badRecord(
        path: path, record: "\(noun) \(number)",
        reason: "a coordinate is '\(value)', it must be a finite number between -1e12 and 1e12")
    }
    let filled = ringEnds.indices.filter { (($0 == 0) ? 0 : ringEnds[$0 - 1]) < ringEnds[$0] }
    guard !filled.isEmpty else {
      rings.endRecord()
      return
    }
    var polygon = 0
    let polygons = filled.map { ring in
      while polygon < polygonEnds.count && polygonEnds[polygon] <= ring { polygon += 1 }
      return Int32(polygon)
    }
    rings.append(
      starts: filled.map { Int32($0 == 0 ? 0 : ringEnds[$0 - 1]) }, x: x, y: y, polygons: polygons)
  }
}
