import Statistics

/// The words of a map's furniture, made from its numbers.
struct MapWords {
  let areas: MappedAreas
  let classes: MapClasses
  /// What is listed in place of the highest areas.
  let hotspots: HotspotMarks?
  let description: MapDescription
  /// Whether the map shows only part of the layer.
  let isPart: Bool
  /// Whether the values are a part of others, which the extent was chosen for.
  var isView = false
  /// How many areas can be pointed at, where the others are drawn as one; `nil` if all can.
  var pointedAreas: Int?

  /// The furniture of the page, laid out once the page is known.
  var furniture: MapLayout.Furniture {
    let (heading, summary, notes) = (tableHeading, tableSummary, notes)
    let (hasBadges, listsBothSides) = (isNumbered, listsBothSides)
    return MapLayout.Furniture(description, legendRows: classes.legendRows, notes: notes) {
      scale, limit in
      let rows = tableRows(limit)
      return BusiestTable(
        heading: heading, valueLabel: hotspots?.valueLabel ?? description.value.shortLabel,
        rows: rows, summary: summary(rows.count), hasBadges: hasBadges,
        shareLabel: listsBothSides ? "evidence" : "share", scale: scale)
    }
  }

  /// Whether the map numbers what it lists; few areas are named instead.
  var isNumbered: Bool { hotspots != nil || areas.values.count > MapComposition.namedAreas }

  /// The sum of all values.
  private var total: Double { areas.present.reduce(0, +) }

  /// What the list beside the map is of.
  var tableHeading: String {
    if hotspots != nil { return "Hotspots" }
    if let key = classes.key { return key.listHeading }
    return "\(description.value.kind == .count ? "Busiest" : "Highest") \(description.placeNoun)"
  }

  /// Whether the list has the largest differences either way.
  private var listsBothSides: Bool { classes.key?.listsBothSides ?? false }

  private func tableRows(_ limit: Int) -> [BusiestTable.Row] {
    if let hotspots { return Array(hotspots.rows.prefix(limit)) }
    return areas.listed.top(limit).enumerated().map { place, entry in
      let rank = "\(entry.rank)\(entry.isTied ? "=" : "")"
      return BusiestTable.Row(
        number: isNumbered || listsBothSides ? "\(place + 1)" : rank,
        name: areas.names[entry.row],
        code: areas.codes[entry.row] == areas.names[entry.row] ? nil : areas.codes[entry.row],
        longNames: description.listNames.isEmpty ? [] : description.listNames[entry.row],
        value: listsBothSides ? areas.signedText(entry.value) : areas.text(entry.value),
        share: listsBothSides
          ? (isListed(entry.row) ? "yes" : "–")
          : description.value.kind == .count ? NumberWords.percent(entry.value / total) : nil)
    }
  }

  /// Whether a place is in one of the classes that the key lists.
  private func isListed(_ row: Int) -> Bool {
    classes.classOfArea[row].map { classes.key?.listed.contains($0) ?? false } ?? false
  }

  /// Returns the sentence below so many rows of the table.
  private func tableSummary(rows: Int) -> String {
    if let hotspots { return hotspots.summary(rows: rows) }
    if let key = classes.key { return listSummary(key, rows: rows) }
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

  /// Returns the sentence below a list of significant places.
  private func listSummary(_ key: SignificanceKey, rows: Int) -> String {
    if key.listsBothSides {
      let count = areas.values.indices.count(where: isListed)
      return count == 0
        ? key.noneListed
        : "There is evidence of change in \(NumberWords.grouped(count)) of "
          + "\(Self.areaCount(areas.values.count)), hatched on the map."
    }
    let count = areas.listed.entries.count
    if count == 0 { return key.noneListed }
    return rows < count ? "The \(rows) surest of \(NumberWords.grouped(count))." : ""
  }

  private var tableSummary: (Int) -> String { { tableSummary(rows: $0) } }

  private var notes: [String] {
    let isAlone = description.standsAlone
    var notes = isAlone ? description.source.map { ["Source: \($0)"] } ?? [] : []
    notes += description.reconciliation.map { "Rows: \($0)" }
    if isAlone {
      notes += description.projection.map { ["Projection: \($0)"] } ?? []
      notes += description.positions.map { ["Positions: \($0)."] } ?? []
    }
    notes += description.method.map { ["Method: \($0)"] } ?? []
    notes.append(description.classNote ?? classes.note)
    if let pointedAreas {
      notes.append(
        "Drawing: the \(NumberWords.grouped(pointedAreas)) highest \(description.placeNoun) can be "
          + "pointed at; the others of a class are drawn as one.")
    }
    if isPart {
      notes.append(
        isView
          ? "Extent: the part that holds at least 99% of all categories; legend and table are about "
            + "all areas."
          : "Extent: most areas have none, so the map shows the part that holds at least 99% of the "
            + "whole; legend and table are about all areas.")
    }
    return notes + (isAlone ? CreditWords.notes(description.credits) : [])
  }

  /// What is seen on the map, for those who do not see it.
  var pictureSummary: String {
    var text = "Map of \(Self.areaCount(areas.values.count)) coloured by \(description.value.label)"
    if !description.subtitle.isEmpty { text += ", \(description.subtitle)" }
    let top: [(name: String, value: String)] =
      hotspots?.list.prefix(3).map { ($0.name, $0.incidents) }
      ?? areas.listed.top(listsBothSides ? 4 : 3).map {
        (areas.names[$0.row], listsBothSides ? areas.signedText($0.value) : areas.text($0.value))
      }
    guard !top.isEmpty else {
      let none = classes.key?.noneListed ?? "No area has a value above zero."
      return "\(text). \(hotspots?.summary ?? none)"
    }
    let heading = classes.key == nil ? "Highest" : tableHeading
    let list = top.map { "\($0.name) (\($0.value))" }
    return "\(text). \(heading): \(list.joined(separator: ", "))."
  }

  private static func areaCount(_ count: Int) -> String {
    "\(NumberWords.grouped(count)) \(count == 1 ? "area" : "areas")"
  }
}
