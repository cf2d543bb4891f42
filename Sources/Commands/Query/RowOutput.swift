import CommandLineKit
import Geometry
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables

/// How rows of incidents are written: the format, the columns, the places.
struct RowOutput: Sendable {
  var path: String
  var format: QueryFormat
  var keep: RowLayout.Keep
  /// The system of `--output-crs`.
  var crs: String?
  var decimals: Int

  /// Whether rows have a geometry, and those without a place are left out.
  var isSpatial: Bool { format != .csv }

  /// Whether coordinates are written as numbers, and not as they stand in the input.
  var convertsCoordinates: Bool { isSpatial || crs != nil }

  /// Returns the system in which coordinates are written, as PROJ takes it; nil where they stay
  /// text.
  func writtenCRS(incidentsCRS: String) -> String? {
    guard convertsCoordinates else { return nil }
    return crs ?? (format == .gpkg ? incidentsCRS : "EPSG:4326")
  }

  /// What rows of one reading are written with.
  struct Plan {
    var layout: RowLayout
    var encoder: TextRowEncoder
    var copier: RowCopier
    /// From the incidents' system to that of the file; absent where coordinates stay text.
    var projection: ProjectionPlan?
    var approximation: ApproximateProjection?
  }

  private func bounded(_ box: Box?) -> Box? {
    box.flatMap { $0.width.isFinite && $0.height.isFinite ? $0 : nil }
  }

  /// Makes ready for the rows of files.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - incidentsCRS: The system of their coordinates.
  ///   - box: Where the rows lie in that system, as far as is known.
  ///   - options: What the user asked for.
  ///   - hours: The columns about the hours asked for.
  ///   - rules: The zone of local times.
  /// - Returns: What rows are written with.
  /// - Throws: ``IncidentError``, ``ProjectionError``.
  func prepare(
    _ sources: [IncidentSource], incidentsCRS: String, box: Box?, _ options: StudyOptions,
    hours: [RowContent], rules: TimeZoneRules
  ) throws -> Plan {
    var projection: ProjectionPlan?
    var approximation: ApproximateProjection?
    var coordinates = RowLayout.Coordinates.asWritten
    if let writtenCRS = writtenCRS(incidentsCRS: incidentsCRS) {
      let plan = try ProjectionPlan.choose(
        from: incidentsCRS, to: writtenCRS, gridFolders: options.coordinates.gridFolders,
        allowBallpark: options.coordinates.allowsBallpark)
      projection = plan
      // A GeoPackage holds coordinates in full, so none of their digits may be approximate.
      if !plan.isIdentity, !options.coordinates.isExact, format != .gpkg,
        let box = bounded(box) ?? plan.validBox,
        !box.isEmpty
      {
        approximation = ApproximateProjection(try plan.makeOperation(), over: box)
      }
      let isGeographic = try CoordinateSystem(
        writtenCRS, in: ProjectionContext(gridFolders: options.coordinates.gridFolders)
      ).isGeographic
      coordinates =
        isSpatial
        ? .geometry
        : isGeographic
          ? .converted(x: "longitude", y: "latitude") : .converted(x: "easting", y: "northing")
    }
    let layout = try RowLayout(sources, keep: keep, coordinates: coordinates, hours: hours)
    let textFormat: TextRowEncoder.Format =
      switch format {
      case .csv: .csv
      case .ndjson: .newlineDelimited
      default: .geojson
      }
    return Plan(
      layout: layout,
      encoder: TextRowEncoder(
        textFormat, columns: layout.columns, decimals: decimals,
        namedCRS: crs.map(ResultWriter.urn(of:)), coordinateNames: layout.coordinateNames),
      copier: RowCopier(
        sources, contents: layout.contents, rules: rules,
        timeStyle: isSpatial ? (format == .gpkg ? .utc : .withOffset) : .asWritten),
      projection: projection, approximation: approximation)
  }
}
