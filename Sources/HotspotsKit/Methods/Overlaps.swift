public import Assignment
package import HotspotAnalysis
public import Incidents

/// Counts which incidents are in which of several sets, each in exactly one combination of them.
///
/// With boundaries only incidents in an area of the first layer count; without them every row does,
/// wherever it lies. See <doc:OverlappingSets>.
///
///     let overlaps = try await study.run(
///       Overlaps(of: [
///         IncidentSet("domestic", try Condition("flags like '%domestic%'")),
///         IncidentSet("at home", try Condition("location = 'Dwelling'")),
///       ]))
///     overlaps.table     // combinations, which add up
///     overlaps.totals    // sets, which do not
public struct Overlaps: StudyMethod {
  /// The sets, in the order in which combinations name them.
  public var sets: [IncidentSet]

  /// How many sets there may be; of more, nobody reads the combinations.
  public static let setCounts = 2...8

  /// Creates the method.
  public init(of sets: [IncidentSet]) { self.sets = sets }

  /// The columns of the conditions.
  public var needs: StudyNeeds {
    var needs = counts.needs
    needs.period = true
    return needs
  }

  /// Checks the sets.
  ///
  /// - Throws: ``OverlapsError``.
  public func plan(for study: OpenedStudy) throws -> CrossCounts.Plan {
    if let error = OverlapsError(of: sets.map(\.name)) { throw error }
    return try counts.plan(for: study)
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: CrossCounts.Plan) -> CrossCounter { counts.sink(plan) }

  /// Adds up what the workers counted.
  public func result(
    _ plan: CrossCounts.Plan, shares: [StudyShare<CrossCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    try Result(self, counts.result(plan, shares: shares, reading: reading))
  }

  private var counts: CrossCounts { CrossCounts(by: [.sets(sets.map(\.condition))]) }

  /// The combinations that occur, and the sets.
  public struct Result: Sendable {
    /// What was asked.
    public let method: Overlaps
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The combinations in their order.
    package let overlaps: SetOverlaps
  }
}

/// A set of incidents: those whose rows meet a condition.
public struct IncidentSet: Sendable, Equatable {
  /// The name.
  public var name: String
  /// What rows must say.
  public var condition: Condition

  /// Creates a set.
  public init(_ name: String, _ condition: Condition) {
    self.name = name
    self.condition = condition
  }
}

/// Why sets cannot be counted together.
public enum OverlapsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are too few sets or too many.
  case setCount(Int)
  /// Two sets have one name.
  case repeatedName(String)
  /// A name is empty, `none`, or holds what parts the names of a combination.
  case unusableName(String)

  /// Finds what is wrong with the names of sets; fails if nothing is.
  package init?(of names: [String]) {
    if let name = names.first(where: { !Self.isUsable($0) }) {
      self = .unusableName(name)
    } else if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
      self = .repeatedName(name)
    } else if !Overlaps.setCounts.contains(names.count) {
      self = .setCount(names.count)
    } else {
      return nil
    }
  }

  /// Returns whether a set may have a name.
  package static func isUsable(_ name: String) -> Bool {
    !name.allSatisfy(\.isWhitespace) && name != SetOverlaps.none
      && !name.contains(SetOverlaps.separator)
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .setCount(let count):
      "cannot count \(count) \(count == 1 ? "set" : "sets") together: two to eight are allowed"
    case .repeatedName(let name): "cannot count two sets that are both called '\(name)'"
    case .unusableName(let name):
      "cannot call a set '\(name)': a name is text other than 'none' and without ' + ', which parts "
        + "the names of a combination"
    }
  }
}
