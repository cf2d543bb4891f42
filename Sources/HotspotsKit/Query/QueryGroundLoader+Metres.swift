import Geometry
import Projections

extension QueryGroundLoader {
  /// Returns the incidents' system if it is projected and in metres.
  func projectedIncidents() throws -> String? {
    try AnalysisSystem(incidentsCRS, gridFolders: options.coordinates.gridFolders).isInMetres
      ? incidentsCRS : nil
  }

  /// What distances are measured from, in the system in which they are measured.
  struct Anchors {
    var system: AnalysisSystem
    var points: [Point]
  }

  /// Brings points into the system in which distances from them are measured.
  ///
  /// That is the one of the study, else the first of the incidents' own, the points' own and the local
  /// one in which lengths are right to a hundredth as far as the distance reaches.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - crs: Their system.
  ///   - reach: How far from them it is measured, in metres.
  ///   - text: What messages call the points.
  /// - Returns: The points in that system.
  /// - Throws: ``QueryAreaError``, ``InputError``, ``ProjectionError``.
  func anchors(
    _ points: [Point], from crs: String, reach: Double, text: String
  ) throws -> Anchors {
    let written = try AnalysisSystem(crs, gridFolders: options.coordinates.gridFolders)
    guard points.allSatisfy({ written.unit.bounds.contains(x: $0.x, y: $0.y) }) else {
      throw QueryAreaError.beyond(text: text, system: written.words)
    }
    let middle = Self.middle(of: points)
    let local = written.local(at: middle, options)
    if let chosen = options.coordinates.crs {
      let system = try AnalysisSystem(chosen, gridFolders: options.coordinates.gridFolders)
      if !system.isInMetres {
        throw InputError.unsuitableAnalysis(
          system: system.words, place: text,
          fault: system.isProjected ? .otherUnit : .notProjected, local: local)
      }
      let found = Anchors(
        system: system, points: try project(points, from: crs, to: system.crs, text: text))
      let fitness = fitness(of: found, reach: reach)
      if let fault = fitness.fault, case .middle = fault {
        throw InputError.unsuitableAnalysis(
          system: system.words, place: text, fault: fault, local: local)
      }
      if !fitness.isFitEverywhere {
        throw QueryAreaError.tooWide(text: text, metres: reach, system: system.words)
      }
      return found
    }
    var candidates = [
      try AnalysisSystem(incidentsCRS, gridFolders: options.coordinates.gridFolders), written,
    ].filter(\.isInMetres)
    if let local {
      candidates.append(
        try AnalysisSystem(local.code, gridFolders: options.coordinates.gridFolders))
    }
    for system in candidates {
      guard let projected = try? project(points, from: crs, to: system.crs, text: text) else {
        continue
      }
      let found = Anchors(system: system, points: projected)
      if fitness(of: found, reach: reach).isFitEverywhere { return found }
    }
    guard let last = candidates.last else {
      throw QueryAreaError.beyond(text: text, system: written.words)
    }
    throw QueryAreaError.tooWide(text: text, metres: reach, system: last.words)
  }

  /// Looks at the scale in the middle of points, and at the distance to every side of a thousand of
  /// them at most.
  private func fitness(of anchors: Anchors, reach: Double) -> MetricFitness {
    let some = stride(from: 0, to: anchors.points.count, by: max(1, anchors.points.count / 1000))
    let edges = some.map { anchors.points[$0] }.flatMap { point in
      [
        Point(x: point.x - reach, y: point.y), Point(x: point.x + reach, y: point.y),
        Point(x: point.x, y: point.y - reach), Point(x: point.x, y: point.y + reach),
      ]
    }
    return MetricFitness(anchors.system, middle: Self.middle(of: anchors.points), edges: edges)
  }

  private static func middle(of points: [Point]) -> Point {
    var box = Box.empty
    for point in points { box.formUnion(x: point.x, y: point.y) }
    return box.centre
  }

  private func project(
    _ points: [Point], from source: String, to target: String, text: String
  ) throws -> [Point] {
    var box = Box.empty
    for point in points { box.formUnion(x: point.x, y: point.y) }
    let plan = try ProjectionPlan.choose(
      from: source, to: target, over: .source(box), gridFolders: options.coordinates.gridFolders,
      allowBallpark: options.coordinates.allowsBallpark)
    var (x, y) = (points.map(\.x), points.map(\.y))
    let failures = try plan.makeOperation().transformUsable(x: &x, y: &y)
    guard failures == 0 else { throw QueryAreaError.notProjectable(text: text, system: target) }
    return zip(x, y).map { Point(x: $0, y: $1) }
  }
}
