import Incidents

/// The names that data.police.uk gives to places, as people would say them.
///
/// Its map points are streets (`On or near Dean Street`), stations (`Paddington (station)`) and kinds
/// of premises (`On or near Nightclub`), which name no place: fifty points of one borough may have
/// the same. Names from elsewhere are left as they are.
package enum LocationName {
  /// Returns a name without `On or near`, stations in words.
  package static func spoken(_ name: String) -> String {
    let place = bare(trimmed(name))
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
    let name = trimmed(name)
    return hasPrefix(name) && kinds.contains(bare(name).lowercased())
  }

  /// Returns whether a name says nothing of where: it is blank, only `On or near`, a mark without a
  /// letter or digit, or a word for not knowing.
  ///
  /// Letter case and blanks around it make no difference.
  package static func saysNothing(_ name: String) -> Bool {
    let place = bare(trimmed(name)).lowercased()
    let words = place.split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty || place == prefix.lowercased() || AbsentText.isAbsent(place)
      || unknown.contains(words.joined(separator: " "))
  }

  private static let prefix = "On or near"

  private static func hasPrefix(_ name: String) -> Bool {
    name.lowercased().hasPrefix(prefix.lowercased() + " ")
  }

  private static func bare(_ name: String) -> String {
    hasPrefix(name) ? trimmed(String(name.dropFirst(prefix.count))) : name
  }

  private static func trimmed(_ name: String) -> String {
    guard let first = name.firstIndex(where: { !$0.isWhitespace }),
      let last = name.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(name[first...last])
  }

  /// What is written where the place is not known or not said besides the words for nothing, in lower
  /// case with single blanks for what is neither letter nor digit.
  private static let unknown: Set<String> = [
    "address not known", "address unknown", "location not known", "location unknown", "no address",
    "no fixed abode", "no location", "no location given", "no location recorded",
    "unknown address", "unknown location",
  ]

  /// The kinds of premises among the map points.
  private static let kinds: Set<String> = [
    "airport/airfield", "bus/coach station", "conference/exhibition centre", "ferry terminal",
    "further/higher educational building", "hospital", "military base", "motorway service area",
    "nightclub", "park/open space", "parking area", "pedestrian subway", "petrol station",
    "police station", "port", "prison", "race track", "shopping area", "sports/recreation area",
    "supermarket", "theatre/concert hall", "theme/adventure park",
  ]
}
