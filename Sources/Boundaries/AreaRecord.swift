import Shapefiles

/// A record of a file whose outline is looked at before it is kept.
enum AreaRecord {
  /// Says why a record that is something else than an area is left out.
  static func fault(of found: String) -> String { "it is \(found), areas are needed" }

  /// Appends a record's rings to the columns of all records; a record without any where they cannot
  /// be used.
  ///
  /// - Returns: Why they cannot be used; nil if they can.
  static func append(
    x: [Double], y: [Double], ringEnds: [Int], polygonEnds: [Int], to rings: inout RingColumns
  ) -> String? {
    // Numbers beyond 1e12 are no metres, feet or degrees on Earth; they would overflow areas.
    func isImpossible(_ value: Double) -> Bool { !(abs(value) <= 1e12) }
    if let value = x.first(where: isImpossible) ?? y.first(where: isImpossible) {
      rings.endRecord()
      return RingColumns.fault(of: value)
    }
    let filled = ringEnds.indices.filter { (($0 == 0) ? 0 : ringEnds[$0 - 1]) < ringEnds[$0] }
    guard !filled.isEmpty else {
      rings.endRecord()
      return nil
    }
    var polygon = 0
    let polygons = filled.map { ring in
      while polygon < polygonEnds.count && polygonEnds[polygon] <= ring { polygon += 1 }
      return Int32(polygon)
    }
    rings.append(
      starts: filled.map { Int32($0 == 0 ? 0 : ringEnds[$0 - 1]) }, x: x, y: y, polygons: polygons)
    return nil
  }
}
