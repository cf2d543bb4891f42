/// The attributes of a Shapefile's records, decoded when asked for.
package struct AttributeTable: Sendable {
  /// The fields in the file's order.
  package let fields: [ShapefileField]
  /// How the bytes become text.
  package internal(set) var encoding: TextEncoding

  private let path: String
  private let offsets: [Int]
  private let recordLength: Int
  private let bytes: [UInt8]

  /// Creates the table from whole records, each of the layout's length.
  init(path: String, layout: AttributeLayout, bytes: [UInt8], encoding: TextEncoding) {
    self.path = path
    fields = layout.fields
    offsets = layout.offsets
    recordLength = layout.recordLength
    self.bytes = bytes
    self.encoding = encoding
  }

  /// The number of records.
  package var recordCount: Int { bytes.count / recordLength }

  /// Returns the place of a field, whatever the letter case of its name; the first where several
  /// match.
  package func index(ofField name: String) -> Int? {
    let wanted = name.lowercased()
    return fields.firstIndex { $0.name == name }
      ?? fields.firstIndex { $0.name.lowercased() == wanted }
  }

  /// Returns a field's values as text, one for each record.
  ///
  /// Padding is taken off on both sides. Whole numbers lose their decimals and exponents, so that
  /// a code `1200001.000` is `1200001`. A value that is empty or that overflowed its field is "".
  ///
  /// - Parameter field: The place of the field.
  /// - Returns: The values in the order of the records.
  /// - Throws: ``ShapefileError/unknownFieldKind(path:field:kind:)`` for binary kinds.
  /// - Complexity: O(*n*) for *n* records.
  package func column(_ field: Int) throws(ShapefileError) -> [String] {
    if case .other(let code, _) = fields[field].kind {
      throw .unknownFieldKind(
        path: path, field: fields[field].name, kind: TextEncoding.windows1252.decode([code]))
    }
    return (0..<recordCount).map { text(ofRecord: $0, field: field) }
  }

  /// Returns one value as text.
  func text(ofRecord record: Int, field: Int) -> String {
    let raw = rawValue(ofRecord: record, field: field)
    switch fields[field].kind {
    case .integer, .real: return plainNumber(encoding.decode(trimmed(raw)))
    default:
      let whole = encoding == .utf8 ? TextEncoding.withoutCutCharacter(raw) : raw
      return encoding.decode(trimmed(whole))
    }
  }

  /// Looks at the bytes of a text that are the same in every encoding, without padding.
  ///
  /// - Returns: False for a value of another kind, or with letters beyond those of English.
  func withPlainText(
    ofRecord record: Int, field: Int, _ body: (Span<UInt8>) -> Void
  ) -> Bool {
    guard case .text = fields[field].kind else { return false }
    let start = record * recordLength + offsets[field]
    let all = bytes.span
    var (first, end) = (start, start)
    var high: UInt8 = 0
    let limit = start + fields[field].width
    // Up to the first NUL, without the blanks at both ends.
    for position in start..<limit {
      let byte = all[position]
      if byte == 0 { break }
      high |= byte
      if byte != 0x20 { end = position + 1 }
    }
    if high >= 0x80 { return false }
    while first < end, all[first] == 0x20 { first += 1 }
    body(all.extracting(first..<end))
    return true
  }

  /// Returns the bytes of a value up to the first NUL.
  private func rawValue(ofRecord record: Int, field: Int) -> ArraySlice<UInt8> {
    let start = record * recordLength + offsets[field]
    return bytes[start..<start + fields[field].width].prefix { $0 != 0 }
  }

  /// Returns the byte that marks a record as deleted, or does not.
  func mark(ofRecord record: Int) -> UInt8 { bytes[record * recordLength] }

  /// What all text values look like as UTF-8.
  var form: TextForm {
    // Most tables are plain from end to end, which many bytes at once tell.
    if bytes.reduce(0, |) < 0x80 { return .plain }
    var form = TextForm.plain
    for (index, field) in fields.enumerated() {
      guard case .text = field.kind else { continue }
      for record in 0..<recordCount {
        form = max(form, TextEncoding.form(of: rawValue(ofRecord: record, field: index)))
        if form == .other { return form }
      }
    }
    return form
  }
}

/// Returns a number's text without decimals and exponent where the number is whole.
///
/// Overflowed values, which dBASE writes as asterisks, become "".
func plainNumber(_ text: String) -> String {
  if text.contains("*") { return "" }
  guard text.utf8.contains(where: { ".eE+".utf8.contains($0) }), let value = Double(text),
    let whole = Int(exactly: value), abs(value) < 0x1p53
  else { return text }
  return String(whole)
}
