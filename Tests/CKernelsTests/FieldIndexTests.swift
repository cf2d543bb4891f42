import CKernels
import Statistics
import Testing

/// Each way of finding fields that this processor has gives what a look at every byte gives.
@Suite struct FieldIndexTests {
  @Test(arguments: 0..<Int(hotspots_field_index_kinds()), [1, 3, 9, 40, 200])
  func `Fields and rows begin behind separators`(kind: Int, spacing: Int) {
    var random = SplitMix64(seed: UInt64(spacing))
    for length in Array(0..<200) + [1000, 4096, 5000] {
      let text = (0..<length).map { _ in
        Int.random(in: 0..<spacing, using: &random) > 0
          ? UInt8.random(in: 0..<128, using: &random)
          : Bool.random(using: &random) ? UInt8(ascii: "\n") : UInt8(ascii: ",")
      }
      let found = index(text, kind: kind)
      var fields: [UInt32] = []
      var rows: [UInt32] = []
      for (position, byte) in text.enumerated() {
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
          fields.append(UInt32(position + 1))
        }
        if byte == UInt8(ascii: "\n") { rows.append(UInt32(fields.count)) }
      }
      #expect(found.rows == rows, "rows of \(length) bytes")
      // The fields of a row without an end are not asked for.
      let count = Int(rows.last ?? 0)
      #expect(found.fields.prefix(count) == fields.prefix(count), "fields of \(length) bytes")
    }
  }

  /// Returns where fields begin, from the second on, and which of them begin rows.
  private func index(_ text: [UInt8], kind: Int) -> (fields: [UInt32], rows: [UInt32]) {
    // Separators behind the end, which do not count.
    let padded = text + [UInt8](repeating: UInt8(ascii: "\n"), count: 64)
    let room = text.count + 2
    var fields = [UInt32](repeating: 0, count: room + Int(HOTSPOTS_FIELDS_BEYOND))
    var rows = [UInt32](repeating: 0, count: room)
    let count = unsafe hotspots_index_fields_by(
      Int32(kind), padded, Int64(text.count), UInt8(ascii: "\n"), UInt8(ascii: ","), &fields, &rows)
    return (Array(fields.dropFirst()), Array(rows.dropFirst().prefix(Int(count))))
  }
}
