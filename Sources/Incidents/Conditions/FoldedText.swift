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
  static func isLike(_ whole: UnsafeBufferPointer<UInt8>, _ parts: [FoldedText]) -> Bool {
    let field = unsafe QuotedText.unquoted(whole)
    guard unsafe field.allSatisfy({ $0 < 0x80 && $0 != Dialect.quote }) else {
      let text = unsafe folded(whole)
      return isLike(text.span, from: 0, to: text.count, parts)
    }
    var (start, end) = (0, field.count)
    // Bound: every position is from 0 to below the count.
    while start < end, unsafe field[start] <= 0x20 { start += 1 }
    while end > start, unsafe field[end - 1] <= 0x20 { end -= 1 }
    return isLike(unsafe field.span, from: start, to: end, parts)
  }

  /// Returns whether a stretch of text, in any letter case, is made of the parts with any text between
  /// them.
  private static func isLike(
    _ text: Span<UInt8>, from start: Int, to end: Int, _ parts: [FoldedText]
  ) -> Bool {
    guard let first = parts.first, let last = parts.last else { return start == end }
    if parts.count == 1 {
      return end - start == first.bytes.count && first.stands(at: start, in: text)
    }
    guard end - start >= first.bytes.count + last.bytes.count, first.stands(at: start, in: text),
      last.stands(at: end - last.bytes.count, in: text)
    else { return false }
    // Each part at the first place it occurs at leaves the most room for the others.
    var place = start + first.bytes.count
    let limit = end - last.bytes.count
    for part in parts.dropFirst().dropLast() {
      while place + part.bytes.count <= limit, !part.stands(at: place, in: text) { place += 1 }
      place += part.bytes.count
      if place > limit { return false }
    }
    return true
  }

  /// Returns whether the text stands at a position, in any letter case; it must have room there.
  @inline(__always)
  private func stands(at position: Int, in text: Span<UInt8>) -> Bool {
    let bytes = bytes.span
    for place in bytes.indices where Self.lowered(text[position + place]) != bytes[place] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Returns a field as text in lower case, whatever its encoding.
  private static func folded(_ whole: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(unsafe QuotedText.text(whole).lowercased().utf8)
  }

  private static func order(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    for (a, b) in zip(first, second) where a != b { return Int(a) - Int(b) }
    return first.count - second.count
  }
}
