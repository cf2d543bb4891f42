import CommandLineKit
import HotspotsKit

/// What the options ask for of the look of maps.
struct MapOptions: Sendable {
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
      Draw roads, parks or stations faintly on maps: Shapefiles, GeoJSON or GeoPackages \
      (FILE.gpkg:LAYER of several) of lines, areas or points
      """,
    section: "Output", role: .reads(["shp", "geojson", "json", "gpkg"]))

  /// The options that are read here, of a command that draws a map if asked for one.
  static let specs = packSpecs.map { $0.adding(.needs("--map")) }
  /// The same of a command that always draws maps.
  static let packSpecs = [page.spec, backdrop.spec]

  /// Creates settings of a map on A4 without backdrops.
  init() { backdrops = [] }

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    page = try arguments.value(of: Self.page)
    backdrops = try arguments.value(of: Self.backdrop).flatMap(\.elements)
  }

  /// Reads the backdrops into the system of the analysis.
  ///
  /// - Throws: ``BackdropError``, ``ProjectionError``.
  func load(_ options: StudyOptions, crs: String) throws -> MapLook {
    try MapLook(page: page, backdrops: backdrops, options.coordinates, crs: crs)
  }
}

extension PageName: ExpressibleByArgument {}
