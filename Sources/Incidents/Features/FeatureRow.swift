/// Features on their way to be comma-separated text.
struct FeatureRow {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Whether any field stands in quotes.
  private(set) var hasQuotes = false

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Makes room for text of so many bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends the coordinates of a point.
  mutating func append(x: Double, y: Double) {
    bytes.append(contentsOf: "\(x),\(y)".utf8)
  }

  /// Appends the coordinates of a point as they are written in the file.
  mutating func append(x: UnsafeBufferPointer<UInt8>, y: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: x)
    separate()
    unsafe bytes.append(contentsOf: y)
  }

  /// Appends two empty coordinates.
  mutating func appendNoPosition() { separate() }

  /// Appends what stands for a geometry that is no point: no number can be read from it.
  mutating func appendNoPoint() {
    bytes.append(contentsOf: "geometry,".utf8)
  }

  /// Appends what separates fields.
  mutating func separate() { bytes.append(UInt8(ascii: ",")) }

  /// Ends the row.
  mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  /// Appends the name of a column, always in quotes, so that no letter of it can be taken for a
  /// delimiter.
  mutating func append(name: String) {
    var name = name
    name.withUTF8 { unsafe appendQuoted($0) }
  }

  /// Appends a field that needs no quotes.
  mutating func append(bare field: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: field)
  }

  /// Appends a field, in quotes where it needs them.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { unsafe append($0) }
  }

  /// Appends a field, in quotes where it needs them.
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    // Without an end before the last byte, so that many bytes are looked at in one step.
    var needsQuotes = false
    for position in 0..<field.count {
      // Bound: the position is below the count.
      let byte = unsafe field[position]
      let isSpecial = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
      needsQuotes = needsQuotes || isSpecial
    }
    if needsQuotes {
      unsafe appendQuoted(field)
    } else {
      unsafe bytes.append(contentsOf: field)
    }
  }

  /// Appends a field, in quotes where it needs them.
  mutating func append(_ field: Span<UInt8>) {
    unsafe field.withUnsafeBufferPointer { unsafe append($0) }
  }

  private mutating func appendQuoted(_ field: UnsafeBufferPointer<UInt8>) {
    hasQuotes = true
    bytes.append(UInt8(ascii: "\""))
    for position in 0..<field.count {
      // Bound: the position is below the count.
      let byte = unsafe field[position]
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      // No text has this byte, and text with it would be taken for something else.
      if byte != 0 { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
