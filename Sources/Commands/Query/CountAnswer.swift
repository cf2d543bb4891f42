import Assignment
import Boundaries
import CommandLineKit
import Incidents

/// What a query's incidents are counted by.
enum CountGrouping: String, CaseIterable, ExpressibleByArgument {
  case all, category, area, month
}

/// Counts the selected incidents.
struct CountAnswer: QueryAnswer {
  /// The counts of one worker.
  struct Counts: Sendable {
    /// The count of each group that has incidents.
    ///
    /// Groups are the worker's numbers of categories, the positions of areas, or months since the
    /// year 0; all together are group 0.
    var groups: [Int: ExpectedCount] = [:]
  }

  private let grouping: CountGrouping
  private let rules: TimeZoneRules
  private var areas: AssignmentWorker<GroupSink>?
  private var counts = Counts()
  /// The counts of categories, which are few and met often.
  private var byCategory: [ExpectedCount] = []

  /// Makes the answer of a worker.
  ///
  /// - Parameters:
  ///   - grouping: What is counted by.
  ///   - areas: Finds the area of each incident; needed to count by area.
  ///   - rules: The zone of local times.
  init(
    _ grouping: CountGrouping, areas: AssignmentWorker<GroupSink>?, rules: TimeZoneRules
  ) {
    self.grouping = grouping
    self.areas = areas
    self.rules = rules
  }

  var wantsMore: Bool { true }

  mutating func take(_ table: inout IncidentTable, selected: [Int32]) {
    func share(_ incident: Int32) -> WindowShare {
      table.share.isEmpty ? .whole : table.share[Int(incident)]
    }
    switch grouping {
    case .all:
      for incident in selected { counts.groups[0, default: ExpectedCount()].add(share(incident)) }
    case .category:
      for incident in selected {
        let number = Int(table.category[Int(incident)])
        while byCategory.count <= number { byCategory.append(ExpectedCount()) }
        byCategory[number].add(share(incident))
      }
    case .month:
      for incident in selected {
        let group = month(of: table.start[Int(incident)])
        counts.groups[group ?? Self.undated, default: ExpectedCount()].add(share(incident))
      }
    case .area:
      var copy = table
      areas?.consume(&copy)
      let found = areas?.sink.areas ?? []
      for incident in selected {
        counts.groups[Int(found[Int(incident)]), default: ExpectedCount()].add(share(incident))
      }
    }
  }

  /// The group of incidents that tell no month.
  static let undated = -1
  /// The group of incidents in none of the areas.
  static let nowhere = -1

  private func month(of time: ParsedTime) -> Int? {
    guard time.granularity != nil else { return nil }
    let civil =
      time.kind == .instant
      ? rules.civilTime(at: time.seconds) : CivilTime(seconds: time.seconds)
    let (year, month, _) = civil.date.parts
    return year * 12 + month - 1
  }

  func finish() -> Counts {
    var counts = counts
    for (number, count) in byCategory.enumerated() where count.incidents > 0 {
      counts.groups[number] = count
    }
    return counts
  }
}

/// Keeps the areas of the last batch.
struct GroupSink: PlacementSink {
  private(set) var areas: [Int32] = []

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    areas = assignments[0].areas
  }

  func finish() {}
}
