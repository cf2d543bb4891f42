/// The order of units by what they are: positions from the west, then from the south; texts by their
/// bytes; pairs by the first, then by the second.
struct UnitOrder {
  let counts: RepeatCounter.Counts
  let positions: MetricPositions
  /// The location in the middle of each unit; empty if none were joined.
  let centres: [Int32]

  /// Returns whether a unit stands before another.
  func isBefore(_ left: Int, _ right: Int) -> Bool {
    guard counts.sides.count > 1 else { return isBefore(side: 0, left, right) ?? false }
    let (first, second) = (counts.pairs.keys[left], counts.pairs.keys[right])
    return isBefore(side: 0, Int(first >> 32), Int(second >> 32))
      ?? isBefore(
        side: 1, Int(UInt32(truncatingIfNeeded: first)), Int(UInt32(truncatingIfNeeded: second)))
      ?? false
  }

  /// Compares two values of a side; `nil` if they are the same.
  private func isBefore(side: Int, _ left: Int, _ right: Int) -> Bool? {
    if left == right { return nil }
    if counts.sides[side].count > 0 {
      return counts.sides[side].bytes(of: left)
        .lexicographicallyPrecedes(counts.sides[side].bytes(of: right))
    }
    let (left, right) =
      centres.isEmpty ? (left, right) : (Int(centres[left]), Int(centres[right]))
    return (positions.x[left], positions.y[left]) < (positions.x[right], positions.y[right])
  }
}
