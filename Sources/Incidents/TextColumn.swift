/// The fields of one column of a batch, as bytes one after the other.
///
/// Kept for a batch only: whoever wants a text for longer takes it out.
package struct TextColumn: Sendable {
  /// The fields with their quotes.
  private var bytes: [UInt8] = []
  /// Where each field ends.
  private var ends: [Int32] = []

  /// The number of fields.
  package var count: Int { ends.count }

  /// Adds a field as it stands in the file.
  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: field)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Keeps some of the fields.
  mutating func keep(where isKept: [Bool]) {
    guard !ends.isEmpty else { return }
    var kept = TextColumn()
    for row in isKept.indices where isKept[row] {
      kept.bytes.append(contentsOf: bytes[range(of: row)])
      kept.ends.append(Int32(truncatingIfNeeded: kept.bytes.count))
    }
    self = kept
  }

  /// Returns the number that tells a field from others; ``FieldHash/blank`` for a blank one.
  ///
  /// A field in quotes and the same without have different numbers.
  package func number(ofRow row: Int) -> UInt64 {
    FieldHash.number(of: bytes.span.extracting(range(of: row)))
  }

  /// The numbers that tell what fields refer to: the same for a field in quotes and without,
  /// ``FieldHash/blank`` for one that says nothing.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the column.
  package var references: [UInt64] {
    ends.indices.map { row in
      unsafe bytes[range(of: row)].withUnsafeBufferPointer { field in
        FieldHash.numberOfReference(unsafe QuotedText.unquoted(field).span)
      }
    }
  }

  /// Returns a field as text, without its quotes.
  package func text(ofRow row: Int) -> String {
    unsafe bytes[range(of: row)].withUnsafeBufferPointer { unsafe QuotedText.text($0) }
  }

  private func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }
}
