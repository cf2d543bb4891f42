package import Incidents

extension InputError {
  /// Returns why incident files would count incidents twice; `nil` if they would not.
  ///
  /// - Parameters:
  ///   - parts: The files and their parts.
  ///   - options: The options of the study.
  /// - Returns: Why, in the first pair that is found.
  /// - Throws: ``IncidentError`` if a file cannot be read.
  package static func repeats(
    among parts: [IncidentPart], _ options: StudyOptions
  ) throws(IncidentError) -> InputError? {
    let paths = parts.map(\.path)
    if let (street, outcomes) = RepeatedFiles.outcomesBesideStreet(among: paths) {
      return .outcomesBesideStreet(street: street, outcomes: outcomes)
    }
    if let (first, second) = try RepeatedFiles.first(
      among: parts, features: options.featureSystem)
    {
      return .sameRows(first: first, second: second)
    }
    return nil
  }
}
