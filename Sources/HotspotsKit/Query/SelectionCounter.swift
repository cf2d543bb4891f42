import Assignment
import Boundaries
import Incidents

/// Counts the selected incidents.
struct SelectionCounter: SelectionSink {
  /// The counts of one worker.
  struct Counts: Sendable {
    /// The count of each group that has incidents.
    ///
    /// Groups are the worker's numbers of categories, the positions of areas, or months since the
    /// year 0; all together are group 0.
    var groups: [Int: ExpectedCount] = [:]
  }

  private let grouping: QueryGrouping
  private let rules: TimeZoneRules
  private var areas: AssignmentWorker<AreaSink>?
  private var counts = GroupCounts()
  /// The incidents that belong to no month or area.
  private var others = ExpectedCount()

  /// Creates the counter of a worker.
  ///
  /// - Parameters:
  ///   - grouping: What is counted by.
  ///   - areas: Finds the area of each incident; needed to count by area.
  ///   - rules: The zone of local times.
  init(
    _ grouping: QueryGrouping, areas: AssignmentWorker<AreaSink>?, rules: TimeZoneRules
  ) {
    self.grouping = grouping
    self.areas = areas
    self.rules = rules
  }

  var wantsMore: Bool { true }

  mutating func consume(_ table: inout IncidentTable, selected: [Int32]) {
    func share(_ incident: Int32) -> WindowShare {
      table.share.isEmpty ? .whole : table.share[Int(incident)]
    }
    switch grouping {
    case .all:
      for incident in selected { counts.add(share(incident), to: 0) }
    case .category:
      for incident in selected {
        counts.add(share(incident), to: Int(table.category[Int(incident)]))
      }
    case .month:
      for incident in selected {
        if let month = rules.month(of: table.start[Int(incident)]) {
          counts.add(share(incident), to: month)
        } else {
          others.add(share(incident))
        }
      }
    case .area:
      var copy = table
      areas?.consume(&copy)
      let found = areas?.sink.areas ?? []
      for incident in selected {
        let area = Int(found[Int(incident)])
        if area >= 0 { counts.add(share(incident), to: area) } else { others.add(share(incident)) }
      }
    }
  }

  /// The group of incidents that tell no month.
  static let undated = -1
  /// The group of incidents in none of the areas.
  static let nowhere = -1

  func finish() -> Counts {
    var result = Counts()
    for (group, count) in counts.all where count.incidents > 0 { result.groups[group] = count }
    // Both have the same number, and only one of them can occur.
    if others.incidents > 0 { result.groups[Self.undated] = others }
    return result
  }
}

/// The counts of groups whose numbers lie near each other, one beside the other.
private struct GroupCounts {
  /// The number of the first group.
  private var first = 0
  private var counts: [ExpectedCount] = []

  /// The groups from the first to the last that was met, with their counts.
  var all: some Sequence<(group: Int, count: ExpectedCount)> {
    counts.indices.lazy.map { [first, counts] in (first + $0, counts[$0]) }
  }

  /// Counts an incident.
  ///
  /// - Complexity: O(1), but for the first incidents before and behind all groups so far.
  mutating func add(_ share: WindowShare, to group: Int) {
    if counts.isEmpty { first = group }
    if group < first {
      counts.insert(
        contentsOf: repeatElement(ExpectedCount(), count: first - group), at: 0)
      first = group
    }
    while counts.count <= group - first { counts.append(ExpectedCount()) }
    counts[group - first].add(share)
  }
}

/// Keeps the areas of the last batch.
struct AreaSink: PlacementSink {
  private(set) var areas: [Int32] = []

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    areas = assignments[0].areas
  }

  func finish() {}
}
