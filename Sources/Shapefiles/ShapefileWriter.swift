package import Geometry

/// Writes areas and their attributes as a Shapefile, the same bytes for the same input.
package enum ShapefileWriter {
  /// Writes `path.shp`, `path.shx`, `path.dbf`, `path.cpg` and, with a projection, `path.prj`.
  ///
  /// Outer rings run clockwise and holes counter-clockwise, as the specification wants; text is
  /// UTF-8, which the `.cpg` says. The date in the attribute table is always 1 January 2000.
  ///
  /// - Parameters:
  ///   - outlines: The areas, in the order of their records. One without rings is a null shape.
  ///   - fields: At least one field: text of 1 to 254 bytes, numbers of 1 to 20 characters, names
  ///     of 1 to 10 ASCII characters.
  ///   - rows: The values of each area, in the order of the fields.
  ///   - projection: The text of the `.prj`; nil writes none.
  ///   - path: The path without an extension. Files of that name are replaced.
  /// - Throws: ``ShapefileError/unwritable(path:reason:)`` when the system refuses a file, or a
  ///   field or a value does not fit the format. Values are never cut.
  package static func write(
    outlines: OutlineTable, fields: [ShapefileField], rows: [[ShapefileValue]],
    projection: String?, to path: String
  ) throws(ShapefileError) {
    precondition(
      rows.count == outlines.areaCount, "ShapefileWriter.write: rows and areas differ in count")
    precondition(
      rows.allSatisfy { $0.count == fields.count },
      "ShapefileWriter.write: a row and the fields differ in count")
    for field in fields { try check(field, path: path) }
    guard !fields.isEmpty else {
      throw .unwritable(path: "\(path).dbf", reason: "it has no fields, at least one is needed")
    }
    try writeRecords(outlines: outlines, fields: fields, rows: rows, to: path)
    try checkSizes(outlines: outlines, fields: fields, path: path)
    if let projection { try ByteFile.write(Array(projection.utf8), to: "\(path).prj") }
  }

  private static func writeRecords(
    outlines: OutlineTable, fields: [ShapefileField], rows: [[ShapefileValue]], to path: String
  ) throws(ShapefileError) {
    let files = try ShapelibOutput(path: path)
    for field in fields {
      guard files.add(field) else {
        throw .unwritable(
          path: "\(path).dbf",
          reason: "field '\(field.name)' does not fit a record of 65535 bytes")
      }
    }
    for (area, row) in rows.enumerated() {
      guard files.appendShape(area, of: outlines) else {
        throw .unwritable(path: "\(path).shp", reason: ByteFile.systemReason())
      }
      for (index, (field, value)) in zip(fields, row).enumerated() {
        guard files.write(value, as: field, index: index, record: area) else {
          throw .unwritable(
            path: "\(path).dbf",
            reason: "record \(area + 1): the value does not fit field '\(field.name)'")
        }
      }
    }
  }

  private static func check(_ field: ShapefileField, path: String) throws(ShapefileError) {
    func refuse(_ reason: String) -> ShapefileError {
      .unwritable(path: "\(path).dbf", reason: "field '\(field.name)' \(reason)")
    }
    let name = field.name.utf8
    guard (1...10).contains(name.count), name.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
      throw refuse("has a name of other than 1 to 10 ASCII characters")
    }
    switch field.kind {
    case .text(let width):
      guard (1...254).contains(width) else {
        throw refuse("is \(width) bytes wide, 1 to 254 are allowed")
      }
    case .integer(let width):
      guard (1...20).contains(width) else {
        throw refuse("is \(width) characters wide, 1 to 20 are allowed")
      }
    case .real(let width, let decimals):
      guard (3...20).contains(width), (1...width - 2).contains(decimals) else {
        throw refuse(
          "is \(width) characters wide with \(decimals) decimals, 3 to 20 are allowed and "
            + "decimals from 1 to the width less 2")
      }
    case .date, .logical, .other:
      throw refuse("is neither text nor a number")
    }
  }

  /// Checks that all bytes reached the disk, since Shapelib does not report a failing close.
  private static func checkSizes(
    outlines: OutlineTable, fields: [ShapefileField], path: String
  ) throws(ShapefileError) {
    let count = outlines.areaCount
    let shapes = (0..<count).reduce(100) { total, area in
      let rings = outlines.rings(ofArea: area).count
      return total + 8
        + (rings == 0 ? 4 : 44 + 4 * rings + 16 * outlines.vertices(ofArea: area).count)
    }
    let record = 1 + fields.reduce(0) { $0 + $1.width }
    let table = 33 + 32 * fields.count + count * record
    for (part, expected) in [("shp", shapes), ("shx", 100 + 8 * count), ("dbf", table)] {
      let file = try ByteFile(path: "\(path).\(part)")
      guard file.size >= expected else {
        throw .unwritable(
          path: file.path, reason: "\(file.size) of \(expected) bytes reached the disk")
      }
    }
  }
}
