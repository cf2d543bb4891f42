import Assignment
import Boundaries
import Incidents

/// Sums what every study needs of its incidents: the probabilities of lying in the hours asked for, in
/// each layer, and where categories are weighed the incidents of each.
struct StudyTally: PlacementSink {
  /// What one worker counted.
  struct Counts: Sendable {
    /// For each layer, or once without areas, how the incidents lie to the hours asked for; empty without hours.
    var expected: [ExpectedCount] = []
    /// The incidents of each category by the worker's numbers, in the first layer, or all without
    /// areas; empty unless categories are weighed.
    var byCategory: [Int] = []
    /// How these lie to the hours asked for; empty without hours.
    var expectedByCategory: [ExpectedCount] = []
  }

  private let usesHours: Bool
  private let countsCategories: Bool
  private var counts = Counts()

  /// Creates the tally of one worker.
  init(usesHours: Bool, countsCategories: Bool) {
    (self.usesHours, self.countsCategories) = (usesHours, countsCategories)
  }

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    if countsCategories { countCategories(table, assignments.first?.areas) }
    guard usesHours else { return }
    if counts.expected.isEmpty {
      counts.expected = [ExpectedCount](
        repeating: ExpectedCount(), count: max(1, assignments.count))
    }
    // Without areas every incident counts.
    if assignments.isEmpty {
      for share in table.share { counts.expected[0].add(share) }
      return
    }
    for layer in assignments.indices {
      for incident in 0..<table.count where assignments[layer].areas[incident] >= 0 {
        counts.expected[layer].add(table.share[incident])
      }
    }
  }

  func finish() -> Counts { counts }

  private mutating func countCategories(_ table: IncidentTable, _ areas: [Int32]?) {
    let length = table.category.prefix(table.count).max().map { Int($0) + 1 } ?? 0
    while counts.byCategory.count < length {
      counts.byCategory.append(0)
      if usesHours { counts.expectedByCategory.append(ExpectedCount()) }
    }
    for incident in 0..<table.count where areas.map({ $0[incident] >= 0 }) ?? true {
      let category = Int(table.category[incident])
      counts.byCategory[category] += table.multiplicity(of: incident)
      if usesHours { counts.expectedByCategory[category].add(table.share[incident]) }
    }
  }
}
