/// Numbers different keys in the order in which they are first met.
///
/// A map of thousands of areas asks for the numbers of a million vertices. Keys are spread by one
/// multiplication over a table that is at most half full; a dictionary, whose hashes withstand people
/// who choose keys to slow it down, takes several times as long.
struct KeyNumbers {
  /// How many different keys there are.
  private(set) var count = 0
  private var slots: [Slot]
  /// How far the product of a key is shifted to give its place.
  private var shift: UInt64

  private struct Slot {
    var key: UInt64 = 0
    /// The number of the key; -1 for a free place.
    var number: Int32 = -1
  }

  /// Creates a table without keys.
  init() {
    slots = [Slot](repeating: Slot(), count: 1024)
    shift = 54
  }

  /// Returns the number of a key; that of one which is new is the number of those before.
  mutating func number(of key: UInt64) -> (number: Int, isNew: Bool) {
    let place = place(of: key)
    if slots[place].number >= 0 { return (Int(slots[place].number), false) }
    slots[place] = Slot(key: key, number: Int32(count))
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  /// Returns the key of a pair of numbers, each of 32 bits.
  static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: second))
  }

  /// Returns where a key is, or the free place where it belongs.
  private func place(of key: UInt64) -> Int {
    var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[place].number >= 0 && slots[place].key != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    shift -= 2
    for slot in old where slot.number >= 0 { slots[place(of: slot.key)] = slot }
  }
}
