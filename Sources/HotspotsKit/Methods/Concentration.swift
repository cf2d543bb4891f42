public import Assignment
public import Boundaries
import Cartography
import HotspotAnalysis
public import Incidents
import Interchange
public import Tables
import Tasking

/// How unevenly incidents are spread over areas or cells: how much the busiest hold, how few hold a
/// half, and Gini's coefficient.
///
/// Units without incidents count. See <doc:MeasuringConcentration>.
///
///     let concentration = try await study.run(Concentration(byCategory: true))
///     concentration.table[column: "gini_generalised"]
///
/// With hours asked for, incidents count with their probability of having happened in them.
public struct Concentration: StudyMethod {
  /// What incidents are counted by.
  public var units: LocalStatistics.Units
  /// The width of a cell in metres; `nil` for the smallest round one not below a 150th of the study
  /// area's shorter side.
  public var cellSize: Double?
  /// Whether each category has a row of its own.
  public var byCategory: Bool
  /// How many of the busiest units ``Result/table`` says the share of; at least 1.
  public var top: Int
  /// A unit with fewer incidents a day counts as quiet.
  public var quietPerDay: Double
  /// A unit with fewer incidents a month counts as quiet by the month.
  public var quietPerMonth: Double

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - units: What incidents are counted by.
  ///   - cellSize: The width of a cell in metres; `nil` for one by the size of the study area.
  ///   - byCategory: Whether each category has a row of its own.
  ///   - top: How many of the busiest units to say the share of.
  ///   - quietPerDay: Units with fewer incidents a day are counted.
  ///   - quietPerMonth: Units with fewer incidents a month are counted.
  public init(
    on units: LocalStatistics.Units = .areas, cellSize: Double? = nil, byCategory: Bool = false,
    top: Int = 3,
    quietPerDay: Double = 1, quietPerMonth: Double = 10
  ) {
    self.units = units
    self.cellSize = cellSize
    self.byCategory = byCategory
    self.top = top
    self.quietPerDay = quietPerDay
    self.quietPerMonth = quietPerMonth
  }

  /// Areas, the period, and categories if there are rows by them.
  public var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.areas = true
    needs.countsRows = false
    needs.category = byCategory ? .required : .none
    needs.period = true
    return needs
  }

  /// Makes the cells, if incidents are counted by them.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``InputError/snapWithCells``;
  ///   ``HotspotAnalysis/CellGridError`` for cells that cannot be.
  public func plan(for study: OpenedStudy) throws -> Plan {
    let areas = try study.requiredInput(for: units).boundaries.layers[0].outlines
    let grid = try units.shape.map { shape in
      try CellGrid(
        over: areas, shape: shape,
        size: cellSize ?? SurfaceGrid.automaticCellSize(for: areas.box))
    }
    return Plan(
      grid: grid, units: grid?.count ?? areas.areaCount, usesCategories: study.usesCategories,
      usesHours: study.usesHours)
  }

  /// Makes the counter of one worker.
  public func sink(_ plan: Plan) -> Counter { Counter(plan) }

  /// Measures what the workers counted.
  ///
  /// - Complexity: O(*k* *n* log *n*) for *n* units and *k* categories.
  public func result(
    _ plan: Plan, shares: [StudyShare<AreaCounter.Counts>], reading: StudyReading
  ) -> Result {
    let counts = LayerCounts(
      layer: 0, areaCount: plan.units, shares: shares.map { ($0.value, $0.categories) },
      categories: reading.categories)
    precondition(
      counts.totals.reduce(0, +) == reading.reconciliations[0].assignedIncidents,
      "Concentration: the units' incidents and the assigned differ")
    var groups = [Group(name: "All", incidents: counts.totals, expected: counts.expected)]
    for (index, name) in (reading.categories?.labels ?? []).enumerated() where byCategory {
      groups.append(
        Group(
          name: name, incidents: counts.byCategory[index],
          expected: plan.usesHours ? counts.expectedByCategory[index] : []))
    }
    return Result(method: self, reading: reading, groups: groups, cellSize: plan.grid?.size)
  }

  /// The units, and what is counted by them.
  public struct Plan: Sendable {
    let grid: CellGrid?
    let units: Int
    let usesCategories: Bool
    let usesHours: Bool
  }

  /// Counts the incidents of the study area by unit and category.
  public struct Counter: PlacementSink {
    private let grid: CellGrid?
    private var counter: AreaCounter

    init(_ plan: Plan) {
      grid = plan.grid
      counter = AreaCounter(
        areaCounts: [plan.units], usesCategories: plan.usesCategories, usesHours: plan.usesHours)
    }

    /// Counts a batch.
    public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
      guard let grid else { return counter.consume(table, assignments: [assignments[0]]) }
      let areas = assignments[0].areas
      var cells = [Int32](repeating: -1, count: table.count)
      for incident in 0..<table.count where areas[incident] >= 0 {
        guard let cell = grid.cell(x: table.x[incident], y: table.y[incident]) else { continue }
        cells[incident] = Int32(cell)
      }
      counter.consume(table, assignments: [AreaAssignment(areas: cells)])
    }

    /// Returns the counts.
    public func finish() -> AreaCounter.Counts { counter.finish() }
  }

  /// The incidents of a category in each unit.
  struct Group: Sendable {
    let name: String
    let incidents: [Int]
    /// How they relate to the hours asked for; empty without hours.
    let expected: [ExpectedCount]

    /// What each unit counts for.
    var amounts: [Double] {
      expected.isEmpty ? incidents.map(Double.init) : expected.map(\.expected)
    }
  }

  /// How unevenly the incidents are spread.
  public struct Result: Sendable {
    /// What was asked.
    public let method: Concentration
    /// What was read, and what became of every row.
    public let reading: StudyReading
    let groups: [Group]
    /// The width of the cells in metres; `nil` for areas.
    let cellSize: Double?
  }
}

extension Concentration.Result {
  /// How the incidents are spread: a row for all, then one for each category.
  ///
  /// The columns are `category`, `incidents`, `units`, `top_share`, `units_25`, `units_50`,
  /// `units_80`, `units_under_per_day`, `units_under_per_month` (`nil` if the period is not known),
  /// `gini` and `gini_generalised`; with hours `expected`, which shares and coefficients are then of.
  /// Without incidents, those are `nil`.
  public var table: FeatureTable {
    let figures = groups.map { Concentration.Figures($0.amounts) }
    func quiet(_ limit: Double, _ length: Double?) -> ColumnValues {
      .integers(
        groups.map { group in
          length.map { length in group.amounts.count { $0 / length < limit } }
        })
    }
    var columns = [
      Column("category", .text(groups.map(\.name))),
      Column("incidents", .integers(groups.map { $0.incidents.reduce(0, +) })),
      Column("units", .integers(groups.map(\.incidents.count))),
      Column("top_share", .reals(figures.map { $0.share(ofTop: method.top) })),
      Column("units_25", .integers(figures.map { $0.fewest(holding: 25) })),
      Column("units_50", .integers(figures.map { $0.fewest(holding: 50) })),
      Column("units_80", .integers(figures.map { $0.fewest(holding: 80) })),
      Column("units_under_per_day", quiet(method.quietPerDay, days.map(Double.init))),
      Column("units_under_per_month", quiet(method.quietPerMonth, months)),
      Column("gini", .reals(figures.map(\.gini))),
      Column("gini_generalised", .reals(figures.map(\.generalisedGini))),
    ]
    if groups.contains(where: { !$0.expected.isEmpty }) {
      columns.append(Column("expected", .reals(figures.map(\.total))))
    }
    return FeatureTable(name: "concentration", columns: columns)
  }

  /// What was chosen and found.
  public var choices: [Choice] {
    reading.choices + [
      Choice("on", .text(method.units.rawValue)),
      Choice("cell_size_m", cellSize.map(JSONValue.real) ?? .null),
      Choice("top", .integer(method.top)),
      Choice("under_per_day", .real(method.quietPerDay)),
      Choice("under_per_month", .real(method.quietPerMonth)),
      Choice("days", days.map(JSONValue.integer) ?? .null),
      Choice("concentration", .optional(sentence), sentences: sentence.map { [$0] } ?? []),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  /// How many days the period has; `nil` if it is not known.
  private var days: Int? { range?.days }

  /// How many months the period has: whole ones, else days over the mean length of a month.
  private var months: Double? {
    range.map { $0.months.map(Double.init) ?? Double($0.days) / (365.2425 / 12) }
  }

  private var range: DayRange? {
    reading.period.period.map {
      DayRange(first: $0.first, next: CivilDate(dayNumber: $0.last.dayNumber + 1))
    }
  }

  /// How concentrated all incidents are: `concentration: the busiest 3 of 128 LSOAs hold 21.4%, 12
  /// hold half`.
  private var sentence: String? {
    let figures = Concentration.Figures(groups[0].amounts)
    guard let share = figures.share(ofTop: method.top), let half = figures.fewest(holding: 50)
    else {
      return nil
    }
    let units = groups[0].incidents.count
    let top = min(method.top, units)
    return "concentration: the busiest \(top == 1 ? "" : "\(NumberWords.grouped(top)) ")of "
      + "\(NumberWords.grouped(units)) \(noun) \(top == 1 ? "holds" : "hold") "
      + "\(NumberWords.percent(share)), \(NumberWords.grouped(half)) "
      + "\(half == 1 ? "holds" : "hold") half"
  }

  private var noun: String {
    guard let cellSize else {
      let layer = reading.requiredInput.boundaries.layers[0]
      return AreaNoun(codeField: layer.codeField, layer: layer.name).plural
    }
    return AreaNoun(
      cellsOfShape: method.units.rawValue, size: "\(NumberWords.length(cellSize)) m"
    ).plural
  }
}

extension Concentration {
  /// The figures of one row.
  ///
  /// Gini's coefficient and its generalisation are those of Bernasco & Steenbeek (2017), *Journal of
  /// Quantitative Criminology* 33, doi:10.1007/s10940-016-9324-7.
  struct Figures {
    /// The amounts of all units, the largest first.
    private let descending: [Double]
    /// Their sum.
    let total: Double

    /// Describes amounts, none of which is negative.
    init(_ amounts: [Double]) {
      descending = amounts.sorted(by: >)
      // From the smallest up, so that the order of the units does not matter.
      total = descending.reversed().reduce(0, +)
    }

    /// Returns the part of the sum that the largest amounts hold; `nil` if the sum is zero.
    func share(ofTop count: Int) -> Double? {
      total > 0 ? descending.prefix(count).reduce(0, +) / total : nil
    }

    /// Returns how few units hold at least a percentage of the sum; `nil` if it is zero.
    func fewest(holding percent: Double) -> Int? {
      guard total > 0 else { return nil }
      // Expected incidents add up but for rounding; whole numbers exactly.
      let needed = total * percent * (1 - 1e-12)
      var sum = 0.0
      for (index, amount) in descending.enumerated() {
        sum += amount
        if sum * 100 >= needed { return index + 1 }
      }
      return descending.count
    }

    /// Gini's coefficient: 0 if all units have the same, towards 1 if one has all; `nil` if the sum is
    /// zero.
    var gini: Double? {
      guard total > 0 else { return nil }
      let count = Double(descending.count)
      // Whole numbers up to the division, so that equal amounts have exactly 0.
      let weighted = descending.enumerated().reduce(0) { sum, unit in
        sum + (count + 1 - 2 * Double(unit.offset + 1)) * unit.element
      }
      return weighted / (count * total)
    }

    /// Gini's coefficient against the most even spread that so few incidents allow, one in each of as
    /// many units as there are incidents; `nil` if there are none.
    var generalisedGini: Double? {
      gini.map { max(1, Double(descending.count) / total) * ($0 - 1) + 1 }
    }
  }
}
