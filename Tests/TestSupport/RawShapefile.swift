public import Geometry

/// A Shapefile put together byte by byte after the specification, for tests that need a strange
/// one.
///
/// Shares no code with the reader and writer under test.
public struct RawShapefile: Sendable {
  /// A field of the attribute table.
  public struct Field: Sendable {
    var name: String
    var letter: Character
    var width: Int
    var decimals: Int

    /// Creates a field; letters are those of dBASE, `C` for text and `N` for numbers.
    public init(_ name: String, _ letter: Character = "C", width: Int = 12, decimals: Int = 0) {
      self.name = name
      self.letter = letter
      self.width = width
      self.decimals = decimals
    }
  }

  /// The shape type in the headers and records: 5 for Polygon, 15 for PolygonZ, 25 for PolygonM.
  public var type: Int32 = 5
  /// Whether Z and M records have measures.
  public var hasMeasures = true
  /// The rings of each record; none makes a null shape.
  public var records: [[[Point]]]
  /// The fields.
  public var fields: [Field]
  /// The bytes of each record's values, padded when written.
  public var rows: [[[UInt8]]]
  /// The records marked as deleted.
  public var deleted: Set<Int> = []
  /// The language driver, byte 29 of the table.
  public var languageDriver: UInt8 = 0
  /// The content of the `.cpg`; nil writes none.
  public var codePage: String?
  /// The content of the `.prj`; nil writes none.
  public var projection: String? = "PROJCS[\"British_National_Grid\"]"

  /// Creates a Shapefile with rings and text values.
  public init(
    records: [[[Point]]], fields: [Field] = [Field("CODE"), Field("NAME", width: 20)],
    rows: [[String]]
  ) {
    self.records = records
    self.fields = fields
    self.rows = rows.map { $0.map { Array($0.utf8) } }
  }

  /// Returns squares side by side with codes A, B, C and so on.
  public static func squares(_ count: Int) -> RawShapefile {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return RawShapefile(
      records: (0..<count).map { [clockwiseSquare(x: 400_000 + Double($0) * 10, y: 300_000)] },
      rows: (0..<count).map { [String(letters[$0]), "Area \(letters[$0])"] })
  }

  /// Returns a closed square ring that runs clockwise.
  public static func clockwiseSquare(x: Double, y: Double, size: Double = 10) -> [Point] {
    [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)].map { Point(x: x + $0 * size, y: y + $1 * size) }
  }

  /// Writes the files, in place of those of the same name.
  public func write(to folder: TemporaryFolder, as name: String = "areas") throws {
    try folder.write(shapes, to: "\(name).shp")
    try folder.write(index, to: "\(name).shx")
    try folder.write(table, to: "\(name).dbf")
    for (part, text) in [("cpg", codePage), ("prj", projection)] {
      folder.remove("\(name).\(part)")
      if let text { try folder.write(text.utf8, to: "\(name).\(part)") }
    }
  }

  /// The bytes of the `.shp`.
  public var shapes: [UInt8] {
    let contents = records.map(content)
    var bytes = header(length: 100 + contents.reduce(0) { $0 + 8 + $1.count })
    for (number, content) in contents.enumerated() {
      bytes += bigEndian(number + 1) + bigEndian(content.count / 2) + content
    }
    return bytes
  }

  /// The bytes of the `.shx`.
  public var index: [UInt8] {
    var bytes = header(length: 100 + 8 * records.count)
    var offset = 100
    for record in records {
      let length = content(of: record).count
      bytes += bigEndian(offset / 2) + bigEndian(length / 2)
      offset += 8 + length
    }
    return bytes
  }

  /// The bytes of the `.dbf`.
  public var table: [UInt8] {
    let recordLength = 1 + fields.reduce(0) { $0 + $1.width }
    let headerLength = 33 + 32 * fields.count
    var bytes: [UInt8] = [3, 120, 1, 1] + littleEndian(Int32(rows.count))
    bytes += [UInt8(headerLength % 256), UInt8(headerLength / 256)]
    bytes += [UInt8(recordLength % 256), UInt8(recordLength / 256)]
    bytes += [UInt8](repeating: 0, count: 17) + [languageDriver, 0, 0]
    for field in fields {
      let name = Array(field.name.utf8)
      bytes += name + [UInt8](repeating: 0, count: 11 - name.count)
      bytes += [field.letter.asciiValue ?? 0, 0, 0, 0, 0]
      bytes += [UInt8(field.width), UInt8(field.decimals)] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (number, row) in rows.enumerated() {
      bytes.append(deleted.contains(number) ? 0x2A : 0x20)
      for (field, value) in zip(fields, row) {
        let padding = [UInt8](repeating: 0x20, count: field.width - value.count)
        bytes += field.letter == "N" ? padding + value : value + padding
      }
    }
    return bytes + [0x1A]
  }

  private func content(of rings: [[Point]]) -> [UInt8] {
    guard !rings.isEmpty else { return littleEndian(Int32(0)) }
    let points = rings.flatMap { $0 }
    var bytes = littleEndian(type)
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    bytes += [xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0].flatMap(littleEndian)
    bytes += littleEndian(Int32(rings.count)) + littleEndian(Int32(points.count))
    var start: Int32 = 0
    for ring in rings {
      bytes += littleEndian(start)
      start += Int32(ring.count)
    }
    for point in points { bytes += littleEndian(point.x) + littleEndian(point.y) }
    let ordinates = [UInt8](repeating: 0, count: 16 + 8 * points.count)
    if type == 15 { bytes += ordinates }
    if type != 5, hasMeasures { bytes += ordinates }
    return bytes
  }

  private func header(length: Int) -> [UInt8] {
    bigEndian(9994) + [UInt8](repeating: 0, count: 20) + bigEndian(length / 2)
      + littleEndian(Int32(1000)) + littleEndian(type) + [UInt8](repeating: 0, count: 64)
  }

  private func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private func littleEndian(_ value: Int32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private func littleEndian(_ value: Double) -> [UInt8] {
    stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: value.bitPattern >> $0) }
  }
}
