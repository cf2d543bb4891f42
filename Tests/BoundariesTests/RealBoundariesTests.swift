import Boundaries
import Geometry
import TestSupport
import Testing

/// Facts of the real files, by GeoPandas 1.x: the layer sorted by code, `geometry.area`,
/// `count_coordinates()`, and the numbers of `MultiPolygon` geometries and of rings.
@Suite("Real boundaries", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealBoundariesTests {
  struct Facts: Sendable, CustomTestStringConvertible {
    var file: String
    var codeField: String
    var nameField: String
    var areas: Int
    var vertices: Int
    var rings: Int
    var multipart: Int
    var squareMetres: Double
    var samples: [(code: String, name: String, squareMetres: Double)]

    var testDescription: String { file }
  }

  static let facts = [
    Facts(
      file: "london-lsoa-2011", codeField: "LSOA11CD", nameField: "LSOA11NM", areas: 4835,
      vertices: 159_752, rings: 4864, multipart: 26, squareMetres: 1_573_503_769.5554612,
      samples: [
        ("E01000001", "City of London 001A", 133_324.9787002044),
        ("E01002469", "Hillingdon 010D", 232_791.4566900125),
        ("E01033746", "Greenwich 038E", 129_216.36950090615),
      ]),
    Facts(
      file: "london-lsoa-2021", codeField: "LSOA21CD", nameField: "LSOA21NM", areas: 4994,
      vertices: 164_622, rings: 5038, multipart: 37, squareMetres: 1_573_336_387.5302823,
      samples: [
        ("E01000001", "City of London 001A", 133_759.15354647386),
        ("E01035722", "Westminster 024G", 116_040.86709382237),
      ]),
    Facts(
      file: "london-wards-2014", codeField: "GSS_CODE", nameField: "NAME", areas: 654,
      vertices: 164_427, rings: 654, multipart: 0, squareMetres: 1_594_697_013.6,
      samples: [
        ("E05000026", "Abbey", 1_282_926.2099999925),
        ("E05009405", "Stanley", 724_244.1299999941),
      ]),
    Facts(
      file: "westminster-lsoa-2021-full", codeField: "lsoa21cd", nameField: "lsoa21nm",
      areas: 123, vertices: 39_755, rings: 125, multipart: 1, squareMetres: 22_027_993.253897842,
      samples: [("E01004718", "Westminster 004A", 73_926.07300942633)]),
  ]

  private func load(_ file: String) throws -> BoundaryLayer {
    try BoundaryLayer.load(path: SharedData.path("realdata/boundaries/\(file).shp"))
  }

  @Test("fields, counts and areas are those of GeoPandas", arguments: facts)
  func agreesWithGeoPandas(_ facts: Facts) throws {
    let layer = try load(facts.file)
    #expect(layer.name == facts.file)
    #expect(layer.codeField == facts.codeField)
    #expect(layer.nameField == facts.nameField)
    #expect(layer.areaCount == facts.areas)
    #expect(layer.recordCount == facts.areas)
    #expect(layer.outlines.vertexCount == facts.vertices)
    #expect(layer.outlines.ringCount == facts.rings)
    let multipart = (0..<layer.areaCount).count { layer.outlines.polygons(of: $0).count > 1 }
    #expect(multipart == facts.multipart)
    #expect(layer.warnings.isEmpty)
    #expect(layer.projection.contains("British_National_Grid"))
    #expect(!layer.isProjectionAssumed)
    let total = (0..<layer.areaCount).reduce(0.0) { $0 + layer.outlines.area(of: $1) }
    #expect(abs(total / facts.squareMetres - 1) < 1e-9)
    for sample in facts.samples {
      let area = try #require(layer.area(withCode: sample.code))
      #expect(layer.names[area] == sample.name)
      #expect(abs(layer.outlines.area(of: area) / sample.squareMetres - 1) < 1e-9)
    }
  }

  @Test("Westminster is 128 LSOAs by field and 20 wards by their inner points")
  func westminster() throws {
    let layers = [try load("london-wards-2014"), try load("london-lsoa-2011")]
    let studyArea = try #require(StudyArea(fieldAndValue: "lad11cd=E09000033"))
    let restricted = try studyArea.restrict(layers)
    #expect(restricted.map(\.areaCount) == [20, 128])
    #expect(restricted[0].names.contains("St. James's"))
    #expect(
      try restricted[0].values(ofField: "BOROUGH") == Array(repeating: "Westminster", count: 20))
    #expect(restricted[1].codes == restricted[1].codes.sorted())
    // The borough as an outline: its LSOAs hold its wards by the greater part, and these them.
    for (outline, layer) in [(1, 0), (0, 1)] {
      let kept = try StudyArea.outline(restricted[outline].outlines).restrict([layers[layer]])[0]
      #expect(kept.codes == restricted[layer].codes)
    }
  }

  /// By shapely 2: `maximum_inscribed_circle(geometry, tolerance=1e-6).length`.
  @Test("inner points have the room of GEOS's largest circles to a thousandth")
  func innerPoints() throws {
    let layer = try load("london-lsoa-2011")
    for (code, radius) in [
      ("E01000001", 93.9864012885895), ("E01001019", 228.1743519014815),
      ("E01002050", 109.79883580248547), ("E01004098", 175.56511092954753),
      ("E01033746", 101.9026058640745),
    ] {
      let area = try #require(layer.area(withCode: code))
      let point = try #require(layer.outlines.innerPoint(ofArea: area))
      let room = layer.outlines.distance(from: point, toOutlineOf: area)
      #expect(room <= radius * 1.000001, "\(code)")
      #expect(room >= radius * 0.999, "\(code)")
    }
  }
}

extension OutlineTable {
  /// Returns how far a position is from an area's nearest edge.
  fileprivate func distance(from point: Point, toOutlineOf area: Int) -> Double {
    var nearest = Double.infinity
    for ring in rings(ofArea: area) {
      for vertex in vertices(ofRing: ring).dropLast() {
        let (dx, dy) = (x[vertex + 1] - x[vertex], y[vertex + 1] - y[vertex])
        let along = ((point.x - x[vertex]) * dx + (point.y - y[vertex]) * dy) / (dx * dx + dy * dy)
        let reached = min(1, max(0, along))
        let (ex, ey) = (x[vertex] + reached * dx - point.x, y[vertex] + reached * dy - point.y)
        nearest = min(nearest, (ex * ex + ey * ey).squareRoot())
      }
    }
    return nearest
  }
}
