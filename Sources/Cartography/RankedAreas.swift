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

  /// Ranks the values of a column.
  ///
  /// - Parameter values: One for each row; absent ones are left out.
  /// - Complexity: O(*n* log *n*).
  init(of values: [Double?]) {
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
  func top(_ limit: Int) -> [Entry] { Array(entries.prefix(limit).prefix { $0.value > 0 }) }
}
