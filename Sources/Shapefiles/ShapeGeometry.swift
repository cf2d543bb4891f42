import Geometry

/// The geometry of a Shapefile of points, lines or areas, without attributes: what a map draws
/// under its data, and the lines that a query asks about.
///
///     let roads = try ShapeGeometry(reading: "roads.shp")
///     roads.kind             // .lines
///     roads.partEnds.count   // how many lines
///
/// Only the `.shp` and the `.shx` are read, and every byte that decides a size or a place is
/// checked first. After ESRI (1998), Shapefile Technical Description; heights and measures are
/// passed over.
package struct ShapeGeometry: Sendable {
  /// What the parts are.
  package enum Kind: Sendable {
    /// Each part is a point.
    case points
    /// Each part is a line.
    case lines
    /// Each part is a ring.
    case areas
  }

  /// What the parts are.
  package let kind: Kind
  /// The path of the `.shp`.
  package let path: String
  /// The content of the `.prj`, `nil` if there is none or it is empty.
  package let projection: String?
  /// The vertices' eastings or longitudes, part by part in the order of the file.
  package private(set) var x: [Double] = []
  /// The vertices' northings or latitudes.
  package private(set) var y: [Double] = []
  /// Where each part ends among the vertices.
  package private(set) var partEnds: [Int] = []
  /// How many parts each record has, in the order of the file; none for a null shape.
  package private(set) var partCounts: [Int] = []

  /// Reads a Shapefile.
  ///
  /// - Parameters:
  ///   - path: The path of the `.shp`, with or without its extension.
  ///   - location: Where the `.shp` lies; at its path if `nil`.
  /// - Throws: ``ShapefileError`` for missing, truncated or disagreeing files, for files that hold
  ///   nothing flat, and for coordinates that are not numbers.
  /// - Complexity: O(*n*) for *n* vertices; memory is bounded by the size of the files.
  package init(reading path: String, at location: String? = nil) throws(ShapefileError) {
    let paths = ShapefilePaths(path, at: location)
    var shapes = try paths.open("shp")
    var index = try paths.open("shx")
    let places = try ShapeIndex(shapes: &shapes, index: &index, holding: .anything)
    kind =
      places.type.isLine
      ? .lines : places.type.isPoint || places.type.isMultiPoint ? .points : .areas
    let written = try Shapefile.text(of: "prj", of: paths)
    projection = written.flatMap { $0.isEmpty ? nil : $0 }
    self.path = shapes.path
    let count = try places.countRecords(in: &shapes)
    guard count == places.count else {
      throw .differingCounts(
        path: shapes.path, shapes: count, index: places.count, attributes: places.count)
    }
    for record in 0..<places.count {
      let before = partEnds.count
      try append(record, of: places, &shapes)
      partCounts.append(partEnds.count - before)
    }
  }

  // MARK: -

  private mutating func append(
    _ record: Int, of places: ShapeIndex, _ shapes: inout ByteFile
  ) throws(ShapefileError) {
    let content = places.offsets[record] + 8
    if places.type.isPoint {
      guard let point = try places.point(ofRecord: record, in: &shapes) else { return }
      try append(x: point.x, y: point.y, record, shapes.path)
      partEnds.append(x.count)
      return
    }
    if try shapes.littleEndian(at: content) == ShapeType.null.rawValue { return }
    if places.type.isMultiPoint {
      let count = try places.pointCount(ofRecord: record, in: &shapes)
      for point in 0..<count {
        try appendVertex(at: content + 40 + 16 * point, &shapes, record)
        partEnds.append(x.count)
      }
      return
    }
    try places.checkRecord(record, of: &shapes)
    let parts = try shapes.littleEndian(at: content + 36)
    let points = try shapes.littleEndian(at: content + 40)
    for part in 0..<parts {
      let start = try shapes.littleEndian(at: content + 44 + 4 * part)
      let end =
        part + 1 < parts ? try shapes.littleEndian(at: content + 48 + 4 * part) : points
      for point in start..<end {
        try appendVertex(at: content + 44 + 4 * parts + 16 * point, &shapes, record)
      }
      partEnds.append(x.count)
    }
  }

  private mutating func appendVertex(
    at offset: Int, _ shapes: inout ByteFile, _ record: Int
  ) throws(ShapefileError) {
    try append(
      x: shapes.real(at: offset), y: shapes.real(at: offset + 8), record, shapes.path)
  }

  private mutating func append(
    x newX: Double, y newY: Double, _ record: Int, _ path: String
  ) throws(ShapefileError) {
    for value in [newX, newY] where !(abs(value) <= 1e12) {
      throw .badRecord(path: path, record: record + 1, reason: RingColumns.fault(of: value))
    }
    x.append(newX)
    y.append(newY)
  }
}

extension ShapeIndex {
  /// Returns how many points a record of a group of points has, once they fit into it.
  ///
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)`` for a record of another type or
  ///   length.
  fileprivate func pointCount(
    ofRecord record: Int, in shapes: inout ByteFile
  ) throws(ShapefileError) -> Int {
    func refuse(_ reason: String) -> ShapefileError {
      .badRecord(path: shapes.path, record: record + 1, reason: reason)
    }
    let content = offsets[record] + 8
    let number = try shapes.littleEndian(at: content)
    guard number == type.rawValue else {
      throw refuse("its shape type is \(number), the file's is \(type.rawValue)")
    }
    guard lengths[record] >= 40 else {
      throw refuse("it has \(lengths[record]) bytes, a group of points has at least 40")
    }
    let count = try shapes.littleEndian(at: content + 36)
    guard count >= 0, 40 + 16 * count <= lengths[record] else {
      throw refuse("\(count) points do not fit into its \(lengths[record]) bytes")
    }
    return count
  }
}
