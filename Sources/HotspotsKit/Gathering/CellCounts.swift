import Boundaries
import HotspotAnalysis

/// Counts the study area's incidents by the cells that local statistics compare.
///
/// The result is `nil` if areas are compared, or the size of cells follows from the number of incidents.
struct CellCounts: StudyMethod {
  private let statistics: LocalStatistics

  /// Counts by the cells of local statistics.
  init(_ statistics: LocalStatistics) { self.statistics = statistics }

  /// Areas.
  var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.areas = true
    return needs
  }

  /// Makes the cells, and reports the memory that they take before it is taken.
  ///
  /// - Throws: ``InputError/snapWithCells``; ``HotspotAnalysis/CellGridError`` for cells that cannot be.
  func plan(for study: OpenedStudy) throws -> Plan {
    let layers = try study.requiredInput(for: statistics.units).boundaries.layers
    return Plan(
      grid: try statistics.grid(over: layers[0].outlines, observer: study.observer),
      usesHours: study.usesHours)
  }

  /// Returns the counter of one worker.
  func sink(_ plan: Plan) -> CellCounter { CellCounter(grid: plan.grid, usesHours: plan.usesHours) }

  /// Adds up what the workers counted.
  func result(
    _ plan: Plan, shares: [StudyShare<CellCounter.Counts>], reading: StudyReading
  ) -> CountedCells? {
    CountedCells(plan.grid, shares.map(\.value), usesHours: plan.usesHours)
  }

  /// The cells.
  struct Plan: Sendable {
    /// The cells; `nil` for none.
    let grid: CellGrid?
    /// Whether incidents count with their probability of lying in the hours asked for.
    let usesHours: Bool
  }
}
