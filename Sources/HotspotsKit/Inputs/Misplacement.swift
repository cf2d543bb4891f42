package import Assignment
import Boundaries
package import Geometry
import Glibc
package import Incidents
package import Projections

/// Incidents with coordinates outside all areas, and what is needed to find out why.
package struct Misplacement {
  /// The positions of the first incidents, in their own coordinates.
  package var sample: [Point]
  /// From the incidents' system to that of the areas.
  package var plan: ProjectionPlan
  /// The incidents' system.
  package var source: String
  /// The system of the areas.
  package var target: String
  /// The rectangle around the areas.
  package var box: Box
  /// The selection of the study area, and the rectangle around the areas before it.
  package var studyArea: (text: String, box: Box)?
  /// The columns of the coordinates; `nil` if they are not in columns of their own.
  package var columns: IncidentColumns?
  /// The column of the positions, if one column holds both coordinates.
  package var position: PositionColumn?
  /// The incident nearest to the rectangle, in the system of the areas.
  package var nearest: Point?
  /// Returns the distance of a point from the nearest area, in metres.
  package var distanceToArea: (Point) -> Double?
  /// The folders searched for grids after PROJ's own.
  package var gridFolders: [String]

  /// Describes incidents and the extent of areas.
  package init(
    sample: [Point], plan: ProjectionPlan, source: String, target: String, box: Box,
    studyArea: (text: String, box: Box)? = nil, columns: IncidentColumns? = nil,
    nearest: Point? = nil, distanceToArea: @escaping (Point) -> Double?, gridFolders: [String]
  ) {
    self.sample = sample
    self.plan = plan
    self.source = source
    self.target = target
    self.box = box
    self.studyArea = studyArea
    self.columns = columns
    self.nearest = nearest
    self.distanceToArea = distanceToArea
    self.gridFolders = gridFolders
  }

  /// Systems in which coordinates in metres often turn out to be: the national grids of the British
  /// Isles, their UTM zones, and that of web maps.
  private static let usualSystems = [
    "EPSG:27700", "EPSG:29902", "EPSG:29903", "EPSG:2157", "EPSG:32629", "EPSG:32630",
    "EPSG:32631", "EPSG:3857",
  ]

  /// The likeliest reason; exchanged coordinates first, because they are the commonest mistake.
  package var reason: LikelyReason {
    let gap = self.gap(of: sample, by: plan)
    if gap != 0 {
      if isExchanged { return .exchanged(exchangedColumns) }
      if let studyArea, isAmong(studyArea.box) { return .studyArea(studyArea.text) }
      if let other = otherSystem(besides: gap) { return .otherSystem(other) }
    } else if let studyArea, isAmong(studyArea.box) {
      return .studyArea(studyArea.text)
    }
    guard let gap else { return .beyondUse(system: target) }
    if gap == 0 {
      let inside = projected(sample, by: plan).prefix(32).filter { $0.x.isFinite }
      return .between(metres: inside.compactMap(distanceToArea).min() ?? 0)
    }
    return separation.map(LikelyReason.apart) ?? .beyondUse(system: target)
  }

  /// Whether the incidents would lie in the areas if their two coordinates were exchanged.
  package var isExchanged: Bool {
    isNear(gap(of: sample.map(\.exchanged), by: plan), besides: gap(of: sample, by: plan))
  }

  // MARK: - Where points lie

  /// Returns the distance of the middle nine tenths of points from the areas' rectangle in each
  /// direction; 0 if they reach into it, `nil` if half of them or more cannot be projected.
  private func gap(of points: [Point], by plan: ProjectionPlan) -> Double? {
    middle(of: projected(points, by: plan), among: points.count).map { Self.gap($0, box) }
  }

  private func middle(of projected: [Point], among count: Int) -> Box? {
    let finite = projected.filter { $0.x.isFinite && $0.y.isFinite }
    guard finite.count * 2 > count else { return nil }
    let (x, y) = (finite.map(\.x).sorted(), finite.map(\.y).sorted())
    let cut = finite.count / 20
    return Box(minX: x[cut], minY: y[cut], maxX: x[x.count - 1 - cut], maxY: y[y.count - 1 - cut])
  }

  private static func gap(_ first: Box, _ second: Box) -> Double {
    hypot(
      max(first.minX - second.maxX, second.minX - first.maxX, 0),
      max(first.minY - second.maxY, second.minY - first.maxY, 0))
  }

  /// Returns whether points would lie in or near the areas, although as given they lie many times
  /// farther away.
  private func isNear(_ gap: Double?, besides straight: Double?) -> Bool {
    guard let gap else { return false }
    if gap == 0 { return straight != 0 }
    let reach = max(box.width, box.height, Self.townMetres)
    return gap <= 3 * reach && gap * 20 < straight ?? .infinity
  }

  private func isAmong(_ box: Box) -> Bool {
    middle(of: projected(sample, by: plan), among: sample.count).map { Self.gap($0, box) == 0 }
      ?? false
  }

  private func projected(_ points: [Point], by plan: ProjectionPlan) -> [Point] {
    if plan.isIdentity { return points }
    guard let operation = try? plan.makeOperation() else { return [] }
    var (x, y) = (points.map(\.x), points.map(\.y))
    operation.transform(x: &x, y: &y)
    return zip(x, y).map { Point(x: $0, y: $1) }
  }

  private func plan(from source: String, to target: String) -> ProjectionPlan? {
    try? ProjectionPlan.choose(
      from: source, to: target, gridFolders: gridFolders, allowBallpark: true)
  }

  /// Returns the first of the likely systems in which the coordinates would lie in the areas.
  private func otherSystem(besides gap: Double?) -> String? {
    let areDegrees = sample.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 }
    let systems = areDegrees ? ["EPSG:4326"] : [target] + Self.usualSystems
    return systems.first { system in
      guard system != source, let plan = plan(from: system, to: target) else { return false }
      return isNear(self.gap(of: sample, by: plan), besides: gap)
    }
  }

  private var exchangedColumns: [LikelyReason.NamedColumn] {
    if let columns, let position, position.form == .pair {
      let other = position.order == .xFirst ? ColumnKey.latLon : .lonLat
      return [.init(key: other, name: columns.header[position.column])]
    }
    guard let columns, let (x, y) = columns.coordinates else { return [] }
    let keys: (ColumnKey, ColumnKey) =
      columns.coordinateKind == .geographic ? (.longitude, .latitude) : (.easting, .northing)
    return [
      .init(key: keys.0, name: columns.header[y]), .init(key: keys.1, name: columns.header[x]),
    ]
  }

  /// The distance in metres up to which incidents count as near a small study area.
  private static let townMetres = 20_000.0

  // MARK: - How far away

  /// The distance in metres above which those of a projected system are not reliable.
  private static let longestInPlane = 500_000.0

  private var separation: LikelyReason.Separation? {
    let centre = box.centre
    if let nearest, let metres = distanceToArea(nearest), metres <= Self.longestInPlane {
      return LikelyReason.Separation(
        metres: metres,
        direction: Self.direction(east: nearest.x - centre.x, north: nearest.y - centre.y),
        isOfNearest: true)
    }
    let middle = Point(
      x: sample.map(\.x).sorted()[sample.count / 2], y: sample.map(\.y).sorted()[sample.count / 2])
    guard let there = degrees(middle, from: source), let here = degrees(centre, from: target) else {
      return nil
    }
    return GreatCircle(from: here, to: there).separation
  }

  private func degrees(_ point: Point, from system: String) -> Point? {
    guard let plan = plan(from: system, to: "EPSG:4326") else { return nil }
    return projected([point], by: plan).first.flatMap { $0.x.isFinite ? $0 : nil }
  }

  /// Returns the point of the compass of a direction.
  package static func direction(east: Double, north: Double) -> String {
    let names = [
      "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east",
    ]
    let eighth = Int((atan2(north, east) / (.pi / 4)).rounded())
    return names[(eighth + 8) % 8]
  }
}

extension Misplacement {
  /// Collects what is known about the incidents outside a layer.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - boundaries: The layers.
  ///   - plan: How incidents were assigned to them.
  ///   - layer: The position of the layer.
  ///   - whereabouts: The positions of incidents.
  ///   - options: The options.
  package init(
    of sources: [IncidentSource], in boundaries: BoundaryInput, _ plan: AssignmentPlan, layer: Int,
    _ whereabouts: Whereabouts, _ options: StudyOptions
  ) {
    let (first, index) = (sources[0], plan.layers[layer])
    self.init(
      sample: whereabouts.sample, plan: plan.projection,
      source: AnalysisInput.incidentsCRS(of: sources, options), target: boundaries.crs,
      box: boundaries.layers[layer].outlines.box,
      studyArea: options.boundaries.studyAreaWords.flatMap { text in
        boundaries.wholeBox.map { (text, $0) }
      },
      columns: first.origin == nil ? first.columns : nil,
      nearest: whereabouts.nearest[layer]?.point,
      distanceToArea: { point in
        index.nearest(x: point.x, y: point.y, within: .infinity)?.squaredDistance.squareRoot()
      }, gridFolders: options.coordinates.gridFolders)
    position = first.coordinates.position
  }
}

/// The shortest way between two places on a sphere, right to half a per cent on the Earth.
package struct GreatCircle {
  /// The mean radius of the Earth in metres, as the International Union of Geodesy and Geophysics
  /// defines it: (2a + b) / 3 of GRS 80.
  private static let radius = 6_371_008.8

  /// The length in metres.
  package let metres: Double
  /// The direction at the start.
  package let direction: String

  /// Measures the way by the haversine formula; longitude and latitude in degrees.
  package init(from start: Point, to end: Point) {
    let degree = Double.pi / 180
    let (south, north) = (start.y * degree, end.y * degree)
    let east = (end.x - start.x) * degree
    let half = pow(sin((north - south) / 2), 2) + cos(south) * cos(north) * pow(sin(east / 2), 2)
    metres = 2 * Self.radius * asin(min(1, half.squareRoot()))
    direction = Misplacement.direction(
      east: sin(east) * cos(north),
      north: cos(south) * sin(north) - sin(south) * cos(north) * cos(east))
  }

  fileprivate var separation: LikelyReason.Separation {
    LikelyReason.Separation(metres: metres, direction: direction, isOfNearest: false)
  }
}

extension Point {
  /// The point with its coordinates exchanged.
  fileprivate var exchanged: Point { Point(x: y, y: x) }
}
