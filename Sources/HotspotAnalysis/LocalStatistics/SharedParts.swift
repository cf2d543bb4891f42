/// A table of parts of outlines (vertices or edges) and of the areas that have each.
///
/// Parts are known by two words of 64 bits. Areas are entered in rising order, so that the last
/// area of a part tells whether the present one has it already.
struct SharedParts {
  /// The first word of each part.
  private var first: [UInt64] = []
  /// The second word of each part.
  private var second: [UInt64] = []
  /// The latest entry of each part, -1 before there is one.
  private var heads: [Int32] = []
  /// The area of each entry.
  private var areas: [Int32] = []
  /// The entry before each entry of the same part, -1 at the end.
  private var previous: [Int32] = []
  /// The part in each slot of a hash table with linear probing, -1 where there is none.
  private var slots: [Int32]
  private let shift: UInt64

  /// Creates an empty table.
  ///
  /// - Parameter capacity: The most parts that will be entered; below 2^30.
  init(capacity: Int) {
    precondition(capacity < 1 << 30, "SharedParts: more parts than can be numbered")
    // At most half of the slots are ever taken, so that a probe ends after a step or two.
    let bits = Int.bitWidth - max(2 * capacity, 15).leadingZeroBitCount
    slots = [Int32](repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
    first.reserveCapacity(capacity)
    second.reserveCapacity(capacity)
    heads.reserveCapacity(capacity)
    areas.reserveCapacity(capacity)
    previous.reserveCapacity(capacity)
  }

  /// Returns the number of a part, which is new or has been seen before.
  mutating func part(_ a: UInt64, _ b: UInt64) -> Int {
    // Coordinates in whole metres differ in their upper bits only; the multiplications bring them
    // all to bear on the upper bits of the product (constants after Steele, Lea & Flood 2014).
    var hash = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &* 0xBF58_476D_1CE4_E5B9)
    hash = (hash ^ (hash >> 32)) &* 0x94D0_49BB_1331_11EB
    var slot = Int(hash >> shift)
    while true {
      let part = Int(slots[slot])
      if part < 0 {
        slots[slot] = Int32(first.count)
        first.append(a)
        second.append(b)
        heads.append(-1)
        return first.count - 1
      }
      if first[part] == a && second[part] == b { return part }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Enters an area as one that has a part, and hands over the areas that had it before.
  mutating func enter(_ area: Int32, part: Int, found: (Int32) -> Void) {
    let head = heads[part]
    if head >= 0 && areas[Int(head)] == area { return }
    var entry = head
    while entry >= 0 {
      found(areas[Int(entry)])
      entry = previous[Int(entry)]
    }
    heads[part] = Int32(areas.count)
    areas.append(area)
    previous.append(head)
  }
}
