import Cartography
import Incidents
import Tables
import Tasking

/// The main figures of an assessment beside those of an earlier one.
struct MeasuresSince {
  /// A figure of both.
  struct Measure {
    let name: String
    /// The setting that it rests on; `nil` for none of its own.
    let setting: String?
    let earlier: Double?
    let now: Double?
    /// Says it: what it is, and the two values.
    let words: (_ earlier: Double, _ now: Double) -> String
  }

  private let measures: [Measure]
  private let days: (earlier: Int?, now: Int?)
  private let totals: (earlier: Int, now: Int)

  /// Collects the figures that both have.
  init(
    _ earlier: EarlierAssessment, _ sections: [AssessedSection], _ areas: AreasSince,
    days: (earlier: Int?, now: Int?)
  ) {
    self.days = days
    totals = areas.totals
    func figure(
      _ name: String, _ path: String, _ column: String, _ row: String, setting: String? = nil,
      _ words: @escaping (Double, Double) -> String
    ) -> Measure? {
      guard let now = sections.tables(path)?.number(column, of: row),
        let then = earlier.table(path)?.number(column, of: row)
      else { return nil }
      return Measure(name: name, setting: setting, earlier: then, now: now, words: words)
    }
    func perDay(_ count: Int, _ days: Int?) -> Double? { days.map { Double(count) / Double($0) } }
    measures =
      [
        Measure(
          name: "incidents", setting: nil, earlier: Double(totals.earlier),
          now: Double(totals.now), words: { _, _ in "" }),
        Measure(
          name: "incidents a day", setting: nil, earlier: perDay(totals.earlier, days.earlier),
          now: perDay(totals.now, days.now), words: { _, _ in "" }),
      ]
      + [
        figure("share of the busiest three", "concentration.csv", "top_share", "All") { then, now in
          "The busiest three hold \(Self.both(then, now, NumberWords.percent)) of all incidents."
        },
        figure("fewest areas that hold half", "concentration.csv", "units_50", "All") { then, now in
          "The fewest areas that hold half are \(Self.both(then, now) { NumberWords.grouped(Int($0)) })."
        },
        figure("Gini, generalised", "concentration.csv", "gini_generalised", "All") { _, _ in "" },
        figure("weight", "harm-categories.csv", "weight", "Total", setting: "weights") {
          then, now in
          "The weight is \(Self.both(then, now, Weighing.words))."
        },
        figure("cost", "cost.csv", "total", "Total", setting: "unit costs") { then, now in
          "The recorded offences cost \(Self.both(then, now) { MoneyWords.rounded(Int($0)) })."
        },
      ].compactMap(\.self)
  }

  /// Returns a figure and what it was: `41.0% (40.3% then)`, `11 (as then)`.
  private static func both(
    _ then: Double, _ now: Double, _ words: (Double) -> String
  ) -> String {
    let (earlier, today) = (words(then), words(now))
    return "\(today) (\(earlier == today ? "as then" : "\(earlier) then"))"
  }

  /// How many incidents there are, and were: a day where both periods are known.
  func sentence(since name: String) -> String {
    let base =
      "\(NumberWords.grouped(totals.now)) incidents, after \(NumberWords.grouped(totals.earlier)) in "
      + name
    guard let then = days.earlier, let now = days.now else {
      return "\(base), which does not tell its days."
    }
    func perDay(_ count: Int, _ days: Int) -> String {
      NumberWords.decimal(Double(count) / Double(days), places: 1)
    }
    return "\(base): \(perDay(totals.now, now)) a day in \(NumberWords.grouped(now)) days, after "
      + "\(perDay(totals.earlier, then)) in \(NumberWords.grouped(then))."
  }

  /// What the other figures are, and were.
  ///
  /// - Parameter settings: The settings that differ, on which a figure must not rest.
  /// - Returns: A sentence for each figure that both have.
  func others(except settings: [String]) -> [String] {
    let isPriced = settings.contains("deflator")
    return measures.compactMap { measure in
      guard let then = measure.earlier, let now = measure.now,
        totals.earlier >= SmallNumbers.fewest,
        !settings.contains(measure.setting ?? ""), !(isPriced && measure.name == "cost")
      else { return nil }
      let words = measure.words(then, now)
      return words.isEmpty ? nil : words
    }
  }

  /// A row for each figure: `measure`, `earlier`, `now`, `difference` and `percent` (a fraction; `nil`
  /// where the earlier is 0).
  func assessed(path: String, caption: String) -> AssessedTable {
    func difference(_ measure: Measure) -> Double? {
      measure.earlier.flatMap { then in measure.now.map { $0 - then } }
    }
    let table = FeatureTable(
      name: "since",
      columns: [
        Column("measure", .text(measures.map(\.name))),
        Column("earlier", .reals(measures.map(\.earlier))),
        Column("now", .reals(measures.map(\.now))),
        Column("difference", .reals(measures.map(difference))),
        Column(
          "percent",
          .reals(
            measures.map { measure in
              measure.earlier.flatMap { then in
                then == 0 ? nil : difference(measure).map { $0 / then }
              }
            })),
      ])
    return AssessedTable(
      path: path, table: table, caption: caption,
      columns: [
        .init("measure", "Figure", .words), .init("earlier", "Earlier", .mixed),
        .init("now", "Now", .mixed), .init("percent", "Change", .change),
      ])
  }
}
