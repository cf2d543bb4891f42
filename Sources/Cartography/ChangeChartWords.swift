/// The words of a chart of two periods, made from its numbers.
enum ChangeChartWords {
  /// Returns a change of counts in per cent: `+19.6%`; a dash where there was none earlier.
  static func percent(of row: ChangeChart.Row) -> String {
    guard let relative = row.relative else { return "–" }
    let text = NumberWords.decimal(abs(relative) * 100, places: 1)
    if text == "0.0" { return "0.0%" }
    return "\(relative < 0 ? "−" : "+")\(text)%"
  }

  /// Returns what a browser says of a row.
  static func title(of row: ChangeChart.Row, _ periods: ChangeChart.Periods) -> String {
    func number(_ value: Double) -> String { NumberWords.decimal(value, places: periods.places) }
    let change = row.relative == nil ? "no percentage of none" : percent(of: row)
    let evidence =
      switch row.evidence {
      case nil: ""
      case .increase: ", evidence of an increase"
      case .decrease: ", evidence of a decrease"
      case Optional.some(.none): ", no evidence of change"
      case .few: ", too few to tell"
      }
    return "\(row.name): \(number(row.now)) after \(number(row.earlier)) (\(change))\(evidence)"
  }

  /// Returns what is seen on a chart, for those who do not see it.
  static func summary(
    of rows: [ChangeChart.Row], _ periods: ChangeChart.Periods, _ noun: String,
    _ description: ChartDescription
  ) -> String {
    let units = rows.filter { $0.evidence != nil }
    let found = units.filter { $0.evidence?.isChange == true }
    let total = rows.last.flatMap { $0.evidence == nil ? $0 : nil }
    return "Dot plot of incidents in two periods, \(periods.now.words) against "
      + "\(periods.earlier.words), for \(NumberWords.grouped(units.count)) \(noun). "
      + (total.map { title(of: $0, periods) + ". " } ?? "")
      + (found.isEmpty
        ? "There is no evidence of change in any of them."
        : found.map { title(of: $0, periods) + "." }.joined(separator: " "))
  }

  /// Returns the notes below a chart.
  ///
  /// - Parameters:
  ///   - periods: The periods.
  ///   - shown: How many areas or categories are shown; `nil` for all.
  ///   - count: How many there are.
  ///   - noun: What they are.
  /// - Returns: The notes, each a paragraph.
  static func notes(
    _ periods: ChangeChart.Periods, shown: Int?, of count: Int, _ noun: String
  ) -> [String] {
    var notes: [String] = []
    if periods.isPerDay {
      notes.append(
        "Dots are incidents a day, because the periods differ in length: "
          + "\(NumberWords.grouped(periods.now.days)) days after "
          + "\(NumberWords.grouped(periods.earlier.days)). Numbers and changes are of counts.")
    }
    if let shown {
      notes.append(
        "Shown are those with evidence of change and of the others those with the most incidents, "
          + "\(NumberWords.grouped(shown)) of \(NumberWords.grouped(count)) \(noun); the table has all."
      )
    }
    return notes
  }
}
