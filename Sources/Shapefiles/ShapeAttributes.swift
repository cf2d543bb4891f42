/// The attributes of a Shapefile of any shapes, a share of the records at a time.
///
///     if let attributes = try ShapeAttributes(reading: "roads.shp") {
///       try attributes.read(fields: [0]) { record, values in ... }
///     }
///
/// Records that are deleted count like all others, as they do among the shapes.
package final class ShapeAttributes {
  /// The fields in the file's order.
  package let fields: [ShapefileField]
  /// How many records there are.
  package let recordCount: Int

  private var table: ByteFile
  private let layout: AttributeLayout
  private let headerLength: Int
  private let encoding: TextEncoding

  /// About how many bytes are read at a time.
  private static let share = 1 << 20

  /// Opens the table beside a Shapefile; `nil` if there is none.
  ///
  /// - Parameter path: The path of the `.shp`, with or without its extension.
  /// - Throws: ``ShapefileError`` for a table that is damaged or cannot be read.
  /// - Complexity: O(*n*) for *n* bytes of the table; memory is bounded.
  package init?(reading path: String) throws(ShapefileError) {
    let paths = ShapefilePaths(path)
    guard paths.existing("dbf") != nil else { return nil }
    var table = try paths.open("dbf")
    layout = try AttributeLayout(&table)
    headerLength = try Int(table.byte(at: 8)) | Int(table.byte(at: 9)) << 8
    fields = layout.fields
    recordCount = layout.recordCount
    var form = TextForm.plain
    var record = 0
    while record < layout.recordCount && form != .other {
      let part = try Self.part(of: &table, layout, headerLength, from: record, encoding: .utf8)
      form = max(form, part.form)
      record += part.recordCount
    }
    encoding =
      EncodingChoice(
        codePage: try Shapefile.text(of: "cpg", of: paths), languageDriver: layout.languageDriver,
        form: { form }
      ).encoding
    self.table = table
  }

  /// Reads the values of fields, record by record.
  ///
  /// - Parameters:
  ///   - fields: The places of the fields.
  ///   - body: Told the record, counted from 0, and its values in the order of the fields.
  /// - Throws: ``ShapefileError/truncated(path:bytes:expected:)``.
  /// - Complexity: O(*n*) for *n* bytes of the table; memory is bounded.
  package func read(
    fields: [Int], _ body: (_ record: Int, _ values: [String]) -> Void
  ) throws(ShapefileError) {
    var record = 0
    while record < recordCount {
      let part = try Self.part(
        of: &table, layout, headerLength, from: record, encoding: encoding)
      for place in 0..<part.recordCount {
        body(record + place, fields.map { part.text(ofRecord: place, field: $0) })
      }
      record += part.recordCount
    }
  }

  private static func part(
    of table: inout ByteFile, _ layout: AttributeLayout, _ headerLength: Int, from record: Int,
    encoding: TextEncoding
  ) throws(ShapefileError) -> AttributeTable {
    let count = min(max(share / layout.recordLength, 1), layout.recordCount - record)
    let bytes = try table.bytes(
      at: headerLength + record * layout.recordLength, count: count * layout.recordLength)
    return AttributeTable(
      path: table.path, layout: layout, bytes: Array(bytes), encoding: encoding)
  }
}
