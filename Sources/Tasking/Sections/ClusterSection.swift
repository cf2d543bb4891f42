import Cartography

/// Where more than chance: the areas that stand out together with their neighbours.
struct ClusterSection: PackSection {
  let clusters: PackClusters
  let layer: PackLayer

  let identifier = "significance"
  let heading = "Where: more than chance"

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
      "Red where \(clusters.noun.indefinite) and its neighbours together have more incidents than "
        + "chance would gather, blue where fewer. The colour says how sure that is, not how many. "
        + "Chance takes incidents as independent: repeat victims and sprees stand out too."
        + (clusters.showsHotspots && !clusters.hot.isEmpty
          ? " The outlines and numbers are those of the hotspots." : ""))
    page.close("figure")
    for warning in clusters.warnings {
      page.element("p", ["class": "warning"], "Read with care: \(warning).")
    }
    if clusters.hot.isEmpty {
      page.element(
        "p", [:],
        "No \(clusters.noun.singular) stands out as busier than chance would have it, at 95% and after "
          + "allowing for the \(NumberWords.grouped(clusters.tested)) that were looked at.")
      return
    }
    if clusters.areCells && clusters.showsHotspots {
      // Of cells that join, one is as good as the next, and some hold no incident themselves.
      return page.element("p", [:], joinedWords)
    }
    HTMLTable(
      identifier: "hot", caption: caption,
      columns: [
        .init(heading: clusters.noun.heading),
        .init(heading: layer.isWeighted ? "Expected incidents" : "Incidents", isNumeric: true),
        .init(heading: "Standard score", isNumeric: true),
        .init(heading: "Chance, adjusted", isNumeric: true),
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
        ? "stands out as busier."
        : "stand out as busier; where they share a side they are one hotspot.")
  }

  private var caption: String {
    countWords + (clusters.hot.contains { $0.number != nil } ? ", numbered as on the map" : "")
  }

  private var countWords: String {
    let shown = min(clusters.hot.count, AreaSection.busiest)
    if shown == clusters.hot.count {
      return shown == 1
        ? "The \(clusters.noun.singular) that stands out as busier"
        : "The \(CountWords.lower(shown)) \(clusters.noun.plural) that stand out as busier"
    }
    return "The \(CountWords.lower(shown)) surest of \(NumberWords.grouped(clusters.hot.count)) "
      + "\(clusters.noun.plural) that stand out as busier"
  }

  /// Returns a probability in words.
  static func words(ofChance p: Double) -> String {
    p < 0.001 ? "<0.1%" : NumberWords.percent(p)
  }
}
