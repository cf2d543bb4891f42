import Names

/// Finds the time zones that somebody who typed an unknown name may have meant.
enum TimeZoneSuggestions {
  /// Returns up to three names, the likeliest first: those that differ in case only, those whose
  /// city was typed alone, then those at most three letters away.
  static func suggestions(for typed: String, among names: [String]) -> [String] {
    let wanted = Array(typed.lowercased())
    let limit = min(3, wanted.count / 3)
    var scored: [(distance: Int, name: String)] = []
    for name in names {
      let lower = name.lowercased()
      let city = lower.split(separator: "/").last.map(String.init) ?? lower
      let distance = min(
        Suggestion.editDistance(wanted, Array(lower)), Suggestion.editDistance(wanted, Array(city)))
      if distance <= limit { scored.append((distance, name)) }
    }
    // Region/City before the old short names that the database keeps.
    scored.sort {
      ($0.distance, $0.name.contains("/") ? 0 : 1, $0.name)
        < ($1.distance, $1.name.contains("/") ? 0 : 1, $1.name)
    }
    let best = scored.first?.distance ?? 0
    return scored.prefix { $0.distance == best }.prefix(3).map(\.name)
  }
}
