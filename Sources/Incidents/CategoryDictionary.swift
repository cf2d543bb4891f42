/// Gives each category a small number, from the bytes of its field.
///
/// Looking up a spelling that was seen before allocates nothing. Spellings that mean the same
/// category (blanks around it, quotes, data.police.uk's two spellings) share a number.
struct CategoryDictionary {
  /// The categories by number, in the order in which they were first seen.
  private(set) var names: [String] = []
  /// Whether more categories were seen than any column of categories has.
  private(set) var isOverfull = false

  /// Above this, a file is refused without reading on.
  static let limit = 1000
  /// How many spellings are kept, and how long they may be; others are worked out each time.
  private static let (spellingLimit, longestSpelling) = (2048, 256)

  /// The bytes of all spellings, one after the other, and where each begins.
  private var spellings: [UInt8] = []
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []
  /// Positions of spellings plus one, by hash; 0 is free.
  ///
  /// Never more than half full.
  private var slots = [Int32](repeating: 0, count: 4096)

  /// Returns the number of a field's category; -1 when the dictionary is overfull.
  @inline(__always)
  mutating func number(of field: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = unsafe FieldBytes.hash(field) & 4095
    while true {
      let spelling = Int(slots[slot]) - 1
      if spelling < 0 { return unsafe add(field, at: slot) }
      let start = Int(starts[spelling])
      if Int(starts[spelling + 1]) - start == field.count,
        unsafe FieldBytes.isSame(field, spellings, start)
      {
        return Int(numbers[spelling])
      }
      slot = (slot + 1) & 4095
    }
  }

  @inline(never)
  private mutating func add(_ field: UnsafeBufferPointer<UInt8>, at slot: Int) -> Int {
    let name = CategoryName.canonical(unsafe QuotedText.text(field))
    // Byte for byte, so that the names do not depend on which of two equal ones a worker met first.
    let known = names.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    if known == nil {
      guard names.count < Self.limit else {
        isOverfull = true
        return -1
      }
      names.append(name)
    }
    let number = known ?? names.count - 1
    if numbers.count < Self.spellingLimit && field.count <= Self.longestSpelling {
      for position in 0..<field.count { spellings.append(unsafe field[position]) }
      starts.append(Int32(spellings.count))
      numbers.append(Int32(number))
      slots[slot] = Int32(numbers.count)
    }
    return number
  }
}
