/// Why two densities cannot be compared.
public enum RelativeDensityError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No incident to compare with lies in the study area.
  case nothingToCompareWith(path: String)
  /// The areas of the two studies are in different systems.
  case otherSystem(String, ofStudy: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .nothingToCompareWith(let path):
      "cannot compare with '\(path)': none of its incidents lies in the study area, at least one is "
        + "needed"
    case .otherSystem(let system, let own):
      "cannot compare a density in \(own.prefix(60)) with one in \(system.prefix(60)): both must be in "
        + "one system"
    }
  }
}
