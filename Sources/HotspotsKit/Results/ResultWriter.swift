import Assignment
package import Cartography
import Geometry
import GeoPackages
package import Interchange
package import Projections
public import Tables
import WorkbookWriting

/// Writes tables in the format of a file's extension, in any coordinate system.
///
///     let areas = try await study.run(AreaCounts())
///     try ResultWriter(areas.reading).write(areas.table, to: "areas.geojson")
///
/// Rows and columns keep their order. GeoJSON has at most 7 decimals and includes the
/// reconciliation; CSV has nine significant digits, JSON all of them. A file appears only when it
/// is complete.
public struct ResultWriter {
  /// The system of the tables' geometry.
  package var analysisCRS: String
  /// The operation that projected the incidents, whose inverse is used if it leads to the output
  /// system.
  package var projection: ProjectionPlan?
  /// How coordinates are converted.
  package var coordinates: CoordinateOptions
  /// The coordinate system of the files, in any form that PROJ accepts; `nil` for WGS 84 in
  /// GeoJSON, newline-delimited GeoJSON and KML, and for that of the study in a GeoPackage.
  public var crs: String?
  /// Decimals of the coordinates of text formats, at most 7.
  package var decimals = 7
  /// The number of threads; the bytes do not depend on it.
  package var threads: Int
  /// Whether CSV begins with a byte-order mark, by which spreadsheet programs know UTF-8.
  package var marksEncoding = false
  /// Members added to GeoJSON.
  package var members: [JSONValue.Member] = []
  /// The style for programs that read one; evaluated only for formats that hold it.
  package var style: (() throws -> QGISStyle?)?

  /// Creates a writer of results in the system of the analysis.
  ///
  /// - Parameters:
  ///   - analysisCRS: The system of the tables' geometry.
  ///   - projection: The operation that projected the incidents.
  ///   - options: The options for projections and threads.
  ///   - outputCRS: The system of the files; `nil` for that of the format.
  package init(
    analysisCRS: String, projection: ProjectionPlan?, options: StudyOptions, outputCRS: String?
  ) {
    self.analysisCRS = analysisCRS
    self.projection = projection
    coordinates = options.coordinates
    threads = options.threads
    crs = outputCRS
  }

  /// Creates a writer of the results of a study.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - index: The layer whose reconciliation GeoJSON includes.
  ///   - crs: The coordinate system of the files; `nil` for that of the format.
  public init(_ reading: StudyReading, layer index: Int = 0, crs: String? = nil) {
    self.init(
      analysisCRS: reading.input?.boundaries.crs ?? "", projection: reading.input?.plan.projection,
      options: reading.options, outputCRS: crs)
    members = [.init("reconciliation", reading.reconciliations[index].json)]
  }

  /// Writes a table to a file that appears when it is complete.
  ///
  /// - Parameters:
  ///   - table: The table, its geometry in the system of the analysis.
  ///   - path: The file, or `-` for standard output.
  ///   - format: The format; `nil` for that of the extension, on standard output GeoJSON.
  /// - Throws: ``Interchange/OutputError`` for an unknown extension, KML in a system other than WGS
  ///   84, and a file that cannot be written;
  ///   ``InputError/outlineBeyond(path:area:others:system:)`` for an outline that cannot be
  ///   converted to the system of the file; `ProjectionError` for a system that PROJ does not know,
  ///   `GeoPackageError`.
  /// - Complexity: O(*n*) for *n* vertices and cells of the table.
  public func write(
    _ table: FeatureTable, to path: String, as format: ResultFormat? = nil
  ) throws {
    let format = if let format { format } else { try ResultFormat(path: path) }
    try ResultFormat.check(path, as: format, crs: crs)
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter(marksEncoding: marksEncoding).write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .xlsx: try WorkbookWriter(table).write(to: file)
    case .geojson:
      var writer = GeoJSONWriter()
      writer.members = members
      writer.decimals = decimals
      writer.threads = threads
      writer.namedCRS = crs.map(Self.urn)
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
    layer.styles = [try style?()].compactMap { style in
      style.map { GeoPackageLayer.Style(name: "hotspots", qml: $0.qml) }
    }
    let writer = try GeoPackageWriter(path: location, layer: layer)
    try writer.append(table)
    try writer.finish()
  }

  /// Returns the table in the coordinate system of the file.
  private func projected(_ table: FeatureTable, for format: ResultFormat) throws -> FeatureTable {
    guard let crs = crs ?? format.defaultCRS else { return table }
    if case .none = table.geometry { return table }
    let known = projection.flatMap { $0.summary.source == crs && !$0.isIdentity ? $0 : nil }
    let plan =
      try known
      ?? ProjectionPlan.choose(
        from: crs, to: analysisCRS, gridFolders: coordinates.gridFolders,
        allowBallpark: coordinates.allowsBallpark)
    var result = table
    result.crs = crs
    switch table.geometry {
    case .none: break
    case .areas(let outlines):
      // A GeoPackage holds coordinates in full precision, so no digit may be approximate.
      let written = try RoundedProjection.project(
        outlines, by: plan, direction: .inverse, decimals: decimals,
        isExact: coordinates.isExact || format == .gpkg)
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

  /// Returns the name of a system in the `crs` member of GeoJSON 2008.
  package static func urn(of crs: String) -> String {
    let parts = crs.split(separator: ":")
    return parts.count == 2 ? "urn:ogc:def:crs:\(parts[0])::\(parts[1])" : crs
  }
}
