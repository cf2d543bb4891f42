import Boundaries
import HotspotAnalysis
import Tables

/// Compares each area or cell, together with its neighbours, with all of them: Getis-Ord Gi* or local
/// Moran.
///
///     let statistics = try await study.run(LocalStatistics(units: .hexagon, cellSize: 400))
///     statistics.table[column: "class"]     // 3 for a hot spot at 99%
///     statistics.hotspots                   // a row for each hotspot, by rank
///
/// What stands out does so beside how much values differ anyway and beside as many incidents scattered
/// at random; a significant unit says that chance is an unlikely explanation, not which other is right.
/// With hours asked for, an incident counts with its probability of having happened in them; with a
/// column of weights, by its own.
///
/// Counts of areas of very different size mislead: compare counts per square kilometre, the cells of a
/// grid, or rates from a table (``Study/run(_:on:)``). See <doc:GetisOrdGiStar>, <doc:LocalMoranI> and
/// <doc:TestingChance>.
public struct LocalStatistics: StudyMethod {
  /// The statistic.
  public var statistic: Statistic
  /// What is compared.
  public var units: Units
  /// The width of a cell, in metres; `nil` for the smallest round one with which a cell and its
  /// neighbours expect five incidents, at most about a 30th of the study area's shorter side.
  public var cellSize: Double?
  /// Which units are neighbours.
  public var neighbours: NeighbourRule
  /// Which value of the incidents is compared.
  public var value = Value.incidents
  /// How often the other values are rearranged at random, which then decides what stands out.
  ///
  /// `nil` for 999 with local Moran and none with Gi*, which do not decide.
  public var permutations: Int?
  /// The seed of the rearrangements; the same seed gives the same result.
  public var seed: UInt64 = 1
  /// Whether units of class 2 and above are joined to hotspots.
  public var findsHotspots = true

  /// Asks for a statistic.
  ///
  /// - Parameters:
  ///   - statistic: The statistic.
  ///   - units: What is compared.
  ///   - cellSize: The width of a cell, in metres; `nil` for one that the incidents can carry.
  ///   - neighbours: Which units are neighbours.
  public init(
    _ statistic: Statistic = .getisOrd, units: Units = .areas, cellSize: Double? = nil,
    neighbours: NeighbourRule = .queen
  ) {
    self.statistic = statistic
    self.units = units
    self.cellSize = cellSize
    self.neighbours = neighbours
  }

  /// Areas, weights where there are any, and for hotspots categories, times and names of locations.
  public var needs: StudyNeeds {
    var needs = StudyNeeds(times: findsHotspots, location: findsHotspots, weight: true)
    needs.areas = true
    needs.outlines = true
    if findsHotspots { needs.category = .whereKnown }
    return needs
  }

  /// Makes the cells, and reports the memory that they take before it is taken.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``InputError/snapWithCells``;
  ///   ``HotspotAnalysis/CellGridError`` for cells that cannot be;
  ///   ``HotspotAnalysis/LocalStatisticError/noPermutations``.
  public func plan(for study: OpenedStudy) throws -> Plan {
    let layers = try study.requiredInput(for: units).boundaries.layers
    try checkPermutations()
    let grid = try grid(over: layers[0].outlines, observer: study.observer)
    var request = try GatheringRequest(study.options, keepsDetails: findsHotspots)
    // Cells of a size that follows from the number of incidents wait for it.
    let choosesCells = units != .areas && grid == nil
    request.keepsInside =
      findsHotspots || request.usesWeights || request.usesHours || choosesCells
    request.keepsAreas = units == .areas
    request.nameAreas(of: layers)
    return Plan(
      areaCount: units == .areas ? layers[0].areaCount : nil, grid: grid, request: request,
      observer: study.observer)
  }

  /// Makes the counter of one worker.
  public func sink(_ plan: Plan) -> UnitCounter { UnitCounter(plan) }

  /// Compares what was counted.
  ///
  /// - Throws: ``HotspotAnalysis/LocalStatisticError`` if all values are equal;
  ///   ``HotspotAnalysis/CellGridError``; `TopologyError` if units cannot be joined to hotspots.
  /// - Complexity: O(*m* + *n* log *n*) for *n* units and *m* pairs of neighbours, and O(*n* *p* *d*)
  ///   for *p* permutations and *d* neighbours of a unit at most.
  public func result(
    _ plan: Plan, shares: [StudyShare<UnitCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    let places = GatheredIncidents.joined(
      shares.map { StudyShare(value: $0.value.places, categories: $0.categories) }, plan.request,
      categories: reading.categories
    ).inside
    let cells =
      try CountedCells(
        plan.grid, shares.map(\.value.cells), usesHours: plan.request.usesHours)
      ?? chosenCells(for: places, reading: reading, observer: plan.observer)
    return try evaluate(
      places, byArea: UnitCounter.byArea(plan, shares), cells: cells, reading: reading,
      observer: plan.observer)
  }

  /// What is counted.
  public struct Plan: Sendable {
    /// How many areas are compared; `nil` if cells are.
    let areaCount: Int?
    /// The cells; `nil` if areas are compared, or the size of cells follows from the incidents.
    let grid: CellGrid?
    /// What is kept of each incident.
    let request: GatheringRequest
    /// Told of what is done.
    let observer: StudyObserver
  }
}
