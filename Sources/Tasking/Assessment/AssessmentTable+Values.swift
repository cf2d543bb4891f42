import Cartography
package import Tables

extension AssessmentTable {
  /// How the values of a column are written for readers.
  package enum Form: Sendable, Equatable {
    /// As it is: words, codes, dates.
    case words
    /// A number with as many decimals as are given, and groups of thousands.
    case number(places: Int)
    /// A number with two decimals, a whole one without, where a column holds both.
    case mixed
    /// A fraction as a percentage with one decimal.
    case percentage
    /// A fraction as a percentage with its sign, such as a change.
    case change
    /// Whole pounds.
    case pounds
  }

  /// A column of a table of results as the page shows it.
  package struct Choice: Sendable, Equatable {
    /// The column's name in the table.
    package var name: String
    /// Its heading for readers.
    package var heading: String
    /// The unit, where the heading does not say it.
    package var unit: String?
    /// How its values are written.
    package var form: Form

    /// Chooses a column.
    package init(_ name: String, _ heading: String, _ form: Form, unit: String? = nil) {
      self.name = name
      self.heading = heading
      self.form = form
      self.unit = unit
    }
  }

  /// Lays out columns of a table of results.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - choices: The columns that are shown, in their order; one that the table has not is left out, and
  ///     at least one is there.
  ///   - caption: What the table shows.
  ///   - totals: Whether a row sums up others.
  ///   - limit: The most rows that the page shows.
  ///   - note: What is to be known to read it.
  ///   - file: The path of the whole table as CSV.
  package init(
    of table: FeatureTable, _ choices: [Choice], caption: String,
    totals: (_ row: Int) -> Bool = { _ in false }, limit: Int = usualLimit, note: String? = nil,
    file: String? = nil
  ) {
    let chosen = choices.compactMap { choice in table[column: choice.name].map { (choice, $0) } }
    self.init(
      caption: caption,
      columns: chosen.map { choice, _ in
        Column(choice.heading, unit: choice.unit, isNumeric: choice.form != .words)
      },
      rows: (0..<table.rowCount).map { row in
        Row(
          chosen.map { choice, column in
            Cell(
              choice.form.text(of: column.values, at: row),
              value: choice.form == .words ? nil : column.values.number(at: row))
          }, isTotal: totals(row))
      }, limit: limit, note: note, file: file)
  }
}

extension AssessmentTable.Form {
  /// Returns a value for readers; an en dash where there is none.
  func text(of values: ColumnValues, at row: Int) -> String {
    let words = values.description(at: row)
    guard self != .words, let number = values.number(at: row) else {
      return words.isEmpty ? "–" : words
    }
    switch self {
    case .words: return words
    case .number(let places): return NumberWords.decimal(number, places: places)
    case .mixed:
      return NumberWords.decimal(number, places: number == number.rounded() ? 0 : 2)
    case .percentage: return NumberWords.percent(number)
    case .change:
      let text = NumberWords.decimal(abs(number) * 100, places: 0)
      return "\(text == "0" ? "" : number > 0 ? "+" : "−")\(text)%"
    case .pounds: return MoneyWords.exact(Int(number.rounded()))
    }
  }
}
