/// What a method wants to know of each incident; what no method of a pass needs is not read.
public struct StudyNeeds: Sendable, Equatable {
  /// How much a method needs categories.
  public enum Category: Int, Sendable, Comparable {
    /// It does not look at them.
    case none
    /// It uses them where every file has them.
    case whereKnown
    /// It cannot do without.
    case required

    /// Orders by how much they are needed.
    public static func < (left: Category, right: Category) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Whether areas are needed: a study without boundaries is then refused.
  public var areas = false
  /// Whether categories are needed.
  public var category = Category.none
  /// Whether starts and ends are read; a row without them is used all the same.
  public var times = false
  /// Whether windows are needed: as the study makes them, else from starts and ends.
  public var windows = false
  /// Whether the period that the files cover is needed.
  public var period = false
  /// Whether the names of locations are read, where the files have them.
  public var location = false
  /// Whether weights are read; a row without a usable one is rejected.
  public var weight = false

  /// Needs nothing but that an incident is there.
  public init() {}

  /// Needs what is known of each incident beside its place and category.
  package init(times: Bool = false, location: Bool = false, weight: Bool = false) {
    (self.times, self.location, self.weight) = (times, location, weight)
  }

  /// Adds what another method needs.
  package mutating func formUnion(_ other: StudyNeeds) {
    areas = areas || other.areas
    category = max(category, other.category)
    times = times || other.times
    windows = windows || other.windows
    period = period || other.period
    location = location || other.location
    weight = weight || other.weight
  }
}
