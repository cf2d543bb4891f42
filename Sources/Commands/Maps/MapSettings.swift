import Cartography
import CommandLineKit
import HotspotsKit

/// What the options ask for of the look of maps.
struct MapSettings: Sendable {
  /// The page; A4, whichever way round suits, without one.
  var page: PageName?
  /// The files drawn under the data, the lowest first.
  var backdrops: [String]

  static let page = Option<PageName?>(
    "page", valueName: "NAME",
    help: "Page size of maps. By default A4, in the orientation that shows the areas larger",
    section: "Output")
  static let backdrop = Option<[CommaSeparated<String>]>(
    "backdrop", valueName: "FILE,...",
    help: """
      Draw roads, parks or stations faintly on maps: Shapefiles or GeoJSON of lines, areas or \
      points
      """,
    section: "Output", completion: .file(extensions: ["shp", "geojson", "json"]))

  /// The options that are read here.
  static let specs = [page.spec, backdrop.spec]

  /// Creates settings of a map on A4 without backdrops.
  init() { backdrops = [] }

  /// Reads the options of a command that lists ``specs``.
  ///
  /// - Throws: ``UsageError/dependent(_:needs:)`` where no map is drawn.
  init(_ arguments: Arguments, map: String?) throws(UsageError) {
    try self.init(arguments)
    if map != nil { return }
    if page != nil { throw .dependent(Self.page.spec.longName, needs: "--map FILE.svg") }
    if !backdrops.isEmpty {
      throw .dependent(Self.backdrop.spec.longName, needs: "--map FILE.svg")
    }
  }

  /// Reads the options of a command that lists ``specs`` and always draws maps.
  init(_ arguments: Arguments) throws(UsageError) {
    page = try arguments.value(of: Self.page)
    backdrops = try arguments.value(of: Self.backdrop).flatMap(\.elements)
  }

  /// Reads the backdrops into the system of the analysis.
  ///
  /// - Throws: ``BackdropError``, ``ProjectionError``.
  func load(_ options: StudyOptions, crs: String) throws -> MapLook {
    let reader = BackdropReader(
      crs: crs, gridFolders: options.coordinates.gridFolders,
      allowsBallpark: options.coordinates.allowsBallpark)
    return MapLook(name: page, backdrops: try backdrops.map(reader.read))
  }
}

/// A page by its name.
enum PageName: String, CaseIterable, ExpressibleByArgument {
  case a4
  case a4Landscape = "a4-landscape"
  case a3
  case a3Landscape = "a3-landscape"
  case slide = "16:9"

  /// The sheet.
  var page: Page {
    switch self {
    case .a4: .a4Portrait
    case .a4Landscape: .a4Landscape
    case .a3: .a3Portrait
    case .a3Landscape: .a3Landscape
    case .slide: .slide
    }
  }
}

/// How maps look: their page and what is drawn under their data.
struct MapLook: Sendable {
  /// The name of the page; A4, whichever way round suits, without one.
  var name: PageName?
  /// The backdrops, the lowest first.
  var backdrops: [Backdrop] = []

  /// The page, where it was named.
  var page: Page? { name?.page }

  /// What a map in a file is: `a sheet of A4`.
  var sheetWords: String {
    switch name {
    case nil, .a4, .a4Landscape: "a sheet of A4"
    case .a3, .a3Landscape: "a sheet of A3"
    case .slide: "a slide"
    }
  }

  /// Returns the description of a map with the backdrops and their source.
  func applied(to description: MapDescription) -> MapDescription {
    guard !backdrops.isEmpty else { return description }
    var description = description
    description.backdrop = backdrops.map(\.layer)
    description.source = description.source.map(source)
    return description
  }

  /// Returns the names of a map's sources with those of the backdrops.
  func source(_ names: String) -> String {
    guard !backdrops.isEmpty else { return names }
    let files = backdrops.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    return "\(names); backdrop: \(files.joined(separator: ", "))"
  }

  /// The files with the number of their features, for the manifest.
  var inputs: [(path: String, rows: Int)] { backdrops.map { ($0.path, $0.features) } }
}

/// A backdrop with the file it comes from.
struct Backdrop: Sendable {
  var path: String
  var features: Int
  var layer: BackdropLayer
}
