import Geometry
import Incidents
import Interchange
import Projections
import Tables

/// What the rows of one reading are written with.
struct RowPlan {
  let layout: RowLayout
  let encoder: TextRowEncoder
  let copier: RowCopier
  /// From the incidents' system to that of the file; `nil` if coordinates stay text.
  let projection: ProjectionPlan?
  let approximation: ApproximateProjection?

  /// Prepares for the rows of an opened study.
  ///
  /// - Parameters:
  ///   - output: The file.
  ///   - study: The opened study.
  ///   - incidentsCRS: The system of the incidents' coordinates.
  ///   - box: Where the rows lie in that system; `nil` if that is not known.
  ///   - hours: The columns about the hours asked for.
  /// - Throws: ``IncidentError``, ``ProjectionError``.
  init(
    _ output: RowOutput, _ study: OpenedStudy, incidentsCRS: String, box: Box?,
    hours: [RowContent]
  ) throws {
    let (format, options) = (output.format, study.options.coordinates)
    var coordinates = RowLayout.Coordinates.asWritten
    if let writtenCRS = output.writtenCRS(incidentsCRS: incidentsCRS) {
      let plan = try ProjectionPlan.choose(
        from: incidentsCRS, to: writtenCRS, gridFolders: options.gridFolders,
        allowBallpark: options.allowsBallpark)
      projection = plan
      // A GeoPackage holds coordinates in full, so none of their digits may be approximate.
      if !plan.isIdentity, !options.isExact, format != .gpkg,
        let box = Self.bounded(box) ?? plan.validBox, !box.isEmpty
      {
        approximation = ApproximateProjection(try plan.makeOperation(), over: box)
      } else {
        approximation = nil
      }
      let isGeographic = try CoordinateSystem(
        writtenCRS, in: ProjectionContext(gridFolders: options.gridFolders)
      ).isGeographic
      coordinates =
        format.hasGeometry
        ? .geometry
        : isGeographic
          ? .converted(x: "longitude", y: "latitude") : .converted(x: "easting", y: "northing")
    } else {
      (projection, approximation) = (nil, nil)
    }
    layout = try RowLayout(
      study.sources, keep: output.columns, coordinates: coordinates, hours: hours,
      // A GeoPackage holds times in UTC, which is not what people there know.
      hasLocalTimes: format == .gpkg, rewritesTimes: format.hasGeometry)
    let textFormat: TextRowEncoder.Format =
      switch format {
      case .csv: .csv
      case .ndjson: .newlineDelimited
      case .geojson, .gpkg: .geojson
      }
    encoder = TextRowEncoder(
      textFormat, columns: layout.columns, decimals: output.decimals,
      namedCRS: output.crs.map(ResultWriter.urn(of:)), coordinateNames: layout.coordinateNames)
    copier = RowCopier(
      study.sources, contents: layout.contents, rules: study.rules,
      timeStyle: format.hasGeometry ? (format == .gpkg ? .utc : .withOffset) : .asWritten)
  }

  private static func bounded(_ box: Box?) -> Box? {
    box.flatMap { $0.width.isFinite && $0.height.isFinite ? $0 : nil }
  }
}
