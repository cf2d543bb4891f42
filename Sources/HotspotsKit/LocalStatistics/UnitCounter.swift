public import Assignment
public import Boundaries
public import Incidents

/// Counts the incidents of the study area by area or cell, and keeps their places if these are needed.
public struct UnitCounter: PlacementSink {
  /// The result of a worker.
  public struct Counts: Sendable {
    /// The incidents of each area, if areas are compared.
    let areas: AreaCounter.Counts
    /// The incidents of each cell, if the cells are known.
    let cells: CellCounter.Counts
    /// Where incidents lie, if that is needed.
    let places: IncidentGatherer.Gathered
  }

  private var areas: AreaCounter
  private var cells: CellCounter
  private var places: IncidentGatherer

  /// Makes the counter of one task.
  init(_ plan: LocalStatistics.Plan) {
    let usesHours = plan.request.usesHours
    areas = AreaCounter(
      areaCounts: plan.areaCount.map { [$0] } ?? [], usesCategories: false, usesHours: usesHours)
    cells = CellCounter(grid: plan.grid, usesHours: usesHours)
    places = IncidentGatherer(plan.request)
  }

  /// Counts a batch.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    areas.consume(table, assignments: assignments)
    cells.consume(table, assignments: assignments)
    places.consume(table, assignments: assignments)
  }

  /// Returns the counts.
  public func finish() -> Counts {
    Counts(areas: areas.finish(), cells: cells.finish(), places: places.finish())
  }

  /// Adds up the incidents of each area, with hours those expected in them; empty if cells are
  /// compared.
  static func byArea(
    _ plan: LocalStatistics.Plan, _ shares: [StudyShare<Counts>]
  ) -> [Double] {
    guard let count = plan.areaCount else { return [] }
    return LayerCounts(
      layer: 0, areaCount: count, shares: shares.map { ($0.value.areas, []) }, categories: nil
    ).amounts
  }
}
