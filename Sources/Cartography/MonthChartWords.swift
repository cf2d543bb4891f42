/// The words of a chart of months, made from its numbers.
struct MonthChartWords {
  /// The series that have a chart of their own.
  let shown: [MonthChart.Series]
  /// The series of all of them; `nil` for none.
  let overall: MonthChart.Series?
  /// How many series there are, shown or not.
  let count: Int
  /// What several series are of.
  let noun: String
  let names: MonthNames

  /// Returns what a browser says of a month.
  static func title(of month: MonthChart.Month, _ name: String) -> String {
    guard let perDay = month.perDay, let incidents = month.incidents else {
      return "\(name): not covered"
    }
    var text = "\(name): \(number(perDay)) a day (\(number(incidents)) incidents)"
    if let days = month.partDays { text += ", of \(days) \(days == 1 ? "day" : "days")" }
    if let average = month.average { text += ", average of 12 months \(number(average))" }
    if let range = month.range {
      text +=
        ", random variation \(number(range.lowerBound)) to \(number(range.upperBound))"
    }
    return text
  }

  /// What is seen on a chart, for those who do not see it.
  var summary: String {
    let all = [overall].compactMap(\.self) + shown
    let months = all[0].months.count
    let span =
      months == 1 ? names.full(0) : "\(names.full(0)) to \(names.full(months - 1))"
    let panels =
      overall == nil && count < 2
      ? "" : "\(overall == nil ? ", one" : "; below, one") chart for each of \(shownWords)"
    return "Lines of incidents a day in each month, \(span)"
      + (shown.isEmpty ? ". " : panels + ". ")
      + all.map { Self.sentence(of: $0, names) }.joined(separator: " ")
  }

  /// What stands above the small charts where there is one of all.
  var heading: String {
    "By \(noun): \(shown.count < count ? "the \(shownWords) with the most incidents" : shownWords), "
      + "on one scale"
  }

  private var shownWords: String { "\(NumberWords.grouped(shown.count)) \(noun)" }

  /// The notes below a chart.
  var notes: [String] {
    var notes: [String] = []
    if shown.count < count {
      notes.append(
        "Shown are the \(NumberWords.grouped(shown.count)) \(noun) with the most incidents of "
          + "\(NumberWords.grouped(count)); the table has all.")
    }
    if count > 1 && overall == nil { notes.append("One scale for all.") }
    let all = [overall].compactMap(\.self) + shown
    if let parts = parts(of: all[0]) { notes.append(parts) }
    let most = "of twenty months one lies beyond by chance."
    guard let widened else {
      notes.append(
        "Random variation: the middle 95 in 100 of Poisson counts around the average of the 12 months "
          + "that end with the month. Real counts vary more, because of repeat victims, sprees and "
          + "seasons; and \(most)")
      return notes
    }
    notes.append(
      "Random variation: the middle 95 in 100 of counts around the average of the 12 months that end "
        + "with the month, whose variance is \(widened) Poisson's, as these months vary from one to the "
        + "next. \(most.prefix(1).uppercased())\(most.dropFirst())")
    return notes
  }

  /// How many times as much counts vary, of the series that tell it: `2.3 times`.
  private var widened: String? {
    let values = ([overall].compactMap(\.self) + shown).compactMap(\.dispersion)
      .map { NumberWords.decimal($0, places: 1) }
    guard let first = values.first else { return nil }
    let others = Set(values.dropFirst()).subtracting([first]).sorted {
      ($0.count, $0) < ($1.count, $1)
    }
    guard let least = others.first, let most = others.last else { return "\(first) times" }
    if overall != nil {
      return "\(first) times (of the \(noun) \(least == most ? "" : "\(least) to ")\(most) times)"
    }
    let all = ([first] + others).sorted { ($0.count, $0) < ($1.count, $1) }
    return "\(all[0]) to \(all[all.count - 1]) times"
  }

  /// Of which months only a part counts.
  private func parts(of series: MonthChart.Series) -> String? {
    let parts = series.months.enumerated().compactMap { place, month in
      month.partDays.map {
        "\(names.full(place)) (\(NumberWords.grouped($0)) \($0 == 1 ? "day" : "days"))"
      }
    }
    if parts.isEmpty { return nil }
    return
      "Parts of months, drawn as squares: \(parts.joined(separator: ", ")); incidents a day are of "
      + "these days."
  }

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
