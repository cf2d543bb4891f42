package import Boundaries
package import Cartography
package import HotspotAnalysis
package import Interchange
package import Tables
import Tasking

/// What maps, messages, manifests and tables say of a list of hotspots.
package struct HotspotWords: Sendable {
  /// The places that join to hotspots where they are significant.
  package struct Places: Sendable {
    /// One of them: `area`, `cell`, `LSOA`.
    package var singular: String
    /// Several.
    package var plural: String
    /// Several with what tells them from others: `square cells of 50 m`; `nil` if no more is to be
    /// said.
    package var described: String?
    /// Their codes; `nil` for cells.
    package var codes: [String]?

    /// Describes places.
    package init(
      singular: String, plural: String, described: String? = nil, codes: [String]? = nil
    ) {
      (self.singular, self.plural) = (singular, plural)
      (self.described, self.codes) = (described, codes)
    }

    /// Cells, of a surface or a grid.
    package static let cells = Places(singular: "cell", plural: "cells")

    /// The areas of a layer.
    package static func areas(of layer: BoundaryLayer) -> Places {
      Places(singular: "area", plural: "areas", codes: layer.codes)
    }
  }

  /// The list.
  package let list: HotspotList
  /// The coordinate system of the hotspots.
  package let crs: String
  /// What joins to hotspots.
  package let places: Places
  /// The surface of which they are the densest places; `nil` if they are significant ones.
  package var surface: HotspotSurfaceWords?

  /// What is added up in them.
  package var noun: String

  /// Speaks of a list.
  package init(
    list: HotspotList, crs: String, places: Places, surface: HotspotSurfaceWords? = nil,
    noun: String = "incidents"
  ) {
    (self.list, self.crs, self.places, self.surface) = (list, crs, places, surface)
    self.noun = noun
  }

  /// What makes ground a hotspot, as a sentence goes on after "a hotspot is".
  package var rule: String {
    switch list.rule {
    case .densest(let share, let minimum, let largest):
      "where the densest cells, which hold \(NumberWords.decimal(share * 100, places: 0))% of the "
        + "surface, join over their sides and hold \(CountWords.lower(minimum)) incidents or more; a "
        + "patch over \(squareKilometres(largest)) is split by raising its level"
    case .significant:
      "where \(described) that are significantly high (95%, class 2 and above) join over their "
        + "sides, however few their incidents"
    }
  }

  /// What was done with patches that are too large to be walked; `nil` if there is none.
  package var split: String? {
    guard case .densest(_, _, let largest) = list.rule, list.split.patches > 0 else { return nil }
    let (patches, between) = (list.split.patches, list.split.incidentsBetween)
    let (noun, verb, whose) = patches == 1 ? ("patch", "is", "its") : ("patches", "are", "their")
    let count = "\(CountWords.lower(patches)) \(noun)"
    return "\(count) over \(squareKilometres(largest)) \(verb) split into denser parts; "
      + "\(NumberWords.grouped(between)) \(between == 1 ? "incident" : "incidents") between \(whose) "
      + "parts \(between == 1 ? "is" : "are") in none"
  }

  private func squareKilometres(_ area: Double) -> String {
    "\(NumberWords.decimal(area, places: NumberWords.places(of: area))) km²"
  }

  /// How many there are, and how many are listed.
  package var count: String {
    let found = list.qualifying == 0 ? "none" : NumberWords.grouped(list.qualifying)
    let listed =
      list.hotspots.count == list.qualifying
      ? "" : ", the first \(NumberWords.grouped(list.hotspots.count)) by \(noun) are listed"
    let tie = list.isCutThroughTie ? "; another has as many as the last" : ""
    return found + listed + tie
  }

  /// The share of all incidents above which one hotspot of significant places has run together.
  package static let largestShare = 0.25

  /// The first hotspot, where it is several significant places with much of all incidents.
  package var joined: Hotspot? {
    guard case .significant = list.rule else { return nil }
    return list.hotspots.first.flatMap {
      $0.share > Self.largestShare && $0.members.count > 2 ? $0 : nil
    }
  }

  /// That the first hotspot has run together; `nil` if it has not.
  package var finding: Finding? {
    joined.map { first in
      .joinedHotspot(
        first.members.count, of: places.plural, areCells: places.codes == nil, share: first.share)
    }
  }

  /// The places in sentences.
  private var described: String { places.described ?? places.plural }

  /// Returns what lists call a hotspot: its name and, where significant areas join, how many; a number
  /// of cells tells nobody more than its ground does.
  package func name(of hotspot: Hotspot) -> String {
    let name = hotspot.name(crs: crs)
    guard case .significant = list.rule, places.codes != nil else { return name }
    let count = hotspot.members.count
    return "\(name) (\(NumberWords.grouped(count)) \(count == 1 ? places.singular : places.plural))"
  }

  /// What they hold together, in a sentence for a map.
  package var summary: String {
    let listed = list.hotspots
    guard !listed.isEmpty else {
      switch list.rule {
      case .densest(_, let minimum, _):
        return "No place holds \(CountWords.lower(minimum)) incidents or more."
      case .significant:
        return "No hotspot: none of the \(described) is significantly high (95%)."
      }
    }
    let share = NumberWords.percent(listed.reduce(0) { $0 + $1.share })
    let area = NumberWords.decimal(listed.reduce(0) { $0 + $1.squareKilometres }, places: 2)
    let what =
      switch list.rule {
      case .densest(_, let minimum, _):
        "The densest cells\(ownSurface) where they join, with \(CountWords.lower(minimum)) incidents or "
          + "more"
      case .significant:
        "\(described.prefix(1).uppercased())\(described.dropFirst()) that are significantly "
          + "high (95%), where they join"
      }
    return "\(what): \(share) of the \(noun) on \(area) km²."
  }

  /// The surface of their own, as words go on after "the densest cells".
  private var ownSurface: String {
    surface.flatMap { $0.isOwn ? " of a surface of their own (\($0.measures))" : nil } ?? ""
  }

  /// What maps draw of them.
  ///
  /// - Parameter valueLabel: What is counted in them.
  /// - Returns: The outlines and the list.
  package func marks(valueLabel: String) -> HotspotMarks {
    HotspotMarks(
      list: list.hotspots.map { hotspot in
        IsoplethMap.Hotspot(
          name: name(of: hotspot) + count(beside: hotspot),
          incidents: NumberWords.decimal(hotspot.amount, places: isWhole ? 0 : 1),
          share: NumberWords.percent(hotspot.share), peak: hotspot.peak)
      }, outlines: list.outlines, valueLabel: valueLabel, summary: summary)
  }

  /// Whether what hotspots hold is written without decimals.
  private var isWhole: Bool {
    !list.isWeighted || list.hotspots.allSatisfy { $0.amount == $0.amount.rounded() }
  }

  /// Returns how many incidents a hotspot holds, where something else is added up.
  private func count(beside hotspot: Hotspot) -> String {
    noun == "incidents"
      ? ""
      : " (\(NumberWords.grouped(hotspot.incidents)) "
        + "\(hotspot.incidents == 1 ? "incident" : "incidents"))"
  }

  /// Returns the hotspots with their outlines as files have them.
  ///
  /// - Parameter weightColumn: What the sum of the weights is called.
  /// - Returns: The table, one row for each.
  package func table(weightColumn: String) -> FeatureTable {
    list.featureTable(crs: crs, weightColumn: weightColumn, areaCodes: places.codes)
  }

  /// How many there are, what makes them, and what the first few are like.
  package var sentences: [String] {
    ["hotspots: \(count); a hotspot is \(rule)"]
      + (surface.map { ["hotspots: \($0.sentence)"] } ?? [])
      + (split.map { ["hotspots: \($0)"] } ?? [])
      + list.hotspots.prefix(3).enumerated().map { place, hotspot in
        "  \(sentence(of: hotspot, number: place + 1))"
      }
  }

  /// Returns a hotspot in a sentence, with its number on maps.
  func sentence(of hotspot: Hotspot, number: Int) -> String {
    var parts = [
      "\(NumberWords.grouped(hotspot.incidents)) incidents",
      "\(NumberWords.decimal(hotspot.concentrationRatio, places: 1)) times the average",
    ]
    if let hours = hotspot.profile.hours { parts.append("busiest \(hours.label)") }
    if let category = hotspot.profile.categories.first, !category.name.isEmpty {
      parts.append("\(category.name) \(NumberWords.percent(category.share))")
    }
    return "\(number). \(name(of: hotspot)): \(parts.joined(separator: ", "))"
  }

  /// How they were found and how many there are, for the manifest.
  package var json: JSONValue {
    let source: HotspotSource =
      switch list.rule {
      case .densest: .density
      case .significant: .clusters
      }
    var members: [JSONValue.Member] = [
      .init("from", .text(source.rawValue)), .init("rule", .text(rule)),
      .init("minimum_incidents", .integer(list.rule.minimumIncidents)),
      .init("found", .integer(list.qualifying)), .init("listed", .integer(list.hotspots.count)),
    ]
    if case .densest(_, _, let largest) = list.rule {
      members +=
        (surface?.json ?? []) + [
          .init("largest_km2", .real(largest)),
          .init("patches_split", .integer(list.split.patches)),
          .init("incidents_between_parts", .integer(list.split.incidentsBetween)),
        ]
    }
    return .object(members)
  }
}
