package import Tables

/// How sets of incidents overlap: each incident in exactly one combination of them.
///
/// Combinations add up to all incidents; the totals of sets do not, since an incident may be in
/// several.
package struct SetOverlaps: Sendable {
  /// The incidents that are in some of the sets and in no other.
  package struct Combination: Sendable, Equatable {
    /// The sets, the first as the lowest bit.
    package let mask: Int
    /// How many incidents.
    package let incidents: Int
    /// The incidents in the hours asked for; the same number without hours.
    package let expected: Double

    /// Describes a combination.
    package init(mask: Int, incidents: Int, expected: Double) {
      (self.mask, self.incidents, self.expected) = (mask, incidents, expected)
    }

    /// How many sets it is of.
    package var setCount: Int { mask.nonzeroBitCount }

    /// Returns whether it lies in a set.
    package func isIn(_ set: Int) -> Bool { mask >> set & 1 == 1 }
  }

  /// The names of the sets, in the order in which they were given.
  package let names: [String]
  /// The combinations that occur, the largest first, then those of fewer sets; last, the incidents
  /// of no set, even if there are none.
  package let combinations: [Combination]
  /// All incidents.
  package let incidents: Int
  /// The sum of what combinations are expected to hold.
  package let expected: Double

  /// What parts the names of a combination.
  package static let separator = " + "
  /// What the combination of no set is called.
  package static let none = "none"

  /// Puts combinations in order.
  ///
  /// - Parameters:
  ///   - names: The sets, at most as many as an integer has bits.
  ///   - counted: What was counted, each mask once.
  package init(names: [String], counted: [Combination]) {
    self.names = names
    let empty =
      counted.first { $0.mask == 0 } ?? Combination(mask: 0, incidents: 0, expected: 0)
    let inSome = counted.filter { $0.mask != 0 && $0.incidents > 0 }.sorted { left, right in
      if left.expected != right.expected { return left.expected > right.expected }
      if left.setCount != right.setCount { return left.setCount < right.setCount }
      return left.mask < right.mask
    }
    combinations = inSome + [empty]
    incidents = combinations.reduce(0) { $0 + $1.incidents }
    expected = combinations.reduce(0) { $0 + $1.expected }
  }

  /// Returns what a combination is called: its sets, or `none`.
  package func name(of combination: Combination) -> String {
    let inside = names.indices.filter(combination.isIn).map { names[$0] }
    return inside.isEmpty ? Self.none : inside.joined(separator: Self.separator)
  }

  /// Returns the incidents of the combinations that a test admits.
  package func sum(where admits: (Combination) -> Bool) -> (incidents: Int, expected: Double) {
    combinations.filter(admits).reduce((0, 0)) { ($0.0 + $1.incidents, $0.1 + $1.expected) }
  }

  /// Returns all incidents of a set, those that are in others too.
  package func total(ofSet set: Int) -> (incidents: Int, expected: Double) {
    sum { $0.isIn(set) }
  }

  /// Lays the combinations out for files: `combination`, `incidents`, `share`, with hours `expected`.
  package func table(hasHours: Bool) -> FeatureTable {
    table(
      name: "overlaps", heading: "combination",
      rows: combinations.map { (name(of: $0), ($0.incidents, $0.expected)) }, hasHours: hasHours)
  }

  /// Lays the sets out for files: `set`, `incidents`, `share`, with hours `expected`.
  package func totals(hasHours: Bool) -> FeatureTable {
    table(
      name: "sets", heading: "set",
      rows: names.indices.map { (names[$0], total(ofSet: $0)) }, hasHours: hasHours)
  }

  private func table(
    name: String, heading: String, rows: [(name: String, sum: (incidents: Int, expected: Double))],
    hasHours: Bool
  ) -> FeatureTable {
    var columns = [
      Column(heading, .text(rows.map(\.name))),
      Column("incidents", .integers(rows.map(\.sum.incidents))),
      Column("share", .reals(rows.map { expected > 0 ? $0.sum.expected / expected : nil })),
    ]
    if hasHours { columns.append(Column("expected", .reals(rows.map(\.sum.expected)))) }
    return FeatureTable(name: name, columns: columns)
  }
}
