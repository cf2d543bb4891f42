import CommandLineKit
import HotspotsKit

extension QueryArea {
  private static let section = "Query area"

  /// The options of which one defines the query area.
  private static let uses: [OptionUse] = ["--within", "--bbox", "--area", "--near", "--line"]
  /// The rule of an option that needs a query area.
  static let isNeeded = OptionRule.needs(uses)

  /// The rule that one option alone defines the query area.
  private static func only(_ option: OptionUse) -> OptionRule {
    .excludes(uses.filter { $0 != option }, because: "a query has one query area")
  }

  static let withinOption = Option<String?>(
    "within", valueName: "FILE|WKT",
    help: """
      Inside the polygons of a GeoJSON file, Shapefile or GeoPackage, or of well-known text such \
      as 'POLYGON((-0.14 51.50, ...))'; the polygons need no codes
      """,
    section: section, role: .reads(["geojson", "json", "gpkg", "shp", "wkt"], or: .wellKnownText),
    rules: [only("--within")])
  static let boxOption = Option<String?>(
    "bbox", valueName: "WEST,SOUTH,EAST,NORTH",
    help: """
      Inside a rectangle of WGS 84 longitudes and latitudes, whatever the coordinate system of the \
      incidents
      """,
    section: section, rules: [only("--bbox")])
  static let areaOption = Option<String?>(
    "area", valueName: "CODE|NAME", help: "Inside this area of --boundaries", section: section,
    rules: [only("--area"), .needs("--boundaries")])
  static let nearOption = Option<String?>(
    "near", valueName: "POINT",
    help: """
      Within --radius of a longitude,latitude, of an easting,northing, or of the centre of a grid \
      square such as 'TQ 302 805'
      """,
    section: section, rules: [only("--near"), .needs("--radius")])
  static let radiusOption = Option<Length?>(
    "radius", valueName: "METRES", help: "Distance from --near, in metres", section: section,
    rules: [.needs("--near")])
  static let lineOption = Option<String?>(
    "line", valueName: "FILE|WKT",
    help: """
      Within --distance of the lines of a GeoJSON file, Shapefile or GeoPackage (FILE.gpkg:LAYER), or \
      of well-known text
      """,
    section: section, role: .reads(["geojson", "json", "gpkg", "shp", "wkt"], or: .wellKnownText),
    rules: [only("--line"), .needs("--distance")])
  static let distanceOption = Option<Length?>(
    "distance", valueName: "METRES", help: "Distance from --line on either side, in metres",
    section: section, rules: [.needs("--line")])

  /// The options that are read here.
  static let specs = [
    withinOption.spec, boxOption.spec, areaOption.spec, nearOption.spec, radiusOption.spec,
    lineOption.spec, distanceOption.spec,
  ]

  /// Reads the options; there is no query area if none of them is given.
  init?(_ arguments: Arguments) throws(UsageError) {
    if let text = try arguments.value(of: Self.withinOption) {
      self = .polygons(text)
    } else if let text = try arguments.value(of: Self.boxOption) {
      self = .rectangle(try Self.rectangle(text))
    } else if let text = try arguments.value(of: Self.areaOption) {
      self = .area(text)
    } else if let text = try arguments.value(of: Self.nearOption) {
      let radius = try arguments.requiredValue(of: Self.radiusOption).metres
      guard let centre = Centre(text) else {
        throw .invalidValue(
          text, option: "--near",
          allowed: "longitude,latitude, easting,northing or a grid reference such as 'TQ 302 805'")
      }
      self = .circle(centre, metres: radius)
    } else if let text = try arguments.value(of: Self.lineOption) {
      self = .corridor(text, metres: try arguments.requiredValue(of: Self.distanceOption).metres)
    } else {
      return nil
    }
  }

  private static func rectangle(_ text: String) throws(UsageError) -> Rectangle {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double(argument: $0.filter { $0 != " " }) ?? .nan }
    do throws(RectangleError) {
      if numbers.count != 4 { throw .notDegrees }
      return try Rectangle(
        west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    } catch .notDegrees {
      throw .invalidValue(
        text, option: "--bbox",
        allowed: "west,south,east,north in degrees, such as -0.14,51.50,-0.12,51.52")
    } catch {
      throw .invalid(
        "cannot use '--bbox \(text)': \(error)", help: "the order is west,south,east,north")
    }
  }
}
