/// Turns fields into numbers that tell them apart, where their text is not wanted.
///
/// Counting how many different references a file has needs eight bytes for each, however long they
/// are, and no reference leaves the file. Two different fields share a number with a probability of
/// 2^-64: among ten million, some pair does in three of a million such files.
///
/// The words of the text go one after the other through the finaliser of SplitMix64 (Steele, Lea &
/// Flood 2014, https://doi.org/10.1145/2660193.2660195).
package enum FieldHash {
  /// The number of a blank field; no other has it.
  package static let blank: UInt64 = 0

  /// Returns the number of a field without its quotes; blanks on both sides do not count.
  ///
  /// - Complexity: O(*n*) for *n* bytes; nothing is allocated.
  package static func number(of text: Span<UInt8>) -> UInt64 {
    let range = text.trimmedRange
    if range.isEmpty { return blank }
    var state = UInt64(range.count)
    var word: UInt64 = 0
    for position in range {
      word = word << 8 | UInt64(text[position])
      if (position - range.lowerBound) & 7 == 7 {
        state = mix(state ^ word)
        word = 0
      }
    }
    return max(1, mix(state ^ word))
  }

  /// Returns the number of a text.
  package static func number(of text: String) -> UInt64 { number(of: Array(text.utf8).span) }

  /// Returns the number of a position, the same for equal coordinates only.
  package static func number(x: Double, y: Double) -> UInt64 {
    // Adding zero makes the negative zero the positive one.
    mix(mix((x + 0).bitPattern) ^ (y + 0).bitPattern)
  }

  /// Mixes the bits; different numbers stay different.
  private static func mix(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
