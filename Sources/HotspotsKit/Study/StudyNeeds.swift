public import Incidents

/// What a method needs of each incident.
///
/// What no method of a pass needs is not read.
public struct StudyNeeds: Sendable {
  /// How much a method needs categories.
  public enum Category: Int, Sendable, Comparable {
    /// They are not read.
    case none
    /// They are used if every file has them.
    case whereKnown
    /// They are required.
    case required

    /// Compares how much categories are needed.
    public static func < (left: Category, right: Category) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Whether areas are needed; a study without boundaries is then an error.
  public var areas = false
  /// Whether categories are needed.
  public var category = Category.none
  /// Whether starts and ends are read; a row without them still counts.
  public var times = false
  /// Whether windows are needed: those the study makes, otherwise starts and ends to make them
  /// from.
  public var windows = false
  /// Whether the period that the files cover is needed.
  public var period = false
  /// Whether location names are read, if the files have them.
  public var location = false
  /// The columns, by name or key, whose values incidents are counted by; a file without one is an
  /// error.
  public var columns: [String] = []
  /// The columns, by name or key, whose values tell persons or premises apart, of which there may be as
  /// many as rows; a file without one is an error.
  package var identities: [String] = []
  /// Whether positions are read where the study has no areas; a row without one is then without
  /// coordinates.
  package var readsPositions = false
  /// Whether weights are read, where the study names a column of them; a row without a usable
  /// weight is rejected.
  public var weight = false

  /// Whether the outlines of the areas are needed, which parts do not hold.
  package var outlines = false

  /// What becomes of the incidents' positions.
  package enum Positions: Sendable {
    /// Incidents are assigned to the areas of each layer, if the study has any.
    case assigned
    /// They are read, and rows without one are without coordinates.
    case required
    /// They are read, and rows without one count all the same.
    case whereKnown
    /// They are not read.
    case unread
  }

  /// The conditions of sets of which incidents may be part; at most 32.
  public var sets: [Condition] = []
  /// Whether each row must be one incident; a study whose rows stand for several is then refused.
  public var countsRows = true

  // What queries need, which share no pass with methods.

  /// What becomes of positions; a query finds its incidents in its own area, not in the layers.
  package var positions = Positions.assigned
  /// Whether the month of each incident is needed; a file without dates is then an error.
  package var months = false
  /// Whether dates are rewritten, so that the order of their days and months must be known.
  package var rewritesDates = false

  /// Needs nothing except the incidents themselves.
  public init() {}

  /// Needs more of each incident than its position and category.
  package init(times: Bool = false, location: Bool = false, weight: Bool = false) {
    (self.times, self.location, self.weight) = (times, location, weight)
  }

  /// Adds what another method needs.
  package mutating func formUnion(_ other: StudyNeeds) {
    areas = areas || other.areas
    outlines = outlines || other.outlines
    category = max(category, other.category)
    times = times || other.times
    windows = windows || other.windows
    period = period || other.period
    countsRows = countsRows || other.countsRows
    months = months || other.months
    sets += other.sets.filter { !sets.contains($0) }
    precondition(sets.count <= 32, "StudyNeeds: more than 32 sets in one pass")
    columns += other.columns.filter { !columns.contains($0) }
    identities += other.identities.filter { !identities.contains($0) }
    readsPositions = readsPositions || other.readsPositions
    location = location || other.location
    weight = weight || other.weight
  }
}
