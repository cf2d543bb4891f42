/// A part of a pack: a file, or one for each layer of areas.
///
/// This is the one list of what a pack holds: the folder, the page, the manifest, the forecast and the
/// documentation are made from it. The raw value is the path inside the pack, of the first layer.
package enum PackPart: String, Sendable, CaseIterable {
  case page = "index.html"
  case areaFeatures = "areas.geojson"
  case areaTable = "areas.csv"
  case areaMap = "maps/<layer>.svg"
  case weightMap = "maps/<layer>-weight.svg"
  case rateMap = "maps/<layer>-rate.svg"
  case changeTable = "change.csv"
  case changeMap = "maps/change.svg"
  case monthTable = "months.csv"
  case monthChart = "maps/months.svg"
  case density = "density.geojson"
  case densityMap = "maps/density.svg"
  case hotspotFeatures = "hotspots.geojson"
  case hotspotTable = "hotspots.csv"
  case hotspotSheet = "hotspots/<n>.svg"
  case significanceMap = "maps/significance.svg"
  case hours = "hours.csv"
  case hourChart = "maps/hours.svg"
  case areaHourChart = "maps/hours-areas.svg"
  case geoPackage = "pack.gpkg"
  case workbook = "tables.xlsx"
  case explore = "explore.html"
  case manifest = "manifest.json"

  /// Whether there is one for each layer.
  package var isOfLayer: Bool {
    switch self {
    case .areaFeatures, .areaTable, .areaMap, .weightMap, .rateMap: true
    default: false
    }
  }

  /// What the data must tell for the part to be made; `nil` for a part that every pack has.
  package var finding: PackFinding? {
    switch self {
    case .page, .areaFeatures, .areaTable, .areaMap, .weightMap, .rateMap, .geoPackage, .explore,
      .manifest:
      nil
    case .changeTable, .changeMap: .change
    case .monthTable, .monthChart: .months
    case .density, .densityMap: .density
    case .hotspotFeatures, .hotspotTable, .hotspotSheet: .hotspots
    case .significanceMap: .significance
    case .hours, .hourChart: .hours
    case .areaHourChart: .areaHours
    case .workbook: .workbook
    }
  }

  /// The paths inside the pack: that of the first layer, and with `<layer>` that of the others where
  /// it differs.
  package var patterns: [String] {
    switch self {
    case .areaFeatures: [rawValue, "areas-<layer>.geojson"]
    case .areaTable: [rawValue, "areas-<layer>.csv"]
    default: [rawValue]
    }
  }

  /// Returns the path inside a pack.
  ///
  /// - Parameters:
  ///   - index: The position of the layer, for a part that there is one of for each.
  ///   - name: The name of the layer.
  /// - Returns: The path, which depends on neither for other parts.
  package func path(ofLayer index: Int, named name: String) -> String {
    let pattern = index == 0 ? patterns[0] : patterns[patterns.count - 1]
    return pattern.replacing("<layer>", with: name)
  }

  /// Returns the path of a part that there is one of for each hotspot.
  ///
  /// - Parameter number: The number of the hotspot, from 1.
  /// - Returns: The path inside a pack.
  package func path(ofHotspot number: Int) -> String {
    rawValue.replacing("<n>", with: "\(number)")
  }

  /// Returns what the part holds.
  ///
  /// - Parameter nouns: The words for what is counted and drawn.
  /// - Returns: A few words without a full stop.
  package func content(_ nouns: PackNouns) -> String {
    switch self {
    case .page: "headlines, maps, tables and methods on one page"
    case .areaFeatures: "\(nouns.areas) with their counts, for maps (WGS 84)"
    case .areaTable: "\(nouns.areas) with their counts, for spreadsheets"
    case .areaMap: "the map of \(nouns.areas), \(nouns.sheet)"
    case .weightMap: "the map of \(nouns.areas) by weight, \(nouns.sheet), if incidents are weighed"
    case .rateMap:
      "the map of \(nouns.areas) by incidents per resident, \(nouns.sheet), if a population is given"
    case .changeTable:
      "\(nouns.areas) in the period and in the one before, with what is evidence of change"
    case .changeMap:
      "the map of \(nouns.areas) by how their incidents a day changed, \(nouns.sheet)"
    case .monthTable: "incidents by month and category, up to the end of the period"
    case .monthChart: "the chart of incidents a day by month, a sheet of A4"
    case .density: "bands of the density of incidents, for maps (WGS 84)"
    case .densityMap: "the map of the density and the hotspots, \(nouns.sheet)"
    case .hotspotFeatures: "the hotspots with their numbers, for maps (WGS 84)"
    case .hotspotTable: "the hotspots with their numbers, for spreadsheets"
    case .hotspotSheet: "the close-up of a hotspot, a sheet of A4"
    case .significanceMap: "the map of \(nouns.units) that stand out, \(nouns.sheet)"
    case .hours: "incidents by hour and weekday"
    case .hourChart: "the chart of hours, a sheet of A4"
    case .areaHourChart: "the hours of the busiest \(nouns.areas), a sheet of A4"
    case .geoPackage: "all of it as layers with their styles, for QGIS and other GIS"
    case .workbook: "all tables, a sheet each, for spreadsheets"
    case .explore: "a map to move, with a line that answers, if asked for"
    case .manifest: "what was read, chosen, computed and written, with digests"
    }
  }

  /// The paths of all parts, as help lists them.
  package static var listing: String {
    let patterns = allCases.flatMap(\.patterns)
    return patterns.dropLast().joined(separator: ", ") + " and \(patterns[patterns.count - 1])"
  }

  /// All parts as the rows of a Markdown table: file, contents, when it is absent.
  package static var markdown: String {
    let rows = allCases.map { part in
      let paths = part.patterns.map { "`\($0)`" }.joined(separator: ", ")
      return "| \(paths) | \(part.content(PackNouns())) | \(part.finding?.absence ?? "") |"
    }
    return (["| file | contents | absent if |", "|---|---|---|"] + rows).joined(separator: "\n")
  }
}

/// Something that the data of a pack may or may not tell.
package enum PackFinding: Sendable, CaseIterable {
  case change, months, density, hotspots, significance, hours, areaHours, workbook

  /// When the data does not tell it.
  package var absence: String {
    switch self {
    case .change: "the period has no first day, or the files do not cover the one before it"
    case .months: "the files have no dates or one month only, or cannot be read again"
    case .density: "no incident lies in any area, or they do not spread both east and north"
    case .hotspots: "no place is dense, or significant, enough"
    case .significance: "the areas or cells do not differ in their incidents"
    case .hours: "the incidents have no time of day"
    case .areaHours: "fewer than two areas have incidents with a time of day"
    case .workbook: "a table has more rows or columns than a sheet holds"
    }
  }
}

/// The words for what a pack counts and draws.
package struct PackNouns: Sendable {
  /// The areas of the layer.
  package var areas: String
  /// The areas or cells that are compared with their neighbours.
  package var units: String
  /// What a map is: `a sheet of A4`.
  package var sheet: String

  /// Takes words that hold for every pack unless others are given.
  package init(
    areas: String = "areas", units: String = "areas or cells", sheet: String = "a sheet"
  ) {
    (self.areas, self.units, self.sheet) = (areas, units, sheet)
  }
}
