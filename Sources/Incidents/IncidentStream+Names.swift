extension IncidentStream {
  /// Refuses columns with more values than can be counted by, told by what several readings met: the same
  /// whether rows are read together or in parts.
  ///
  /// - Parameter shares: What they met.
  /// - Throws: ``IncidentError/tooManyCategories(path:column:limit:)``,
  ///   ``IncidentError/tooManyValues(path:column:limit:)``.
  package func checkNames<Result>(of shares: [Share<Result>]) throws(IncidentError) {
    if Self.count(shares.map(\.categories)) > CategoryDictionary.limit {
      throw .tooManyCategories(
        path: sources[0].path, column: sources[0].columns.name(of: .category) ?? "",
        limit: Self.categoryLimit)
    }
    for column in request.labelColumns.first?.indices ?? 0..<0 {
      let lists = shares.map { column < $0.labels.count ? $0.labels[column] : [] }
      guard Self.count(lists) > IncidentRequest.labelLimit else { continue }
      throw .tooManyValues(
        path: sources[0].path, column: sources[0].columns.header[request.labelColumns[0][column]],
        limit: IncidentRequest.labelLimit)
    }
  }

  /// Returns how many names differ by their bytes.
  private static func count(_ lists: [[String]]) -> Int {
    Set(lists.lazy.joined().map { Array($0.utf8) }).count
  }
}
