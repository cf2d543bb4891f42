/// Text that fields are compared with, without regard to letter case.
struct FoldedText: Sendable {
  /// The bytes in lower case.
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.lowercased().utf8) }

  /// Returns how a field, without quotes and the blanks around it, stands to the text.
  ///
  /// - Returns: Negative where the field comes before the text, 0 where they are equal.
  @inline(__always)
  func order(of whole: UnsafeBufferPointer<UInt8>) -> Int {
    let field = unsafe QuotedText.unquoted(whole)
    var (start, end) = (0, field.count)
    // Bound: every position is from 0 to below the count.
    while start < end, unsafe field[start] <= 0x20 { start += 1 }
    while end > start, unsafe field[end - 1] <= 0x20 { end -= 1 }
    var place = 0
    while start + place < end, place < bytes.count {
      let byte = unsafe field[start + place]
      if byte >= 0x80 || byte == Dialect.quote {
        return unsafe Self.order(Self.folded(whole)[...], bytes[...])
      }
      let lower = Self.lowered(byte)
      if lower != bytes[place] { return Int(lower) - Int(bytes[place]) }
      place += 1
    }
    return (end - start) - bytes.count
  }

  /// Returns whether a field is made of the parts with any text between them.
  static func isLike(_ field: UnsafeBufferPointer<UInt8>, _ parts: [FoldedText]) -> Bool {
    let text = unsafe folded(field)
    guard let first = parts.first, let last = parts.last else { return text.isEmpty }
    if parts.count == 1 { return text == first.bytes }
    guard text.count >= first.bytes.count + last.bytes.count, text.starts(with: first.bytes),
      text.suffix(last.bytes.count).elementsEqual(last.bytes)
    else { return false }
    // Each part at the first place it occurs at leaves the most room for the others.
    var rest = text[first.bytes.count..<(text.count - last.bytes.count)]
    for part in parts.dropFirst().dropLast() {
      guard let place = firstPlace(of: part.bytes, in: rest) else { return false }
      rest = rest[(place + part.bytes.count)...]
    }
    return true
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Returns a field as text in lower case, whatever its encoding.
  private static func folded(_ whole: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let field = unsafe QuotedText.unquoted(whole)
    let isPlain = unsafe field.allSatisfy { $0 < 0x80 && $0 != Dialect.quote }
    if isPlain {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(field.count)
      for position in 0..<field.count { bytes.append(lowered(unsafe field[position])) }
      let head = bytes.drop { $0 <= 0x20 }
      guard let last = head.lastIndex(where: { $0 > 0x20 }) else { return [] }
      return Array(head[...last])
    }
    return Array(unsafe QuotedText.text(whole).lowercased().utf8)
  }

  private static func order(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    for (a, b) in zip(first, second) where a != b { return Int(a) - Int(b) }
    return first.count - second.count
  }

  private static func firstPlace(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    if part.isEmpty { return text.startIndex }
    guard text.count >= part.count else { return nil }
    return (text.startIndex...(text.endIndex - part.count)).first {
      text[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
