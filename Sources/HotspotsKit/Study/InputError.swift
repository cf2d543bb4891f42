public import Projections

/// What is wrong with the inputs of a study as a whole, rather than with one file.
public enum InputError: Error, Equatable, CustomStringConvertible {
  /// Lengths in the system of the analysis are not those on the ground where the data lies.
  case unsuitableAnalysis(
    system: String, place: String, fault: MetricFitness.Fault, local: LocalSystem?)
  /// The outline of an area has no place in a system; `others` more have none either.
  case outlineBeyond(path: String, area: String, others: Int, system: String)
  /// The files of one dataset have different kinds of coordinates.
  case mixedCoordinates(first: String, second: String)
  /// The files of one dataset are in different coordinate systems.
  case mixedSystems(first: String, system: String, second: String, other: String)
  /// A day was asked for as a bound of the period, and the data tells months only.
  case monthsOnly(PeriodBound, isFirst: Bool, path: String)
  /// Hours were asked for, and the data has no times of day.
  case noTimes(path: String)
  /// Two files of one dataset hold the same rows.
  case sameRows(first: String, second: String)
  /// Outcomes stand beside the incidents that they are of.
  case outcomesBesideStreet(street: String, outcomes: String)
  /// A file has no column for what is to count once.
  case noUniqueColumn(path: String, key: String, header: [String])
  /// A method counts by area, and the study has none.
  case noBoundaries

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .unsuitableAnalysis(let system, let place, let fault, _):
      "cannot measure in \(system): \(fault.words(of: place))"
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
    }
  }
}
