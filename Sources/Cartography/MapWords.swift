import Statistics

/// The words of a map's furniture, made from its numbers.
struct MapWords {
  let areas: MappedAreas
  let classes: MapClasses
  let description: MapDescription
  /// Whether the map shows only part of the layer.
  let isPart: Bool

  /// The furniture of the page, laid out once the page is known.
  var furniture: MapLayout.Furniture {
    let (rows, summary, notes) = (tableRows, tableSummary, notes)
    let hasBadges = areas.values.count > MapComposition.namedAreas
    return MapLayout.Furniture(
      header: { scale in
        Header(
          title: description.title, subtitle: description.subtitle, marking: description.marking,
          scale: scale)
      },
      legend: { scale in
        Legend(
          heading: description.legendHeading ?? description.value.heading,
          placeNoun: description.placeNoun, rows: classes.legendRows,
          scale: scale)
      },
      table: { scale, limit in
        BusiestTable(
          heading:
            "\(description.value.kind == .count ? "Busiest" : "Highest") \(description.placeNoun)",
          valueLabel: description.value.label, rows: Array(rows.prefix(limit)),
          summary: summary(min(limit, rows.count)), hasBadges: hasBadges, scale: scale)
      },
      footer: { scale in Footer(notes: notes, marking: description.marking, scale: scale) })
  }

  /// The sum of all values.
  private var total: Double { areas.present.reduce(0, +) }

  private var tableRows: [BusiestTable.Row] {
    areas.ranked.top(MapLayout.tableRows).map { entry in
      BusiestTable.Row(
        rank: entry.rank, name: areas.names[entry.row],
        code: areas.codes[entry.row] == areas.names[entry.row] ? nil : areas.codes[entry.row],
        value: areas.text(entry.value),
        share: description.value.kind == .count ? NumberWords.percent(entry.value / total) : nil)
    }
  }

  /// Returns the sentence below so many rows of the table.
  private func tableSummary(rows: Int) -> String {
    let count = areas.values.count
    let label = description.value.label
    guard description.value.kind == .count else {
      return rows > 0 ? "" : "No area has a value above zero."
    }
    guard rows > 0 else { return "No \(label) in \(MapWords.areaCount(count))." }
    let shown = areas.ranked.top(rows)
    let share = NumberWords.percent(shown.reduce(0) { $0 + $1.value } / total)
    let whole = "\(areas.text(total)) \(label)"
    if shown.count == count { return "\(whole) in \(MapWords.areaCount(count))." }
    let subject = rows == 1 ? "The busiest of" : "These \(rows) of"
    let verb = rows == 1 ? "holds" : "hold"
    return "\(subject) \(MapWords.areaCount(count)) \(verb) \(share) of \(whole)."
  }

  private var tableSummary: (Int) -> String { { tableSummary(rows: $0) } }

  private var notes: [String] {
    var notes = description.source.map { ["Source: \($0)"] } ?? []
    notes += description.reconciliation.map { "Rows: \($0)" }
    notes += description.projection.map { ["Projection: \($0)"] } ?? []
    notes += description.method.map { ["Method: \($0)"] } ?? []
    notes.append(description.classNote ?? classes.note)
    if isPart {
      notes.append(
        "Extent: most areas have none, so the map shows the part that holds at least 99% of the "
          + "whole; legend and table are about all areas.")
    }
    return notes
  }

  /// Returns what is seen on a map, for those who do not see it.
  static func summary(of areas: MappedAreas, description: MapDescription) -> String {
    var text = "Map of \(areaCount(areas.values.count)) coloured by \(description.value.label)"
    if !description.subtitle.isEmpty { text += ", \(description.subtitle)" }
    let top = areas.ranked.top(3)
    guard !top.isEmpty else { return text + ". No area has a value above zero." }
    let list = top.map { "\(areas.names[$0.row]) (\(areas.text($0.value)))" }
    return text + ". Highest: " + list.joined(separator: ", ") + "."
  }

  private static func areaCount(_ count: Int) -> String {
    "\(NumberWords.grouped(count)) \(count == 1 ? "area" : "areas")"
  }
}
