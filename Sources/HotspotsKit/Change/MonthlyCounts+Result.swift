import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Statistics
public import Tables
import Tasking

extension MonthlyCounts {
  /// The incidents by month.
  public struct Result: Sendable {
    /// What was asked.
    public let method: MonthlyCounts
    /// What was read, and what became of every row; those with dates far from the rest are filtered.
    public let reading: StudyReading
    /// The months.
    package let months: CoveredCalendar
    /// The series: the categories or areas, or one of all incidents.
    package let series: [Series]
    let usesHours: Bool
  }

  /// What happened in each month.
  package struct Series: Sendable {
    /// The incidents of each month, or what is expected of them; `nil` for months that the files do
    /// not cover.
    package var incidents: [Double?]
    /// The incidents a day of the twelve months that end with each; `nil` before there are twelve, or
    /// with one among them that the files do not cover.
    package var averages: [Double?]

    /// Reckons the averages.
    package init(counts: [Double], days: [Int]) {
      incidents = zip(counts, days).map { $1 > 0 ? $0 : nil }
      averages = counts.indices.map { place in
        let span = max(0, place - 11)...place
        guard span.count == 12, span.allSatisfy({ days[$0] > 0 }) else { return nil }
        return span.reduce(0) { $0 + counts[$1] } / Double(span.reduce(0) { $0 + days[$1] })
      }
    }
  }
}

extension MonthlyCounts.Result {
  init(method: MonthlyCounts, counts: CrossCounts.Result, months: CoveredCalendar) {
    let usesHours = counts.reading.options.filter.hours != nil
    let count =
      switch method.grouping {
      case nil: 1
      case .category: counts.reading.categories?.names.count ?? 0
      case .area: counts.reading.requiredInput.boundaries.layers[0].areaCount
      }
    var sums = Array(
      repeating: [Double](repeating: 0, count: months.days.count), count: count)
    for cell in counts.cells {
      guard let month = months.month(of: cell.keys[cell.keys.count - 1]) else { continue }
      sums[method.grouping == nil ? 0 : cell.keys[0]][month] +=
        usesHours ? cell.expected : Double(cell.incidents)
    }
    precondition(
      usesHours
        || Int(sums.joined().reduce(0, +)) == counts.reading.reconciliations[0].assignedIncidents,
      "MonthlyCounts: the incidents of the months and those assigned differ")
    self.init(method: method, reading: counts.reading, months: months, sums: sums)
  }

  /// Takes what was counted in each month.
  ///
  /// - Parameters:
  ///   - method: What was asked.
  ///   - reading: What was read: the incidents of these months.
  ///   - months: The months.
  ///   - sums: The incidents of each category or area, or of all, in each month.
  init(
    method: MonthlyCounts, reading: StudyReading, months: CoveredCalendar, sums: [[Double]]
  ) {
    self.method = method
    self.months = months
    self.reading = reading
    usesHours = reading.options.filter.hours != nil
    series = sums.map { MonthlyCounts.Series(counts: $0, days: months.days) }
  }

  /// A row for each month of each category or area, months in their order.
  ///
  /// The columns are `month` (`2016-04`), `category` or `code` and `name` if asked for, `days` (those
  /// of the month that the period has and the files cover), `incidents`, `per_day` and
  /// `per_day_12_months` (of the twelve months that end here; `nil` before there are twelve). A month
  /// without a day has neither. With hours asked for, incidents are those expected in them.
  public var table: FeatureTable {
    let places = months.firsts.indices.flatMap { month in series.indices.map { (month, $0) } }
    var columns = [
      Column(
        "month", .text(places.map { String(months.firsts[$0.0].description.prefix(7)) }))
    ]
    switch method.grouping {
    case nil: break
    case .category:
      let labels = reading.categories?.labels ?? []
      columns.append(Column("category", .text(places.map { labels[$0.1] })))
    case .area:
      let layer = reading.requiredInput.boundaries.layers[0]
      columns.append(Column("code", .text(places.map { layer.codes[$0.1] })))
      columns.append(Column("name", .text(places.map { layer.names[$0.1] })))
    }
    let incidents = places.map { series[$0.1].incidents[$0.0] }
    columns += [
      Column("days", .integers(places.map { months.days[$0.0] })),
      Column(
        "incidents",
        usesHours ? .reals(incidents) : .integers(incidents.map { $0.map { Int($0) } })),
      Column(
        "per_day",
        .reals(
          zip(places, incidents).map { place, count in
            count.map { $0 / Double(months.days[place.0]) }
          })),
      Column("per_day_12_months", .reals(places.map { series[$0.1].averages[$0.0] })),
    ]
    return FeatureTable(name: "months", columns: columns)
  }

  /// What was chosen and found.
  public var choices: [Choice] {
    reading.choices + [
      Choice("by", method.grouping.map { .text($0.rawValue) } ?? .null),
      Choice("months", .integer(months.days.count)),
      Choice("monthly_average", .text(sentence), sentence),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] {
    // Those of the study count days without rows as days without incidents, which these tables do not.
    var findings = reading.findings.filter {
      switch $0 {
      case .gap, .beginsLate, .endsEarly: false
      default: true
      }
    }
    if !months.parts.isEmpty {
      findings.append(
        .partsOfMonths(
          months.parts.map { "\(months.firsts[$0].monthWords) (\(months.days[$0]) days)" }))
    }
    let uncovered = months.days.indices.filter { months.days[$0] == 0 }
    if !uncovered.isEmpty {
      findings.append(.uncoveredMonths(uncovered.map { months.firsts[$0].monthWords }))
    }
    return findings
  }

  /// The latest average beside that of a year before, or that of all months: `months: 133.7 incidents
  /// a day in the 12 months to March 2017, 0.8% more than the 132.7 of the 12 before`.
  package var sentence: String {
    let counts = months.days.indices.map { month in
      series.reduce(0) { $0 + ($1.incidents[month] ?? 0) }
    }
    let all = MonthlyCounts.Series(counts: counts, days: months.days)
    let last = months.days.count - 1
    let estimated = usesHours ? "an estimated " : ""
    guard let average = all.averages[last] else {
      let days = months.days.reduce(0, +)
      return
        "months: \(estimated)\(perDay(counts.reduce(0, +) / Double(max(1, days)))) incidents a day "
        + "in \(NumberWords.grouped(days)) days of \(months.period.words); there are no twelve months "
        + "in a row for an average of twelve"
    }
    let words =
      "months: \(estimated)\(perDay(average)) incidents a day in the 12 months to "
      + months.firsts[last].monthWords
    guard last >= 12, let earlier = all.averages[last - 12], earlier > 0 else { return words }
    let change = average / earlier - 1
    return words
      + (abs(change) < 0.0005
        ? ", as many as in the 12 before"
        : ", \(NumberWords.percent(abs(change))) \(change > 0 ? "more" : "fewer") than the "
          + "\(perDay(earlier)) of the 12 before")
  }

  private func perDay(_ value: Double) -> String {
    NumberWords.decimal(value, places: value >= 1 ? 1 : 2)
  }

  /// What several series are: `categories`, `wards`.
  package var noun: String {
    guard method.grouping == .area else { return "categories" }
    let layer = reading.requiredInput.boundaries.layers[0]
    return AreaNoun(codeField: layer.codeField, layer: layer.name).plural
  }
}
