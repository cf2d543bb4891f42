// What the page of a pack and its sheets are called.
extension BriefingPack {
  /// What stands before what a sheet shows, `Marlowick` in `Marlowick: incidents by ward`: title and
  /// place, the place once; `nil` without both.
  package var sheetPrefix: String? {
    guard let title else { return place }
    return [title, placeBesideTitle].compactMap(\.self).joined(separator: ", ")
  }

  /// Returns the title of a sheet: `Marlowick: incidents by ward`, or `Incidents by ward`.
  package func sheetTitle(_ words: String) -> String {
    sheetPrefix.map { "\($0): \(words)" } ?? words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Returns the heading of the page: the title that was given, else one with the place.
  ///
  /// - Parameter period: The period in words.
  /// - Returns: The heading, and whether it says the period.
  package func heading(period: String?) -> (text: String, saysPeriod: Bool) {
    if let title { return (title, false) }
    guard let place else { return ("Tasking pack", false) }
    return (
      ["\(place): hotspots", period].compactMap(\.self).joined(separator: ", "), period != nil
    )
  }

  /// The place, where the title does not say it already; `nil` without a title, whose part it then is.
  package var placeBesideTitle: String? {
    guard let title, let place, !title.lowercased().contains(place.lowercased()) else { return nil }
    return place
  }
}
