import Boundaries
import Cartography
import Geometry
import Glibc
import HotspotsKit
import Incidents
import Projections
import Topology

/// Reads or makes the ground that a selector names.
struct PlaceLoader {
  /// What the user asked for.
  let options: StudyOptions
  /// The system of the incidents, as PROJ takes it.
  let incidentsCRS: String

  /// Reads or makes the ground.
  ///
  /// - Parameters:
  ///   - selector: Which place.
  ///   - boundaries: The layer that an area belongs to; needed for ``PlaceSelector/area(_:)``.
  /// - Returns: The ground, with what to tell people about it.
  /// - Throws: ``PlaceError``, ``DrawnShapeError``, ``BoundaryError``, ``ProjectionError``,
  ///   ``TopologyError``, ``InputError``.
  func place(_ selector: PlaceSelector, boundaries: BoundaryInput?) throws -> Place {
    switch selector {
    case .within(let text): return try drawn(text)
    case .box(let west, let south, let east, let north):
      return box(west: west, south: south, east: east, north: north)
    case .area(let text):
      guard let boundaries else {
        preconditionFailure("PlaceLoader.place: an area is asked for without boundaries")
      }
      return try area(text, of: boundaries)
    case .near(let centre, let text, let metres):
      return try circle(centre, text: text, metres: metres)
    case .line(let text, let metres): return try corridor(text, metres: metres)
    }
  }

  // MARK: - Polygons

  private func drawn(_ text: String) throws -> Place {
    var shapes = try DrawnShapes.load(text, kind: .polygons)
    let name = shapes.name
    let invalid = try OutlineMending.mend(&shapes.outlines, areas: shapes.faultyAreas)
    var place = Place(
      outlines: shapes.outlines, crs: try crs(of: shapes, name: name), words: "inside \(name)")
    let system = try AnalysisSystem(place.crs, gridFolders: options.coordinates.gridFolders)
    if !place.outlines.areasBeyond(system.unit.bounds).isEmpty {
      throw PlaceError.beyond(text: name, system: system.words)
    }
    if let path = shapes.path { place.files = [(path, shapes.outlines.areaCount)] }
    place.warnings = shapes.warnings.map { "\(name): \($0)" }
    if shapes.projection == nil { place.notes.append("\(name): coordinates are \(place.crs)") }
    for invalid in invalid {
      let location = invalid.location.map { " near \(CoordinateWords.pair($0))" } ?? ""
      let feature = shapes.outlines.areaCount > 1 ? "feature \(invalid.area + 1): " : ""
      place.warnings.append(
        "\(name): \(feature)\(invalid.fault.description)\(location); inside is the ground that "
          + "its parts cover")
    }
    return place
  }

  /// Returns what the coordinates of drawn shapes mean.
  private func crs(of shapes: DrawnShapes, name: String) throws -> String {
    guard
      let crs = shapes.projection ?? options.coordinates.crs
        ?? LikelyProjection(shapes.box)?.rawValue
    else { throw PlaceError.noProjection(text: name) }
    return crs
  }

  private func box(west: Double, south: Double, east: Double, north: Double) -> Place {
    var outlines = OutlineTable()
    let parts: [(Double, Double)] = west < east ? [(west, east)] : [(west, 180), (-180, east)]
    for (left, right) in parts where left < right {
      outlines.appendArea([
        [
          [
            Point(x: left, y: south), Point(x: right, y: south), Point(x: right, y: north),
            Point(x: left, y: north), Point(x: left, y: south),
          ]
        ]
      ])
    }
    return Place(outlines: outlines, crs: "EPSG:4326", words: "inside the rectangle")
  }

  private func area(_ text: String, of boundaries: BoundaryInput) throws -> Place {
    let layer = boundaries.layers[0]
    let area = try layer.area(withCode: text) ?? Self.area(named: text, of: layer)
    // Neighbours take their share of the points on edges, as when all areas are counted.
    let box = layer.outlines.box(ofArea: area)
    var outlines = OutlineTable()
    var wanted: Int?
    for other in 0..<layer.areaCount where layer.outlines.box(ofArea: other).intersects(box) {
      if other == area { wanted = outlines.areaCount }
      outlines.appendArea(other, of: layer.outlines)
    }
    let name = layer.names[area] == layer.codes[area] ? "" : " (\(layer.names[area]))"
    return Place(
      outlines: outlines, wanted: wanted, crs: boundaries.crs,
      words: "inside \(layer.codes[area])\(name) of \(layer.name)")
  }

  private static func area(
    named text: String, of layer: BoundaryLayer
  ) throws(PlaceError) -> Int {
    let wanted = text.lowercased()
    let exact = layer.names.indices.filter { layer.names[$0] == text }
    let matches =
      exact.isEmpty ? layer.names.indices.filter { layer.names[$0].lowercased() == wanted } : exact
    if matches.count > 1 {
      throw .ambiguousName(path: layer.path, text: text, codes: matches.map { layer.codes[$0] })
    }
    if let area = matches.first { return area }
    if let area = layer.codes.firstIndex(where: { $0.lowercased() == wanted }) { return area }
    let near = nearestNames(to: text, among: layer.names + layer.codes)
    let holding = layer.names.filter { $0.lowercased().contains(wanted) }
    throw .noSuchArea(
      path: layer.path, text: text, near: near.isEmpty ? Array(holding.prefix(3)) : near)
  }

  // MARK: - Distances

  /// How many sides stand for a circle: each lies inside it by less than the three-millionth part of
  /// the radius, a millimetre for three kilometres.
  private static let circleSides = 4096

  private func circle(
    _ centre: PlaceSelector.Centre, text: String, metres: Double
  ) throws -> Place {
    let position: Point
    let written: String
    switch centre {
    case .degrees(let point): (position, written) = (point, "EPSG:4326")
    case .metres(let point):
      (position, written) = (
        point, try options.coordinates.crs ?? projectedIncidents() ?? "EPSG:27700"
      )
    case .square(let box): (position, written) = (box.centre, "EPSG:27700")
    }
    let ground = try ground(
      [position], from: written, reach: metres, text: "'\(text)'")
    let (metric, middle) = (ground.system.crs, ground.points[0])
    var ring: [Point] = []
    for side in 0..<Self.circleSides {
      let angle = 2 * Double.pi * Double(side) / Double(Self.circleSides)
      ring.append(Point(x: middle.x + metres * cos(angle), y: middle.y + metres * sin(angle)))
    }
    ring.append(ring[0])
    var outlines = OutlineTable()
    outlines.appendArea([[ring]])
    var place = Place(
      outlines: outlines, crs: metric,
      words: "within \(NumberWords.decimal(metres, places: 0)) m of \(text)")
    if case .square(let box) = centre {
      place.notes.append(
        "near: '\(text)' names a square of \(NumberWords.decimal(box.width, places: 0)) m; its "
          + "middle is \(CoordinateWords.pair(position))")
    }
    place.notes.append("distances are measured in \(ground.system.label)")
    return place
  }

  private func corridor(_ text: String, metres: Double) throws -> Place {
    let shapes = try DrawnShapes.load(text, kind: .lines)
    let name = shapes.name
    let own = try crs(of: shapes, name: name)
    let vertices = shapes.lines.flatMap(\.self)
    let ground = try ground(vertices, from: own, reach: metres, text: name)
    var lines: [[Point]] = []
    var start = 0
    for line in shapes.lines {
      lines.append(Array(ground.points[start..<(start + line.count)]))
      start += line.count
    }
    // Round ends lie inside the true ones by less than a ten-thousandth of the distance.
    var place = Place(
      outlines: try Overlay.buffer(lines: lines, distance: metres, quadrantSegments: 128),
      crs: ground.system.crs,
      words: "within \(NumberWords.decimal(metres, places: 0)) m of \(name)")
    if let path = shapes.path { place.files = [(path, shapes.lines.count)] }
    if shapes.projection == nil { place.notes.append("\(name): coordinates are \(own)") }
    place.notes.append("distances are measured in \(ground.system.label)")
    return place
  }
}
