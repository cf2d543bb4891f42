import Tables

/// How the cells of a column are typed and shown.
enum CellForm: Hashable {
  /// Text, also where it looks like a number or a formula.
  case text
  /// Whole numbers with groups of thousands.
  case whole
  /// Whole numbers that count nothing, such as ranks and years.
  case number
  /// Numbers with so many decimals.
  case decimal(Int)
  /// Coordinates, with so many decimals.
  case coordinate(Int)
  /// Fractions as percentages.
  case percentage
  /// Days.
  case date
  /// Months, each as its first day.
  case month
  /// Days with the time of day.
  case dateTime

  /// The number format of ISO/IEC 29500-1, section 18.8.30.
  var code: String {
    switch self {
    case .text: "@"
    case .whole: "#,##0"
    case .number: "0"
    case .decimal(let places): "#,##0." + String(repeating: "0", count: places)
    case .coordinate(let places): "0." + String(repeating: "0", count: places)
    case .percentage: "0.0%"
    case .date: "yyyy-mm-dd"
    case .month: "yyyy-mm"
    case .dateTime: "yyyy-mm-dd hh:mm:ss"
    }
  }

  /// Chooses the form of a column by its name and its values.
  ///
  /// - Complexity: O(*n*) for *n* values.
  init(of column: Column) {
    let words = column.name.lowercased().split(separator: "_")
    switch column.values {
    case .text(let values): self = Self(ofText: values, isMonth: words.last == "month")
    case .integers:
      let counts = words.last.map { !["rank", "class", "band", "year", "cell"].contains($0) }
      self = counts ?? true ? .whole : .number
    case .reals(let values):
      let largest = values.reduce(0) { max($0, $1.map(abs) ?? 0) }
      if words.contains("share") || words.contains("percent") {
        self = .percentage
      } else if let last = words.last, ["x", "y", "longitude", "latitude"].contains(last) {
        self = .coordinate(largest <= 360 ? 6 : 1)
      } else if words.first == "p" {
        self = .decimal(4)
      } else if values.allSatisfy({ $0.map { $0 == $0.rounded() } ?? true }) {
        self = .whole
      } else {
        self = .decimal(largest >= 1000 ? 1 : largest >= 1 ? 2 : 4)
      }
    }
  }

  private init(ofText values: [String?], isMonth: Bool) {
    self = .text
    let forms: [CellForm] = [.date, .dateTime] + (isMonth ? [.month] : [])
    for form in forms {
      var isEmpty = true
      let fits = values.allSatisfy { value in
        guard let value, !value.isEmpty else { return true }
        isEmpty = false
        return SerialDay.number(of: value, as: form) != nil
      }
      if fits && !isEmpty { self = form }
    }
  }
}
