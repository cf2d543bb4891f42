import Incidents

extension InputError {
  /// Returns why the files of incidents would count incidents twice; nil where they would not.
  ///
  /// - Throws: ``IncidentError`` where a file cannot be read.
  static func repeats(_ options: InputOptions) throws(IncidentError) -> InputError? {
    if let (street, outcomes) = RepeatedFiles.outcomesBesideStreet(among: options.incidents) {
      return .outcomesBesideStreet(street: street, outcomes: outcomes)
    }
    if let (first, second) = try RepeatedFiles.first(
      among: options.incidents, features: options.featureSystem)
    {
      return .sameRows(first: first, second: second)
    }
    return nil
  }
}

extension InputOptions {
  /// Returns for each file the column whose values count once; nothing where all rows do.
  ///
  /// - Throws: ``InputError/noUniqueColumn(path:key:header:)``.
  func uniqueColumns(of sources: [IncidentSource]) throws(InputError) -> [Int] {
    guard let unique else { return [] }
    let isNamed = columns.contains { $0.key.rawValue == unique && !$0.name.isEmpty }
    return try sources.map { (source) throws(InputError) in
      guard let position = source.columns.position(of: unique, isNamed: isNamed) else {
        throw .noUniqueColumn(path: source.path, key: unique, header: source.columns.header)
      }
      return position
    }
  }
}
