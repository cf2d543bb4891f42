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
  private let names: [[UInt8]]
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
      return Array(name.bytes)
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
  ///
  /// - Complexity: O(*n*) for *n* bytes of fields.
  package func encode(_ batch: RowBatch) -> ByteBuffer {
    var text: [UInt8] = []
    text.reserveCapacity(batch.bytes.count * 2 + batch.rowCount * 128)
    switch format {
    case .csv: appendLines(batch, to: &text)
    case .newlineDelimited, .geojson: appendFeatures(batch, to: &text)
    }
    return ByteBuffer(text)
  }

  // MARK: -

  private func appendFeatures(_ batch: RowBatch, to text: inout [UInt8]) {
    let (bytes, ends, kinds) = (batch.bytes, batch.ends, columns.map(\.kind))
    let hasPositions = !batch.x.isEmpty
    var number = ByteBuffer()
    var (place, start) = (0, 0)
    for row in 0..<batch.rowCount {
      if format == .geojson { text.append(contentsOf: row == 0 ? Self.newLine : Self.nextLine) }
      text.append(contentsOf: Self.feature)
      for column in kinds.indices {
        text.append(contentsOf: names[column])
        let end = ends[place]
        let field = bytes[start..<end]
        if field.isEmpty {
          text.append(contentsOf: Self.null)
        } else if kinds[column] == .number
          || (kinds[column] == .attribute && Self.isNumber(field))
        {
          text.append(contentsOf: field)
        } else {
          Self.append(json: field, to: &text)
        }
        start = end
        place += 1
      }
      if hasPositions, !batch.x[row].isNaN {
        text.append(contentsOf: Self.point)
        number.removeAll()
        number.append(batch.x[row], decimals: decimals)
        number.append(UInt8(ascii: ","))
        number.append(batch.y[row], decimals: decimals)
        text.append(contentsOf: number.bytes)
        text.append(contentsOf: Self.pointEnd)
      } else {
        text.append(contentsOf: Self.nowhere)
      }
      if format == .newlineDelimited { text.append(UInt8(ascii: "\n")) }
    }
  }

  // Text that stands in every feature.
  private static let newLine = Array("\n".utf8)
  private static let nextLine = Array(",\n".utf8)
  private static let feature = Array("{\"type\":\"Feature\",\"properties\":{".utf8)
  private static let null = Array("null".utf8)
  private static let point = Array("},\"geometry\":{\"type\":\"Point\",\"coordinates\":[".utf8)
  private static let pointEnd = Array("]}}".utf8)
  private static let nowhere = Array("},\"geometry\":null}".utf8)

  private func appendLines(_ batch: RowBatch, to text: inout [UInt8]) {
    let (bytes, ends, columnCount) = (batch.bytes, batch.ends, columns.count)
    var number = ByteBuffer()
    var (place, start) = (0, 0)
    for row in 0..<batch.rowCount {
      for column in 0..<columnCount {
        if column > 0 { text.append(UInt8(ascii: ",")) }
        Self.append(csv: bytes[start..<ends[place]], to: &text)
        start = ends[place]
        place += 1
      }
      if !coordinateNames.isEmpty {
        let hasPlace = !batch.x.isEmpty && !batch.x[row].isNaN
        number.removeAll()
        number.append(UInt8(ascii: ","))
        if hasPlace { number.append(batch.x[row], decimals: decimals) }
        number.append(UInt8(ascii: ","))
        if hasPlace { number.append(batch.y[row], decimals: decimals) }
        text.append(contentsOf: number.bytes)
      }
      text.append(UInt8(ascii: "\n"))
    }
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

extension TextRowEncoder {
  /// Appends UTF-8 bytes as a JSON string, with its quotes.
  private static func append(json field: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var written = field.startIndex
    for position in field.indices where needsEscape(field[position]) {
      text.append(contentsOf: field[written..<position])
      var escaped = ByteBuffer()
      escaped.append(escaping: field[position])
      text.append(contentsOf: escaped.bytes)
      written = position + 1
    }
    text.append(contentsOf: field[written...])
    text.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Appends the bytes of a field, in quotes where it needs them.
  private static func append(csv field: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let needsQuotes = field.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    if !needsQuotes {
      text.append(contentsOf: field)
      return
    }
    text.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}
