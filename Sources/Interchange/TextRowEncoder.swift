package import Tables

/// Writes rows as text.
///
/// GeoJSON follows RFC 7946, one feature on each line; newline-delimited GeoJSON is these lines
/// without the collection around them. CSV follows RFC 4180, in UTF-8, rows ended by a line feed.
/// A row without a place has the geometry `null`; a field that is empty is `null` in GeoJSON.
package struct TextRowEncoder: RowEncoder {
  /// The formats of rows as text.
  package enum Format: Sendable, Equatable {
    case geojson, newlineDelimited, csv
  }

  /// The format.
  package let format: Format
  private let columns: [RowColumn]
  /// What stands before each value of GeoJSON: the comma, the name in quotes and the colon.
  private let names: [ByteBuffer]
  private let decimals: Int
  private let namedCRS: String?
  private let coordinateNames: [String]

  /// Describes rows.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - columns: The columns of the batches.
  ///   - decimals: Decimals of the coordinates, at most 7.
  ///   - namedCRS: The system to name in GeoJSON's `crs` member, where it is not WGS 84.
  ///   - coordinateNames: The names of CSV's columns for x and y behind all others; empty where the
  ///     coordinates are among the columns.
  package init(
    _ format: Format, columns: [RowColumn], decimals: Int = 7, namedCRS: String? = nil,
    coordinateNames: [String] = []
  ) {
    self.format = format
    self.columns = columns
    self.decimals = decimals
    self.namedCRS = namedCRS
    self.coordinateNames = coordinateNames
    names = columns.enumerated().map { position, column in
      var name = ByteBuffer()
      if position > 0 { name.append(UInt8(ascii: ",")) }
      name.append(json: column.name)
      name.append(UInt8(ascii: ":"))
      return name
    }
  }

  /// What stands before the first row.
  package var head: ByteBuffer {
    var buffer = ByteBuffer()
    switch format {
    case .newlineDelimited: break
    case .geojson:
      buffer.append("{\"type\":\"FeatureCollection\",\"name\":\"incidents\",")
      if let namedCRS {
        buffer.append("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":")
        buffer.append(json: namedCRS)
        buffer.append("}},")
      }
      buffer.append("\"features\":[")
    case .csv:
      for (position, name) in (columns.map(\.name) + coordinateNames).enumerated() {
        if position > 0 { buffer.append(UInt8(ascii: ",")) }
        buffer.append(csv: name)
      }
      buffer.append(UInt8(ascii: "\n"))
    }
    return buffer
  }

  /// Writes the rows of a batch; features of a collection are separated by commas.
  package func encode(_ batch: RowBatch) -> ByteBuffer {
    var buffer = ByteBuffer()
    for row in 0..<batch.rowCount {
      switch format {
      case .csv: appendLine(row, of: batch, to: &buffer)
      case .newlineDelimited:
        appendFeature(row, of: batch, to: &buffer)
        buffer.append(UInt8(ascii: "\n"))
      case .geojson:
        buffer.append(row == 0 ? "\n" : ",\n")
        appendFeature(row, of: batch, to: &buffer)
      }
    }
    return buffer
  }

  // MARK: -

  private func appendFeature(_ row: Int, of batch: RowBatch, to buffer: inout ByteBuffer) {
    buffer.append("{\"type\":\"Feature\",\"properties\":{")
    for column in columns.indices {
      buffer.append(names[column])
      let field = batch.field(column, ofRow: row)
      if field.isEmpty {
        buffer.append("null")
      } else if columns[column].kind == .number
        || (columns[column].kind == .attribute && Self.isNumber(field))
      {
        buffer.append(field)
      } else {
        buffer.append(json: field)
      }
    }
    buffer.append("},\"geometry\":")
    if batch.x.isEmpty || batch.x[row].isNaN {
      buffer.append("null}")
      return
    }
    buffer.append("{\"type\":\"Point\",\"coordinates\":[")
    buffer.append(batch.x[row], decimals: decimals)
    buffer.append(UInt8(ascii: ","))
    buffer.append(batch.y[row], decimals: decimals)
    buffer.append("]}}")
  }

  private func appendLine(_ row: Int, of batch: RowBatch, to buffer: inout ByteBuffer) {
    for column in columns.indices {
      if column > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(csv: batch.field(column, ofRow: row))
    }
    if !coordinateNames.isEmpty {
      let hasPlace = !batch.x.isEmpty && !batch.x[row].isNaN
      for value in [batch.x, batch.y] {
        buffer.append(UInt8(ascii: ","))
        if hasPlace { buffer.append(value[row], decimals: decimals) }
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Returns whether a field is exactly a number as JSON writes one, and survives as a double: at
  /// most 15 digits, no zeros in front, no plus sign, no exponent, no negative zero.
  static func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
    var digits = field
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard digits.count <= 16, let first = digits.first else { return false }
    var (count, points, isZero) = (0, 0, true)
    for byte in digits {
      if byte == UInt8(ascii: ".") {
        points += 1
        if count == 0 { return false }
      } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        count += 1
        if byte != UInt8(ascii: "0") { isZero = false }
      } else {
        return false
      }
    }
    guard count <= 15, points <= 1, digits.last != UInt8(ascii: ".") else { return false }
    let second = digits.dropFirst().first
    if first == UInt8(ascii: "0"), let second, second != UInt8(ascii: ".") { return false }
    return !(isNegative && isZero)
  }
}

extension ByteBuffer {
  /// Appends UTF-8 bytes as a JSON string, with its quotes.
  mutating func append(json text: ArraySlice<UInt8>) {
    append(UInt8(ascii: "\""))
    var rest = text
    while let place = rest.firstIndex(where: Self.needsEscape) {
      append(rest[..<place])
      append(escaping: rest[place])
      rest = rest[(place + 1)...]
    }
    append(rest)
    append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Appends the bytes of a field, in quotes where it needs them.
  mutating func append(csv text: ArraySlice<UInt8>) {
    let needsQuotes = text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    if !needsQuotes {
      append(text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
