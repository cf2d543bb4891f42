package import Geometry

/// The records of a point Shapefile, one after the other, without ever holding all of them.
///
///     let file = try PointShapefile(reading: "incidents.shp")
///     while try file.next() { ... file.point ... file.value(ofField: 0) ... }
///
/// After ESRI (1998), Shapefile Technical Description; heights and measures are passed over.
package final class PointShapefile {
  /// The path of the `.shp`.
  package let path: String
  /// The fields of the attribute table.
  package let fields: [ShapefileField]
  /// The content of the `.prj`, `nil` if there is none or it is empty.
  package let projection: String?
  /// How the attributes' text is encoded, and why.
  package let encoding: EncodingChoice
  /// The number of the record that was read, from 1.
  package private(set) var recordNumber = 0
  /// Where the record lies; nil for a null shape.
  package private(set) var point: Point?

  private var shapes: ByteFile
  private var table: ByteFile
  private let places: ShapeIndex
  private let layout: AttributeLayout
  private let headerLength: Int
  /// The records of the attribute table that are at hand, and the first of them.
  private var attributes: AttributeTable
  private var firstRecord = 0

  /// How many records of the attribute table are held at a time.
  private static let chunk = 512

  /// Opens a Shapefile.
  ///
  /// - Parameters:
  ///   - path: The path of the `.shp`, with or without its extension.
  ///   - location: Where the `.shp` lies; at its path if `nil`.
  ///   - rebuildsIndex: Whether an index that cannot be used is made again from the `.shp`.
  /// - Throws: ``ShapefileError`` for missing, truncated or disagreeing files, and for files that
  ///   hold no points.
  /// - Complexity: O(*n*) for *n* records, of which the places are kept.
  package init(
    reading path: String, at location: String? = nil, rebuildsIndex: Bool = false
  ) throws(ShapefileError) {
    let paths = ShapefilePaths(path, at: location)
    var shapes = try paths.open("shp")
    var table = try paths.open("dbf")
    let layout = try AttributeLayout(&table)
    let places = try ShapeIndex(
      of: &shapes, paths, holding: .points, attributes: layout.recordCount,
      rebuilds: rebuildsIndex)
    let headerLength = try Int(table.byte(at: 8)) | Int(table.byte(at: 9)) << 8
    let form = try Self.form(&table, layout, headerLength)
    encoding = EncodingChoice(
      codePage: try Shapefile.text(of: "cpg", of: paths), languageDriver: layout.languageDriver,
      form: { form })
    let written = try Shapefile.text(of: "prj", of: paths)
    projection = written.flatMap { $0.isEmpty ? nil : $0 }
    attributes = AttributeTable(
      path: table.path, layout: layout, bytes: [], encoding: encoding.encoding)
    fields = layout.fields
    self.path = shapes.path
    self.shapes = shapes
    self.table = table
    self.places = places
    self.layout = layout
    self.headerLength = headerLength
  }

  /// Opens the files of another once more, to read other records at the same time.
  ///
  /// - Throws: ``ShapefileError``.
  package init(_ other: PointShapefile) throws(ShapefileError) {
    shapes = try ByteFile(path: other.path, at: other.shapes.location)
    table = try ByteFile(path: other.table.path, at: other.table.location)
    (path, fields, projection) = (other.path, other.fields, other.projection)
    (encoding, places, layout) = (other.encoding, other.places, other.layout)
    headerLength = other.headerLength
    attributes = AttributeTable(
      path: other.table.path, layout: layout, bytes: [], encoding: encoding.encoding)
  }

  /// Whether the index could not be used and the places come from the `.shp` alone.
  package var hasRebuiltIndex: Bool { places.isRebuilt }

  /// How many records there are, those that are deleted included.
  package var recordCount: Int { places.count }

  /// Goes to a record, counted from 0, which is the next to be read.
  package func seek(record: Int) {
    recordNumber = record
    attributes = AttributeTable(
      path: table.path, layout: layout, bytes: [], encoding: encoding.encoding)
    firstRecord = record
  }

  /// What was put right when the encoding was chosen, in words.
  package var warnings: [String] { encoding.warnings.map { $0.words(code: nil) } }

  /// Returns what all text of the attributes looks like as UTF-8.
  private static func form(
    _ table: inout ByteFile, _ layout: AttributeLayout, _ headerLength: Int
  ) throws(ShapefileError) -> TextForm {
    var form = TextForm.plain
    var record = 0
    while record < layout.recordCount && form != .other {
      let count = min(chunk, layout.recordCount - record)
      let bytes = try table.bytes(
        at: headerLength + record * layout.recordLength, count: count * layout.recordLength)
      let part = AttributeTable(
        path: table.path, layout: layout, bytes: Array(bytes), encoding: .utf8)
      form = max(form, part.form)
      record += count
    }
    return form
  }

  /// Reads the next record that is not deleted.
  ///
  /// - Parameter end: The record, counted from 0, before which to stop; by default the last one is
  ///   read too.
  /// - Returns: False when there are no more.
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)``,
  ///   ``ShapefileError/truncated(path:bytes:expected:)``.
  package func next(before end: Int = .max) throws(ShapefileError) -> Bool {
    while recordNumber < min(end, places.count) {
      let record = recordNumber
      recordNumber += 1
      if record >= firstRecord + attributes.recordCount { try readAttributes(from: record) }
      // dBASE marks a deleted record with an asterisk.
      if attributes.mark(ofRecord: record - firstRecord) == UInt8(ascii: "*") { continue }
      point = try places.point(ofRecord: record, in: &shapes)
      return true
    }
    return false
  }

  private func readAttributes(from record: Int) throws(ShapefileError) {
    let count = min(Self.chunk, layout.recordCount - record)
    let bytes = try table.bytes(
      at: headerLength + record * layout.recordLength, count: count * layout.recordLength)
    attributes = AttributeTable(
      path: table.path, layout: layout, bytes: Array(bytes), encoding: encoding.encoding)
    firstRecord = record
  }

  /// Returns a value of the record as text without padding; days as `2017-03-31`, nothing for a
  /// kind that Shapefiles do not use.
  package func value(ofField field: Int) -> String {
    if case .other = fields[field].kind { return "" }
    let text = attributes.text(ofRecord: recordNumber - 1 - firstRecord, field: field)
    guard fields[field].kind == .date, text.utf8.count == 8, text != "00000000" else {
      return text == "00000000" && fields[field].kind == .date ? "" : text
    }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }

  /// Looks at the bytes of a value of the record as ``value(ofField:)`` has it, in UTF-8.
  package func withBytes(ofField field: Int, _ body: (Span<UInt8>) -> Void) {
    let record = recordNumber - 1 - firstRecord
    if attributes.withPlainText(ofRecord: record, field: field, body) { return }
    body(Array(value(ofField: field).utf8).span)
  }
}

extension ShapeIndex {
  /// Returns where a record of points lies; nil for a null shape, and for a point without a place.
  ///
  /// Such a point has numbers that are none, or below -1e38 (ESRI 1998, page 2).
  ///
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)`` for a record of another type or
  ///   length, ``ShapefileError/indexDisagrees(path:record:reason:)``.
  func point(ofRecord record: Int, in shapes: inout ByteFile) throws(ShapefileError) -> Point? {
    func refuse(_ reason: String) -> ShapefileError {
      .badRecord(path: shapes.path, record: record + 1, reason: reason)
    }
    let content = offsets[record] + 8
    try checkLength(of: record, in: &shapes)
    let number = try shapes.littleEndian(at: content)
    if number == ShapeType.null.rawValue { return nil }
    guard number == type.rawValue else {
      throw refuse("its shape type is \(number), the file's is \(type.rawValue)")
    }
    guard lengths[record] >= 20 else {
      throw refuse("it has \(lengths[record]) bytes, a point has at least 20")
    }
    let point = try Point(x: shapes.real(at: content + 4), y: shapes.real(at: content + 12))
    let isPlace = point.x > -1e38 && point.y > -1e38
    return isPlace ? point : nil
  }
}
