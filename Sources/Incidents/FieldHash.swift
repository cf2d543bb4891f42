/// Turns fields into numbers that tell them apart, where their text is not wanted.
///
/// Counting how many different references a file has needs eight bytes for each, however long they
/// are, and no reference leaves the file. Two different fields share a number with a probability of
/// 2^-64: among ten million, some pair does in three of a million such files. Where a row is set
/// aside because of its field, a ``FieldKey`` of twice the length decides.
///
/// Pairs of eight bytes are multiplied with each other, the halves of each product folded and all
/// products added up and mixed, as XXH3 hashes short texts (Collet,
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): the products do not wait for
/// each other.
package enum FieldHash {
  /// The number of a blank field; no other has it.
  package static let blank: UInt64 = 0

  /// Returns the number of a field without its quotes; blanks on both sides do not count.
  ///
  /// - Complexity: O(*n*) for *n* bytes; nothing is allocated.
  @inline(__always)
  package static func number(of text: Span<UInt8>) -> UInt64 {
    let range = text.trimmedRange
    return range.isEmpty ? blank : number(of: text, range, seed: 0)
  }

  /// Returns the number of a field as ``number(of:)`` does; ``blank`` also for a word for nothing.
  @inline(__always)
  static func numberOfReference(_ text: Span<UInt8>) -> UInt64 {
    AbsentText.isAbsent(text) ? blank : number(of: text)
  }

  /// Returns the number of a text.
  package static func number(of text: String) -> UInt64 { number(of: Array(text.utf8).span) }

  /// Returns the number of a position, the same for equal coordinates only.
  @inline(__always)
  package static func number(x: Double, y: Double) -> UInt64 {
    // Adding zero makes the negative zero the positive one.
    let (first, second) = ((x + 0).bitPattern, (y + 0).bitPattern)
    return max(1, mix(fold(first ^ 0x9E37_79B9_7F4A_7C15, second ^ 0xC2B2_AE3D_27D4_EB4F)))
  }

  /// Returns a number of part of a text, one of as many families as there are seeds; never 0.
  @inline(__always)
  static func number(of text: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
    let bytes = unsafe text.bytes
    let count = UInt64(truncatingIfNeeded: range.count)
    var sum = count &* 0x9E37_79B1_85EB_CA87 ^ seed
    var key = seed &+ 0x9E37_79B9_7F4A_7C15
    var position = range.lowerBound
    while range.upperBound - position >= 16 {
      // Bound: sixteen bytes are left.
      let first = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt64.self)
      let second = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position + 8, as: UInt64.self)
      sum &+= fold(first ^ key, second ^ (key &* 0xC2B2_AE3D_27D4_EB4F))
      key &+= 0x9E37_79B9_7F4A_7C15
      position += 16
    }
    if position < range.upperBound {
      let first = word(of: bytes, from: position, before: range.upperBound)
      let second = word(of: bytes, from: position + 8, before: range.upperBound)
      sum &+= fold(first ^ key, second ^ (key &* 0xC2B2_AE3D_27D4_EB4F))
    }
    return max(1, mix(sum))
  }

  /// Returns eight bytes, zeros where the text has ended.
  @inline(__always)
  private static func word(of bytes: RawSpan, from start: Int, before end: Int) -> UInt64 {
    if end - start >= 8 {
      // Bound: eight bytes are left.
      return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    }
    var word: UInt64 = 0
    var position = start
    while position < end {
      // Bound: the position is before the end of the text.
      let byte = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt8.self)
      word = word << 8 | UInt64(byte)
      position += 1
    }
    return word
  }

  /// Multiplies two numbers and lays the halves of the product over each other.
  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  /// Mixes the bits; different numbers stay different.
  @inline(__always)
  private static func mix(_ number: UInt64) -> UInt64 {
    let mixed = (number ^ number >> 37) &* 0x1656_6791_9E37_79F9
    return mixed ^ mixed >> 32
  }
}
