extension String: PartCodable {
  /// Appends the number of bytes and the text as UTF-8.
  package func encode(into part: inout PartEncoder) {
    part.append(number: UInt64(utf8.count))
    part.append(contentsOf: utf8)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let count = try part.elementCount()
    guard let text = String(validating: try part.bytes(count), as: UTF8.self) else {
      throw part.unreadable("a text in UTF-8")
    }
    self = text
  }
}

extension Optional: PartCodable where Wrapped: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(self != nil)
    if let self { part.encode(self) }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self = try part.decode(Bool.self) ? try part.decode(Wrapped.self) : nil
  }
}

extension Array: PartCodable where Element: PartCodable {
  /// Appends the number of elements and each of them.
  package func encode(into part: inout PartEncoder) {
    part.append(number: UInt64(count))
    // Bytes at once, which parts have millions of.
    if let bytes = self as? [UInt8] { return part.append(contentsOf: bytes) }
    for element in self { part.encode(element) }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let count = try part.elementCount()
    if Element.self == UInt8.self, let bytes = Array<UInt8>(try part.bytes(count)) as? Self {
      self = bytes
      return
    }
    self = []
    // A forged count may be as large as the bytes are many: no more memory than they take is reserved.
    reserveCapacity(Swift.min(count, part.bytesLeft / Swift.max(1, MemoryLayout<Element>.stride)))
    for _ in 0..<count { append(try part.decode()) }
  }
}
