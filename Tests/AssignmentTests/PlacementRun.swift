import Boundaries
import Geometry
import Incidents
import Projections
import Statistics

@testable import Assignment
@testable import Incidents

/// Keeps where every incident went, and how much room it took to find out.
struct PlacementKeeper: PlacementSink {
  struct Result: Sendable, Equatable {
    var x: [Double] = []
    var y: [Double] = []
    /// For each layer, the area of each incident.
    var areas: [[Int32]] = []
    /// The most incidents that a batch's storage had room for.
    var capacity = 0
  }

  private var result = Result()

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    result.x += table.x
    result.y += table.y
    if result.areas.isEmpty { result.areas = assignments.map { _ in [] } }
    for (layer, assignment) in assignments.enumerated() {
      result.areas[layer] += assignment.areas.prefix(table.count)
      result.capacity = max(
        result.capacity, assignment.areas.capacity, assignment.noted.capacity,
        assignment.unsettled.capacity, table.x.capacity)
    }
  }

  func finish() -> Result { result }
}

/// Layers of areas on the British National Grid, and points of WGS 84 to be placed in them.
struct PlacementRun {
  let layers: [OutlineTable]
  let projection: ProjectionPlan
  var snap = 0.0
  var borderDistance: Double?

  init(_ layers: OutlineTable...) throws {
    self.layers = layers
    projection = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
  }

  /// The plan with an approximation over the layers' surroundings, or with PROJ for every point.
  func plan(isExact: Bool) throws -> AssignmentPlan {
    var box = Box.empty
    for layer in layers { box.formUnion(layer.box) }
    var approximation: ApproximateProjection?
    if !isExact {
      let operation = try projection.makeOperation()
      let source = operation.bounds(of: box, direction: .inverse) ?? .empty
      approximation = ApproximateProjection(operation, over: source.padded(by: source.width * 0.05))
    }
    return AssignmentPlan(
      projection: projection, approximation: approximation,
      layers: layers.map { AreaIndex($0, reach: borderDistance ?? 0) }, snap: snap,
      borderDistance: borderDistance)
  }

  /// Places points in batches.
  func place(
    _ points: [Point], isExact: Bool, batch: Int = 1000
  ) throws -> AssignmentWorker<PlacementKeeper>.Result {
    var worker = try AssignmentWorker(plan(isExact: isExact), sink: PlacementKeeper())
    var table = IncidentTable()
    for start in stride(from: 0, to: points.count, by: batch) {
      table.removeAll()
      for point in points[start..<min(start + batch, points.count)] {
        table.x.append(point.x)
        table.y.append(point.y)
        table.count += 1
      }
      worker.consume(&table)
    }
    return worker.finish()
  }

  /// Returns points as PROJ projects them, or back.
  func projected(
    _ points: [Point], _ direction: CoordinateOperation.Direction = .forward
  ) throws -> [Point] {
    let operation = try projection.makeOperation()
    var (x, y) = (points.map(\.x), points.map(\.y))
    operation.transform(x: &x, y: &y, direction: direction)
    return zip(x, y).map { Point(x: $0, y: $1) }
  }

  /// A tiling of crooked cells around Charing Cross: neighbours share their vertices, holes are
  /// cells.
  static func crookedTiling(seed: UInt64, cells: Int = 10, size: Double = 300) -> OutlineTable {
    var generator = SplitMix64(seed: seed)
    func jitter() -> Double { (Double(generator.next() >> 11) * 0x1p-53 - 0.5) * size * 0.6 }
    let corners = (0...cells).map { row in
      (0...cells).map { column in
        Point(
          x: 528_500 + Double(column) * size + jitter(), y: 179_000 + Double(row) * size + jitter())
      }
    }
    var outlines = OutlineTable()
    for row in 0..<cells {
      for column in 0..<cells {
        outlines.appendArea([
          [
            [
              corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
              corners[row + 1][column], corners[row][column],
            ]
          ]
        ])
      }
    }
    return outlines
  }
}
