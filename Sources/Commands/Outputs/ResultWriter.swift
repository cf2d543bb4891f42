import Assignment
import Cartography
import GeoPackages
import Geometry
import HotspotsKit
import Interchange
import Projections
import Tables

/// Writes tables in the format and coordinate system that the options ask for.
struct ResultWriter {
  /// The system of the tables' geometry.
  var analysisCRS: String
  /// The operation that projected the incidents; its inverse serves for WGS 84 where it fits.
  var projection: ProjectionPlan
  var gridFolders: [String]
  var allowsBallpark: Bool
  var isExact: Bool
  /// The system of `--output-crs`.
  var outputCRS: String?
  /// Decimals of the coordinates of text formats, at most 7.
  var decimals = 7
  /// How many threads may be used.
  var threads: Int
  /// Members added to GeoJSON.
  var members: [JSONValue.Member] = []
  /// How programs that read styles draw the table; made only for a format that holds one.
  var style: (() throws -> QGISStyle?)?

  /// Makes a writer of results in the system of the analysis.
  ///
  /// - Parameters:
  ///   - analysisCRS: The system of the tables' geometry.
  ///   - projection: The operation that projected the incidents.
  ///   - options: What the user asked for of projections and threads.
  ///   - outputCRS: The system of `--output-crs`.
  init(
    analysisCRS: String, projection: ProjectionPlan, options: StudyOptions, outputCRS: String?
  ) {
    self.analysisCRS = analysisCRS
    self.projection = projection
    gridFolders = options.coordinates.gridFolders
    allowsBallpark = options.coordinates.allowsBallpark
    isExact = options.coordinates.isExact
    threads = options.threads
    self.outputCRS = outputCRS
  }

  /// Makes a writer of what incidents counted by area give, with their reconciliation.
  ///
  /// - Parameters:
  ///   - analysis: The incidents by area.
  ///   - index: The layer whose reconciliation GeoJSON takes along.
  ///   - options: What the user asked for of projections and threads.
  ///   - outputCRS: The system of `--output-crs`.
  init(
    of analysis: AreaAnalysis, layer index: Int = 0, options: StudyOptions, outputCRS: String?
  ) {
    self.init(
      analysisCRS: analysis.input.boundaries.crs, projection: analysis.input.plan.projection,
      options: options, outputCRS: outputCRS)
    members = [.init("reconciliation", analysis.reconciliations[index].json)]
  }

  /// Writes a table to a file that appears when it is complete.
  ///
  /// - Parameters:
  ///   - table: The table, its geometry in the system of the analysis.
  ///   - path: The file, or `-` for standard output as GeoJSON.
  /// - Throws: ``OutputError``, ``ProjectionError``, ``GeoPackageError``.
  func write(_ table: FeatureTable, to path: String) throws {
    let format = try ResultFormat(path: path)
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter().write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .geojson:
      var writer = GeoJSONWriter()
      writer.members = members
      writer.decimals = decimals
      writer.threads = threads
      writer.namedCRS = outputCRS.map { Self.urn(of: $0) }
      try writer.write(projected(table, for: format), to: file)
    case .ndjson:
      var writer = GeoJSONLinesWriter()
      writer.decimals = decimals
      writer.threads = threads
      try writer.write(projected(table, for: format), to: file)
    case .kml:
      var writer = KMLWriter()
      writer.decimals = decimals
      try writer.write(projected(table, for: format), to: file)
    case .gpkg:
      try writeGeoPackage(projected(table, for: format), to: file)
    }
    try file.commit()
  }

  private func writeGeoPackage(_ table: FeatureTable, to file: OutputFile) throws {
    let location = try file.requireLocation(for: "a GeoPackage")
    var layer = GeoPackageLayer(of: table, reference: try SpatialReference(crs: table.crs))
    layer.style = try style?().map { GeoPackageLayer.Style(name: "hotspots", qml: $0.qml) }
    let writer = try GeoPackageWriter(path: location, layer: layer)
    try writer.append(table)
    try writer.finish()
  }

  /// Returns the table in the coordinate system of the file.
  private func projected(_ table: FeatureTable, for format: ResultFormat) throws -> FeatureTable {
    guard let crs = outputCRS ?? format.defaultCRS else { return table }
    if case .none = table.geometry { return table }
    let isReady = projection.summary.source == crs && !projection.isIdentity
    let plan =
      try isReady
      ? projection
      : ProjectionPlan.choose(
        from: crs, to: analysisCRS, gridFolders: gridFolders, allowBallpark: allowsBallpark)
    var result = table
    result.crs = crs
    switch table.geometry {
    case .none: break
    case .areas(let outlines):
      // A GeoPackage holds coordinates in full, so none of their digits may be approximate.
      let written = try RoundedProjection.project(
        outlines, by: plan, direction: .inverse, decimals: decimals,
        isExact: isExact || format == .gpkg)
      let beyond = written.areasBeyond(plan.sourceUnit.bounds)
      if let first = beyond.first {
        throw InputError.outlineBeyond(
          path: table.name, area: "row \(first + 1)", others: beyond.count - 1, system: crs)
      }
      result.geometry = .areas(written)
    case .points(var x, var y):
      try plan.makeOperation().transform(x: &x, y: &y, direction: .inverse)
      result.geometry = .points(x: x, y: y)
    }
    return result
  }

  /// Returns the name that the `crs` member of old GeoJSON gives a system.
  static func urn(of crs: String) -> String {
    let parts = crs.split(separator: ":")
    return parts.count == 2 ? "urn:ogc:def:crs:\(parts[0])::\(parts[1])" : crs
  }
}
