/// The words of a chart of months, made from its numbers.
enum MonthChartWords {
  /// Returns what a browser says of a month.
  static func title(of month: MonthChart.Month, _ name: String) -> String {
    guard let perDay = month.perDay, let incidents = month.incidents else {
      return "\(name): not covered"
    }
    var text = "\(name): \(number(perDay)) a day (\(number(incidents)) incidents)"
    if let average = month.average { text += ", average of 12 months \(number(average))" }
    if let range = month.range {
      text +=
        ", random variation \(number(range.lowerBound)) to \(number(range.upperBound))"
    }
    return text
  }

  /// Returns what is seen on a chart, for those who do not see it.
  static func summary(
    of shown: [MonthChart.Series], of count: Int, _ noun: String, _ names: MonthNames,
    _ description: ChartDescription
  ) -> String {
    let months = shown[0].months.count
    let span =
      months == 1 ? names.full(0) : "\(names.full(0)) to \(names.full(months - 1))"
    return
      "Lines of incidents a day in each month, \(span)"
      + (count > 1 ? ", one chart for each of \(NumberWords.grouped(shown.count)) \(noun). " : ". ")
      + shown.map { sentence(of: $0, names) }.joined(separator: " ")
  }

  /// Returns the notes below a chart.
  static func notes(of shown: [MonthChart.Series], of count: Int, _ noun: String) -> [String] {
    var notes: [String] = []
    if shown.count < count {
      notes.append(
        "Shown are the \(NumberWords.grouped(shown.count)) \(noun) with the most incidents of "
          + "\(NumberWords.grouped(count)); the table has all.")
    }
    if count > 1 { notes.append("One scale for all.") }
    notes.append(
      "Random variation: the middle 95 in 100 of Poisson counts around the average of the 12 months "
        + "that end with the month. Real counts vary more, because of repeat victims, sprees and "
        + "seasons; and of twenty months one lies beyond by chance.")
    return notes
  }

  // MARK: -

  private static func sentence(of series: MonthChart.Series, _ names: MonthNames) -> String {
    let values = series.months.enumerated().compactMap { place, month in
      month.perDay.map { (place: place, perDay: $0) }
    }
    guard let highest = values.max(by: { $0.perDay < $1.perDay }),
      let lowest = values.min(by: { $0.perDay < $1.perDay })
    else { return "" }
    let beyond = series.months.count(where: \.isBeyond)
    let tested = series.months.count { $0.range != nil && $0.perDay != nil }
    return (series.name.map { "\($0): " } ?? "")
      + "most in \(names.full(highest.place)), \(number(highest.perDay)) a day; fewest in "
      + "\(names.full(lowest.place)), \(number(lowest.perDay))"
      + (tested == 0
        ? "."
        : "; \(NumberWords.grouped(beyond)) of \(NumberWords.grouped(tested)) months beyond random "
          + "variation.")
  }

  private static func number(_ value: Double) -> String {
    NumberWords.decimal(
      value, places: value == value.rounded() ? 0 : value >= 100 ? 1 : value >= 1 ? 1 : 2)
  }
}
