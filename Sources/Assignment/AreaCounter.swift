public import Boundaries
public import Incidents

/// Counts incidents by area and category, for each layer.
public struct AreaCounter: PlacementSink {
  /// The counts of one worker.
  public struct Counts: Sendable {
    /// Returns the incidents of a layer, in the order of `layers`.
    func incidents(ofLayer layer: Int) -> [Int] {
      incidents.isEmpty ? layers[layer].map(Int.init) : incidents[layer]
    }

    /// For each layer, `counts[category * areas + area]` by the worker's numbers of categories.
    package var layers: [[Int32]]
    /// For each layer, how each area's incidents of each category lie to the hours asked for, in
    /// the order of `layers`; empty without hours.
    package var expected: [[ExpectedCount]]
    /// For each layer, the incidents where rows stand for several; empty where each row is one.
    ///
    /// In the order of `layers`, which then count rows.
    package var incidents: [[Int]] = []
  }

  private let areaCounts: [Int]
  private let usesCategories: Bool
  private var counts: Counts

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - areaCounts: How many areas each layer has.
  ///   - usesCategories: Whether batches carry categories.
  ///   - usesHours: Whether batches carry shares of hours.
  package init(areaCounts: [Int], usesCategories: Bool, usesHours: Bool = false) {
    self.areaCounts = areaCounts
    self.usesCategories = usesCategories
    counts = Counts(
      layers: areaCounts.map { usesCategories ? [] : [Int32](repeating: 0, count: $0) },
      expected: usesHours
        ? areaCounts.map { [ExpectedCount](repeating: ExpectedCount(), count: $0) } : [])
  }

  /// Counts a batch.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    for layer in areaCounts.indices {
      let areas = assignments[layer].areas
      let stride = areaCounts[layer]
      // Taken out, so that the loop writes to it without checks for shared storage.
      var layerCounts = counts.layers[layer]
      counts.layers[layer] = []
      if usesCategories {
        // Grown once, so that the loop has no more to ask than where an incident counts.
        let categoryCount = table.category.prefix(table.count).max().map { Int($0) + 1 } ?? 0
        let length = categoryCount * stride
        if layerCounts.count < length {
          layerCounts.append(contentsOf: repeatElement(0, count: length - layerCounts.count))
        }
        let categories = table.category.span
        let places = areas.span
        var sums = layerCounts.mutableSpan
        for incident in 0..<table.count where places[incident] >= 0 {
          sums[Int(categories[incident]) * stride + Int(places[incident])] += 1
        }
      } else {
        for incident in 0..<table.count where areas[incident] >= 0 {
          layerCounts[Int(areas[incident])] += 1
        }
      }
      counts.layers[layer] = layerCounts
      if !table.multiplicity.isEmpty { countIncidents(table, areas, layer: layer) }
      if !counts.expected.isEmpty {
        for incident in 0..<table.count where areas[incident] >= 0 {
          let category = usesCategories ? Int(table.category[incident]) : 0
          let place = category * stride + Int(areas[incident])
          while place >= counts.expected[layer].count {
            counts.expected[layer].append(contentsOf: repeatElement(ExpectedCount(), count: stride))
          }
          counts.expected[layer][place].add(table.share[incident])
        }
      }
    }
  }

  private mutating func countIncidents(
    _ table: IncidentTable, _ areas: [Int32], layer: Int
  ) {
    if counts.incidents.isEmpty { counts.incidents = areaCounts.map { _ in [] } }
    let stride = areaCounts[layer]
    for row in 0..<table.count where areas[row] >= 0 {
      let category = usesCategories ? Int(table.category[row]) : 0
      let place = category * stride + Int(areas[row])
      while place >= counts.incidents[layer].count {
        counts.incidents[layer].append(contentsOf: repeatElement(0, count: stride))
      }
      counts.incidents[layer][place] += table.multiplicity[row]
    }
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }
}
