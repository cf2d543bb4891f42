package import Cartography

/// The appearance of maps: their page and their backdrop.
///
///     figure.look = try MapLook(page: .a3, backdrops: ["roads.shp"], of: areas.reading)
public struct MapLook: Sendable {
  /// The name of the page; `nil` for A4 in the orientation that shows the areas larger.
  public var pageName: PageName?
  /// Whom the sources ask to be named, at the foot of the map.
  package var credits: [String] = []
  /// What is drawn below the data, the lowest first.
  package var backdrops: [Backdrop] = []

  /// Creates an appearance without backdrops.
  public init(page: PageName? = nil) { pageName = page }

  /// Reads roads, parks or stations to draw faintly below the data.
  ///
  /// - Parameters:
  ///   - page: The name of the page; `nil` for A4 in the orientation that shows the areas larger.
  ///   - backdrops: Shapefiles, GeoJSON or GeoPackages (`FILE.gpkg:layer`) of points, lines or
  ///     areas, the lowest first.
  ///   - reading: The study, which has areas.
  /// - Throws: ``BackdropError`` for a file that cannot be drawn; `ProjectionError` for a system
  ///   that PROJ does not know; ``InputError/noBoundaries`` for a study without areas.
  /// - Complexity: O(*n*) for *n* vertices of the files.
  public init(page: PageName? = nil, backdrops: [String], of reading: StudyReading) throws {
    guard let input = reading.input else { throw InputError.noBoundaries }
    try self.init(
      page: page, backdrops: backdrops, reading.options.coordinates, crs: input.boundaries.crs)
  }

  /// Reads backdrops into a coordinate system.
  ///
  /// - Throws: ``BackdropError``, `ProjectionError`.
  package init(
    page: PageName?, backdrops: [String], _ coordinates: CoordinateOptions, crs: String
  ) throws {
    let reader = BackdropReader(
      crs: crs, gridFolders: coordinates.gridFolders, allowsBallpark: coordinates.allowsBallpark)
    pageName = page
    self.backdrops = try backdrops.map(reader.read)
  }

  /// The page, if it was named.
  package var page: Page? { pageName?.page }

  /// A description of a map in a file: `a sheet of A4`.
  package var sheetWords: String {
    switch pageName {
    case nil, .a4, .a4Landscape: "a sheet of A4"
    case .a3, .a3Landscape: "a sheet of A3"
    case .slide: "a slide"
    }
  }

  /// Returns the description of a map with the credits, the backdrops and their source.
  package func applied(to description: MapDescription) -> MapDescription {
    var description = description
    description.credits = credits
    guard !backdrops.isEmpty else { return description }
    description.backdrop = backdrops.map(\.layer)
    description.source = description.source.map(source)
    return description
  }

  /// Returns the names of a map's sources with those of the backdrops.
  package func source(_ names: String) -> String {
    guard !backdrops.isEmpty else { return names }
    let files = backdrops.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    return "\(names); backdrop: \(files.joined(separator: ", "))"
  }

  /// The files with the number of their features, for the manifest.
  package var inputs: [(path: String, rows: Int)] { backdrops.map { ($0.path, $0.features) } }
}
