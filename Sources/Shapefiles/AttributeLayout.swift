/// How the records of a `.dbf` are laid out, once its header has been checked against its size.
struct AttributeLayout: Sendable, Equatable {
  /// The fields in the file's order.
  let fields: [ShapefileField]
  /// The place of each field in a record, in bytes; the deletion mark is at 0.
  let offsets: [Int]
  /// The length of a record in bytes.
  let recordLength: Int
  /// The number of records.
  let recordCount: Int
  /// The byte that names the language driver, 0 when the file names none.
  let languageDriver: UInt8

  private static let descriptorLength = 32
  private static let terminator: UInt8 = 0x0D

  /// Reads and checks the header.
  ///
  /// - Throws: ``ShapefileError/truncated(path:bytes:expected:)`` for a file shorter than its
  ///   header says and ``ShapefileError/badAttributes(path:reason:)`` for fields that do not fit.
  init(_ file: inout ByteFile) throws(ShapefileError) {
    let path = file.path
    func refuse(_ reason: String) -> ShapefileError { .badAttributes(path: path, reason: reason) }
    guard file.size >= Self.descriptorLength else {
      throw .truncated(path: path, bytes: file.size, expected: Self.descriptorLength)
    }
    let recordCount = try file.littleEndian(at: 4)
    let headerLength = try Int(file.byte(at: 8)) | Int(file.byte(at: 9)) << 8
    let recordLength = try Int(file.byte(at: 10)) | Int(file.byte(at: 11)) << 8
    guard recordCount >= 0 else { throw refuse("the header says \(recordCount) records") }
    guard headerLength > Self.descriptorLength, recordLength > 1 else {
      throw refuse(
        "the header says \(headerLength) bytes of header and \(recordLength) bytes a record")
    }
    let expected = headerLength + recordCount * recordLength
    guard file.size >= expected else {
      throw .truncated(path: path, bytes: file.size, expected: expected)
    }
    var fields: [ShapefileField] = []
    var offsets: [Int] = []
    var offset = 1
    var place = Self.descriptorLength
    while place + Self.descriptorLength <= headerLength {
      if try file.byte(at: place) == Self.terminator { break }
      let descriptor = Array(try file.bytes(at: place, count: Self.descriptorLength))
      let field = Self.field(descriptor)
      fields.append(field)
      offsets.append(offset)
      offset += field.width
      place += Self.descriptorLength
    }
    guard !fields.isEmpty else { throw refuse("it has no fields") }
    guard offset == recordLength else {
      throw refuse("its fields take \(offset) bytes a record, the header says \(recordLength)")
    }
    self.fields = fields
    self.offsets = offsets
    self.recordLength = recordLength
    self.recordCount = recordCount
    self.languageDriver = try file.byte(at: 29)
  }

  /// Returns the field that a descriptor of 32 bytes describes.
  private static func field(_ descriptor: [UInt8]) -> ShapefileField {
    let name = TextEncoding.windows1252.decode(
      trimmed(descriptor[..<11].prefix { $0 != 0 }))
    let letter = descriptor[11]
    let width = Int(descriptor[16])
    let kind: ShapefileField.Kind =
      switch letter {
      case UInt8(ascii: "C"): .text(width: width)
      case UInt8(ascii: "N") where descriptor[17] == 0: .integer(width: width)
      case UInt8(ascii: "N"), UInt8(ascii: "F"):
        .real(width: width, decimals: Int(descriptor[17]))
      case UInt8(ascii: "D") where width == 8: .date
      case UInt8(ascii: "L") where width == 1: .logical
      default: .other(code: letter, width: width)
      }
    return ShapefileField(name: name, kind: kind)
  }
}

/// Returns bytes without the blanks that pad them on both sides, all encodings' byte 32.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let head = bytes.drop { $0 == 0x20 }
  guard let last = head.lastIndex(where: { $0 != 0x20 }) else { return [] }
  return head[...last]
}
