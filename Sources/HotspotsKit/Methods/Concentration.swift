import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Tables

/// How unevenly incidents are spread over areas, cells or locations: how much the busiest hold, how few
/// hold a half, Gini's coefficient with its interval, and what chance alone would give.
///
/// Units without incidents count, but for locations, of which only those seen are known. See
/// <doc:MeasuringConcentration>.
///
///     let concentration = try await study.run(Concentration(byCategory: true))
///     concentration.table[column: "gini_generalised"]
///
/// With hours asked for, incidents count with their probability of having happened in them.
public struct Concentration: StudyMethod {
  /// What incidents are counted by.
  public enum Units: String, Sendable, CaseIterable {
    /// The areas of the first layer.
    case areas
    /// The positions at which incidents lie, to the centimetre.
    case locations
    /// Squares over the areas.
    case square
    /// Hexagons over the areas.
    case hexagon

    /// The shape of the cells; `nil` for areas and locations.
    var shape: CellShape? {
      switch self {
      case .areas, .locations: nil
      case .square: .square
      case .hexagon: .hexagon
      }
    }
  }

  /// What incidents are counted by.
  public var units: Units
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
  /// What the draws of the interval and of chance follow from.
  public var seed: UInt64 = 1
  /// How many resamples the interval is made of, and how many allocations what chance would give; 0 to
  /// leave both out.
  public var resamples = GiniInterval.resamples

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
    on units: Units = .areas, cellSize: Double? = nil, byCategory: Bool = false, top: Int = 3,
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
    needs.outlines = units.shape != nil
    needs.category = byCategory ? .required : .none
    needs.period = true
    return needs
  }

  /// Makes the cells, if incidents are counted by them.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``InputError/snapWithCells``;
  ///   ``InputError/namedAreasWithoutPositions``;
  ///   ``HotspotAnalysis/CellGridError`` for cells that cannot be.
  public func plan(for study: OpenedStudy) throws -> Plan {
    if units.shape != nil && study.options.boundaries.snap > 0 { throw InputError.snapWithCells }
    if units != .areas { try study.requirePositions() }
    let areas = try study.requiredInput().boundaries.layers[0].outlines
    let grid = try units.shape.map { shape in
      try CellGrid(
        over: areas, shape: shape,
        size: cellSize ?? SurfaceGrid.automaticCellSize(for: areas.box))
    }
    return Plan(
      grid: grid, units: units == .locations ? nil : grid?.count ?? areas.areaCount,
      usesCategories: units == .locations ? byCategory : study.usesCategories,
      usesHours: study.usesHours, observer: study.observer)
  }

  /// Makes the counter of one worker.
  public func sink(_ plan: Plan) -> ConcentrationCounter { ConcentrationCounter(plan) }

  /// Measures what the workers counted.
  ///
  /// - Throws: ``ConcentrationError/tooManyLocations(limit:)``.
  /// - Complexity: O(*k* (*n* log *n* + *r* *d*)) for *n* units with *d* different numbers of incidents,
  ///   *k* categories and *r* resamples.
  public func result(
    _ plan: Plan, shares: [StudyShare<ConcentrationCounter.Counts>], reading: StudyReading
  ) async throws -> Result {
    let groups = try UnitGroups(plan, shares, reading: reading, byCategory: byCategory).groups
    precondition(
      groups[0].incidents == reading.reconciliations[0].assignedIncidents,
      "Concentration: the units' incidents and the assigned differ")
    var rows: [Row] = []
    for group in groups {
      rows.append(await row(of: group, threads: reading.options.threads))
    }
    plan.observer(.finished(stage: "resampling"))
    return Result(method: self, reading: reading, rows: rows, cellSize: plan.grid?.size)
  }

  private func row(of group: UnitGroup, threads: Int) async -> Row {
    var row = Row(group: group)
    guard resamples > 0, group.amounts.total > 0 else { return row }
    row.interval = await GiniInterval.of(
      group.amounts, seed: seed, resamples: resamples, threads: threads)
    let incidents = Int(group.amounts.total.rounded())
    if incidents > 0 {
      row.chance = await ChanceConcentration(
        of: incidents, over: group.amounts.units, top: top, seed: seed, allocations: resamples,
        threads: threads)
    }
    return row
  }

  /// The units, and what is counted by them.
  public struct Plan: Sendable {
    let grid: CellGrid?
    /// How many units there are; `nil` for locations, which are not known beforehand.
    let units: Int?
    let usesCategories: Bool
    let usesHours: Bool
    let observer: StudyObserver
  }
}

/// Why concentration cannot be measured.
public enum ConcentrationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are more locations than are kept.
  case tooManyLocations(limit: Int)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .tooManyLocations(let limit):
      "cannot count by location: there are more than \(NumberWords.grouped(limit)) locations and "
        + "categories, which is the limit"
    }
  }
}
