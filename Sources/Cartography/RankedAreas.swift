/// The areas from the highest value down, with their ranks.
struct RankedAreas {
  /// One area of the list.
  struct Entry {
    /// The row of the table.
    let row: Int
    /// The rank: equal values share one, and the next is left out (1, 2, 2, 4).
    let rank: Int
    /// Whether another area has the same value.
    let isTied: Bool
    /// The value.
    let value: Double
  }

  /// The areas with a value, the highest first, equal ones in the order of the rows.
  let entries: [Entry]

  /// Whether values below zero are of interest too.
  private let isTwoSided: Bool

  /// Ranks the values of a column.
  ///
  /// - Parameters:
  ///   - values: One for each row; absent ones are left out.
  ///   - isTwoSided: Whether the lowest values below zero stand out as the highest do.
  /// - Complexity: O(*n* log *n*).
  init(of values: [Double?], isTwoSided: Bool = false) {
    self.isTwoSided = isTwoSided
    let present = values.indices.compactMap { row in values[row].map { (row, $0) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    var entries: [Entry] = []
    for (position, (row, value)) in present.enumerated() {
      let before = entries.last.flatMap { $0.value == value ? $0 : nil }
      let next = present.indices.contains(position + 1) ? present[position + 1].1 : nil
      entries.append(
        Entry(
          row: row, rank: before?.rank ?? position + 1, isTied: before != nil || next == value,
          value: value))
    }
    self.entries = entries
  }

  /// Returns the highest areas whose value is above zero, at most so many.
  ///
  /// Where values below zero are of interest too, half of the entries are theirs, behind the others and
  /// the lowest first; more than half where the other side has fewer.
  func top(_ limit: Int) -> [Entry] {
    let high = entries.prefix { $0.value > 0 }
    guard isTwoSided else { return Array(high.prefix(limit)) }
    let low = entries.reversed().prefix { $0.value < 0 }
    let count = min(high.count, max((limit + 1) / 2, limit - low.count))
    return Array(high.prefix(count)) + Array(low.prefix(limit - count))
  }
}
