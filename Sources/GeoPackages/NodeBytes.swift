/// The bytes of a node of an R-tree.
///
/// Its height if it is the root, how many boxes it has, and the boxes; each number with its most
/// significant byte first. The rest is zero.
struct NodeBytes {
  private(set) var bytes: [UInt8]
  private var place = 0

  init(length: Int) { bytes = Array(repeating: 0, count: length) }

  mutating func begin(depth: Int, count: Int) {
    for index in bytes.indices { bytes[index] = 0 }
    place = 0
    put(UInt16(depth))
    put(UInt16(count))
  }

  mutating func append(_ entry: IndexEntry) {
    put(UInt64(bitPattern: Int64(entry.number)))
    put(entry.minX.bitPattern)
    put(entry.maxX.bitPattern)
    put(entry.minY.bitPattern)
    put(entry.maxY.bitPattern)
  }

  private mutating func put(_ value: some FixedWidthInteger) {
    var shift = value.bitWidth
    while shift > 0 {
      shift -= 8
      bytes[place] = UInt8(truncatingIfNeeded: value >> shift)
      place += 1
    }
  }
}
