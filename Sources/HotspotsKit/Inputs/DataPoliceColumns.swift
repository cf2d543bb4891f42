import Incidents

/// What the columns of a file say of data.police.uk, which publishes the crime of England and Wales.
extension IncidentColumns {
  /// Whether the columns are those of data.police.uk's downloads: they name the force that reports, and
  /// nobody else's exports have all of them.
  var areDataPolice: Bool {
    let names = Set(header.map { $0.lowercased() })
    return names.isSuperset(of: [
      "month", "reported by", "falls within", "longitude", "latitude", "location", "lsoa code",
    ])
  }

  /// Whether the columns that are used have the names that data.police.uk gives them, as in tables that
  /// others made of its answers.
  var areLikeDataPolice: Bool {
    let names: [(ColumnKey, String)] = [
      (.id, "crime id"), (.longitude, "longitude"), (.latitude, "latitude"),
      (.location, "location"), (.category, "crime type"),
    ]
    return names.allSatisfy { key, name in name == self.name(of: key)?.lowercased() }
  }
}
