/// Numbers different keys in the order in which they are first met.
///
/// A map of thousands of areas asks for the numbers of a million vertices. Keys are spread by one
/// multiplication over a table that is at most half full; a dictionary, whose hashes withstand people
/// who choose keys to slow it down, takes several times as long.
struct KeyNumbers {
  /// How many different keys there are.
  private(set) var count = 0
  private var keys: [UInt64]
  /// The number of the key in the same place; -1 for a free place.
  private var numbers: [Int32]
  /// How far the product of a key is shifted to give its place.
  private var shift: UInt64

  /// Creates a table without keys.
  init() {
    (keys, numbers) = ([UInt64](repeating: 0, count: 1024), [Int32](repeating: -1, count: 1024))
    shift = 54
  }

  /// Returns the number of a key; that of one which is new is the number of those before.
  mutating func number(of key: UInt64) -> (number: Int, isNew: Bool) {
    var place = place(of: key)
    while numbers[place] >= 0 {
      if keys[place] == key { return (Int(numbers[place]), false) }
      place = (place + 1) & (keys.count - 1)
    }
    (keys[place], numbers[place]) = (key, Int32(count))
    count += 1
    if count * 2 > keys.count { grow() }
    return (count - 1, true)
  }

  /// Returns the key of a pair of numbers, each of 32 bits.
  static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: second))
  }

  private func place(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    numbers = [Int32](repeating: -1, count: oldKeys.count * 2)
    shift -= 1
    for old in oldKeys.indices where oldNumbers[old] >= 0 {
      var place = place(of: oldKeys[old])
      while numbers[place] >= 0 { place = (place + 1) & (keys.count - 1) }
      (keys[place], numbers[place]) = (oldKeys[old], oldNumbers[old])
    }
  }
}
