/// What a polygon Shapefile holds: rings, attributes, projection.
///
///     let file = try Shapefile(reading: "boundaries/wards.shp")
///     let codes = try file.attributes.column(file.attributes.index(ofField: "WD22CD")!)
///
/// Every byte that decides a size or a place is checked before Shapelib sees it, so that a damaged
/// file ends in an error and never in more memory than the file has bytes.
///
/// After ESRI (1998), Shapefile Technical Description,
/// https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf
package struct Shapefile: Sendable {
  /// The file's name without folders and extension.
  package let name: String
  /// The path of the `.shp`.
  package let path: String
  /// The rings of each record that is not deleted, closed; none for a record without an outline.
  package let rings: RingColumns
  /// The attributes of the same records.
  package let attributes: AttributeTable
  /// The number of each record in the file, from 1; deleted records are left out.
  package let recordNumbers: [Int]
  /// The number of records in the file, deleted ones and those without an outline included.
  package let recordCount: Int
  /// The content of the `.prj`, `nil` if there is none.
  package let projection: String?
  /// How the attributes' text is encoded, and why.
  package let encoding: EncodingChoice
  /// What was left out or put right, in the order of the records.
  package let warnings: [ShapefileWarning]

  /// Reads a Shapefile.
  ///
  /// A record with a coordinate that is no number, or beyond any coordinate system, is left out.
  ///
  /// - Parameters:
  ///   - path: The path of the `.shp`, with or without its extension, which may be in any letter
  ///     case.
  ///   - location: Where the `.shp` lies; at its path if `nil`.
  ///   - rebuildsIndex: Whether an index that cannot be used is made again from the `.shp`.
  /// - Throws: ``ShapefileError`` for missing, truncated or disagreeing files, and for files that
  ///   hold no areas.
  /// - Complexity: O(*n* log *n*) for *n* records, and linear in the size of the files.
  package init(
    reading path: String, at location: String? = nil, rebuildsIndex: Bool = false
  ) throws(ShapefileError) {
    let paths = ShapefilePaths(path, at: location)
    var shapes = try paths.open("shp")
    var table = try paths.open("dbf")
    let layout = try AttributeLayout(&table)
    let places = try ShapeIndex(
      of: &shapes, paths, holding: .areas, attributes: layout.recordCount,
      rebuilds: rebuildsIndex)
    let index = places.isRebuilt ? try places.bytes(head: shapes.bytes(at: 0, count: 100)) : nil
    guard let files = ShapelibFiles(paths, index: index), files.shapeCount == places.count,
      files.attributeCount == layout.recordCount
    else { throw .unreadable(path: shapes.path, reason: "Shapelib refuses it") }

    var rings = RingColumns()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.count * layout.recordLength)
    var recordNumbers: [Int] = []
    var leftOut: [ShapefileWarning] = []
    for record in 0..<places.count {
      try places.checkRecord(record, of: &shapes)
      if files.isDeleted(record: record) { continue }
      let firstVertex = rings.x.count
      guard files.appendRings(ofRecord: record, to: &rings),
        files.appendTuple(ofRecord: record, length: layout.recordLength, to: &bytes)
      else {
        throw .badRecord(path: shapes.path, record: record + 1, reason: "Shapelib refuses it")
      }
      recordNumbers.append(record + 1)
      if let value = rings.firstImpossibleCoordinate(from: firstVertex) {
        rings.emptyLastRecord()
        leftOut.append(.leftOut(record: record + 1, reason: RingColumns.fault(of: value)))
      }
    }
    var attributes = AttributeTable(
      path: table.path, layout: layout, bytes: bytes, encoding: .utf8)
    encoding = EncodingChoice(
      codePage: try Self.text(of: "cpg", of: paths), languageDriver: layout.languageDriver,
      form: { attributes.form })
    attributes.encoding = encoding.encoding

    let repaired = rings.repaired(recordNumbers: recordNumbers)
    self.name = paths.name
    self.path = shapes.path
    self.rings = repaired.columns
    self.attributes = attributes
    self.recordNumbers = recordNumbers
    self.recordCount = places.count
    self.projection = try Self.text(of: "prj", of: paths)
    self.warnings =
      (places.isRebuilt ? [.rebuiltIndex] : []) + encoding.warnings
      + Self.deletionWarning(kept: recordNumbers, of: places.count)
      + .ordered(leftOut: leftOut, repairs: repaired.warnings)
  }

  /// Returns the content of a Shapefile's `.prj` without reading the rest; `nil` if there is none.
  ///
  /// - Throws: ``ShapefileError`` when the `.prj` cannot be read.
  package static func projection(ofFileAt path: String) throws(ShapefileError) -> String? {
    try text(of: "prj", of: ShapefilePaths(path))
  }

  /// Returns the trimmed content of a small text file, `nil` if there is none.
  static func text(
    of part: String, of paths: ShapefilePaths
  ) throws(ShapefileError) -> String? {
    guard paths.existing(part) != nil else { return nil }
    var file = try paths.open(part)
    guard file.size <= 1 << 20 else {
      throw .wrongKind(
        path: file.path, found: "it has \(file.size) bytes, at most 1048576 are allowed")
    }
    let bytes = Array(try file.bytes(at: 0, count: file.size))
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    // Editors leave line ends behind; neither a name nor WKT begins or ends with one.
    let blanks: Set<UInt8> = [0, 0x09, 0x0A, 0x0D, 0x20]
    let head = marked.drop(while: blanks.contains)
    guard let last = head.lastIndex(where: { !blanks.contains($0) }) else { return "" }
    return TextEncoding.utf8.decode(head[...last])
  }

  /// Returns a warning when some records of the file are not among those kept.
  private static func deletionWarning(kept: [Int], of count: Int) -> [ShapefileWarning] {
    guard kept.count < count else { return [] }
    let first = zip(kept, 1...).first { $0 != $1 }?.1 ?? kept.count + 1
    return [.deletedRecords(count: count - kept.count, first: first)]
  }
}
