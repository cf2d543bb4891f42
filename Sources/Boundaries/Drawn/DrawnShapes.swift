package import Geometry
import Shapefiles

/// Polygons or lines that somebody drew: a cordon, a street, a route; without codes or names.
package struct DrawnShapes: Sendable, Equatable {
  /// The areas, one for each feature that has polygons.
  package var outlines = OutlineTable()
  /// The areas whose outlines are not valid, for ``OutlineMending``.
  package private(set) var faultyAreas: [Int] = []
  /// The lines, those of all features one behind the other.
  package var lines: [[Point]] = []
  /// What the coordinates mean, as PROJ takes it; `nil` if nothing says so.
  package var projection: String?
  /// What was left out or put right, in words.
  package var warnings: [String] = []
  /// The file that was read; `nil` for text.
  package var path: String?

  /// Creates an empty drawing.
  package init() {}

  /// The rectangle around everything drawn.
  package var box: Box {
    var box = outlines.box
    for line in lines { for point in line { box.formUnion(x: point.x, y: point.y) } }
    return box
  }

  /// What messages call the drawing: the file in quotes, or `the well-known text`.
  package var name: String { path.map { "'\($0)'" } ?? "the well-known text" }

  /// What is drawn; an error names it where something else is needed.
  package enum Kind: String, Sendable {
    case polygons, lines
  }

  /// Reads well-known text, or a file by its extension.
  ///
  /// - Parameters:
  ///   - text: Well-known text, or the path of a file of it (`.wkt`), of a GeoJSON file, a
  ///     Shapefile or a layer of a GeoPackage.
  ///   - kind: What is needed.
  /// - Returns: The shapes, at least one of that kind.
  /// - Throws: ``DrawnShapeError``, ``BoundaryError``.
  package static func load(_ text: String, kind: Kind) throws -> DrawnShapes {
    let isText = WellKnownShapes.looksLikeText(text)
    guard isText || text.lowercased().hasSuffix(".wkt") else {
      return switch kind {
      case .polygons: try DrawnShapes(polygonsOf: text)
      case .lines: try DrawnLines.load(text)
      }
    }
    let name = isText ? "the well-known text" : "'\(text)'"
    var shapes = try WellKnownShapes.read(isText ? text : DrawnFile.text(of: text), name: name)
    if !isText { shapes.path = text }
    switch kind {
    case .polygons where shapes.outlines.areaCount == 0:
      throw DrawnShapeError.nothingDrawn(
        name: name, found: shapes.lines.isEmpty ? "it is empty" : "it holds lines",
        needed: "at least one polygon")
    case .lines where shapes.lines.isEmpty:
      throw DrawnShapeError.nothingDrawn(
        name: name, found: shapes.outlines.areaCount == 0 ? "it is empty" : "it holds polygons",
        needed: "at least one line")
    default: return shapes
    }
  }

  /// Appends an area after checking its rings.
  mutating func append(
    polygons: [[[Point]]], name: String
  ) throws(DrawnShapeError) {
    for rings in polygons {
      for (position, ring) in rings.enumerated() {
        let place = DrawnShapeError.Place(name: name, ring: position + 1)
        if !ring.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) { throw .notFinite(place) }
        guard let first = ring.first, let last = ring.last else { throw .emptyRing(place) }
        if first != last { throw .openRing(place, first: first, last: last) }
        if ring.count < 4 { throw .shortRing(place, points: ring.count) }
      }
    }
    let drawn = polygons.filter { !$0.isEmpty }
    guard !drawn.isEmpty else { return }
    let points = drawn.joined().joined()
    var ringStarts = [0]
    for ring in drawn.joined() { ringStarts.append(ringStarts[ringStarts.count - 1] + ring.count) }
    var maker = RecordOutlines(isLoose: false)
    do {
      let outline = try maker.outline(
        drawn, x: points.map(\.x), y: points.map(\.y), ringStarts: ringStarts[...])
      if outline.isFaulty { faultyAreas.append(outlines.areaCount) }
      outlines.appendArea(outline.polygons)
    } catch {
      throw .unusable(name: name, reason: error.reason)
    }
  }

  /// Appends lines after checking them.
  mutating func append(
    lines: [[Point]], name: String
  ) throws(DrawnShapeError) {
    for (position, line) in lines.enumerated() {
      let place = DrawnShapeError.Place(name: name, ring: position + 1)
      if !line.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) { throw .notFinite(place) }
      if line.count < 2 { throw .shortLine(place, points: line.count) }
      self.lines.append(line)
    }
  }

  /// Reads the polygons of a file of boundaries, which need no codes here.
  private init(polygonsOf path: String) throws(BoundaryError) {
    let file = try BoundaryFile(path: path)
    let records = file.recordNumbers.indices.filter { !file.rings.rings(ofRecord: $0).isEmpty }
    let made = try file.outlines(ofRecords: records)
    (outlines, faultyAreas) = (made.table, made.faulty)
    guard outlines.areaCount > 0 else { throw file.absence }
    projection = file.projection
    self.path = file.path
    warnings = file.warnings.map { $0.words(code: nil, noun: file.noun) }
  }
}
