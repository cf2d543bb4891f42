import CKernels

/// Finds where whole objects end in JSON of which more may follow, without understanding it.
///
/// Only quotes, escapes, braces and brackets are looked at. What lies between them may be anything:
/// whoever reads the objects finds what is wrong with them.
struct FeatureCutter {
  /// Where the last whole object ends; 0 where there is none.
  private(set) var end = 0
  /// How many whole objects there are up to there.
  private(set) var objects = 0

  /// How many braces are open.
  private var depth = 0
  /// All ones while inside quotes.
  private var inside: UInt64 = 0
  /// Whether the next word's first byte is escaped.
  private var escapesNext = false

  /// Looks through bytes.
  ///
  /// The search ends at a brace or bracket that closes what stands around the objects.
  ///
  /// - Parameters:
  ///   - bytes: The bytes from the first object on, or from what separates it from the one before.
  ///   - most: How many objects are wanted at most.
  /// - Complexity: O(*n*) for *n* bytes, 64 at a step.
  init(_ bytes: [UInt8], most: Int) {
    let whole = bytes.count / 64 * 64
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var base = 0
      // Bound: 64 bytes from `base` on are within the buffer.
      while base < whole, unsafe take(start + base, at: base, most: most) { base += 64 }
      if base < whole { return }
      var rest = [UInt8](bytes[whole...])
      rest.append(contentsOf: repeatElement(0x20, count: 64 - rest.count))
      unsafe rest.withUnsafeBufferPointer { rest in
        guard let start = rest.baseAddress else { return }
        // Bound: the rest has been made 64 bytes long.
        _ = unsafe take(start, at: whole, most: most)
      }
    }
  }

  /// Looks through the next 64 bytes.
  ///
  /// - Returns: Whether the search goes on.
  private mutating func take(_ word: UnsafePointer<UInt8>, at base: Int, most: Int) -> Bool {
    // Bound: the caller's word has 64 bytes.
    var quotes = unsafe hotspots_match64(word, UInt8(ascii: "\""))
    let backslashes = unsafe hotspots_match64(word, UInt8(ascii: "\\"))
    if backslashes != 0 || escapesNext { quotes &= ~escaped(by: backslashes) }
    let parity = hotspots_running_parity(quotes) ^ inside
    inside = UInt64(bitPattern: Int64(bitPattern: parity) >> 63)
    let opening = unsafe hotspots_match64(word, UInt8(ascii: "{")) & ~parity
    let closing = unsafe hotspots_match64(word, UInt8(ascii: "}")) & ~parity
    // Brackets count only where no brace is open.
    let brackets = unsafe hotspots_match64(word, UInt8(ascii: "]")) & ~parity
    var marks = opening | closing | brackets
    while marks != 0 {
      let place = marks.trailingZeroBitCount
      let bit = UInt64(1) << UInt64(place)
      marks &= marks &- 1
      if opening & bit != 0 {
        depth += 1
      } else if depth == 0 {
        return false
      } else if closing & bit != 0 {
        depth -= 1
        if depth == 0 {
          objects += 1
          end = base + place + 1
          if objects == most { return false }
        }
      }
    }
    return true
  }

  /// Returns which bytes of a word follow a backslash that is not itself escaped.
  private mutating func escaped(by backslashes: UInt64) -> UInt64 {
    var result: UInt64 = escapesNext ? 1 : 0
    escapesNext = false
    var rest = backslashes
    while rest != 0 {
      let place = UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
      if result >> place & 1 == 1 { continue }
      if place == 63 { escapesNext = true } else { result |= 1 << (place + 1) }
    }
    return result
  }
}
