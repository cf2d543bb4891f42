/// The attributes of an element, as Expat hands them out; valid only during the call.
@safe struct XMLAttributes {
  /// Names and values in turn, ended by a null pointer.
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { unsafe self.pairs = unsafe pairs }

  /// Returns the value of an attribute, by its local name.
  subscript(_ name: String) -> String? {
    var index = 0
    // Bound: each name is followed by its value, the last value by a null pointer.
    while let key = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      let text = unsafe String(cString: key)
      if text == name || text.hasSuffix(":\(name)") { return unsafe String(cString: value) }
      index += 2
    }
    return nil
  }

  /// Returns the number of an attribute whose name has one letter; `nil` where there is none.
  ///
  /// - Throws: ``XMLFault`` where it is no whole number.
  func number(_ name: Character) throws(XMLFault) -> Int? {
    guard let letter = name.asciiValue else { return nil }
    var index = 0
    // Bound: as in the subscript; a one-letter name is ended by its second byte.
    while let key = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      if unsafe UInt8(bitPattern: key[0]) == letter, unsafe key[1] == 0 {
        guard let number = unsafe Self.number(value) else {
          throw .damaged("'\(unsafe String(cString: value).prefix(20))' is no number")
        }
        return number
      }
      index += 2
    }
    return nil
  }

  /// What a cell's attributes say; `nil` where they say nothing.
  struct Cell {
    /// The column, from 0.
    var column: Int?
    /// The row, from 1.
    var row: Int?
    /// The position of the format in the styles.
    var style = 0
    /// What the value is.
    var kind = CellKind.number
  }

  /// Reads the attributes of a cell; `nil` where its reference is none.
  func cell() -> Cell? {
    var cell = Cell()
    var index = 0
    // Bound: as in the subscript; a one-letter name is ended by its second byte.
    while let key = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      index += 2
      guard unsafe key[0] != 0, unsafe key[1] == 0 else { continue }
      switch unsafe UInt8(bitPattern: key[0]) {
      case UInt8(ascii: "r"):
        guard let (column, row) = unsafe Self.reference(value) else { return nil }
        (cell.column, cell.row) = (column, row)
      case UInt8(ascii: "s"): cell.style = unsafe Self.number(value) ?? 0
      case UInt8(ascii: "t"): cell.kind = unsafe CellKind(value)
      default: break
      }
    }
    return cell
  }

  /// Reads a reference such as `BC12`: the column from 0, the row from 1; `nil` for what is none.
  private static func reference(_ text: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
    var column = 0
    var index = 0
    // Bound: the text ends with a zero, which is no letter.
    while true {
      let letter = unsafe UInt8(bitPattern: text[index]) | 0x20
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
      if column > WorkbookLimits.columns { return nil }
      index += 1
    }
    guard column > 0, let row = unsafe number(text + index), row > 0 else { return nil }
    return (column - 1, row)
  }

  /// Reads a whole number; `nil` for anything else.
  private static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var index = 0
    // Bound: the text ends with a zero, which is no digit.
    while unsafe text[index] != 0 {
      let digit = unsafe UInt8(bitPattern: text[index]) &- UInt8(ascii: "0")
      guard digit <= 9, value < 1 << 32 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return index > 0 ? value : nil
  }
}
