/// A row or a column of a cross table.
package struct CrossLine: Sendable, Equatable {
  /// What a line is of.
  package enum Kind: Sendable, Equatable {
    /// One value.
    case value
    /// All values that have no line of their own; how many there are.
    case rest(Int)
    /// The incidents without a value.
    case notRecorded
  }

  /// What it is of.
  package let kind: Kind
  /// The name in files; no other line of the side has it.
  package let name: String
  /// What its value is called; `nil` for the other kinds.
  package let value: Int?

  /// The name of the line of what is not recorded.
  package static let notRecorded = "not_recorded"
  /// The name of the line of the rest.
  package static let rest = "Other"
  /// The name of the column of totals.
  package static let total = "Total"
  /// The name of the column, or the row, of what fractions are of.
  package static let base = "base"

  /// Makes the lines of a side from its values in their order.
  ///
  /// A value that is called as a line of another kind is told from it by ` (value)` behind its name.
  ///
  /// - Parameters:
  ///   - values: The positions of the values with a line of their own.
  ///   - names: What all values are called.
  ///   - restCount: How many others there are.
  ///   - hasNotRecorded: Whether there is a line for what is not recorded.
  ///   - taken: Names that no value may have.
  /// - Returns: The lines of the values, of the rest, and of what is not recorded.
  static func lines(
    of values: [Int], names: [String], restCount: Int, hasNotRecorded: Bool, taken: Set<String>
  ) -> [CrossLine] {
    var used = taken
    var last: [CrossLine] = []
    if restCount > 0 { last.append(CrossLine(kind: .rest(restCount), name: rest, value: nil)) }
    if hasNotRecorded {
      last.append(CrossLine(kind: .notRecorded, name: notRecorded, value: nil))
    }
    used.formUnion(last.map(\.name))
    // Values whose names are free keep them, whatever others become.
    let free = Set(values.map { names[$0] }).subtracting(used)
    used.formUnion(free)
    let first = values.map { value in
      var name = names[value]
      if !free.contains(name) {
        repeat { name += " (value)" } while used.contains(name)
        used.insert(name)
      }
      return CrossLine(kind: .value, name: name, value: value)
    }
    return first + last
  }
}
