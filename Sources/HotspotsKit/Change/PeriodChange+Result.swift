import Assignment
import Boundaries
package import HotspotAnalysis
import Incidents
import Statistics
public import Tables

extension PeriodChange {
  /// Two periods, and what of their difference chance does not explain.
  public struct Result: Sendable {
    /// What was asked.
    public let method: PeriodChange
    /// What was read of the files, and what became of every row: those of both periods are assigned.
    public let reading: StudyReading
    package let periods: ComparedPeriods
    /// The whole months before the period, from which it is told how much counts vary.
    package let historyDays: DayRange?
    /// The rows: categories or areas, behind those of each group its sum, last the total.
    package let rows: [Row]
    /// The positions of the categories that are in no group, where there are groups.
    let ungrouped: [Int]
    /// The positions of the categories that are in several groups.
    let overlapping: [Int]
    /// The categories of the groups that no incident has.
    let unknown: [String]
    /// Whether counts are expected in the hours asked for.
    let usesHours: Bool
  }

  /// One row: a category, an area, or a sum.
  package struct Row: Sendable {
    /// The group; `nil` for a category in none, and for the total.
    package var group: String?
    /// The category; `nil` if rows are of areas alone, or for the sum of a group.
    package var category: String?
    /// The position of the area; `nil` if rows are of categories alone, and for sums.
    package var area: Int?
    /// The incidents of both periods.
    package var change: CountChange
    /// How many times Poisson's the variance is; `nil` if nobody knows.
    package var dispersion: Double?
    /// Whether chance explains the change; `nil` for sums of others.
    package var verdict: ChangeEvidence.Verdict?
    /// What the incidents of this period weigh; `nil` without weights.
    package var weight: Double?
    /// The place by weight among the rows that are no sums, the largest first; `nil` for sums.
    package var weightRank: Int?
  }
}

extension PeriodChange.Result {
  /// Compares what was counted.
  init(
    method: PeriodChange, periods: ComparedPeriods, counts: CrossCounts.Result,
    history: PeriodChange.History
  ) {
    let reading = counts.reading
    let categories = method.grouping == .area ? 0 : reading.categories?.labels.count ?? 0
    let areas =
      method.grouping == .category
      ? 0 : reading.requiredInput.boundaries.layers[0].outlines.areaCount
    let tally = ChangeTally(
      grouping: method.grouping, categories: categories, areas: areas, counts: counts,
      history: history, historyKeys: Self.places(of: history, in: reading))
    precondition(
      tally.incidents == reading.reconciliations[0].assignedIncidents,
      "PeriodChange: the incidents of the rows and those assigned differ")
    self.init(
      method: method, periods: periods, reading: reading,
      historyDays: history.counts == nil ? nil : history.days, tally: tally)
  }

  /// Compares what stands in a tally.
  ///
  /// - Parameters:
  ///   - method: What was asked.
  ///   - periods: The periods.
  ///   - reading: What was read.
  ///   - historyDays: The months from which it is told how much counts vary; `nil` for none.
  ///   - tally: What was counted.
  init(
    method: PeriodChange, periods: ComparedPeriods, reading: StudyReading, historyDays: DayRange?,
    tally: ChangeTally
  ) {
    self.method = method
    self.periods = periods
    self.reading = reading
    self.historyDays = historyDays
    usesHours = reading.options.filter.hours != nil
    let categories = method.grouping == .area ? [] : reading.categories?.labels ?? []
    let units = Array(tally.units)
    let ratio = periods.ratio
    func change(_ members: [Int], _ dispersion: CountDispersion?) -> CountChange {
      let (earlier, now) = tally.sums(of: members)
      return CountChange(current: now, earlier: earlier, ratio: ratio, dispersion: dispersion)
    }
    let dispersions = tally.dispersions
    let changes = units.map { change([$0], dispersions[$0]) }
    let verdicts = ChangeEvidence.verdicts(of: changes)
    let isWeighed = !tally.weights.isEmpty
    let ranks = Column.weightRanks(tally.weights)
    func row(_ unit: Int, group: String?) -> PeriodChange.Row {
      PeriodChange.Row(
        group: group, category: tally.category(of: unit).map { categories[$0] },
        area: tally.area(of: unit), change: changes[unit], dispersion: dispersions[unit]?.value,
        verdict: verdicts[unit], weight: isWeighed ? tally.weights[unit] : nil,
        weightRank: isWeighed ? ranks[unit] : nil)
    }
    func sum(_ members: [Int], group: String?, category: String?) -> PeriodChange.Row {
      let dispersion = tally.dispersion(ofAll: members)
      return PeriodChange.Row(
        group: group, category: category, change: change(members, dispersion),
        dispersion: dispersion?.value,
        weight: isWeighed ? members.reduce(0) { $0 + tally.weights[$1] } : nil)
    }
    var rows: [PeriodChange.Row] = []
    if let groups = method.groups, method.grouping != .area {
      let found = groups.matching(categories)
      (ungrouped, unknown) = (found.ungrouped, found.unknown)
      overlapping = categories.indices.filter { category in
        found.groups.count { $0.contains(category) } > 1
      }
      for (group, members) in zip(groups.groups, found.groups) {
        let units = members.flatMap(tally.units(ofCategory:))
        rows += units.map { row($0, group: group.name) }
        rows.append(sum(units, group: group.name, category: Self.subtotal))
      }
      rows += found.ungrouped.flatMap(tally.units(ofCategory:)).map { row($0, group: nil) }
    } else {
      (ungrouped, overlapping, unknown) = ([], [], [])
      rows = units.map { row($0, group: nil) }
    }
    rows.append(
      sum(units, group: nil, category: method.grouping == .area ? nil : Self.total))
    self.rows = rows
  }

  /// How many incidents a day each row has more than in the earlier period, but for the total.
  package var differencesPerDay: [Double] {
    rows.dropLast().map {
      $0.change.current / Double(periods.now.days) - $0.change.earlier
        / Double(periods.earlier.days)
    }
  }

  /// The coordinate system of the areas, as a name PROJ accepts; `nil` without areas.
  package var crs: String? { reading.input?.boundaries.crs }

  /// What stands in the column of categories of sums.
  package static let (subtotal, total) = ("Subtotal", "Total")

  /// A row for each category or area, a sum for each group, and the total last.
  ///
  /// The columns are `group` (with groups), `category` (not by area), `code` and `name` (not by
  /// category), `earlier`, `now`, `per_day_earlier`, `per_day_now`, `difference`, `percent` (a
  /// fraction; `nil` where there was none earlier), `share_of_change` (of the total's difference;
  /// `nil` where that is 0), `z`, `p`, `dispersion`, `p_adjusted` and `evidence`; with weights `weight`,
  /// what the incidents of this period weigh, `weight_share` and `weight_rank` (`nil` for sums). With
  /// hours asked for, counts are those expected in them.
  public var table: FeatureTable {
    var columns: [Column] = []
    if method.groups != nil && method.grouping != .area {
      columns.append(Column("group", .text(rows.map(\.group))))
    }
    if method.grouping != .area {
      columns.append(Column("category", .text(rows.map(\.category))))
    }
    if method.grouping != .category {
      let layer = reading.requiredInput.boundaries.layers[0]
      columns.append(Column("code", .text(rows.map { $0.area.map { layer.codes[$0] } })))
      columns.append(
        Column(
          "name",
          .text(
            rows.map { row in
              row.area.map { layer.names[$0] } ?? (method.grouping == .area ? Self.total : nil)
            })))
    }
    func counts(_ value: (CountChange) -> Double) -> ColumnValues {
      usesHours
        ? .reals(rows.map { value($0.change) }) : .integers(rows.map { Int(value($0.change)) })
    }
    let whole = rows[rows.count - 1].change.difference
    columns += [
      Column("earlier", counts(\.earlier)),
      Column("now", counts(\.current)),
      Column(
        "per_day_earlier", .reals(rows.map { $0.change.earlier / Double(periods.earlier.days) })),
      Column("per_day_now", .reals(rows.map { $0.change.current / Double(periods.now.days) })),
      Column("difference", counts(\.difference)),
      Column("percent", .reals(rows.map(\.change.relativeOfCounts))),
      Column(
        "share_of_change", .reals(rows.map { whole == 0 ? nil : $0.change.difference / whole })),
      Column("z", .reals(rows.map(\.change.standardScore))),
      Column("p", .reals(rows.map(\.change.chance))),
      Column("dispersion", .reals(rows.map(\.dispersion))),
      Column("p_adjusted", .reals(rows.map { $0.verdict?.adjusted })),
      Column("evidence", .text(rows.map { $0.verdict?.evidence.rawValue })),
    ]
    if let weight = rows[rows.count - 1].weight {
      columns += [
        Column("weight", .reals(rows.map(\.weight))),
        Column(
          "weight_share",
          .reals(rows.map { row in weight > 0 ? row.weight.map { $0 / weight } : nil })),
        Column("weight_rank", .integers(rows.map(\.weightRank))),
      ]
    }
    return FeatureTable(name: "change", columns: columns)
  }

  /// The rows of the areas, without the total, with their outlines; the change is by area.
  package var areaTable: FeatureTable {
    precondition(method.grouping == .area, "PeriodChange: outlines of other rows than areas")
    let boundaries = reading.requiredInput.boundaries
    var table = table
    for index in table.columns.indices { table.columns[index].values.removeLast() }
    (table.geometry, table.crs) = (.areas(boundaries.layers[0].outlines), boundaries.crs)
    return table
  }

  /// Returns the position in a reading's categories of each of the months', by their names.
  private static func places(of history: PeriodChange.History, in reading: StudyReading) -> [Int?] {
    let names = reading.categories?.names ?? []
    let known = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return history.counts?.reading.categories?.names.map { known[$0] } ?? []
  }
}
