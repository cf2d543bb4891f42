package import Tables

/// Writes the columns of a table as an array of JSON objects, numbers in full double precision.
package struct JSONTableWriter: Sendable {
  /// Creates a writer.
  package init() {}

  /// Writes a table.
  ///
  /// - Throws: ``OutputError``.
  package func write(_ table: FeatureTable, to file: OutputFile) throws(OutputError) {
    var buffer = ByteBuffer()
    buffer.append("[")
    for row in 0..<table.rowCount {
      buffer.append(row == 0 ? "\n{" : ",\n{")
      for (position, column) in table.columns.enumerated() {
        if position > 0 { buffer.append(", ") }
        buffer.append(json: column.name)
        buffer.append(": ")
        buffer.append(json: column.values, at: row)
      }
      buffer.append("}")
      if buffer.count > 1 << 18 {
        try file.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("\n]\n")
    try file.write(buffer)
  }
}

extension ByteBuffer {
  /// Appends a value of a column as JSON, absent ones as null.
  package mutating func append(json values: ColumnValues, at row: Int) {
    switch values {
    case .text(let values):
      if let value = values[row] { append(json: value) } else { append("null") }
    case .integers(let values):
      if let value = values[row] { append(value) } else { append("null") }
    case .reals(let values):
      if let value = values[row] { append(shortest: value) } else { append("null") }
    }
  }
}
