/// What became of every row of the incident files, for one layer of areas.
///
/// Each row is counted under the first of these that applies, in this order: rejected, filtered,
/// without coordinates, outside, assigned. The five therefore add up to the rows read.
public struct Reconciliation: Sendable, Equatable {
  /// The name of the layer; `nil` for a study without areas.
  public var layer: String?
  /// The rows read, not counting headers and blank lines.
  public var read: Int
  /// The rows that could not be understood, by reason.
  public var rejected: [String: Int]
  /// The rows excluded by a filter, by reason.
  public var filtered: [String: Int]
  /// The rows whose coordinates are empty or (0, 0), by reason.
  public var withoutCoordinates: [String: Int]
  /// The rows that lie in none of the areas, by reason.
  public var outside: [String: Int]
  /// The rows that lie in an area; each in exactly one.
  public var assigned: Int
  /// Subsets of the assigned rows, by name: `on_edge`, `assign_ambiguous`, `snapped`,
  /// `within_accuracy_of_edge`.
  public var assignedNotes: [String: Int]
  /// The expected number of assigned incidents in the hours asked for, which is the sum of their
  /// probabilities; `nil` without hours.
  public var expected: Double?

  /// The incidents that the rows stand for; `nil` if each row is one.
  public var incidents: Incidents?

  /// The incidents that rows stand for, by what became of the rows.
  public struct Incidents: Sendable, Equatable {
    /// Those of rows that could not be understood, as far as they tell.
    public var rejected: Int
    /// Those of rows excluded by a filter.
    public var filtered: Int
    /// Those of rows without coordinates.
    public var withoutCoordinates: Int
    /// Those of rows in none of the areas.
    public var outside: Int
    /// Those of rows in an area.
    public var assigned: Int

    /// Creates the counts.
    public init(
      rejected: Int, filtered: Int, withoutCoordinates: Int, outside: Int, assigned: Int
    ) {
      self.rejected = rejected
      self.filtered = filtered
      self.withoutCoordinates = withoutCoordinates
      self.outside = outside
      self.assigned = assigned
    }

    /// All of them.
    public var read: Int { rejected + filtered + withoutCoordinates + outside + assigned }
  }

  /// The incidents in areas: the rows assigned, or what they stand for.
  public var assignedIncidents: Int { incidents?.assigned ?? assigned }

  /// Creates a reconciliation; traps if the rows read and the rows accounted for differ.
  public init(
    layer: String?, read: Int, rejected: [String: Int], filtered: [String: Int],
    withoutCoordinates: [String: Int], outside: [String: Int], assigned: Int,
    assignedNotes: [String: Int] = [:], expected: Double? = nil
  ) {
    self.layer = layer
    self.read = read
    self.rejected = rejected
    self.filtered = filtered
    self.withoutCoordinates = withoutCoordinates
    self.outside = outside
    self.assigned = assigned
    self.assignedNotes = assignedNotes
    self.expected = expected
    precondition(
      read == rejectedCount + filteredCount + withoutCoordinatesCount + outsideCount + assigned,
      "Reconciliation: the rows read and the rows accounted for differ")
  }

  /// The number of rows rejected for any reason.
  public var rejectedCount: Int { rejected.values.reduce(0, +) }
  /// The number of rows excluded by any filter.
  public var filteredCount: Int { filtered.values.reduce(0, +) }
  /// The number of rows without coordinates for any reason.
  public var withoutCoordinatesCount: Int { withoutCoordinates.values.reduce(0, +) }
  /// The number of rows outside the areas for any reason.
  public var outsideCount: Int { outside.values.reduce(0, +) }
}
