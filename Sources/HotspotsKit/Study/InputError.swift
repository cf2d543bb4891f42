public import Projections

/// An error in the inputs of a study as a whole, rather than in one file.
public enum InputError: Error, Equatable, CustomStringConvertible {
  /// Lengths in the system of the analysis differ too much from those on the ground.
  case unsuitableAnalysis(
    system: String, place: String, fault: MetricFitness.Fault, local: LocalSystem?)
  /// The coordinate system that a file states cannot be used.
  case unusableSystem(UnusableSystem)
  /// A file's own system cannot be used, and what can be read of it is another than was named.
  case contradictedSystem(UnusableSystem, named: String)
  /// The outline of an area cannot be converted to a system, nor can those of `others` more areas.
  case outlineBeyond(path: String, area: String, others: Int, system: String)
  /// The files of one dataset have different kinds of coordinates.
  case mixedCoordinates(first: String, second: String)
  /// The files of one dataset are in different coordinate systems.
  case mixedSystems(first: String, system: String, second: String, other: String)
  /// A day bounds the period, but the data has months only.
  case monthsOnly(PeriodBound, isFirst: Bool, path: String)
  /// Hours are needed, but the data has no times of day.
  case noTimes(path: String)
  /// Two files of one dataset hold the same rows.
  case sameRows(first: String, second: String)
  /// A file of outcomes is read together with the incidents they belong to.
  case outcomesBesideStreet(street: String, outcomes: String)
  /// A file lacks the column whose values count once.
  case noUniqueColumn(path: String, key: String, header: [String])
  /// A method needs areas, but the study has none.
  case noBoundaries
  /// There are several layers of areas, and what is asked for is of one.
  case severalLayers([String])
  /// Incidents outside the areas count in the nearest, but are to be counted by cells, and lie in none.
  case snapWithCells
  /// Rows name their areas in place of coordinates, but a method needs positions.
  case namedAreasWithoutPositions
  /// Rows stand for several incidents, and incidents are to count by their times of day.
  case countsWithHours
  /// Rows stand for several incidents, and a method needs each by itself.
  case countsForRows

  /// A coordinate system that a file states and that cannot be used.
  public struct UnusableSystem: Sendable, Equatable {
    /// What a file is for.
    public enum Role: Sendable, Equatable {
      case boundaries, incidents
      /// The polygons or lines of a query.
      case query
    }

    /// The file.
    public var path: String
    /// What the file is for.
    public var role: Role
    /// The beginning of the text.
    public var text: String
    /// What is wrong with it.
    public var fault: SystemFault
    /// The registered system that it seems to mean; `nil` if it could be several or none.
    public var likely: IdentifiedSystem?

    /// The code of the registered system that it seems to mean.
    package var likelyCode: String? { likely?.code }
    /// Whether it could be used if it named a datum.
    package var lacksDatum: Bool { fault == .withoutDatum }
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .unsuitableAnalysis(let system, let place, let fault, _):
      "cannot measure in \(system): \(fault.words(of: place))"
    case .unusableSystem(let system):
      "cannot use the coordinate system of '\(system.path)', '\(system.text)': "
        + system.fault.words
        + (system.likely.map { "; it seems to be \($0)" } ?? "")
    case .contradictedSystem(let system, let named):
      "cannot take the coordinates of '\(system.path)' for those of \(named): by its own coordinate "
        + "system, '\(system.text)', they lie elsewhere"
        + (system.likely.map { "; it seems to be \($0)" } ?? "")
    case .outlineBeyond(let path, let area, let others, let system):
      "cannot use '\(path)' in \(system): the outline of \(area)"
        + (others > 0 ? " and those of \(others) more reach" : " reaches")
        + " beyond what has a place there"
    case .mixedCoordinates(let first, let second):
      "cannot read '\(first)' and '\(second)' as one dataset: one has longitude and latitude, the "
        + "other easting and northing"
    case .mixedSystems(let first, let system, let second, let other):
      "cannot read '\(first)' and '\(second)' as one dataset: one is in \(system.prefix(60)), the "
        + "other in \(other.prefix(60))"
    case .monthsOnly(let bound, let isFirst, let path):
      "cannot \(isFirst ? "begin" : "end") the period with '\(bound.text)': '\(path)' tells months "
        + "only"
    case .noTimes(let path):
      "cannot tell the hours of '\(path)': it tells months only, a time of day is needed"
    case .sameRows(let first, let second):
      "cannot read '\(first)' and '\(second)' as one dataset: they hold the same rows, and each "
        + "incident would count twice"
    case .outcomesBesideStreet(let street, let outcomes):
      "cannot read '\(street)' and '\(outcomes)' as one dataset: the second holds outcomes of the "
        + "incidents of the first, which would count twice"
    case .noUniqueColumn(let path, let key, let header):
      "cannot count each value of '\(key)' in '\(path)' once: found the columns "
        + header.map { "'\($0)'" }.joined(separator: ", ")
    case .noBoundaries:
      "cannot count by area: there are no boundaries, a layer of areas is needed"
    case .severalLayers(let paths):
      "cannot use \(paths.map { "'\($0)'" }.joined(separator: " and ")) together: one layer of areas is "
        + "needed"
    case .snapWithCells:
      "cannot count incidents outside the areas by cell: they belong to the nearest area, and lie in "
        + "no cell"
    case .namedAreasWithoutPositions:
      "cannot tell where incidents lie: a column names their areas, and positions are needed"
    case .countsWithHours:
      "cannot count hours of the day: rows stand for several incidents, each of which has times of its own"
    case .countsForRows:
      "cannot use rows that stand for several incidents: this method needs each incident by itself"
    }
  }
}
