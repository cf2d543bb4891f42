/// Names that several workers or parts met, each once, ordered by their bytes.
struct JoinedNames: Sendable {
  /// The names.
  let names: [String]
  /// For each list, what the number of each of its names is among all.
  let numbers: [[Int]]

  /// Joins lists.
  init(_ lists: [[String]]) {
    // By their bytes: letters composed and decomposed are different names here, which readers join.
    let keys = lists.map { $0.map { Array($0.utf8) } }
    let all = Set(keys.joined()).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    names = all.map { String(decoding: $0, as: UTF8.self) }
    numbers = keys.map { $0.compactMap { places[$0] } }
  }
}

/// The categories and labels of several shares together.
struct JoinedShares: Sendable {
  /// The categories.
  let categories: JoinedNames
  /// The texts of each column of labels.
  let labels: [JoinedNames]

  /// Joins the names of shares.
  init<Value>(_ shares: [StudyShare<Value>]) {
    categories = JoinedNames(shares.map(\.categories))
    labels = (0..<(shares.map(\.labels.count).max() ?? 0)).map { column in
      JoinedNames(shares.map { column < $0.labels.count ? $0.labels[column] : [] })
    }
  }

  /// Returns a share with all the names.
  func share<Value>(_ value: Value) -> StudyShare<Value> {
    StudyShare(value: value, categories: categories.names, labels: labels.map(\.names))
  }
}
