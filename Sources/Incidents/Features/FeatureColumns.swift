import GeoJSON

/// Which property of GeoJSON features has which column.
struct FeatureColumns: Sendable {
  /// The names, in the order of the columns.
  private(set) var names: [String] = []
  /// The names as they stand in the file.
  private(set) var written: [[UInt8]] = []
  /// The column of each name as it stands in the file.
  private(set) var places: [[UInt8]: Int] = [:]

  /// Gives the properties of a feature columns, where they have none.
  mutating func learn(_ feature: GeoJSONFeature) {
    for property in feature.properties {
      let name = Array(feature.bytes[property.name])
      guard places[name] == nil else { continue }
      places[name] = names.count
      written.append(name)
      names.append(feature.name(of: property))
    }
  }
}
