/// What the page says of the way in which hotspots were found.
extension PackHotspots {
  /// What makes ground a hotspot, as a sentence goes on after "a hotspot is".
  var ruleWords: String {
    switch rule {
    case .densest(let minimum, let ownSurface):
      "a connected part of the densest quarter of \(ownSurface == nil ? "the surface" : "a finer surface") "
        + "with at least \(CountWords.lower(minimum)) incidents"
        + (ownSurface.map { " (\($0); the map's colours are smoother)" } ?? "")
    case .significant(let noun, _, _):
      "a group of \(noun.plural) that are significantly busier than chance explains (Getis-Ord Gi*, "
        + "95%) and share a border, however few their incidents"
    }
  }

  /// Why there is no hotspot, in a sentence.
  var absenceWords: String {
    switch rule {
    case .densest(let minimum, _):
      "No place of the densest quarter holds \(CountWords.lower(minimum)) incidents."
    case .significant(let noun, _, tested: 0):
      "There is no hotspot: the \(noun.plural) do not differ in their incidents, so none can be "
        + "significant."
    case .significant(let noun, standingOut: 0, _):
      "There is no hotspot: no \(noun.singular) is significantly busier than chance explains (Getis-Ord "
        + "Gi*, 95%)."
    case .significant(let noun, _, _):
      "There is no hotspot: the \(noun.plural) that are significant through their neighbours hold no "
        + "incident."
    }
  }
}
