/// The names that data.police.uk gives to places, as people would say them.
///
/// Its map points are streets (`On or near Dean Street`), stations (`Paddington (station)`) and kinds
/// of premises (`On or near Nightclub`), which name no place: fifty points of one borough may have
/// the same. Names from elsewhere are left as they are.
package enum PlaceName {
  /// Returns a name without `On or near`, stations in words.
  package static func spoken(_ name: String) -> String {
    let place = bare(name)
    for (ending, noun) in [("(lu station)", "Underground station"), ("(station)", "station")]
    where place.lowercased().hasSuffix(" \(ending)") {
      var station = String(place.dropLast(ending.count + 1))
      for repeated in [" lu station", " station"] where station.lowercased().hasSuffix(repeated) {
        station.removeLast(repeated.count)
        break
      }
      return "\(station) \(noun)"
    }
    return place
  }

  /// Returns whether a name says what kind of place it is, and not which.
  package static func isKindOfPlace(_ name: String) -> Bool {
    name.hasPrefix(prefix) && kinds.contains(bare(name).lowercased())
  }

  private static let prefix = "On or near "

  private static func bare(_ name: String) -> String {
    name.hasPrefix(prefix) && name != prefix ? String(name.dropFirst(prefix.count)) : name
  }

  /// The kinds of premises among the map points.
  private static let kinds: Set<String> = [
    "airport/airfield", "bus/coach station", "conference/exhibition centre", "ferry terminal",
    "further/higher educational building", "hospital", "military base", "motorway service area",
    "nightclub", "park/open space", "parking area", "pedestrian subway", "petrol station",
    "police station", "port", "prison", "race track", "shopping area", "sports/recreation area",
    "supermarket", "theatre/concert hall", "theme/adventure park",
  ]
}
