/// The elements of a workbook's parts that mean something to the reader, by their local names
/// (ISO/IEC 29500-1, part 18).
enum XMLElement: String {
  // Worksheets.
  case row
  case cell = "c"
  case value = "v"
  case text = "t"
  case inlineString = "is"
  case sheetData
  // Shared texts.
  case sharedItem = "si"
  case phonetic = "rPh"
  // The workbook.
  case workbookProperties = "workbookPr"
  case sheet
  case relationship = "Relationship"
  // Styles.
  case numberFormat = "numFmt"
  case cellFormats = "cellXfs"
  case format = "xf"
  /// Any other.
  case other = ""

  /// Whether the text inside is wanted.
  var hasText: Bool { self == .value || self == .text }

  /// Tells an element by its name, with or without a prefix.
  @inline(__always)
  init(_ name: UnsafePointer<CChar>) {
    // Nearly all elements of sheets and of shared texts have names of up to three letters.
    // Bound: no byte behind the zero at the end is looked at.
    var letters: UInt32 = 0
    var length = 0
    while length < 4, unsafe name[length] != 0 {
      letters = letters << 8 | UInt32(unsafe UInt8(bitPattern: name[length]))
      length += 1
    }
    switch letters {
    case Self.letters("c"): self = .cell
    case Self.letters("v"): self = .value
    case Self.letters("t"): self = .text
    case Self.letters("r"), Self.letters("f"): self = .other
    case Self.letters("is"): self = .inlineString
    case Self.letters("si"): self = .sharedItem
    case Self.letters("row"): self = .row
    default: self = unsafe Self.named(name)
    }
  }

  /// Returns up to three letters as one number.
  @inline(__always)
  private static func letters(_ name: StaticString) -> UInt32 {
    unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      .reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func named(_ name: UnsafePointer<CChar>) -> XMLElement {
    let text = unsafe String(cString: name)
    let local = text.split(separator: ":").last.map(String.init) ?? text
    return XMLElement(rawValue: local) ?? .other
  }
}
