/// Stands for a field where equal fields decide what counts.
///
/// Two independent hashes of 64 and 63 bits: among a hundred million different fields some pair
/// shares its key in one of 10^22 such files, far below the chance that the memory errs.
package struct FieldKey: Hashable, Sendable {
  /// Never 0, except of a blank field.
  let high: UInt64
  /// The lowest bit is 0.
  let low: UInt64

  /// The key of a blank field.
  static let blank = FieldKey(high: 0, low: 0)

  /// Whether the field is blank.
  var isBlank: Bool { high == 0 }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Makes the key of a field without its quotes; blanks on both sides do not count, and a word for
  /// nothing is a blank.
  init(of text: Span<UInt8>) {
    let range = text.trimmedRange
    if AbsentText.isAbsent(text) {
      self = .blank
    } else {
      high = FieldHash.number(of: text, range, seed: 0)
      low = FieldHash.number(of: text, range, seed: 0xD6E8_FEB8_6659_FD93) << 1
    }
  }
}
