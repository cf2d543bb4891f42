import Boundaries
import Incidents
import Projections

/// What the coordinate system of the analysis is, as plain facts that any task may hold.
struct AnalysisSystem: Sendable {
  /// What it was made from: the text of a `.prj` file, or of `--crs`.
  let text: String
  /// The system as people know it.
  let name: String
  /// The system as PROJ takes it: its authority's code where it has one.
  let crs: String
  /// Whether coordinates are easting and northing in a plane.
  let isProjected: Bool
  /// Whether the system is projected and in metres.
  let isInMetres: Bool

  /// Looks a system up.
  ///
  /// - Throws: ``ProjectionError`` for a text that PROJ does not know.
  init(_ text: String, gridFolders: [String]) throws {
    let system = try CoordinateSystem(text, in: ProjectionContext(gridFolders: gridFolders))
    self.text = text
    name = system.name
    crs = system.authorityCode ?? text
    isProjected = system.isProjected
    isInMetres =
      system.isProjected && system.metresPerUnit.map { abs($0 - 1) <= 1e-9 } ?? false
  }
}

/// What PROJ needs long for, done while the boundaries are read.
struct EarlyProjection: Sendable {
  /// The system that the analysis will most likely have.
  let system: AnalysisSystem
  /// How incidents get there.
  let incidents: ProjectionPlan

  /// Looks up what the first boundary file's `.prj`, or `--crs`, says.
  ///
  /// - Returns: What was found; nil where nothing is known yet or PROJ refuses, which the reading of
  ///   the boundaries then says in its own words.
  static func prepare(_ options: InputOptions, incidentsCRS: String) async -> EarlyProjection? {
    guard
      let text = options.crs
        ?? options.boundaries.first.flatMap({ BoundaryLayer.projection(ofFileAt: $0) }),
      let system = try? AnalysisSystem(text, gridFolders: options.gridFolders),
      let plan = try? AnalysisInput.plan(from: incidentsCRS, to: system.crs, options)
    else { return nil }
    return EarlyProjection(system: system, incidents: plan)
  }
}
