import HotspotAnalysis
import Incidents
import Statistics
public import Tables

extension Concentration {
  /// How unevenly the incidents are spread.
  public struct Result: Sendable {
    /// What was asked.
    public let method: Concentration
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// All incidents, then those of each category.
    let rows: [Row]
    /// The width of the cells in metres; `nil` for areas and locations.
    let cellSize: Double?
    /// How concentrated incidents were in an earlier period; `nil` if none was asked for.
    var earlier: Earlier?
  }

  /// The units' incidents of all categories or of one, and what resampling tells of them.
  struct Row: Sendable {
    let group: UnitGroup
    /// The interval of the generalised coefficient.
    var interval: BootstrapInterval?
    /// What chance alone would give.
    var chance: ChanceConcentration?
  }

  /// What the busiest units held in an earlier period.
  struct Earlier: Sendable {
    /// Its days.
    let days: DayRange
    /// What became of its rows.
    let reading: StudyReading
    /// The part of its incidents that its busiest units held, of all incidents and by the names of the
    /// categories.
    let topShares: [String: Double]
  }
}

extension Concentration.Result {
  /// How the incidents are spread: a row for all, then one for each category.
  ///
  /// The columns are `category`, `incidents`, `units`, `top_share`, `units_25`, `units_50`,
  /// `units_80`, `units_under_per_day`, `units_under_per_month` (`nil` if the period is not known),
  /// `gini`, `gini_generalised`, `gini_low` and `gini_high` (of the generalised), `gini_random`; with
  /// hours `expected`, which shares and coefficients are then of; with an earlier period
  /// `top_share_earlier`. Without incidents, shares and coefficients are `nil`.
  public var table: FeatureTable {
    let amounts = rows.map(\.group.amounts)
    func quiet(_ limit: Double, _ length: Double?) -> ColumnValues {
      .integers(amounts.map { units in length.map { units.units(below: limit * $0) } })
    }
    var columns = [
      Column("category", .text(rows.map(\.group.name))),
      Column("incidents", .integers(rows.map(\.group.incidents))),
      Column("units", .integers(amounts.map(\.units))),
      Column("top_share", .reals(amounts.map { $0.share(ofTop: method.top) })),
      Column("units_25", .integers(amounts.map { $0.fewest(holding: 25) })),
      Column("units_50", .integers(amounts.map { $0.fewest(holding: 50) })),
      Column("units_80", .integers(amounts.map { $0.fewest(holding: 80) })),
      Column("units_under_per_day", quiet(method.quietPerDay, days.map(Double.init))),
      Column("units_under_per_month", quiet(method.quietPerMonth, months)),
      Column("gini", .reals(amounts.map(\.gini))),
      Column("gini_generalised", .reals(amounts.map(\.generalisedGini))),
      Column("gini_low", .reals(rows.map(\.interval?.low))),
      Column("gini_high", .reals(rows.map(\.interval?.high))),
      Column("gini_random", .reals(rows.map(\.chance?.gini))),
    ]
    if reading.options.filter.hours != nil {
      columns.append(Column("expected", .reals(amounts.map(\.total))))
    }
    if let earlier {
      columns.append(
        Column("top_share_earlier", .reals(rows.map { earlier.topShares[$0.group.name] })))
    }
    return FeatureTable(name: "concentration", columns: columns)
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  /// How many days the period has; `nil` if it is not known.
  var days: Int? { range?.days }

  /// How many months the period has: whole ones, else days over the mean length of a month.
  private var months: Double? {
    range.map { $0.months.map(Double.init) ?? Double($0.days) / (365.2425 / 12) }
  }

  private var range: DayRange? {
    reading.period.period.map {
      DayRange(first: $0.first, next: CivilDate(dayNumber: $0.last.dayNumber + 1))
    }
  }
}
