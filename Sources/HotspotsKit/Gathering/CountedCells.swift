package import HotspotAnalysis
import Incidents

/// The cells of a grid with the incidents of the study area in them.
package struct CountedCells: Sendable {
  /// The cells.
  package let grid: CellGrid
  /// The incidents of each cell; with hours, those expected in them.
  package let values: [Double]

  /// Adds up the workers' counts; `nil` without a grid.
  ///
  /// - Parameters:
  ///   - grid: The grid.
  ///   - shares: The counts of each worker.
  ///   - usesHours: Whether incidents count with their probability of lying in the hours asked for.
  package init?(_ grid: CellGrid?, _ shares: [CellCounter.Counts], usesHours: Bool) {
    guard let grid else { return nil }
    var counts = CellCounter.Counts(cells: grid.count, usesHours: usesHours)
    for share in shares { counts.merge(share) }
    precondition(counts.lost == 0, "CountedCells: an incident of the study area has no cell")
    self.grid = grid
    values = usesHours ? counts.expected.map(\.expected) : counts.incidents.map(Double.init)
  }

  /// Adds up incidents that were kept.
  package init(_ grid: CellGrid, _ places: GatheredIncidents) {
    self.grid = grid
    let counted = grid.counts(x: places.x, y: places.y, weights: places.optionalWeights)
    precondition(counted.outside == 0, "CountedCells: an incident of the study area has no cell")
    values = counted.values
  }

  /// Returns the number of the cell in which each incident lies; -1 for none.
  package func cells(of places: GatheredIncidents) -> [Int32] {
    places.x.indices.map { incident in
      grid.cell(x: places.x[incident], y: places.y[incident]).map(Int32.init) ?? -1
    }
  }
}
