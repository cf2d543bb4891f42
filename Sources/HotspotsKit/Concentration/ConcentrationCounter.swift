public import Assignment
public import Boundaries
import HotspotAnalysis
public import Incidents

/// Counts the incidents of the study area by unit and category.
public struct ConcentrationCounter: PlacementSink {
  /// The counts of one worker.
  public enum Counts: Sendable {
    /// By numbered units.
    case units(AreaCounter.Counts)
    /// By locations.
    case locations(LocationCounter.Counts)
  }

  private let grid: CellGrid?
  private var counter: AreaCounter
  private var locations: LocationCounter?

  init(_ plan: Concentration.Plan) {
    grid = plan.grid
    counter = AreaCounter(
      areaCounts: [plan.units ?? 0], usesCategories: plan.usesCategories,
      usesHours: plan.usesHours)
    if plan.units == nil {
      locations = LocationCounter(
        usesCategories: plan.usesCategories, usesHours: plan.usesHours)
    }
  }

  /// Counts a batch.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    if locations != nil {
      locations?.consume(table, assignments: assignments)
    } else {
      countUnits(of: table, assignments)
    }
  }

  private mutating func countUnits(of table: IncidentTable, _ assignments: [AreaAssignment]) {
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
  public func finish() -> Counts {
    locations.map { .locations($0.finish()) } ?? .units(counter.finish())
  }
}
