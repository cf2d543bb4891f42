import Geometry
package import Tables

/// Writes a table as KML 2.3 (OGC 12-007r2, https://docs.ogc.org/is/12-007r2/12-007r2.html).
///
/// Positions are longitude and latitude of WGS 84, as KML has no other. Each row is a placemark
/// with its columns as typed data of a schema; the column `name`, else `code`, also names it.
package struct KMLWriter: Sendable {
  /// Decimals of the coordinates.
  package var decimals = 7

  /// Creates a writer.
  package init() {}

  /// Writes a table whose geometry is in WGS 84.
  ///
  /// - Throws: ``OutputError``.
  /// - Complexity: O(*n*) for *n* vertices and values.
  package func write(_ table: FeatureTable, to file: OutputFile) throws(OutputError) {
    var buffer = ByteBuffer()
    head(of: table, into: &buffer)
    let names = table.columns.map { escaped($0.name) }
    let title = ["name", "code", "cell"].lazy.compactMap { table[column: $0]?.values }.first
    for row in 0..<table.rowCount {
      buffer.append("<Placemark>")
      if let title {
        buffer.append("<name>")
        buffer.append(xml: title.description(at: row))
        buffer.append("</name>")
      }
      buffer.append("<ExtendedData><SchemaData schemaUrl=\"#columns\">")
      for (column, name) in zip(table.columns, names) where column.values.isPresent(at: row) {
        buffer.append("<SimpleData name=\"")
        buffer.append(name)
        buffer.append("\">")
        append(column.values, at: row, to: &buffer)
        buffer.append("</SimpleData>")
      }
      buffer.append("</SchemaData></ExtendedData>")
      append(table.geometry, at: row, to: &buffer)
      buffer.append("</Placemark>\n")
      if buffer.count > 1 << 18 {
        try file.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("</Document>\n</kml>\n")
    try file.write(buffer)
  }

  private func head(of table: FeatureTable, into buffer: inout ByteBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>")
    buffer.append(xml: table.name)
    buffer.append("</name>\n<Schema name=\"columns\" id=\"columns\">\n")
    for column in table.columns {
      let kind =
        switch column.values {
        case .text: "string"
        case .integers: "int"
        case .reals: "double"
        }
      buffer.append("<SimpleField type=\"\(kind)\" name=\"")
      buffer.append(xml: column.name)
      buffer.append("\"></SimpleField>\n")
    }
    buffer.append("</Schema>\n")
    // Areas are outlines over the ground, so that what lies below can be seen.
    if case .areas = table.geometry {
      buffer.append(
        "<Style id=\"areas\"><LineStyle><color>ff595959</color></LineStyle>"
          + "<PolyStyle><fill>0</fill></PolyStyle></Style>\n")
    }
  }

  private func escaped(_ text: String) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.append(xml: text)
    return buffer
  }

  private func append(_ values: ColumnValues, at row: Int, to buffer: inout ByteBuffer) {
    switch values {
    case .text(let values): buffer.append(xml: values[row] ?? "")
    case .integers(let values): if let value = values[row] { buffer.append(value) }
    case .reals(let values): if let value = values[row] { buffer.append(shortest: value) }
    }
  }

  private func append(_ geometry: FeatureGeometry, at row: Int, to buffer: inout ByteBuffer) {
    switch geometry {
    case .none: break
    case .points(let x, let y):
      guard !x[row].isNaN else { return }
      buffer.append("<Point><coordinates>")
      append(x[row], y[row], to: &buffer)
      buffer.append("</coordinates></Point>")
    case .areas(let outlines):
      let polygons = outlines.polygons(of: row)
      let isMultiple = polygons.count != 1
      buffer.append("<styleUrl>#areas</styleUrl>\(isMultiple ? "<MultiGeometry>" : "")")
      for polygon in polygons { append(polygon, of: outlines, to: &buffer) }
      if isMultiple { buffer.append("</MultiGeometry>") }
    }
  }

  private func append(_ polygon: Int, of outlines: OutlineTable, to buffer: inout ByteBuffer) {
    buffer.append("<Polygon>")
    let rings = outlines.rings(ofPolygon: polygon)
    for ring in rings {
      let boundary = ring == rings.lowerBound ? "outerBoundaryIs" : "innerBoundaryIs"
      buffer.append("<\(boundary)><LinearRing><coordinates>")
      let vertices = outlines.vertices(ofRing: ring)
      for vertex in vertices {
        if vertex > vertices.lowerBound { buffer.append(UInt8(ascii: " ")) }
        append(outlines.x[vertex], outlines.y[vertex], to: &buffer)
      }
      buffer.append("</coordinates></LinearRing></\(boundary)>")
    }
    buffer.append("</Polygon>")
  }

  private func append(_ x: Double, _ y: Double, to buffer: inout ByteBuffer) {
    buffer.append(x, decimals: decimals)
    buffer.append(UInt8(ascii: ","))
    buffer.append(y, decimals: decimals)
  }
}

extension ColumnValues {
  /// Returns whether a row has a value that can be written.
  fileprivate func isPresent(at row: Int) -> Bool {
    switch self {
    case .text(let values): values[row] != nil
    case .integers(let values): values[row] != nil
    case .reals(let values): values[row].map(\.isFinite) ?? false
    }
  }
}

extension ByteBuffer {
  /// Appends text with the markup of XML escaped; characters that XML 1.0 forbids are replaced.
  mutating func append(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "\t", "\n", "\r": append("&#\(scalar.value);")
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        append(String(isAllowed ? scalar : "\u{FFFD}"))
      }
    }
  }
}
