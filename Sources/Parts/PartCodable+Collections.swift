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
    for element in self { part.encode(element) }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let count = try part.elementCount()
    self = []
    // A forged count may be as large as the bytes are many: no more memory than they take is reserved.
    reserveCapacity(Swift.min(count, part.bytesLeft / Swift.max(1, MemoryLayout<Element>.stride)))
    for _ in 0..<count { append(try part.decode()) }
  }
}

extension RawRepresentable where Self: CaseIterable & PartCodable, RawValue == String {
  /// Appends the name of the case.
  package func encode(into part: inout PartEncoder) { part.encode(rawValue) }

  package init(from part: inout PartDecoder) throws(PartError) {
    guard let value = Self(rawValue: try part.decode()) else {
      throw part.unreadable("one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self = value
  }
}
