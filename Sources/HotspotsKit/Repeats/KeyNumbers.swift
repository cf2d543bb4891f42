/// Gives keys of 64 bits small numbers, in the order in which they come, by open addressing.
///
/// Sixteen to twenty-four bytes are kept of each key.
struct KeyNumbers: Sendable {
  /// The keys by number.
  private(set) var keys: [UInt64] = []
  /// One more than the number of the key that is kept there, 0 where none is: half full at most.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// How many keys there are.
  var count: Int { keys.count }

  /// Returns the number of a key, a new one for a key that has not come before.
  @inline(__always)
  mutating func number(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if 2 * keys.count > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    let mask = slots.count - 1
    for number in keys.indices {
      var slot = Self.hash(keys[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Mixes all bits into the low ones, as the last steps of SplitMix64 do.
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    var z = key
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ (z >> 31)) >> 1)
  }
}

/// Gives texts small numbers, by the hashes of their fields, and keeps the bytes of each.
///
/// See ``Incidents/FieldHash`` for why hashes of 64 bits are enough to tell texts apart.
struct NumberedTexts: Sendable {
  private var numbers = KeyNumbers()
  /// The texts, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many texts there are.
  var count: Int { numbers.count }
  /// The hashes by number.
  var keys: [UInt64] { numbers.keys }

  /// Returns the number of a text.
  ///
  /// - Parameters:
  ///   - key: The hash of its field.
  ///   - text: The text, which is asked for when it first comes.
  /// - Returns: The number.
  @inline(__always)
  mutating func number(of key: UInt64, _ text: () -> String) -> Int {
    let number = numbers.number(of: key)
    if number == ends.count {
      bytes.append(contentsOf: text().utf8)
      ends.append(bytes.count)
    }
    return number
  }

  /// Returns the bytes of a text.
  func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// Returns a text.
  func text(of number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// Adds the texts of another worker.
  ///
  /// - Returns: What the number of each is here.
  mutating func merge(_ other: NumberedTexts) -> [UInt32] {
    other.keys.indices.map { place in
      UInt32(number(of: other.keys[place]) { other.text(of: place) })
    }
  }
}
