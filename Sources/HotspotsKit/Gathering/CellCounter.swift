public import Assignment
public import Boundaries
package import HotspotAnalysis
public import Incidents

/// Counts the incidents of the study area by the cells of a grid.
public struct CellCounter: PlacementSink {
  /// The result of a worker.
  public struct Counts: Sendable {
    /// The incidents of each cell.
    package var incidents: [Int]
    /// How the incidents of each cell relate to the hours asked for; empty without hours.
    package var expected: [ExpectedCount]
    /// Incidents of the study area in no cell.
    package var lost = 0

    /// Creates empty counts.
    package init(cells: Int, usesHours: Bool) {
      incidents = [Int](repeating: 0, count: cells)
      expected = usesHours ? [ExpectedCount](repeating: ExpectedCount(), count: cells) : []
    }

    /// Adds other counts of the same cells; whole numbers, so that the order does not matter.
    package mutating func merge(_ other: Counts) {
      for cell in incidents.indices { incidents[cell] += other.incidents[cell] }
      for cell in expected.indices { expected[cell].merge(other.expected[cell]) }
      lost += other.lost
    }
  }

  private let grid: CellGrid?
  private var counts: Counts

  /// Creates the counter of one task.
  ///
  /// - Parameters:
  ///   - grid: The grid; `nil` if nothing is counted by cells.
  ///   - usesHours: Whether incidents count with their probability of lying in the hours asked for.
  package init(grid: CellGrid?, usesHours: Bool) {
    self.grid = grid
    counts = Counts(cells: grid?.count ?? 0, usesHours: usesHours)
  }

  /// Counts the incidents of a batch that lie in an area of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    guard let grid else { return }
    let areas = assignments[0].areas
    for incident in 0..<table.count where areas[incident] >= 0 {
      guard let cell = grid.cell(x: table.x[incident], y: table.y[incident]) else {
        counts.lost += 1
        continue
      }
      counts.incidents[cell] += 1
      if !counts.expected.isEmpty { counts.expected[cell].add(table.share[incident]) }
    }
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }
}
