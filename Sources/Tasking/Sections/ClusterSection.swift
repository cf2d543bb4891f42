import Cartography

/// Where more than chance: the areas that stand out together with their neighbours.
struct ClusterSection: PackSection {
  let clusters: PackClusters
  let layer: PackLayer
  /// How many stand out, in a sentence; `nil` if it is said otherwise.
  var sentence: String?

  let identifier = "significance"
  let heading = "Statistically significant areas"

  func write(to page: inout HTMLWriter) {
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of hot and cold spots by \(clusters.noun.singular)",
      ])
    page.markup(clusters.map)
    page.close("div")
    page.element(
      "figcaption", [:],
      "Red: \(clusters.noun.indefinite) and its neighbours together have significantly more "
        + "incidents than chance alone explains. Blue: significantly fewer. The colour shows how "
        + "certain this is, not how many incidents there are. The test treats incidents as "
        + "independent, so repeat victims and sprees stand out too."
        + (clusters.showsHotspots && !clusters.hot.isEmpty
          ? " The outlines and numbers are those of the hotspots." : ""))
    page.close("figure")
    for warning in clusters.warnings {
      page.element("p", ["class": "warning"], "Read with care: \(warning).")
    }
    if clusters.hot.isEmpty {
      page.element(
        "p", [:],
        "No \(clusters.noun.singular) is significantly busier than chance explains, at the 95% level "
          + "and allowing for the \(NumberWords.grouped(clusters.tested)) tested.")
      return
    }
    if clusters.areCells && clusters.showsHotspots {
      // Of cells that join, one is as good as the next, and some hold no incident themselves.
      return page.element("p", [:], joinedWords)
    }
    if let sentence { page.element("p", [:], sentence) }
    HTMLTable(
      identifier: "hot", caption: caption,
      columns: [
        .init(heading: clusters.noun.heading),
        .init(heading: layer.isWeighted ? "Incidents (estimated)" : "Incidents", isNumeric: true),
        .init(heading: "Standard score", isNumeric: true),
        .init(heading: "Adjusted p-value", isNumeric: true),
      ],
      rows: clusters.hot.prefix(AreaSection.busiest).map { area in
        HTMLTable.Row(
          cells: [
            .init((area.number.map { "\($0). " } ?? "") + area.name),
            .init(layer.words(area.incidents), value: area.incidents),
            .init(NumberWords.decimal(area.z, places: 1), value: area.z),
            .init(Self.words(ofChance: area.adjustedP), value: area.adjustedP),
          ], shape: clusters.shape(of: area))
      }
    ).write(to: &page)
  }

  /// What became of the cells that stand out.
  private var joinedWords: String {
    let (count, tested) = (clusters.hot.count, NumberWords.grouped(clusters.tested))
    return "\(CountWords.upper(count)) of \(tested) \(clusters.noun.plural) "
      + (count == 1
        ? "is significantly busy."
        : "are significantly busy; those that share a side form one hotspot.")
  }

  private var caption: String {
    countWords + (clusters.hot.contains { $0.number != nil } ? ", numbered as on the map" : "")
  }

  private var countWords: String {
    let shown = min(clusters.hot.count, AreaSection.busiest)
    if shown == clusters.hot.count {
      return shown == 1
        ? "The significantly busy \(clusters.noun.singular)"
        : "The \(CountWords.lower(shown)) significantly busy \(clusters.noun.plural)"
    }
    return "The \(CountWords.lower(shown)) most significant of "
      + "\(NumberWords.grouped(clusters.hot.count)) significantly busy \(clusters.noun.plural)"
  }

  /// Returns a probability in words.
  static func words(ofChance p: Double) -> String {
    p < 0.001 ? "<0.1%" : NumberWords.percent(p)
  }
}
