import Assignment
import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import Incidents
import Interchange
import Projections
import Tasking

extension PackWriter {
  /// Returns the page of a map to explore.
  ///
  /// - Parameter contents: What it is made from.
  /// - Returns: The page.
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func explorePage(_ contents: ExploreContents) throws -> [UInt8] {
    let pack = result.pack
    let title = pack.title ?? pack.place ?? "Map to explore"
    let subtitle = [pack.placeBesideTitle, result.areas.period.words, selection]
    let incidents = try exploreColumns(of: contents)
    let surfaces = ExploreSurfaces(self)
    let boundaries = result.areas.input.boundaries
    let months = incidents.months
    let categories = incidents.categories
    let box = ExploreGathering.ground(of: boundaries)
    let ground = (0..<boundaries.layers[0].outlines.areaCount)
      .reduce(0) { $0 + boundaries.layers[0].outlines.area(of: $1) }
    var members: [JSONValue.Member] = [
      .init("title", .text(title)),
      .init("subtitle", .text(subtitle.compactMap(\.self).joined(separator: "; "))),
      .init("marking", .optional(pack.marking)), .init("credit", .text(exploreCredits)),
      .init("epsg", .optional(Self.number(of: boundaries.crs))),
      .init(
        "box",
        .array([box.minX, box.minY, box.maxX, box.maxY].map(JSONValue.real))),
      .init("squareKilometres", .real(ground / 1e6)),
      .init(
        "categories",
        .array(categories.map { .text($0.isEmpty ? "not recorded" : $0) })),
      .init("categoryKeys", .array(categories.map(JSONValue.text))),
      .init(
        "months",
        .object([.init("first", .integer(months.first)), .init("count", .integer(months.count))])),
      .init("streets", .array(incidents.streets.map { .text($0.name) })),
      .init("kinds", ExploreNumbers.steps(incidents.streets.map { $0.isKind ? 1 : 0 })),
      .init("clock", try clock(of: incidents)), .init("kept", keptHours),
      .init("layers", try surfaces.layers()), .init("surfaces", surfaces.surfaces),
      .init("hotspots", surfaces.hotspots), .init("backdrops", surfaces.backdrops),
      .init("places", incidents.placesJSON),
      .init("incidents", incidents.json(ofSet: 0) ?? .null),
      .init("earlier", earlier(of: incidents)),
      .init("noEarlier", .optional(noEarlier(contents))),
      .init("isCells", .boolean(contents.isOfCells)),
      .init("cellsNote", .optional((incidents as? ExploreCells)?.note)),
      .init("sentences", .array(exploreSentences(contents).map(JSONValue.text))),
    ]
    if let words = pack.queryWords { members.append(.init("words", words.json)) }
    var buffer = ByteBuffer()
    JSONValue.object(members).write(to: &buffer)
    return ExplorePage(
      title: title, data: Array(buffer.bytes), software: contents.software,
      marking: pack.marking
    ).html()
  }

  /// Returns the incidents one by one, or of too many the sums of cells.
  private func exploreColumns(of contents: ExploreContents) throws -> any ExploreColumns {
    let hasTimes = result.hours != nil
    if contents.isOfCells {
      return ExploreCells(
        contents.now, rules: hasTimes ? try result.areas.reading.options.filter.rules() : nil,
        on: ExploreGathering.ground(of: result.areas.input.boundaries))
    }
    return ExploreIncidents(contents.now, earlier: contents.earlier, hasTimes: hasTimes)
  }

  /// Why a map has no incidents of an earlier period; `nil` if it has.
  private func noEarlier(_ contents: ExploreContents) -> String? {
    if contents.earlier != nil { return nil }
    if let earlier = result.comparison.earlier.first {
      return "\(earlier.name) is not held in a map of so many incidents"
    }
    return result.absences.first { $0.path == "change" }.map { $0.reason.description }
  }

  /// The earlier period, if its incidents are held one by one.
  private func earlier(of incidents: any ExploreColumns) -> JSONValue {
    guard case .object(let columns)? = incidents.json(ofSet: 1),
      let earlier = result.comparison.earlier.first, let days = result.comparison.days
    else { return .null }
    let monthsBefore = Self.months(days.first) - Self.months(earlier.days.first)
    return .object(
      columns + [
        .init("name", .text(earlier.name)), .init("period", .text(earlier.days.words)),
        .init("first", .integer(incidents.earlierFirstMonth)),
        .init("monthsBefore", .integer(monthsBefore)),
      ])
  }

  /// Returns the month of a day, counted from the year 0.
  private static func months(_ day: CivilDate) -> Int { day.parts.year * 12 + day.parts.month - 1 }

  /// The hours that the whole pack keeps; null for all.
  private var keptHours: JSONValue {
    guard let hours = result.areas.reading.options.filter.hours else { return .null }
    let from = hours.hours?.from ?? hours.dayStart
    let length = hours.hours?.length ?? 24
    return .object([
      .init("from", .integer(from)), .init("to", .integer((from + length) % 24)),
      .init("days", .array((hours.days ?? Array(0..<7)).map(JSONValue.integer))),
    ])
  }

  /// When the clock changes while incidents happen.
  private func clock(of incidents: any ExploreColumns) throws -> JSONValue {
    let rules = try result.areas.reading.options.filter.rules()
    var (starts, offsets): ([Int], [Int]) = ([], [])
    var instant = incidents.epoch
    repeat {
      let period = rules.period(at: instant)
      starts.append(Int(starts.isEmpty ? instant : period.start))
      offsets.append(Int(period.offset))
      instant = period.end
    } while instant <= incidents.latest
    return .object([
      .init("epoch", .integer(Int(incidents.epoch))),
      .init("dayStart", .integer(result.pack.hours.dayStart)),
      .init("starts", .array(starts.map(JSONValue.integer))),
      .init("offsets", .array(offsets.map(JSONValue.integer))),
    ])
  }

  /// The credits of the data and of what moves the map.
  private var exploreCredits: String {
    (result.pack.credits + [sourceCredit]).joined(separator: " ")
  }

  private var sourceCredit: String {
    "Source: \(result.look.source(result.areas.reading.sourceNames)). Map: Leaflet, © 2010–2019 Vladimir Agafonkin, "
      + "© 2010–2011 CloudMade."
  }

  /// What became of all rows, and by which rules the map answers.
  private func exploreSentences(_ contents: ExploreContents) -> [String] {
    let areas = result.areas
    let around = contents.now.areas.isEmpty ? 0 : contents.now.areas[0].count { $0 < 0 }
    let system = areas.input.boundaries.crsName
    let projection = areas.input.plan.projection.summary.line
    let held = "\(NumberWords.grouped(around)) \(around == 1 ? "incident" : "incidents")"
    var sentences = [
      "\(ReconciliationWords.sentence(for: areas.reconciliations[0])).",
      "Without a line this map counts the incidents of the study area. A line takes in whatever lies "
        + "inside it or on it: the file also holds \(held) around the study area, and a line ends at "
        + "the edge of the map.",
      "Coordinates are of \(system). \(projection).",
      "A circle is a line of 180 sides.",
    ]
    if result.hours != nil {
      sentences.append(
        "Hours are those of the clock in \(areas.reading.options.filter.timeZone). With hours, each incident "
          + "counts with the part of the time between its start and end that lies in them; incidents without "
          + "a time of day are left out.")
    }
    if !contents.now.streetNames.isEmpty {
      sentences.append(
        "Streets that fewer than \(ExploreIncidents.fewestNamed) incidents name are not listed.")
    }
    return sentences
  }

  /// Returns the number of a system of EPSG; `nil` for others.
  private static func number(of crs: String) -> String? {
    let prefix = "EPSG:"
    return crs.hasPrefix(prefix) ? String(crs.dropFirst(prefix.count)) : nil
  }
}
