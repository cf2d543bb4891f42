/// A dataset among several: what it is called, and its files.
///
///     Dataset("ambulance", ["ambulance-2025.csv"])
public struct Dataset: Sendable {
  /// What it is called in tables, sentences and figures.
  public var name: String
  /// Its files, read as one.
  public var incidents: IncidentFiles

  /// Names files.
  public init(_ name: String, _ incidents: IncidentFiles) {
    self.name = name
    self.incidents = incidents
  }

  /// The most datasets that are compared: a sheet shows the maps of twelve.
  package static let limit = 12

  /// Returns datasets of which those of one name are joined, in the order of their first files.
  ///
  /// - Parameter files: A name and a path for each file, folder, archive or pattern.
  /// - Returns: The datasets.
  /// - Throws: ``DatasetError`` for a name that tables cannot have.
  package static func joined(
    _ files: [(name: String, path: String)]
  ) throws(DatasetError) -> [Dataset] {
    var datasets: [Dataset] = []
    for (name, path) in files {
      if let index = datasets.firstIndex(where: { $0.name == name }) {
        datasets[index].incidents.paths.append(path)
      } else {
        datasets.append(Dataset(name, [path]))
      }
    }
    try check(datasets.map(\.name))
    return datasets
  }

  /// Checks names of datasets that are compared.
  ///
  /// - Throws: ``DatasetError``.
  package static func check(_ names: [String]) throws(DatasetError) {
    if names.count > limit { throw .tooMany(names.count) }
    for (index, name) in names.enumerated() {
      let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != ";" }
      if !isPlain || name.allSatisfy(\.isWhitespace) || name.count > longestName {
        throw .name(name)
      }
      let key = name.lowercased()
      if let first = names[..<index].first(where: { $0.lowercased() == key }) {
        throw .sameName(first, name)
      }
    }
  }

  /// The most characters of a name, which stands above a small map.
  private static let longestName = 60
}
