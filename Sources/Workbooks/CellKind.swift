/// What the value of a cell is (ISO/IEC 29500-1, section 18.18.11).
enum CellKind {
  /// A number, which the cell's format may make a date.
  case number
  /// The position of a shared text.
  case sharedString
  /// A text beside its formula.
  case formulaString
  /// A text inside the cell.
  case inlineString
  /// Whether something is true: 0 or 1.
  case boolean
  /// A date in ISO 8601.
  case date
  /// An error such as `#N/A`.
  case error

  /// Reads the attribute.
  init(_ text: UnsafePointer<CChar>) {
    // Bound: the text ends with a zero.
    switch unsafe (UInt8(bitPattern: text[0]), text[0] == 0 ? 0 : UInt8(bitPattern: text[1])) {
    case (UInt8(ascii: "s"), 0): self = .sharedString
    case (UInt8(ascii: "s"), _): self = .formulaString
    case (UInt8(ascii: "i"), _): self = .inlineString
    case (UInt8(ascii: "b"), _): self = .boolean
    case (UInt8(ascii: "d"), _): self = .date
    case (UInt8(ascii: "e"), _): self = .error
    default: self = .number
    }
  }
}
