import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Projections
import Tables
import Tasking

/// What close-ups say.
extension PackCloseUps {
  /// Returns what is said of a hotspot.
  ///
  /// - Parameter place: Its position in the list.
  /// - Returns: The words and numbers.
  func contents(of place: Int) -> CloseUpContents {
    let (hotspot, closeUp) = (list.hotspots[place], result.closeUps[place])
    var contents = CloseUpContents(
      number: place + 1, name: words.name(of: hotspot), subtitle: reading.subtitle(),
      incidents: hotspot.amount, share: hotspot.share)
    contents.isWeighted = list.isWeighted
    contents.placeLines = placeLines(hotspot, closeUp)
    contents.facts = [
      .init(
        label: "Area", value: "\(NumberWords.decimal(hotspot.squareKilometres, places: 3)) km²"),
      .init(
        label: "Times the average",
        value: NumberWords.decimal(hotspot.concentrationRatio, places: 1)),
    ]
    describeStreets(closeUp.facts, of: hotspot, in: &contents)
    describeCategories(closeUp.facts, in: &contents)
    describeHours(closeUp.facts, of: hotspot, in: &contents)
    describeMonths(of: place, in: &contents)
    contents.changes = changes(of: place)
    contents.notes = notes(closeUp)
    contents.marking = result.pack.marking
    return contents
  }

  private func placeLines(_ hotspot: Hotspot, _ closeUp: HotspotCloseUp) -> [String] {
    var lines = closeUp.areas.enumerated().compactMap { layer, held -> String? in
      guard held.area >= 0 else { return nil }
      let (code, name) = (layers[layer].codes[held.area], layers[layer].names[held.area])
      let noun = result.noun(ofLayer: layer).heading
      let called = name.isEmpty || name == code ? code : "\(name) (\(code))"
      let share = NumberWords.percent(Double(held.incidents) / Double(hotspot.incidents))
      let part = held.incidents == hotspot.incidents ? "all" : "\(share) of"
      return "\(noun): \(called), \(part) its incidents"
    }
    if words.crs == OrdnanceSurveyGridReference.crs,
      let reference = OrdnanceSurveyGridReference(of: hotspot.peak)
    {
      lines.append("Grid reference: \(reference.description)")
    }
    return lines
  }

  private func describeStreets(
    _ facts: HotspotFacts, of hotspot: Hotspot, in contents: inout CloseUpContents
  ) {
    contents.streetHeading = "Leading streets and premises"
    contents.streets = facts.locations.map {
      .init(
        name: LocationName.spoken($0.name), incidents: Double($0.incidents),
        share: Double($0.incidents) / Double(hotspot.incidents))
    }
    guard !facts.locations.isEmpty else {
      contents.streetNote = "The data has no location names."
      return
    }
    var parts: [String] = []
    let others = facts.locationCount - facts.locations.count
    if others > 0 {
      parts.append(
        "\(CountWords.upper(others)) more \(others == 1 ? "name" : "names") hold the rest")
    }
    let unnamed = hotspot.incidents - facts.located
    if unnamed > 0 {
      parts.append(
        "\(NumberWords.grouped(unnamed)) \(unnamed == 1 ? "incident has" : "incidents have") no name"
      )
    }
    if facts.locations.contains(where: { LocationName.isKindOfPlace($0.name) }) {
      parts.append("Names that only say what kind of place it is come last")
    }
    if !parts.isEmpty { contents.streetNote = parts.joined(separator: ". ") + "." }
  }

  private func describeCategories(
    _ facts: HotspotFacts, in contents: inout CloseUpContents
  ) {
    contents.categories = facts.categories.map {
      .init(
        name: $0.name.isEmpty ? "Not recorded" : $0.name, share: $0.share,
        studyAreaShare: $0.studyAreaShare)
    }
    if facts.categories.isEmpty { contents.categoryNote = "The data has no categories." }
  }

  private func describeHours(
    _ facts: HotspotFacts, of hotspot: Hotspot, in contents: inout CloseUpContents
  ) {
    guard let hours = result.hours, facts.hours.incidents > 0 else {
      let why = result.reasons[.hours].map(result.pack.words) ?? "its incidents have no time of day"
      contents.hourNote = "No hours: \(why)."
      return
    }
    let kept = reading.options.filter.hours
    contents.hours = facts.hours.table(
      dayStart: hours.method.dayStart, within: kept?.weekly)
    guard let busiest = hotspot.profile.hours else { return }
    let length = CountWords.lower(busiest.shift.hours)
    contents.hourNote =
      "Busiest \(length) hours: \(busiest.label), "
      + "\(NumberWords.decimal(busiest.shift.expected, places: 1)) incidents "
      + "(\(NumberWords.percent(busiest.share)) of \(NumberWords.grouped(busiest.timed)) with a time; "
      + "\(EstimateWords.full))."
  }

  private func describeMonths(of place: Int, in contents: inout CloseUpContents) {
    guard let record = result.record else {
      if let absence = result.recordAbsence { contents.monthNote = "No months: \(absence)." }
      return
    }
    let history = record.histories[place]
    contents.months = zip(record.months, history.months).map { days, month in
      let label = days.words
      return CloseUpContents.Month(
        label: label, shortLabel: String(label.prefix(3)), incidents: month.incidents,
        isHeld: month.isHot)
    }
    let words = HistoryWords(history, months: record.months)
    contents.standing = .init(label: words.label, sentence: words.sentence)
    let undated = record.undated[place]
    let rest =
      undated == 0
      ? nil
      : "\(NumberWords.grouped(undated)) \(undated == 1 ? "incident has" : "incidents have") no date."
    contents.monthNote = [words.note, rest].compactMap(\.self).joined(separator: " ")
    if contents.monthNote?.isEmpty == true { contents.monthNote = nil }
  }

  private func changes(of place: Int) -> [String] {
    guard let record = result.record else { return [] }
    let history = PackChanges.history(of: result.comparison)
    let places = reading.options.filter.hours == nil ? 0 : 1
    return zip(result.comparison.earlier, record.changes[place]).map { earlier, amount in
      amount.sentence(against: earlier.name, earlier.days.words, history, places: places)
    }
  }

  private func notes(_ closeUp: HotspotCloseUp) -> [String] {
    let look = result.look
    var notes = [
      "Source: \(look.source(reading.sourceNames))",
      "Rows: \(ReconciliationWords.sentence(for: reading.reconciliations[0]))",
      "Projection: \(reading.requiredInput.plan.projection.summary.line)",
      "A hotspot is \(words.rule).",
    ]
    switch closeUp.incidents {
    case .surface: notes.append("Surface: \(surfaceWords(closeUp.scale)).")
    case .places: notes.append("Positions: \(Self.placeWords).")
    }
    if result.record != nil { notes.append(Self.monthRule) }
    if !result.comparison.earlier.isEmpty { notes.append(Self.changeCaution) }
    return notes + result.pack.credits
  }

  /// What makes a hotspot new, persistent or fading.
  static let monthRule =
    "Months: of the twelve calendar months to the period's end those that the data covers whole and in "
    + "which the study area has ten incidents or more. Persistent: in at least three quarters of them the "
    + "ground held at least twice its share by area. New: only in the last quarter of them. Fading: not in "
    + "the last quarter. Recurring: now and then. Under four months nothing is told."

  /// Why rises are likelier than falls.
  static let changeCaution =
    "Change: the ground was drawn where this period's incidents lie, so that earlier periods tend to have "
    + "fewer on it even if nothing changed."

  /// Returns how the surface of a close-up is made.
  func surfaceWords(_ scale: CloseUpScale) -> String {
    "\(result.pack.density.kernel.rawValue) kernel, bandwidth "
      + "\(NumberWords.length(scale.bandwidth)) m, cells of \(NumberWords.length(scale.cellSize)) m, "
      + "finer than that of the whole study area"
  }

  /// Why there is no surface where positions were moved.
  static let placeWords =
    "published positions are points of a fixed list, so that a surface would show the list; circles show "
    + "the incidents at each point"
}
