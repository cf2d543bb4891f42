import Boundaries
package import Geometry
import Incidents
package import Projections

/// The coordinate system of the analysis, as plain values that any task may use.
package struct AnalysisSystem: Sendable {
  /// Its source: the text of a `.prj` file, or the system asked for.
  package let text: String
  /// The name of the system.
  package let name: String
  /// The system in a form that PROJ accepts: its authority's code if it has one.
  package let crs: String
  /// Whether an authority's code names the system.
  let isCode: Bool
  /// Whether coordinates are easting and northing in a plane.
  package let isProjected: Bool
  /// The unit of its coordinates.
  package let unit: CoordinateUnit
  /// Measures its scale; `nil` for a geographic system.
  package let gauge: ScaleGauge?

  /// The registered system for which the text was taken, where PROJ is not wholly sure.
  let identified: IdentifiedSystem?

  /// Looks a system up.
  ///
  /// - Throws: ``ProjectionError`` for a text that PROJ does not know.
  package init(_ text: String, gridFolders: [String]) throws {
    let system = try CoordinateSystem(text, in: ProjectionContext(gridFolders: gridFolders))
    self.text = text
    name = system.name
    crs = system.authorityCode ?? text
    isCode = system.authorityCode != nil
    isProjected = system.isProjected
    unit = system.unit
    identified = system.identified
    gauge = ScaleGauge(of: system)
  }

  /// Whether the system is projected and in metres, or says so.
  package var isInMetres: Bool { unit.metres.map { abs($0 - 1) <= 1e-9 } ?? false }

  /// The name of the system in notes: its code if it has one.
  package var label: String { isCode ? crs : name }

  /// The name of the system in messages: `EPSG:27700 (OSGB36 / British National Grid)`.
  package var words: String { isCode ? "\(crs) (\(name))" : name }

  /// Returns the local system for a position in this one; `nil` if PROJ cannot tell where on Earth
  /// that is.
  package func local(at position: Point, _ options: StudyOptions) -> LocalSystem? {
    degrees(at: position, options).map { LocalSystem(longitude: $0.x, latitude: $0.y) }
  }

  /// Returns the longitude and latitude of a position in this system; `nil` if PROJ cannot tell.
  func degrees(at position: Point, _ options: StudyOptions) -> Point? {
    guard
      let plan = try? ProjectionPlan.choose(
        from: crs, to: "EPSG:4326", gridFolders: options.coordinates.gridFolders,
        allowBallpark: true),
      let operation = try? plan.makeOperation()
    else { return nil }
    var (x, y) = ([position.x], [position.y])
    guard operation.transform(x: &x, y: &y) == 0 else { return nil }
    return Point(x: x[0], y: y[0])
  }
}

/// The slow look-ups in PROJ, done while the boundaries are read.
package struct EarlyProjection: Sendable {
  /// The likely system of the analysis.
  package let system: AnalysisSystem
  /// The operation to that system.
  package let incidents: ProjectionPlan

  /// Looks up the system asked for, or else that of the first boundary file's `.prj`.
  ///
  /// - Returns: What was found; `nil` if nothing is known yet or PROJ fails, which is reported when
  ///   the boundaries are read.
  package static func prepare(_ options: StudyOptions, incidentsCRS: String) async
    -> EarlyProjection?
  {
    guard
      let text = options.coordinates.crs
        ?? options.boundaries.paths.first.flatMap({ BoundaryLayer.projection(ofFileAt: $0) }),
      let system = try? AnalysisSystem(text, gridFolders: options.coordinates.gridFolders),
      let plan = try? AnalysisInput.plan(from: incidentsCRS, to: system.crs, options)
    else { return nil }
    return EarlyProjection(system: system, incidents: plan)
  }
}
