import Cartography

/// What the section of a layer says around its map and tables, of all incidents or of a category.
struct AreaSectionWords {
  let layer: PackLayer
  /// What is shown in place of all incidents.
  let choice: CategoryChoice?
  /// Whether the map numbers areas.
  let isNumbered: Bool

  /// How many areas stand in the first table.
  private var shown: Int {
    let occupied =
      choice.map { $0.values.count { $0 > 0 } } ?? layer.areas.count { $0.incidents > 0 }
    return min(occupied, AreaSection.busiest)
  }

  /// What the map is of, for those who do not see it.
  var region: String {
    "Map of incidents by \(layer.noun.singular)" + (choice.map { ": \($0.name)" } ?? "")
  }

  /// The sentence below the map.
  var figure: String {
    let counted = layer.isWeighted ? "Incidents (\(EstimateWords.full))" : "Incidents"
    let of = choice.map { ": \($0.name)" } ?? ""
    return "\(counted) by \(layer.noun.singular)\(of). Dark areas have many incidents, not a high "
      + "rate: areas differ in size and in the people in them."
  }

  /// The caption of the first table.
  var busiest: String {
    let count = shown == 1 ? "The busiest" : "The \(CountWords.lower(shown)) busiest"
    let noun = shown == 1 ? layer.noun.singular : layer.noun.plural
    return "\(count) \(noun)" + (choice.map { ": \($0.name)" } ?? "")
      + (isNumbered ? ", numbered as on the map" : "")
  }

  /// The caption of the table of all areas.
  var all: String {
    let subject =
      layer.listed < layer.areas.count
      ? "The \(NumberWords.grouped(layer.listed)) busiest \(layer.noun.plural)"
      : "All \(layer.noun.plural), the busiest first"
    return subject + (choice.map { ": \($0.name)" } ?? "")
  }

  /// What opens the table of all areas.
  var rest: String {
    let count = NumberWords.grouped(layer.areas.count)
    return layer.listed < layer.areas.count
      ? "The \(NumberWords.grouped(layer.listed)) busiest of \(count) \(layer.noun.plural)"
      : "All \(count) \(layer.noun.plural)"
  }

  /// What is said beside the switch: what was chosen, and what is not of it.
  var said: String {
    guard let choice else { return "" }
    let total = choice.values.reduce(0, +)
    let left =
      CrimeSplit(layer.categories) == nil
      ? "" : " The columns Crime and Anti-social behaviour are of all incidents and left out."
    return "\(choice.name): \(layer.words(total)) \(layer.noun(for: total)). This map and these "
      + "tables are of them; the rest of the page is of all incidents.\(left)"
  }
}
