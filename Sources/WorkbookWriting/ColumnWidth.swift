import Tables

/// How wide columns are, in digits of the normal font, as ISO/IEC 29500-1 measures them (section
/// 18.3.1.13).
enum ColumnWidth {
  private static let narrowest = 8.0
  private static let widest = 60.0

  /// Returns the width that shows a column's name with its filter, and its values unless they are
  /// very long.
  ///
  /// - Complexity: O(*n*) for *n* values.
  static func width(of column: Column, as form: CellForm) -> Double {
    let name = column.name.unicodeScalars.count + 4
    let longest = (0..<column.values.count).reduce(0) { longest, row in
      max(longest, length(of: column.values, at: row, as: form))
    }
    return min(max(narrowest, Double(max(name, longest + 2))), widest)
  }

  /// How many characters a value is shown with.
  private static func length(of values: ColumnValues, at row: Int, as form: CellForm) -> Int {
    switch values {
    case .text(let values): return values[row]?.unicodeScalars.count ?? 0
    case .integers(let values): return values[row].map { grouped(Double($0)) } ?? 0
    case .reals(let values):
      guard let value = values[row], value.isFinite else { return 0 }
      switch form {
      case .percentage: return grouped(value * 100) + 3
      case .decimal(let places), .coordinate(let places): return grouped(value) + 1 + places
      default: return grouped(value)
      }
    }
  }

  /// How many characters the whole part of a number takes with its sign and its groups.
  private static func grouped(_ value: Double) -> Int {
    var (digits, rest) = (1, abs(value))
    while rest >= 10 && digits < 20 {
      rest /= 10
      digits += 1
    }
    return digits + (digits - 1) / 3 + (value < 0 ? 1 : 0)
  }
}
