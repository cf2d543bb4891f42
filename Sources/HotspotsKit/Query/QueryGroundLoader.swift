import Boundaries
import Geometry
import Projections
import Topology

/// Reads or makes the ground of a query area.
struct QueryGroundLoader {
  /// The options of the study.
  let options: StudyOptions
  /// The system of the incidents, in a form that PROJ accepts.
  let incidentsCRS: String

  /// Reads or makes the ground.
  ///
  /// - Parameters:
  ///   - area: Which ground.
  ///   - boundaries: The layers, of which the first has the area of ``QueryArea/area(_:)``.
  /// - Returns: The ground, with what to tell people about it.
  /// - Throws: ``QueryAreaError``, ``DrawnShapeError``, ``ProjectionError``, ``TopologyError``,
  ///   ``InputError``.
  func ground(_ area: QueryArea, boundaries: BoundaryInput?) throws -> QueryGround {
    switch area {
    case .polygons(let text): return try drawn(text)
    case .rectangle(let rectangle): return Self.ground(of: rectangle)
    case .area(let text):
      guard let boundaries else { throw InputError.noBoundaries }
      return try Self.area(text, of: boundaries)
    case .circle(let centre, let metres): return try circle(centre, metres: metres)
    case .corridor(let text, let metres): return try corridor(text, metres: metres)
    }
  }

  private func drawn(_ text: String) throws -> QueryGround {
    var shapes = try DrawnShapes.load(text, kind: .polygons)
    let name = shapes.name
    let invalid = try OutlineMending.mend(&shapes.outlines, areas: shapes.faultyAreas)
    var ground = QueryGround(
      outlines: shapes.outlines, crs: try crs(of: shapes, name: name), words: "inside \(name)")
    let system = try AnalysisSystem(ground.crs, gridFolders: options.coordinates.gridFolders)
    if !ground.outlines.areasBeyond(system.unit.bounds).isEmpty {
      throw QueryAreaError.beyond(text: name, system: system.words)
    }
    if let path = shapes.path { ground.files = [(path, shapes.outlines.areaCount)] }
    ground.warnings = shapes.warnings.map { "\(name): \($0)" }
    if shapes.projection == nil { ground.notes.append("\(name): coordinates are \(ground.crs)") }
    for invalid in invalid {
      let location = invalid.location.map { " near \(CoordinateWords.pair($0))" } ?? ""
      let feature = shapes.outlines.areaCount > 1 ? "feature \(invalid.area + 1): " : ""
      ground.warnings.append(
        "\(name): \(feature)\(invalid.fault.description)\(location); inside is the ground that "
          + "its parts cover")
    }
    return ground
  }

  /// Returns what the coordinates of drawn shapes mean.
  ///
  /// - Throws: ``QueryAreaError/noProjection(text:)``, and as ``SystemQuestion/settle(_:)``.
  func crs(of shapes: DrawnShapes, name: String) throws -> String {
    guard let stated = shapes.projection else {
      guard let crs = options.coordinates.crs ?? LikelyProjection(shapes.box)?.rawValue else {
        throw QueryAreaError.noProjection(text: name)
      }
      return crs
    }
    let settling = try SystemQuestion(
      path: shapes.path ?? name, stated: stated, named: options.coordinates.crs, box: shapes.box,
      role: .query
    ).settle(options.coordinates)
    return settling?.crs ?? stated
  }

  private static func ground(of rectangle: QueryArea.Rectangle) -> QueryGround {
    let (west, east) = (rectangle.west, rectangle.east)
    var outlines = OutlineTable()
    let parts: [(Double, Double)] = west < east ? [(west, east)] : [(west, 180), (-180, east)]
    for (left, right) in parts where left < right {
      outlines.appendArea([
        [
          [
            Point(x: left, y: rectangle.south), Point(x: right, y: rectangle.south),
            Point(x: right, y: rectangle.north), Point(x: left, y: rectangle.north),
            Point(x: left, y: rectangle.south),
          ]
        ]
      ])
    }
    return QueryGround(outlines: outlines, crs: "EPSG:4326", words: "inside the rectangle")
  }
}

// MARK: - An area of a layer

extension QueryGroundLoader {
  private static func area(_ text: String, of boundaries: BoundaryInput) throws -> QueryGround {
    let layer = boundaries.layers[0]
    let area = try layer.area(withCode: text) ?? area(named: text, of: layer)
    // Neighbours take their share of the points on edges, as when all areas are counted.
    let box = layer.outlines.box(ofArea: area)
    var outlines = OutlineTable()
    var wanted: Int?
    for other in 0..<layer.areaCount where layer.outlines.box(ofArea: other).intersects(box) {
      if other == area { wanted = outlines.areaCount }
      outlines.appendArea(other, of: layer.outlines)
    }
    let name = layer.names[area] == layer.codes[area] ? "" : " (\(layer.names[area]))"
    return QueryGround(
      outlines: outlines, wanted: wanted, crs: boundaries.crs,
      words: "inside \(layer.codes[area])\(name) of \(layer.name)")
  }

  private static func area(
    named text: String, of layer: BoundaryLayer
  ) throws(QueryAreaError) -> Int {
    let wanted = text.lowercased()
    let exact = layer.names.indices.filter { layer.names[$0] == text }
    let matches =
      exact.isEmpty ? layer.names.indices.filter { layer.names[$0].lowercased() == wanted } : exact
    if matches.count > 1 {
      throw .ambiguousName(path: layer.path, text: text, codes: matches.map { layer.codes[$0] })
    }
    if let area = matches.first { return area }
    if let area = layer.codes.firstIndex(where: { $0.lowercased() == wanted }) { return area }
    throw .noSuchArea(path: layer.path, text: text, names: layer.names, codes: layer.codes)
  }
}
