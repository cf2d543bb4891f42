package import Boundaries
package import Incidents

/// Counts incidents of a longer time in one pass: by area and category in each of some periods, which
/// may overlap, and by month.
///
/// Memory is that of the areas and categories of each period, of the areas in each of the months that
/// tell how much counts vary, and of the categories and the few areas that have a line of their own in
/// each month.
package struct HistoryCounter: PlacementSink {
  /// What is counted.
  package struct Plan: Sendable {
    /// The days of each period, by their numbers.
    package var periods: [Range<Int32>]
    /// The first days of the months in which each area is counted, and of the month behind; empty for
    /// none.
    package var areaMonths: [CivilDate]
    /// The first days of the months in which all incidents are counted, and of the month behind; empty
    /// for none.
    package var months: [CivilDate]
    /// The layer of the areas that have a line of their own, and the number of the line of each area,
    /// or -1; `nil` for no such line.
    package var lines: (layer: Int, ofArea: [Int32], count: Int)?
    /// How many areas each layer has.
    package var areaCounts: [Int]
    /// The zone whose calendar tells days and months.
    package var rules: TimeZoneRules
    /// Whether batches carry categories.
    package var usesCategories: Bool
    /// Whether batches carry shares of hours.
    package var usesHours: Bool

    /// Describes what is counted; everything is given.
    package init(
      periods: [Range<Int32>], areaMonths: [CivilDate], months: [CivilDate],
      lines: (layer: Int, ofArea: [Int32], count: Int)?, areaCounts: [Int], rules: TimeZoneRules,
      usesCategories: Bool, usesHours: Bool
    ) {
      self.periods = periods
      self.areaMonths = areaMonths
      self.months = months
      self.lines = lines
      self.areaCounts = areaCounts
      self.rules = rules
      self.usesCategories = usesCategories
      self.usesHours = usesHours
    }
  }

  /// The counts of one worker.
  package struct Counts: Sendable {
    /// The areas and categories of each period.
    package var periods: [AreaCounter.Counts]
    /// The areas by month; `nil` if they are not counted.
    package var areaMonths: MonthCounter.Counts?
    /// All incidents of the first layer by month, with their categories, and behind them the areas that
    /// have a line of their own; `nil` if they are not counted.
    package var months: MonthCounter.Counts?
  }

  private let plan: Plan
  private var periods: [AreaCounter]
  private var areaMonths: MonthCounter?
  private var months: MonthCounter?

  /// Creates a counter.
  package init(_ plan: Plan) {
    self.plan = plan
    periods = plan.periods.map { _ in
      AreaCounter(
        areaCounts: plan.areaCounts, usesCategories: plan.usesCategories,
        usesHours: plan.usesHours)
    }
    func counter(_ months: [CivilDate], _ areaCounts: [Int]) -> MonthCounter? {
      months.isEmpty
        ? nil
        : MonthCounter(
          months: months, areaCounts: areaCounts, rules: plan.rules,
          usesCategories: plan.usesCategories, usesHours: plan.usesHours)
    }
    areaMonths = counter(plan.areaMonths, plan.areaCounts)
    months = counter(plan.months, [1, plan.lines?.count ?? 0])
  }

  /// Counts a batch, which carries starts.
  package mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let (rows, days) = (0..<table.count, table.localDays(plan.rules))
    for (place, period) in plan.periods.enumerated() {
      // What starts on other days lies, for this counter, in no area.
      let ofPeriod = assignments.map { assignment in
        AreaAssignment(
          areas: rows.map { period.contains(days[$0]) ? assignment.areas[$0] : -1 })
      }
      periods[place].consume(table, assignments: ofPeriod)
    }
    let areas = assignments.map(\.areas)
    areaMonths?.consume(table, areas: areas, days: days)
    let all: [Int32] = rows.map { areas[0][$0] < 0 ? -1 : 0 }
    let lines: [Int32] =
      plan.lines.map { lines in
        rows.map { row in
          let area = areas[lines.layer][row]
          return area < 0 ? -1 : lines.ofArea[Int(area)]
        }
      } ?? rows.map { _ in -1 }
    months?.consume(table, areas: [all, lines], days: days)
  }

  /// Returns the counts.
  package func finish() -> Counts {
    Counts(
      periods: periods.map { $0.finish() }, areaMonths: areaMonths?.finish(),
      months: months?.finish())
  }
}
