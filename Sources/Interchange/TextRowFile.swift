/// A file of rows as text: GeoJSON, newline-delimited GeoJSON or CSV.
package final class TextRowFile: RowFile {
  /// What turns batches into text.
  package let encoder: TextRowEncoder
  private let file: OutputFile
  private var isEmpty = true

  /// Opens a file for writing.
  ///
  /// - Throws: ``OutputError/cannotCreate(path:reason:)``.
  package init(path: String, encoder: TextRowEncoder) throws(OutputError) {
    self.encoder = encoder
    file = try OutputFile(path: path)
  }

  /// Writes the beginning of the collection, or the names of the columns.
  package func begin() throws(OutputError) { try file.write(encoder.head) }

  /// Writes the rows of the next batch.
  package func write(_ rows: ByteBuffer) throws(OutputError) {
    if rows.count == 0 { return }
    if encoder.format == .geojson && !isEmpty { try file.write(ByteBuffer(Array(",".utf8))) }
    isEmpty = false
    try file.write(rows)
  }

  /// Writes the end of the collection with its members; the other formats have no place for them.
  package func finish(_ members: [JSONValue.Member]) throws(OutputError) {
    if encoder.format == .geojson {
      var buffer = ByteBuffer()
      buffer.append("\n]")
      for member in members {
        buffer.append(",\n")
        buffer.append(json: member.name)
        buffer.append(UInt8(ascii: ":"))
        member.value.write(to: &buffer)
      }
      buffer.append("}\n")
      try file.write(buffer)
    }
    try file.commit()
  }
}
