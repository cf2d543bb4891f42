package import Incidents

extension IncidentFiles {
  /// Returns the column of each file whose values count once; empty if all rows count.
  ///
  /// - Throws: ``InputError/noUniqueColumn(path:key:header:)``.
  package func uniqueColumns(of sources: [IncidentSource]) throws(InputError) -> [Int] {
    guard let uniqueKey else { return [] }
    return try sources.map { (source) throws(InputError) in
      guard let position = position(of: uniqueKey, in: source) else {
        throw .noUniqueColumn(path: source.path, key: uniqueKey, header: source.columns.header)
      }
      return position
    }
  }

  /// Returns a column of each file.
  ///
  /// - Parameters:
  ///   - name: The column's name, or a key such as `category`.
  ///   - sources: The files.
  /// - Returns: The positions of the columns, in the order of the files.
  /// - Throws: ``Incidents/IncidentError/noColumn(path:name:header:)`` for a file without it.
  package func columns(
    named name: String, of sources: [IncidentSource]
  ) throws(IncidentError) -> [Int] {
    try sources.map { (source) throws(IncidentError) in
      guard let position = position(of: name, in: source) else {
        throw .noColumn(path: source.path, name: name, header: source.columns.header)
      }
      return position
    }
  }

  private func position(of name: String, in source: IncidentSource) -> Int? {
    let isNamed = columns.contains { $0.key.rawValue == name && !$0.name.isEmpty }
    return source.columns.position(of: name, isNamed: isNamed)
  }
}
