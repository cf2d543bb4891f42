public import Assignment
import Boundaries
public import Incidents

/// Counts incidents by one to three dimensions together: by area and month, by category and age.
///
/// Each incident counts in exactly one combination. With boundaries only incidents in an area of the
/// first layer count; without them every row does, wherever it lies, and coordinates are not read.
/// Tables of methods are made of the result.
public struct CrossCounts: StudyMethod {
  /// What incidents are told apart by.
  public enum Dimension: Sendable {
    /// The area of the first layer; needs boundaries.
    case area
    /// The category.
    case category
    /// The month of the start, by the local clock.
    case month
    /// Which of the periods that the study compares it starts in.
    case period
    /// The text in a column, given by its name or a key such as `location`.
    case column(String)
    /// Whether the incident starts in the hours of the night.
    case night(HoursOfDay)
    /// Which of some conditions the row meets; at most eight.
    case sets([Condition])
  }

  /// What is counted by, in the order of the keys of the result; one to three.
  public var dimensions: [Dimension]

  /// Creates the method.
  public init(by dimensions: [Dimension]) { self.dimensions = dimensions }

  /// What the dimensions need.
  public var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.countsRows = false
    for dimension in dimensions {
      switch dimension {
      case .area: needs.areas = true
      case .category: needs.category = .required
      case .month, .period, .night: needs.months = true
      case .column(let name): needs.columns.append(name)
      case .sets(let conditions): needs.sets = conditions
      }
    }
    return needs
  }

  /// Settles what batches are told apart by.
  ///
  /// - Throws: ``InputError/noBoundaries`` if areas are counted by and there are none.
  public func plan(for study: OpenedStudy) throws -> Plan {
    if needs.areas { _ = try study.requiredInput() }
    let columns = study.needs.columns
    let keys = dimensions.map { dimension -> CrossCounter.Key in
      switch dimension {
      case .area: return .area
      case .category: return .category
      case .month: return .month
      case .period: return .period(study.options.filter.incidentFilter.periods)
      case .night(let hours): return .hours(WeeklyHours(hours: hours))
      case .sets(let conditions):
        return .sets(conditions.compactMap { study.needs.sets.firstIndex(of: $0) })
      case .column(let name):
        guard let place = columns.firstIndex(of: name) else {
          preconditionFailure("CrossCounts: a column that was not asked for")
        }
        return .label(place)
      }
    }
    return Plan(
      keys: keys, counter: CrossCounter(by: keys, rules: study.rules, usesHours: study.usesHours))
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: Plan) -> CrossCounter { plan.counter }

  /// Adds up what the workers counted.
  ///
  /// - Throws: ``CrossCountsError/tooManyCombinations(limit:)``.
  /// - Complexity: O(*k* log *k*) for *k* combinations that occur.
  public func result(
    _ plan: Plan, shares: [StudyShare<CrossCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    try Result(plan, shares, reading)
  }

  /// What is counted by, and a counter that has counted nothing, which workers copy.
  public struct Plan: Sendable {
    let keys: [CrossCounter.Key]
    let counter: CrossCounter
  }

  /// The incidents of each combination that occurs.
  public struct Result: Sendable {
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The combinations, ordered by their keys.
    package let cells: [Cell]
    /// The texts of each dimension that is a column, in the order of the dimensions; empty for others.
    ///
    /// Ordered by their bytes; empty text, which comes first, is of rows whose field says nothing.
    package let labels: [[String]]

    /// The incidents in all combinations.
    package var incidents: Int { cells.reduce(0) { $0 + $1.incidents } }
  }

  /// A combination that occurs.
  package struct Cell: Sendable, Equatable {
    /// Its value in each dimension; -1 if the row does not tell.
    ///
    /// The position of the area or of the category in the study's list; the months since the year 0
    /// (year * 12 + month - 1); the position of the period among those that are compared; the position
    /// of the text in the labels; 1 for night and 0 for day; the conditions that are met, as bits.
    package let keys: [Int]
    /// The incidents; with hours those that may lie in them.
    package let incidents: Int
    /// Those expected in the hours asked for; all of them without hours.
    package let expected: Double
  }
}

/// Why incidents cannot be counted by combinations.
public enum CrossCountsError: Error, Equatable, CustomStringConvertible {
  /// More combinations occur than are counted.
  case tooManyCombinations(limit: Int)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .tooManyCombinations(let limit):
      "cannot count by these columns together: more than \(limit) combinations of their values occur"
    }
  }
}

extension CrossCounts.Result {
  fileprivate init(
    _ plan: CrossCounts.Plan, _ shares: [StudyShare<CrossCounter.Counts>], _ reading: StudyReading
  ) throws(CrossCountsError) {
    self.reading = reading
    let tooMany = CrossCountsError.tooManyCombinations(limit: CrossCounter.limit)
    if shares.contains(where: \.value.isOverfull) { throw tooMany }
    let labels = plan.keys.map { key -> [String] in
      guard case .label(let column) = key else { return [] }
      return Self.merged(shares.map { $0.labels.isEmpty ? [] : $0.labels[column] })
    }
    let usesHours = reading.options.filter.hours != nil
    // Keys of the result packed as the workers' are, one higher, so that 0 is for rows that do not tell.
    var places: [UInt64: Int] = [:]
    var sums: [(keys: UInt64, incidents: Int, expected: ExpectedCount)] = []
    for share in shares {
      let maps = zip(plan.keys, labels).map { key, labels in
        Self.positions(of: key, labels, share, reading)
      }
      for (number, combination) in share.value.combinations.enumerated() {
        var keys: UInt64 = 0
        for (dimension, map) in maps.enumerated() {
          let value = CrossCounter.value(ofKey: dimension, of: maps.count, in: combination)
          let position = value == CrossCounter.none ? -1 : map.isEmpty ? value : map[value]
          keys = CrossCounter.packed(position + 1, behind: keys)
        }
        let place = places[keys] ?? sums.count
        if place == sums.count {
          places[keys] = place
          sums.append((keys, 0, ExpectedCount()))
        }
        sums[place].incidents += share.value.incidents[number]
        if usesHours { sums[place].expected.merge(share.value.expected[number]) }
      }
    }
    if sums.count > CrossCounter.limit { throw tooMany }
    self.labels = labels
    let count = plan.keys.count
    cells = sums.sorted { $0.keys < $1.keys }.map { sum in
      CrossCounts.Cell(
        keys: (0..<count).map { CrossCounter.value(ofKey: $0, of: count, in: sum.keys) - 1 },
        incidents: sum.incidents,
        expected: usesHours ? sum.expected.expected : Double(sum.incidents))
    }
    precondition(
      incidents == reading.reconciliations[0].assignedIncidents,
      "CrossCounts: the incidents counted and those assigned differ")
  }

  /// Returns all texts that workers met, each once, ordered by their bytes.
  private static func merged(_ lists: [[String]]) -> [String] {
    Set(lists.joined().map { Array($0.utf8) })
      .sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns what a worker's numbers of a key are in the result; empty if they are the same.
  private static func positions(
    of key: CrossCounter.Key, _ labels: [String], _ share: StudyShare<CrossCounter.Counts>,
    _ reading: StudyReading
  ) -> [Int] {
    switch key {
    case .category:
      let names = reading.categories?.names ?? []
      let positions = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      return share.categories.map { positions[$0] ?? -1 }
    case .label(let column):
      let positions = Dictionary(
        uniqueKeysWithValues: labels.enumerated().map { (Array($1.utf8), $0) })
      return (share.labels.isEmpty ? [] : share.labels[column])
        .map { positions[Array($0.utf8)] ?? -1 }
    case .area, .month, .period, .hours, .sets: return []
    }
  }
}
