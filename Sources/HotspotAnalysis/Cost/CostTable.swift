/// What incidents cost, by category and component.
///
/// Each amount is number × unit cost × deflator, rounded once to a whole pound, halves up, and the sum
/// of all categories adds what was rounded. Amounts of groups are rounded so that they add up to the
/// exact cost of the group, rounded once, as ``ExactDecimal/roundedColumn(_:)`` does.
package struct CostTable: Sendable, Equatable {
  /// What one incident of a category costs.
  package struct UnitCost: Sendable, Equatable {
    /// The cost of each component.
    package var components: [ExactDecimal]
    /// The cost in total, which need not be the sum.
    package var total: ExactDecimal

    /// Describes the cost of one incident.
    package init(components: [ExactDecimal], total: ExactDecimal) {
      (self.components, self.total) = (components, total)
    }
  }

  /// What the incidents of a category cost, or all of them.
  package struct Row: Sendable, Equatable {
    /// The position of the category among those given; `nil` for all.
    package var category: Int?
    /// The incidents.
    package var incidents: Int
    /// The expected incidents in the hours asked for; `nil` without hours.
    package var expected: Double?
    /// The cost of each component.
    package var components: [Int]
    /// The cost of each group of components.
    package var groups: [Int]
    /// The cost in total.
    package var total: Int

    /// What the incidents count for.
    package var amount: Double { expected ?? Double(incidents) }
  }

  /// Where an amount is too large to be counted.
  package struct Overflow: Error, Equatable {
    /// The position of the category; `nil` for the sum of all.
    package var category: Int?
  }

  /// The categories by falling cost; those that cost the same in the order in which they were given.
  package let rows: [Row]
  /// The sum of the rows.
  package let total: Row

  /// Computes costs.
  ///
  /// - Parameters:
  ///   - counts: The incidents of each category, the expected ones in the hours asked for (to the
  ///     sixth decimal place), and what one costs.
  ///   - groups: The positions of the components of each group.
  ///   - deflator: What unit costs are multiplied with.
  /// - Throws: ``Overflow`` for an amount of more than 38 digits before rounding, or of more than a
  ///   64-bit number holds.
  /// - Complexity: O(*k* *c* + *k* log *k*) for *k* categories and *c* components.
  package init(
    _ counts: [(incidents: Int, expected: Double?, unit: UnitCost)], groups: [[Int]],
    deflator: ExactDecimal
  ) throws(Overflow) {
    var rows: [Row] = []
    var quantities: [ExactDecimal] = []
    for (category, count) in counts.enumerated() {
      let quantity =
        if let expected = count.expected { ExactDecimal(rounding: expected) } else {
          ExactDecimal?.some(ExactDecimal(count.incidents))
        }
      guard let quantity else { throw Overflow(category: category) }
      func amount(_ unit: ExactDecimal) throws(Overflow) -> Int {
        guard let amount = ExactDecimal.roundedProduct([quantity, unit, deflator]) else {
          throw Overflow(category: category)
        }
        return amount
      }
      var components: [Int] = []
      for unit in count.unit.components { components.append(try amount(unit)) }
      rows.append(
        Row(
          category: category, incidents: count.incidents, expected: count.expected,
          components: components, groups: [], total: try amount(count.unit.total)))
      quantities.append(quantity)
    }
    var sums: [Int] = []
    for group in groups {
      var products: [[ExactDecimal]] = []
      for (category, count) in counts.enumerated() {
        guard let unit = ExactDecimal.sum(group.map { count.unit.components[$0] }) else {
          throw Overflow(category: category)
        }
        products.append([quantities[category], unit, deflator])
      }
      guard let column = ExactDecimal.roundedColumn(products) else {
        throw Overflow(category: nil)
      }
      for (category, cell) in column.cells.enumerated() { rows[category].groups.append(cell) }
      sums.append(column.sum)
    }
    let components = counts.first?.unit.components.indices ?? 0..<0
    var all: [Int] = []
    for component in components {
      all.append(try Self.sum(rows.map { $0.components[component] }))
    }
    let expected = counts.compactMap(\.expected)
    total = Row(
      category: nil, incidents: counts.reduce(0) { $0 + $1.incidents },
      expected: expected.isEmpty ? nil : expected.reduce(0, +), components: all,
      groups: sums, total: try Self.sum(rows.map(\.total)))
    // Sorting by the position too makes the order that of the input where costs are equal.
    self.rows = rows.sorted { ($1.total, $0.category ?? 0) < ($0.total, $1.category ?? 0) }
  }

  private static func sum(_ amounts: [Int]) throws(Overflow) -> Int {
    var sum = 0
    for amount in amounts {
      let (larger, isTooLarge) = sum.addingReportingOverflow(amount)
      if isTooLarge { throw Overflow(category: nil) }
      sum = larger
    }
    return sum
  }
}
