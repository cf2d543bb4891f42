/// Different hashes in rising order that begin with the same ten bits, in six bytes each where they are
/// many.
///
/// Of each the last 48 bits are written down. The six bits before them follow from its place: for each
/// value that these have it is known how many hashes come up to it.
struct PackedHashes: Sendable {
  /// All of them, where they are few.
  private var few: [UInt64] = []
  /// The first ten bits.
  private var prefix: UInt64 = 0
  private var ends: [UInt32] = []
  private var middles: [UInt16] = []
  private var lows: [UInt32] = []

  /// Fewer are kept as they are.
  private static let fewestPacked = 256
  private static let prefixMask = ~(UInt64.max >> 10)

  /// Packs hashes.
  ///
  /// - Parameter rising: Different hashes that begin with the same ten bits, in rising order.
  init(_ rising: [UInt64] = []) {
    guard rising.count >= Self.fewestPacked else {
      few = rising
      return
    }
    prefix = rising[0] & Self.prefixMask
    ends = [UInt32](repeating: 0, count: 64)
    middles.reserveCapacity(rising.count)
    lows.reserveCapacity(rising.count)
    for hash in rising {
      ends[Int(hash >> 48 & 63)] += 1
      middles.append(UInt16(truncatingIfNeeded: hash >> 32))
      lows.append(UInt32(truncatingIfNeeded: hash))
    }
    for part in 1..<64 { ends[part] += ends[part - 1] }
  }

  /// How many there are.
  var count: Int { few.count + lows.count }

  /// All of them, in rising order.
  var all: [UInt64] {
    if lows.isEmpty { return few }
    var all: [UInt64] = []
    all.reserveCapacity(lows.count)
    for part in 0..<64 {
      let start = prefix | UInt64(part) << 48
      for place in (part == 0 ? 0 : Int(ends[part - 1]))..<Int(ends[part]) {
        all.append(start | UInt64(middles[place]) << 32 | UInt64(lows[place]))
      }
    }
    return all
  }
}
