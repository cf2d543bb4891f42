/// A column of text as numbers, with the text of each number.
///
/// Texts are numbered by a worker in the order in which it meets them, over all batches and files,
/// so that numbers of different workers are told apart by their names only.
package struct LabelColumn: Sendable {
  /// The number of each incident's text.
  package private(set) var numbers: [UInt32] = []
  private var dictionary: LabelDictionary

  /// Creates a column without rows.
  ///
  /// - Parameter limit: The most different texts that are numbered.
  init(limit: Int) { dictionary = LabelDictionary(limit: limit) }

  /// Creates a column of texts.
  package init(_ texts: [String]) {
    self.init(limit: texts.count + 1)
    for var text in texts {
      numbers.append(text.withUTF8 { unsafe dictionary.number(of: $0) })
    }
  }

  /// The texts by number; empty for fields that say nothing.
  package var names: [String] { dictionary.names }
  /// Whether more texts were met than are numbered.
  package var isOverfull: Bool { dictionary.isOverfull }

  /// Adds a field as it stands in the file.
  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    numbers.append(unsafe dictionary.number(of: field))
  }

  /// Removes the rows and keeps the texts.
  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  /// Keeps some of the rows.
  mutating func keep(where isKept: [Bool]) {
    guard !numbers.isEmpty else { return }
    numbers = zip(numbers, isKept).filter(\.1).map(\.0)
  }
}

/// Gives each text of a column a number, from the bytes of its field.
///
/// Looking up a spelling that was seen before allocates nothing. Texts are told apart byte for byte,
/// without the blanks and quotes around them; all that say nothing (``AbsentText``) are one, `""`.
struct LabelDictionary: Sendable {
  /// The texts by number.
  private(set) var names: [String] = []
  /// Whether more texts were seen than are numbered.
  private(set) var isOverfull = false

  private let limit: Int
  private var numbersOfNames: [[UInt8]: UInt32] = [:]
  /// The bytes of all spellings, one after the other, and where each begins.
  private var spellings: [UInt8] = []
  private var starts: [Int32] = [0]
  private var numbers: [UInt32] = []
  /// Positions of spellings plus one, by hash; 0 is free.
  ///
  /// Never more than half full.
  private var slots = [Int32](repeating: 0, count: 1024)

  /// The longest spelling that is kept; longer ones are worked out each time.
  private static let longestSpelling = 256
  /// The most bytes of spellings that are kept.
  private static let spellingBytes = 64 << 20

  init(limit: Int) { self.limit = limit }

  /// Returns the number of a field's text; 0 once the dictionary is overfull.
  @inline(__always)
  mutating func number(of field: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = unsafe FieldBytes.hash(field) & (slots.count - 1)
    while true {
      let spelling = Int(slots[slot]) - 1
      if spelling < 0 { return unsafe add(field, at: slot) }
      let start = Int(starts[spelling])
      if Int(starts[spelling + 1]) - start == field.count,
        unsafe FieldBytes.isSame(field, spellings, start)
      {
        return numbers[spelling]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  @inline(never)
  private mutating func add(_ field: UnsafeBufferPointer<UInt8>, at slot: Int) -> UInt32 {
    let text = unsafe QuotedText.text(field)
    let name = AbsentText.isAbsent(text) ? "" : text
    let key = Array(name.utf8)
    let number: UInt32
    if let known = numbersOfNames[key] {
      number = known
    } else {
      guard names.count < limit else {
        isOverfull = true
        return 0
      }
      number = UInt32(names.count)
      numbersOfNames[key] = number
      names.append(name)
    }
    if field.count <= Self.longestSpelling, spellings.count < Self.spellingBytes {
      for position in 0..<field.count { spellings.append(unsafe field[position]) }
      starts.append(Int32(spellings.count))
      numbers.append(number)
      slots[slot] = Int32(numbers.count)
      if numbers.count * 2 > slots.count { grow() }
    }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    unsafe spellings.withUnsafeBufferPointer { bytes in
      for spelling in numbers.indices {
        // Bound: both ends of a spelling lie within the bytes kept.
        let range = Int(starts[spelling])..<Int(starts[spelling + 1])
        var slot =
          unsafe FieldBytes.hash(UnsafeBufferPointer(rebasing: bytes[range]))
          & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(spelling + 1)
      }
    }
  }
}
