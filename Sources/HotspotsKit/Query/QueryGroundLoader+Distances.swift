import Boundaries
import Cartography
import Geometry
import Glibc
import Projections
import Topology

extension QueryGroundLoader {
  /// The number of sides that stand for a circle: each lies inside it by less than the
  /// three-millionth part of the radius, a millimetre for three kilometres.
  private static let circleSides = 4096

  /// Makes the ground within a distance of a centre.
  func circle(_ centre: QueryArea.Centre, metres: Double) throws -> QueryGround {
    let position: Point
    let written: String
    switch centre.position {
    case .degrees(let point): (position, written) = (point, "EPSG:4326")
    case .metres(let point):
      (position, written) = (
        point, try options.coordinates.crs ?? projectedIncidents() ?? "EPSG:27700"
      )
    case .square(let box): (position, written) = (box.centre, "EPSG:27700")
    }
    let anchors = try anchors([position], from: written, reach: metres, text: "'\(centre.text)'")
    let middle = anchors.points[0]
    var ring: [Point] = []
    for side in 0..<Self.circleSides {
      let angle = 2 * Double.pi * Double(side) / Double(Self.circleSides)
      ring.append(Point(x: middle.x + metres * cos(angle), y: middle.y + metres * sin(angle)))
    }
    ring.append(ring[0])
    var outlines = OutlineTable()
    outlines.appendArea([[ring]])
    var ground = QueryGround(
      outlines: outlines, crs: anchors.system.crs,
      words: "within \(NumberWords.decimal(metres, places: 0)) m of \(centre.text)")
    if case .square(let box) = centre.position {
      ground.notes.append(
        "near: '\(centre.text)' names a square of \(NumberWords.decimal(box.width, places: 0)) m; "
          + "its middle is \(CoordinateWords.pair(position))")
    }
    ground.notes.append("distances are measured in \(anchors.system.label)")
    return ground
  }

  /// Makes the ground within a distance of lines.
  func corridor(_ text: String, metres: Double) throws -> QueryGround {
    let shapes = try DrawnShapes.load(text, kind: .lines)
    let name = shapes.name
    let own = try crs(of: shapes, name: name)
    let vertices = shapes.lines.flatMap(\.self)
    let anchors = try anchors(vertices, from: own, reach: metres, text: name)
    var lines: [[Point]] = []
    var start = 0
    for line in shapes.lines {
      lines.append(Array(anchors.points[start..<(start + line.count)]))
      start += line.count
    }
    // Round ends lie inside the true ones by less than a ten-thousandth of the distance.
    var ground = QueryGround(
      outlines: try Overlay.buffer(lines: lines, distance: metres, quadrantSegments: 128),
      crs: anchors.system.crs,
      words: "within \(NumberWords.decimal(metres, places: 0)) m of \(name)")
    if let path = shapes.path { ground.files = [(path, shapes.lines.count)] }
    if shapes.projection == nil { ground.notes.append("\(name): coordinates are \(own)") }
    ground.notes.append("distances are measured in \(anchors.system.label)")
    return ground
  }
}
