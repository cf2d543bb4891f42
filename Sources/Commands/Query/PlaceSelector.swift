import CommandLineKit
import Geometry
import HotspotAnalysis

/// Which place a query is about, as the options say it.
enum PlaceSelector: Sendable, Equatable {
  /// The polygons of a file or of well-known text.
  case within(String)
  /// A rectangle of longitudes and latitudes; `west` is above `east` across the antimeridian.
  case box(west: Double, south: Double, east: Double, north: Double)
  /// An area of the boundaries, by its code or name.
  case area(String)
  /// A circle.
  case near(Centre, text: String, metres: Double)
  /// The ground on both sides of the lines of a file.
  case line(String, metres: Double)

  /// The middle of a circle.
  enum Centre: Sendable, Equatable {
    /// Longitude and latitude of WGS 84.
    case degrees(Point)
    /// Easting and northing.
    case metres(Point)
    /// The square of an Ordnance Survey grid reference, on the British National Grid.
    case square(Box)
  }

  private static let section = "Query area"

  static let within = Option<String?>(
    "within", valueName: "FILE|WKT",
    help: """
      Inside the polygons of a GeoJSON file, Shapefile or GeoPackage, or of well-known text such \
      as 'POLYGON((-0.14 51.50, ...))'; the polygons need no codes
      """,
    section: section, completion: .file(extensions: ["geojson", "json", "gpkg", "shp", "wkt"]))
  static let box = Option<String?>(
    "bbox", valueName: "WEST,SOUTH,EAST,NORTH",
    help: """
      Inside a rectangle of WGS 84 longitudes and latitudes, whatever the coordinate system of the \
      incidents
      """,
    section: section)
  static let area = Option<String?>(
    "area", valueName: "CODE|NAME", help: "Inside this area of --boundaries", section: section)
  static let near = Option<String?>(
    "near", valueName: "POINT",
    help: """
      Within --radius of a longitude,latitude, of an easting,northing, or of the centre of a grid \
      square such as 'TQ 302 805'
      """,
    section: section)
  static let radius = Option<Length?>(
    "radius", valueName: "METRES", help: "Distance from --near, in metres", section: section)
  static let line = Option<String?>(
    "line", valueName: "FILE|WKT",
    help: """
      Within --distance of the lines of a GeoJSON file, Shapefile or GeoPackage (FILE.gpkg:LAYER), or \
      of well-known text
      """,
    section: section, completion: .file(extensions: ["geojson", "json", "gpkg", "shp", "wkt"]))
  static let distance = Option<Length?>(
    "distance", valueName: "METRES", help: "Distance from --line on either side, in metres",
    section: section)

  /// The options that are read here.
  static let specs = [
    within.spec, box.spec, area.spec, near.spec, radius.spec, line.spec, distance.spec,
  ]

  /// Reads the options; there is no place where none of them is given.
  init?(_ arguments: Arguments) throws(UsageError) {
    let radius = try arguments.value(of: Self.radius)?.metres
    let distance = try arguments.value(of: Self.distance)?.metres
    var found: [(option: String, selector: PlaceSelector)] = []
    if let text = try arguments.value(of: Self.within) { found.append(("--within", .within(text))) }
    if let text = try arguments.value(of: Self.box) {
      found.append(("--bbox", try Self.box(text)))
    }
    if let text = try arguments.value(of: Self.area) { found.append(("--area", .area(text))) }
    if let text = try arguments.value(of: Self.near) {
      guard let radius else { throw .dependent("--near", needs: "--radius METRES") }
      guard let centre = Centre(text) else {
        throw .invalidValue(
          text, option: "--near",
          allowed: "longitude,latitude, easting,northing or a grid reference such as 'TQ 302 805'")
      }
      found.append(("--near", .near(centre, text: text, metres: radius)))
    } else if radius != nil {
      throw .dependent("--radius", needs: "--near POINT")
    }
    if let text = try arguments.value(of: Self.line) {
      guard let distance else { throw .dependent("--line", needs: "--distance METRES") }
      found.append(("--line", .line(text, metres: distance)))
    } else if distance != nil {
      throw .dependent("--distance", needs: "--line FILE")
    }
    if found.count > 1 { throw .conflict(found[0].option, found[1].option) }
    guard let only = found.first else { return nil }
    self = only.selector
  }

  private static func box(_ text: String) throws(UsageError) -> PlaceSelector {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double(argument: $0.filter { $0 != " " }) }
    guard numbers.count == 4, text.count(where: { $0 == "," }) == 3,
      abs(numbers[0]) <= 180, abs(numbers[2]) <= 180, abs(numbers[1]) <= 90, abs(numbers[3]) <= 90
    else {
      throw .invalidValue(
        text, option: "--bbox",
        allowed: "west,south,east,north in degrees, such as -0.14,51.50,-0.12,51.52")
    }
    if numbers[1] >= numbers[3] {
      throw .invalid(
        "cannot use '--bbox \(text)': its south is not below its north",
        help: "the order is west,south,east,north")
    }
    if numbers[0] == numbers[2] {
      throw .invalid(
        "cannot use '--bbox \(text)': it has no width",
        help: "the order is west,south,east,north")
    }
    return .box(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
  }
}

extension PlaceSelector.Centre {
  /// Reads a place: two numbers, or a grid reference.
  init?(_ text: String) {
    if let square = OrdnanceSurveyGridReference.square(named: text) {
      self = .square(square)
      return
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(argument: $0.filter { $0 != " " }) }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    let point = Point(x: numbers[0], y: numbers[1])
    self = abs(point.x) <= 180 && abs(point.y) <= 90 ? .degrees(point) : .metres(point)
  }
}
