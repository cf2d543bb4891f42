/// Turns text of two bytes or more a character (UTF-16) into UTF-8, piece by piece.
///
/// After the Unicode Standard, section 3.10. Half a pair of surrogates becomes the replacement
/// character.
struct WideText {
  /// The order of the two bytes of a unit.
  enum Order: Sendable, Equatable {
    /// The low byte first, as Windows writes.
    case little
    /// The high byte first.
    case big
  }

  /// What the first bytes of a text tell.
  enum Finding: Sendable, Equatable {
    /// UTF-16, behind so many bytes of its mark.
    case utf16(Order, mark: Int)
    /// UTF-32, which no program writes that tables come from.
    case utf32
  }

  /// The order of the bytes.
  let order: Order
  /// The first byte of a unit whose second has not come.
  private var half: UInt8?
  /// The first of two surrogates whose second has not come.
  private var high: UInt32?

  /// Begins at the first unit.
  init(_ order: Order) { self.order = order }

  /// Whether the bytes so far end within a character.
  var isCut: Bool { half != nil || high != nil }

  /// Looks at the first bytes of a text.
  ///
  /// Without a mark it is UTF-16 if more than half of the units have a byte of zeros on the same
  /// side, fewer than an eighth on the other, and none on both: names of columns are in Latin
  /// letters, and text in UTF-8 has no zeros at all.
  ///
  /// - Parameter start: The first bytes, some hundred where there are as many.
  /// - Returns: What they are; `nil` for text of one byte a unit and for what is no text.
  static func finding(in start: [UInt8]) -> Finding? {
    if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16(.little, mark: 2) }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16(.big, mark: 2) }
    let units = start.count / 2
    guard units >= 2 else { return nil }
    var zeros = (first: 0, second: 0)
    for unit in 0..<units {
      if start[2 * unit] == 0 && start[2 * unit + 1] == 0 { return nil }
      if start[2 * unit] == 0 { zeros.first += 1 }
      if start[2 * unit + 1] == 0 { zeros.second += 1 }
    }
    if zeros.first * 8 < units, zeros.second * 2 > units { return .utf16(.little, mark: 0) }
    if zeros.second * 8 < units, zeros.first * 2 > units { return .utf16(.big, mark: 0) }
    return nil
  }

  /// Appends the characters of the bytes that follow.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; a character may begin in one piece and end in the next.
  ///   - text: Receives UTF-8.
  /// - Complexity: O(*n*).
  mutating func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    var position = 0
    let storage = bytes.span
    if let first = half, let second = bytes.first {
      half = nil
      position = 1
      append(unit(first, second), to: &text)
    }
    while position + 1 < storage.count {
      append(unit(storage[position], storage[position + 1]), to: &text)
      position += 2
    }
    if position < storage.count { half = storage[position] }
  }

  @inline(__always)
  private func unit(_ first: UInt8, _ second: UInt8) -> UInt32 {
    order == .little ? UInt32(second) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(second)
  }

  private static let replacement: UInt32 = 0xFFFD

  @inline(__always)
  private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
    if unit < 0x80 && high == nil {
      text.append(UInt8(truncatingIfNeeded: unit))
      return
    }
    appendWide(unit, to: &text)
  }

  private mutating func appendWide(_ unit: UInt32, to text: inout [UInt8]) {
    if let first = high {
      high = nil
      if (0xDC00..<0xE000).contains(unit) {
        encode(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &text)
        return
      }
      encode(Self.replacement, to: &text)
    }
    switch unit {
    case 0xD800..<0xDC00: high = unit
    case 0xDC00..<0xE000: encode(Self.replacement, to: &text)
    default: encode(unit, to: &text)
    }
  }

  private func encode(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return }
    text.append(contentsOf: bytes)
  }
}
