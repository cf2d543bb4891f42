/// How the bytes of an attribute table are turned into text.
package enum TextEncoding: String, Sendable, Equatable, CaseIterable {
  /// One to four bytes a character.
  case utf8 = "UTF-8"
  /// One byte a character, western European.
  case windows1252 = "Windows-1252"
  /// One byte a character, western European; read as Windows-1252, which holds it, as browsers do.
  ///
  /// After the WHATWG Encoding Standard, https://encoding.spec.whatwg.org/#names-and-labels
  case latin1 = "ISO-8859-1"
  /// Latin-1 with the euro sign and seven letters more.
  case latin9 = "ISO-8859-15"
  /// The character set of the first personal computers, still named by old attribute tables.
  case dosLatinUS = "CP437"
  /// The western European character set of MS-DOS.
  case dosLatin1 = "CP850"

  /// Finds the encoding that a `.cpg` names, in any of the spellings in use.
  ///
  ///     TextEncoding(codePage: "ANSI 1252")   // .windows1252
  ///     TextEncoding(codePage: "65001")       // .utf8
  ///
  /// - Parameter codePage: The content of the `.cpg`.
  package init?(codePage: String) {
    let letters = codePage.lowercased().unicodeScalars.filter { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    var key = String(String.UnicodeScalarView(letters))
    for prefix in ["ansi", "windows", "codepage", "cp", "ibm", "oem", "iso"]
    where key.hasPrefix(prefix) && key.count > prefix.count {
      key.removeFirst(prefix.count)
      break
    }
    switch key {
    case "utf8", "65001", "unicode": self = .utf8
    case "1252", "ansi", "west": self = .windows1252
    case "88591", "885901", "28591", "latin1", "l1", "819": self = .latin1
    case "885915", "28605", "latin9", "l9": self = .latin9
    case "437": self = .dosLatinUS
    case "850": self = .dosLatin1
    default: return nil
    }
  }

  /// Finds the encoding that the language-driver byte of an attribute table names.
  ///
  /// - Parameter driver: Byte 29 of the table's header; 0 names none.
  package init?(languageDriver driver: UInt8) {
    switch driver {
    // Code page 1252 under the names of its countries, and "the current ANSI code page", which
    // ArcGIS writes and which is 1252 wherever boundaries of western Europe are made.
    case 0x03, 0x57, 0x58, 0x59: self = .windows1252
    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: self = .dosLatinUS
    case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: self = .dosLatin1
    default: return nil
    }
  }

  /// Returns the text that bytes stand for.
  ///
  /// Bytes that are not UTF-8 become the replacement character; ask ``isValid(_:)`` first.
  package func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard let table = upperHalf, !bytes.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 128])
    }
    return String(scalars)
  }

  /// Returns whether bytes can be text in the encoding.
  ///
  /// In UTF-8 a last character cut short is allowed, since writers cut at a field's width.
  package func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    self != .utf8 || Self.form(of: bytes) != .other
  }

  /// Returns what bytes are as UTF-8; a last character cut short is allowed and proves nothing.
  static func form(of bytes: ArraySlice<UInt8>) -> TextForm {
    if bytes.allSatisfy({ $0 < 0x80 }) { return .plain }
    let whole = withoutCutCharacter(bytes)
    if whole.allSatisfy({ $0 < 0x80 }) { return .plain }
    return String(validating: whole, as: UTF8.self) == nil ? .other : .utf8
  }

  /// Returns UTF-8 without a last character that has lost its end.
  static func withoutCutCharacter(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = bytes.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return bytes }
    let needed = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
    return bytes.endIndex - start < needed ? bytes[..<start] : bytes
  }

  /// The characters of bytes 128 to 255; nil for UTF-8.
  private var upperHalf: [Unicode.Scalar]? {
    switch self {
    case .utf8: nil
    case .windows1252, .latin1: CodePages.windows1252
    case .latin9: CodePages.latin9
    case .dosLatinUS: CodePages.dosLatinUS
    case .dosLatin1: CodePages.dosLatin1
    }
  }
}

/// What text looks like as UTF-8; ordered so that a table is what the last of its values is.
enum TextForm: Int, Comparable {
  /// The same in every encoding that is read.
  case plain
  /// UTF-8 with characters of several bytes, which text in other encodings is hardly ever by chance.
  case utf8
  /// Not UTF-8.
  case other

  static func < (left: TextForm, right: TextForm) -> Bool { left.rawValue < right.rawValue }
}
