import Boundaries
package import Geometry
import Incidents
package import Projections

/// What the coordinate system of the analysis is, as plain facts that any task may hold.
package struct AnalysisSystem: Sendable {
  /// What it was made from: the text of a `.prj` file, or of `--crs`.
  package let text: String
  /// The system as people know it.
  package let name: String
  /// The system as PROJ takes it: its authority's code where it has one.
  package let crs: String
  /// Whether an authority's code names the system.
  private let isCode: Bool
  /// Whether coordinates are easting and northing in a plane.
  package let isProjected: Bool
  /// What its coordinates measure.
  package let unit: CoordinateUnit
  /// Measures its scale; absent for a geographic system.
  package let gauge: ScaleGauge?

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
    gauge = ScaleGauge(of: system)
  }

  /// Whether the system is projected and in metres, or says so.
  package var isInMetres: Bool { unit.metres.map { abs($0 - 1) <= 1e-9 } ?? false }

  /// What notes call the system: its code where it has one.
  package var label: String { isCode ? crs : name }

  /// What messages call the system: `EPSG:27700 (OSGB36 / British National Grid)`.
  package var words: String { isCode ? "\(crs) (\(name))" : name }

  /// Returns the local system that serves a place of this one; nil where PROJ cannot tell where on
  /// the Earth that is.
  package func local(at position: Point, _ options: StudyOptions) -> LocalSystem? {
    guard
      let plan = try? ProjectionPlan.choose(
        from: crs, to: "EPSG:4326", gridFolders: options.coordinates.gridFolders,
        allowBallpark: true),
      let operation = try? plan.makeOperation()
    else { return nil }
    var (x, y) = ([position.x], [position.y])
    guard operation.transform(x: &x, y: &y) == 0 else { return nil }
    return LocalSystem(longitude: x[0], latitude: y[0])
  }
}

/// What PROJ needs long for, done while the boundaries are read.
package struct EarlyProjection: Sendable {
  /// The system that the analysis will most likely have.
  package let system: AnalysisSystem
  /// How incidents get there.
  package let incidents: ProjectionPlan

  /// Looks up what the first boundary file's `.prj`, or `--crs`, says.
  ///
  /// - Returns: What was found; nil where nothing is known yet or PROJ refuses, which the reading of
  ///   the boundaries then says in its own words.
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
