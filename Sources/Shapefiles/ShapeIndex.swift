/// Where each record lies in the `.shp`, from a `.shx` that has been checked against it.
struct ShapeIndex: Sendable, Equatable {
  /// The type the file says its records have.
  let type: ShapeType
  /// The place of each record's header in the `.shp`, in bytes.
  let offsets: [Int]
  /// The length of each record's content, without its header of eight bytes.
  let lengths: [Int]

  /// Whether the places come from the `.shp` alone, because the `.shx` cannot be used.
  var isRebuilt = false

  /// The number of records.
  var count: Int { offsets.count }

  /// What the records must be.
  enum Kind {
    case areas, points
    /// Anything flat: points, lines or areas.
    case anything
  }

  private static let headerLength = 100
  private static let fileCode = 9994

  /// Reads the index and checks it against both files' headers and sizes.
  ///
  /// - Throws: ``ShapefileError/wrongKind(path:found:)`` for a file that is no Shapefile,
  ///   ``ShapefileError/truncated(path:bytes:expected:)`` for one shorter than it says,
  ///   ``ShapefileError/notAreas(path:found:)``, ``ShapefileError/notPoints(path:found:)`` and
  ///   ``ShapefileError/notFlat(path:found:)`` for files that hold something else, and
  ///   ``ShapefileError/badRecord(path:record:reason:)`` for a record outside the `.shp` or on top
  ///   of another.
  /// - Complexity: O(*n* log *n*) for *n* records; memory is bounded by the size of the `.shx`.
  init(
    shapes: inout ByteFile, index: inout ByteFile, holding kind: Kind
  ) throws(ShapefileError) {
    let shapesHeader = try Self.header(of: &shapes, holding: kind)
    let indexHeader = try Self.header(of: &index)
    guard indexHeader.type == shapesHeader.type else {
      throw .wrongKind(
        path: index.path,
        found: "the index is of \(indexHeader.type.words) and the .shp of another type")
    }
    guard indexHeader.length == index.size, (index.size - Self.headerLength) % 8 == 0 else {
      throw .wrongKind(
        path: index.path,
        found: "the header says \(indexHeader.length) bytes and the file holds \(index.size)")
    }
    type = shapesHeader.type

    let count = (index.size - Self.headerLength) / 8
    var offsets: [Int] = []
    var lengths: [Int] = []
    offsets.reserveCapacity(count)
    lengths.reserveCapacity(count)
    for record in 0..<count {
      let entry = Self.headerLength + 8 * record
      let offset = try 2 * index.bigEndian(at: entry)
      let length = try 2 * index.bigEndian(at: entry + 4)
      guard offset >= Self.headerLength, length >= 4, offset + 8 + length <= shapesHeader.length
      else {
        throw .badRecord(
          path: index.path, record: record + 1,
          reason: "the index points to bytes \(offset) to \(offset + 8 + length), the .shp has "
            + "records from \(Self.headerLength) to \(shapesHeader.length)")
      }
      offsets.append(offset)
      lengths.append(length)
    }
    self.offsets = offsets
    self.lengths = lengths
  }

  /// Holds places that were found in the `.shp`.
  init(rebuilt type: ShapeType, offsets: [Int], lengths: [Int]) {
    (self.type, self.offsets, self.lengths) = (type, offsets, lengths)
    isRebuilt = true
  }

  /// Returns the same of the `.shp`, whose records must be of a kind.
  static func header(
    of shapes: inout ByteFile, holding kind: Kind
  ) throws(ShapefileError) -> (type: ShapeType, length: Int) {
    let header = try header(of: &shapes)
    switch kind {
    case .areas where !header.type.isPolygon:
      throw .notAreas(path: shapes.path, found: header.type.words)
    case .points where !header.type.isPoint:
      throw .notPoints(path: shapes.path, found: header.type.words)
    case .anything where header.type == .null || header.type == .multiPatch:
      throw .notFlat(path: shapes.path, found: header.type.words)
    default: return header
    }
  }

  /// Returns the type and the length in bytes that a header states, once they are possible.
  private static func header(
    of file: inout ByteFile
  ) throws(ShapefileError) -> (type: ShapeType, length: Int) {
    guard file.size >= headerLength else {
      throw .truncated(path: file.path, bytes: file.size, expected: headerLength)
    }
    let code = try file.bigEndian(at: 0)
    guard code == fileCode else {
      throw .wrongKind(
        path: file.path, found: "it begins with \(code), a Shapefile begins with \(fileCode)")
    }
    let length = try 2 * file.bigEndian(at: 24)
    guard length <= file.size else {
      throw .truncated(path: file.path, bytes: file.size, expected: length)
    }
    guard length >= headerLength else {
      throw .wrongKind(
        path: file.path, found: "the header says \(length) bytes, at least 100 are needed")
    }
    let number = try file.littleEndian(at: 32)
    guard let type = ShapeType(rawValue: number) else {
      throw .wrongKind(path: file.path, found: "shape type \(number) does not exist")
    }
    return (type, length)
  }
}
