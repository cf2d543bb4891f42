import Geometry
package import Tables

/// Writes a table as GeoJSON (RFC 7946, https://doi.org/10.17487/RFC7946).
///
/// Positions are longitude and latitude of WGS 84 unless another system is named, with at most
/// seven decimals (about a centimetre). Outer rings run counter-clockwise and close. One feature
/// stands on each line, so that files can be compared and cut.
package struct GeoJSONWriter: Sendable {
  /// Decimals of the coordinates.
  package var decimals = 7
  /// The system to name in the `crs` member, where it is not WGS 84.
  package var namedCRS: String?
  /// Whether the features stand in a collection; else each is a document on a line of its own.
  var isCollection = true
  /// How many threads may make the text, which is the same for any number.
  package var threads = 1
  /// Members to add to the collection, such as the reconciliation.
  package var members: [JSONValue.Member] = []

  /// Creates a writer for WGS 84.
  package init() {}

  /// Writes a table whose geometry is already in the system of the file.
  ///
  /// - Parameters:
  ///   - table: The features.
  ///   - file: Where they go; the caller commits it.
  /// - Throws: ``OutputError``.
  /// - Complexity: O(*n*) for *n* vertices and values.
  package func write(_ table: FeatureTable, to file: OutputFile) throws(OutputError) {
    var buffer = ByteBuffer()
    if isCollection { head(of: table, into: &buffer) }
    let (first, next) = isCollection ? ("\n", ",\n") : ("", "\n")
    let columns = table.columns.map { column in
      var name = ByteBuffer()
      name.append(json: column.name)
      name.append(UInt8(ascii: ":"))
      return (name: name, values: column.values)
    }
    try file.write(buffer)
    let rows = pieces(of: table)
    try OrderedPieces(threads: threads).write(rows.count, to: file) { piece, buffer in
      for row in rows[piece] {
        buffer.append(row == 0 ? first : next)
        buffer.append("{\"type\":\"Feature\",\"properties\":{")
        for (position, column) in columns.enumerated() {
          if position > 0 { buffer.append(UInt8(ascii: ",")) }
          buffer.append(column.name)
          buffer.append(json: column.values, at: row)
        }
        buffer.append("},\"geometry\":")
        append(table.geometry, at: row, to: &buffer)
        buffer.append(UInt8(ascii: "}"))
      }
    }
    buffer.removeAll()
    buffer.append(isCollection ? "\n]}\n" : table.rowCount > 0 ? "\n" : "")
    try file.write(buffer)
  }

  /// Returns the rows in runs that make some hundred kilobytes of text each.
  private func pieces(of table: FeatureTable) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, size) = (0, 0)
    for row in 0..<table.rowCount {
      // A value and a position take some twenty bytes each.
      size += table.columns.count
      if case .areas(let outlines) = table.geometry {
        size += outlines.vertices(ofArea: row).count
      }
      if size >= 1 << 14 || row == table.rowCount - 1 {
        pieces.append(start..<row + 1)
        (start, size) = (row + 1, 0)
      }
    }
    return pieces
  }

  private func head(of table: FeatureTable, into buffer: inout ByteBuffer) {
    buffer.append("{\"type\":\"FeatureCollection\",\"name\":")
    buffer.append(json: table.name)
    if let namedCRS {
      buffer.append(",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":")
      buffer.append(json: namedCRS)
      buffer.append("}}")
    }
    for member in members {
      buffer.append(UInt8(ascii: ","))
      buffer.append(json: member.name)
      buffer.append(UInt8(ascii: ":"))
      member.value.write(to: &buffer)
    }
    buffer.append(",\"features\":[")
  }

  private func append(_ geometry: FeatureGeometry, at row: Int, to buffer: inout ByteBuffer) {
    switch geometry {
    case .none:
      buffer.append("null")
    case .points(let x, let y):
      if x[row].isNaN {
        buffer.append("null")
        return
      }
      buffer.append("{\"type\":\"Point\",\"coordinates\":[")
      buffer.append(x[row], decimals: decimals)
      buffer.append(UInt8(ascii: ","))
      buffer.append(y[row], decimals: decimals)
      buffer.append("]}")
    case .areas(let outlines):
      append(outlines, area: row, to: &buffer)
    }
  }

  private func append(_ outlines: OutlineTable, area: Int, to buffer: inout ByteBuffer) {
    let polygons = outlines.polygons(of: area)
    let isMultiple = polygons.count != 1
    buffer.append(
      isMultiple
        ? "{\"type\":\"MultiPolygon\",\"coordinates\":["
        : "{\"type\":\"Polygon\",\"coordinates\":")
    for polygon in polygons {
      if polygon > polygons.lowerBound { buffer.append(UInt8(ascii: ",")) }
      buffer.append(UInt8(ascii: "["))
      let rings = outlines.rings(ofPolygon: polygon)
      for ring in rings {
        if ring > rings.lowerBound { buffer.append(UInt8(ascii: ",")) }
        buffer.append(UInt8(ascii: "["))
        let vertices = outlines.vertices(ofRing: ring)
        for vertex in vertices {
          if vertex > vertices.lowerBound { buffer.append(UInt8(ascii: ",")) }
          buffer.append(UInt8(ascii: "["))
          buffer.append(outlines.x[vertex], decimals: decimals)
          buffer.append(UInt8(ascii: ","))
          buffer.append(outlines.y[vertex], decimals: decimals)
          buffer.append(UInt8(ascii: "]"))
        }
        buffer.append(UInt8(ascii: "]"))
      }
      buffer.append(UInt8(ascii: "]"))
    }
    buffer.append(isMultiple ? "]}" : "}")
  }
}
