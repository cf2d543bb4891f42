import Boundaries
import Geometry
package import Projections

/// The choice of a local system for the analysis, where that is asked for.
package enum LocalSystemChoice: Sendable, Equatable {
  /// The system of the first layer, which measures as well as any.
  case own
  /// The grid of the country, or the zone of the Universal Transverse Mercator grid.
  case local(LocalSystem)

  /// Chooses a system for a layer: its own where lengths agree with those on the ground to 1 %
  /// everywhere, else the grid of the country in which its middle lies, else the zone of the Universal
  /// Transverse Mercator grid.
  ///
  /// - Returns: The choice; `nil` if PROJ cannot tell where on Earth the layer lies.
  static func choose(
    for layer: BoundaryLayer, in own: AnalysisSystem, _ options: StudyOptions
  ) throws -> LocalSystemChoice? {
    let reach = AreaReach(of: [layer.outlines])
    let edges = reach.edges.map(\.vertex)
    if MetricFitness(own, middle: reach.middle, edges: edges).isFitEverywhere { return .own }
    guard let place = own.degrees(at: reach.middle, options) else { return nil }
    let local = LocalSystem(longitude: place.x, latitude: place.y)
    if local.isNational, try fits(local, own, reach.middle, edges, options) { return .local(local) }
    return .local(LocalSystem(zoneOf: place.x, place.y))
  }

  private static func fits(
    _ local: LocalSystem, _ own: AnalysisSystem, _ middle: Point, _ edges: [Point],
    _ options: StudyOptions
  ) throws -> Bool {
    let folders = options.coordinates.gridFolders
    var x = [middle.x] + edges.map(\.x)
    var y = [middle.y] + edges.map(\.y)
    guard
      let plan = try? ProjectionPlan.choose(
        from: own.crs, to: local.code, gridFolders: folders, allowBallpark: true),
      try plan.makeOperation().transformUsable(x: &x, y: &y) == 0
    else { return false }
    let points = zip(x, y).map { Point(x: $0, y: $1) }
    let system = try AnalysisSystem(local.code, gridFolders: folders)
    return MetricFitness(system, middle: points[0], edges: Array(points.dropFirst()))
      .isFitEverywhere
  }

  /// What was chosen, as a sentence without a full stop.
  func words(_ system: AnalysisSystem) -> String {
    switch self {
    case .own: "coordinate system: \(system.words), the boundaries' own, serves their place"
    case .local(let local):
      "coordinate system: \(local), "
        + (local.isNational ? "the grid of the country" : "the zone of the UTM grid")
        + " in which the middle of the boundaries lies"
    }
  }
}
