/// A value that can be written to bytes and read from them again, with the same bytes for the same value.
///
///     var encoder = PartEncoder()
///     encoder.encode(counts)
///     var decoder = PartDecoder(encoder.bytes)
///     let same: [Int] = try decoder.decode()
///     try decoder.finish()
///
/// Whole numbers take as few bytes as they need, so that small counts take one. What is read comes from
/// files, so an initializer checks all that the type promises: lengths that fit each other, positions within
/// bounds.
package protocol PartCodable: Sendable {
  /// Appends the value to a part; at least one byte.
  func encode(into part: inout PartEncoder)

  /// Reads a value.
  ///
  /// - Throws: ``PartError`` for bytes that are no such value.
  init(from part: inout PartDecoder) throws(PartError)
}
