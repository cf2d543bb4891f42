import Cartography
import Geometry
import Interchange

/// Outlines and lines for a map on a screen, each vertex to a decimetre or, of many, to the metres that
/// a screen shows.
///
/// Neighbours stay neighbours: a vertex that they share is moved to the same place.
struct ExploreShapes {
  /// The vertices from which on they are written more coarsely, with the step then taken in metres.
  private static let steps: [(vertices: Int, metres: Double)] = [
    (150_000, 0.1), (400_000, 2), (1_000_000, 5), (.max, 20),
  ]

  private let origin: Point
  private let step: Double
  private var east: [Int] = []
  private var north: [Int] = []
  /// How many vertices each ring has.
  private var vertices: [Int] = []
  /// How many rings each polygon has.
  private var rings: [Int] = []
  /// How many polygons each shape has.
  private var polygons: [Int] = []

  private init(_ box: Box, vertexCount: Int) {
    origin = box.isEmpty ? Point(x: 0, y: 0) : Point(x: box.minX.rounded(), y: box.minY.rounded())
    step = Self.steps.first { vertexCount <= $0.vertices }?.metres ?? 20
  }

  /// Takes the areas of a table.
  init(_ outlines: OutlineTable) {
    self.init(outlines.box, vertexCount: outlines.vertexCount)
    for area in 0..<outlines.areaCount {
      polygons.append(outlines.polygons(of: area).count)
      for polygon in outlines.polygons(of: area) {
        rings.append(outlines.rings(ofPolygon: polygon).count)
        for ring in outlines.rings(ofPolygon: polygon) {
          append(outlines.vertices(ofRing: ring).lazy.map { (outlines.x[$0], outlines.y[$0]) })
        }
      }
    }
  }

  /// Takes the parts of a backdrop that lie on some ground, each as a shape of one line.
  init(_ backdrop: BackdropLayer, on box: Box) {
    self.init(box, vertexCount: backdrop.x.count)
    var start = 0
    for end in backdrop.ends {
      let part = start..<end
      start = end
      var extent = Box.empty
      for vertex in part { extent.formUnion(x: backdrop.x[vertex], y: backdrop.y[vertex]) }
      guard extent.intersects(box) else { continue }
      polygons.append(1)
      rings.append(1)
      append(part.lazy.map { (backdrop.x[$0], backdrop.y[$0]) })
    }
  }

  /// Adds a ring or line without the vertices that rounding puts on the one before.
  private mutating func append(_ line: some Sequence<(Double, Double)>) {
    let first = east.count
    for (x, y) in line {
      let (column, row) = (
        Int(((x - origin.x) / step).rounded()), Int(((y - origin.y) / step).rounded())
      )
      if east.count > first, east[east.count - 1] == column, north[north.count - 1] == row {
        continue
      }
      east.append(column)
      north.append(row)
    }
    vertices.append(east.count - first)
  }

  /// The shapes for the script.
  var json: JSONValue {
    .object([
      .init("origin", .array([.real(origin.x), .real(origin.y)])), .init("step", .real(step)),
      .init("east", ExploreNumbers.steps(east)), .init("north", ExploreNumbers.steps(north)),
      .init("vertices", ExploreNumbers.steps(vertices)),
      .init("rings", ExploreNumbers.steps(rings)),
      .init("polygons", ExploreNumbers.steps(polygons)),
    ])
  }
}
