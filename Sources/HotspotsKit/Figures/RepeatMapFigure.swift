import Assignment
import Boundaries
package import Cartography
import Geometry
import HotspotAnalysis
public import Interchange
import Projections

/// The map of those to whom, or the places where, incidents happened again, sized by their incidents.
///
///     let repeats = try await study.run(RepeatUnits(within: 25))
///     try RepeatMapFigure(repeats).write(to: "repeats.svg")
///
/// Of more than 1,500 the first by rank are drawn, and the map says so.
/// Areas of the study, if it has some, are outlined.
public struct RepeatMapFigure: Sendable {
  /// What is drawn; it has positions.
  public var result: RepeatUnits.Result
  /// The title; `nil` for one that names what repeats.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The page, and the backdrop below the circles.
  public var look = MapLook()

  /// Creates a map with a default title on A4.
  public init(_ result: RepeatUnits.Result) { self.result = result }

  /// Returns the map as an SVG document in UTF-8.
  public func svg() -> [UInt8] { map().svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - page: The page; that of the look if `nil`.
  ///   - identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The map.
  package func map(page: Page? = nil, identifierPrefix: String = "") -> RepeatMap {
    let reading = result.reading
    var description = MapDescription(
      title: title ?? result.title, subtitle: reading.subtitle(),
      value: MapValue(
        column: "incidents", label: "incidents of each", shortLabel: "incidents", kind: .count))
    description.placeNoun = result.method.sides == [.location] ? "locations" : "units"
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    description = look.applied(to: description)
    let units = result.circles(limit: RepeatMap.circleLimit)
    return RepeatMap(
      of: units, bands: result.repeatedBands, mark: result.triggerKey,
      areas: reading.input?.boundaries.layers[0].outlines,
      summary: ([result.answers.first].compactMap(\.self) + [result.drawnWords(units.count)])
        .compactMap(\.self).map { "\($0)." }.joined(separator: " "),
      notes: notes(of: description),
      description: description, page: page ?? look.page)
  }

  /// What the foot says; on a page, which says so itself, without where the data comes from.
  private func notes(of description: MapDescription) -> [String] {
    let reading = result.reading
    var notes: [String] = []
    if description.standsAlone { notes.append("Source: \(look.source(reading.sourceNames))") }
    notes.append("Rows: \(ReconciliationWords.sentence(for: reading.reconciliations[0]))")
    if description.standsAlone {
      if let line = reading.input?.plan.projection.summary.line {
        notes.append("Projection: \(line)")
      }
      if let moved = reading.likeness.sourcePositions { notes.append("Positions: \(moved.words).") }
    }
    return notes + [
      "Method: \(result.methodWords)",
      "Circles are in proportion to incidents by their area, and as dark as their band.",
    ]
  }
}

extension RepeatUnits.Result {
  /// The bands of two incidents and more, which circles are coloured by.
  fileprivate var repeatedBands: [RepeatMap.Key] {
    let bands = distribution.bands
    return shownBands.map { band in
      let count = tally.ranked.count { bands.band(of: tally.incidents[Int($0)]) == band }
      return RepeatMap.Key(label: "\(bands.names[band]) incidents", count: count)
    }
  }

  /// The positions of these bands among all.
  private var shownBands: [Int] {
    let first = distribution.bands.band(of: 2)
    return Array(first..<distribution.bands.lowest.count)
  }

  fileprivate var triggerKey: RepeatMap.Key? {
    guard let trigger = method.trigger, let triggered else { return nil }
    return RepeatMap.Key(label: "met \(trigger.words)", count: triggered.units)
  }

  fileprivate func drawnWords(_ drawn: Int) -> String? {
    let all = repeatedCount
    guard drawn < all else { return nil }
    return
      "Drawn are \(NumberWords.grouped(drawn)) of \(NumberWords.grouped(all)), the first by rank"
  }

  /// Returns what the list calls a place: its commonest name, behind one that names a kind of place only
  /// the square that it lies in; `nil` without a name.
  private func listName(_ place: RepeatDetails.Place) -> String? {
    guard let name = place.name else { return nil }
    let spoken = LocationName.spoken(name)
    guard LocationName.isKindOfPlace(name), crs == OrdnanceSurveyGridReference.crs,
      let square = place.location.flatMap({ OrdnanceSurveyGridReference(of: point($0)) })
    else { return spoken }
    return "\(spoken), \(square)"
  }

  /// The circles of the first units of the list that have a position.
  fileprivate func circles(limit: Int) -> [RepeatMap.Unit] {
    let units = Array(listed.prefix(limit))
    let places = RepeatDetails(of: units, in: tally).places
    let first = shownBands[0]
    let total = distribution.all.incidents
    return zip(units, places).enumerated().compactMap { place, unit in
      let (number, known) = (Int(unit.0), unit.1)
      guard let location = known.location else { return nil }
      let incidents = tally.incidents[number]
      let name = listName(known) ?? self.name(of: number, rank: place + 1)
      return RepeatMap.Unit(
        name: name, incidents: incidents,
        share: NumberWords.percent(Double(incidents) / Double(total)),
        position: point(location), band: distribution.bands.band(of: incidents) - first,
        isMarked: !tally.met.isEmpty && tally.met[number] != .max)
    }
  }
}
