/// The text of a coordinate with one mark for all that mean the same.
///
/// Dashes and minus signs become hyphens, blanks of any width spaces, the marks of degrees the byte
/// ``degree``, primes and quotation marks `'` and `"`. The storage is used again for field after
/// field, so nothing is allocated for each.
struct CoordinateText {
  /// The text: ASCII, ``degree``, and what is none of these marks as it stands.
  private(set) var bytes: [UInt8] = []

  /// Stands for a mark of degrees.
  static let degree: UInt8 = 0xB0

  /// Takes a field without the quotes around it.
  mutating func take(_ field: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    var position = 0
    while position < field.count {
      let byte = field[position]
      if byte >= 0x80 {
        position += appendMark(field, at: position)
        continue
      }
      position += 1
      if byte == Dialect.quote && field.byte(at: position, before: field.count) == Dialect.quote {
        // A quote in quotes is doubled.
        position += 1
      }
      bytes.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
    }
  }

  /// Appends what the mark at a position means; returns how many bytes it has.
  private mutating func appendMark(_ field: Span<UInt8>, at position: Int) -> Int {
    let first = field[position]
    let second = field.byte(at: position + 1, before: field.count)
    let third = field.byte(at: position + 2, before: field.count)
    let isTwo = first >= 0xC2 && first < 0xE0 && second & 0xC0 == 0x80
    let isThree = first & 0xF0 == 0xE0 && second & 0xC0 == 0x80 && third & 0xC0 == 0x80
    let (code, width) =
      isTwo
      ? (UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F), 2)
      : isThree
        ? (UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
        : (Self.windows1252(first), 1)
    switch code {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: bytes.append(UInt8(ascii: " "))
    // Without width: marks of direction, joiners, a byte-order mark.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: break
    case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: bytes.append(UInt8(ascii: "-"))
    case 0xB0, 0xBA, 0x02DA, 0x2218: bytes.append(Self.degree)
    case 0xB4, 0x02B9, 0x02BC, 0x2018, 0x2019, 0x201B, 0x2032: bytes.append(UInt8(ascii: "'"))
    case 0x02BA, 0x201C, 0x201D, 0x201F, 0x2033: bytes.append(Dialect.quote)
    case 0xFF0C: bytes.append(UInt8(ascii: ","))
    default: for place in 0..<width { bytes.append(field[position + place]) }
    }
    return width
  }

  /// The characters of Windows-1252 that differ from Latin-1 and matter here.
  private static func windows1252(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x91, 0x92: 0x2019
    case 0x93, 0x94: 0x201D
    case 0x96, 0x97: 0x2013
    default: UInt32(byte)
    }
  }
}
