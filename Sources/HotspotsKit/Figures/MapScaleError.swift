public import Statistics

/// Why the scale of an earlier map cannot be used.
public enum MapScaleError: Error, Equatable, CustomStringConvertible {
  /// The file does not exist.
  case noSuchFile(String)
  /// The file holds no scale.
  case noScale(String)
  /// The breaks are not usable.
  case unusable(String, ClassBreaksError)
  /// The given breaks do not define classes.
  case unusableBreaks(ClassBreaksError)
  /// Classes of equal shares were asked for of values that do not add up.
  case notAdditive(String)
  /// The scales are of other values.
  case otherValues(path: String, wanted: String, found: [String])

  /// What was found and what is needed.
  public var description: String {
    switch self {
    case .noSuchFile(let path):
      "cannot read '\(path)': there is no such file"
    case .noScale(let path):
      "cannot use the scale of '\(path)': it holds none, a manifest of a run that drew a map or "
        + "{\"breaks\": [5, 10, 20]} is needed"
    case .unusable(let path, let error):
      "cannot use the scale of '\(path)': \(error.description)"
    case .unusableBreaks(let error): error.description
    case .notAdditive(let label):
      "cannot cut '\(label)' into classes of equal shares: such values do not add up, counts and weights "
        + "do"
    case .otherValues(let path, let wanted, let found):
      "cannot use the scale of '\(path)': it is of "
        + found.map { "'\($0)'" }.joined(separator: ", ") + ", one of '\(wanted)' is needed"
    }
  }
}
