import Boundaries
import Geometry
import TestSupport
import Testing

@Suite("Study areas")
struct StudyAreaTests {
  let folder = TemporaryFolder()

  /// Ten small areas in a row, the first six of borough X, the others of Y.
  private func small() throws -> BoundaryLayer {
    var raw = RawShapefile.squares(10)
    raw.fields.append(.init("LAD", width: 2))
    for row in 0..<10 { raw.rows[row].append(Array((row < 6 ? "X" : "Y").utf8)) }
    try raw.write(to: folder, as: "small")
    return try BoundaryLayer.load(path: folder.path("small"))
  }

  /// Areas twice as wide without the field.
  private func wide() throws -> BoundaryLayer {
    var raw = RawShapefile.squares(5)
    for row in 0..<5 {
      raw.records[row] = [
        [(0, 0), (0, 10), (20, 10), (20, 0), (0, 0)].map {
          Point(x: 400_000 + Double(row) * 20 + $0, y: 300_000 + $1)
        }
      ]
    }
    try raw.write(to: folder, as: "wide")
    return try BoundaryLayer.load(path: folder.path("wide"))
  }

  @Test(
    "FIELD=VALUE is split at its first equals sign",
    arguments: [
      ("LAD11CD=E09000033", StudyArea.field(name: "LAD11CD", value: "E09000033")),
      (" NAME = A=B ", .field(name: "NAME", value: "A=B")), ("N=", .field(name: "N", value: "")),
      ("=x", nil), ("boroughs.shp", nil), ("", nil),
    ] as [(String, StudyArea?)])
  func parsing(text: String, expected: StudyArea?) {
    #expect(StudyArea(fieldAndValue: text) == expected)
  }

  @Test("a layer with the field keeps its value, one without keeps what lies in the union")
  func restriction() throws {
    for layers in [[try small(), try wide()], [try wide(), try small()]] {
      let restricted = try StudyArea.field(name: "lad", value: "X").restrict(layers)
      for layer in restricted {
        #expect(
          layer.codes
            == (layer.name == "small" ? ["A", "B", "C", "D", "E", "F"] : ["A", "B", "C"]))
        #expect(layer.outlines.areaCount == layer.areaCount)
        #expect(layer.outlines.box.maxX == 400_060)
        #expect(try layer.values(ofField: "CODE") == layer.codes)
      }
    }
  }

  @Test("an outline keeps the areas that lie in it by more than half, wherever the middle lies")
  func greaterPart() throws {
    func box(_ from: Double, _ to: Double) -> [[[Point]]] {
      let ring: [(Double, Double)] = [(from, 0), (to, 0), (to, 10), (from, 10), (from, 0)]
      return [[ring.map { Point(x: 400_000 + $0.0, y: 300_000 + $0.1) }]]
    }
    var outlines = OutlineTable()
    // Two fifths of A, twice; all of B; three fifths of C without its middle; two fifths of D with
    // its middle; just half of E.
    for (from, to) in [
      (0.0, 8.0), (0, 8), (20, 40), (40, 46), (54, 60), (66, 74), (80, 90),
    ] { outlines.appendArea(box(from, to)) }
    #expect(try StudyArea.outline(outlines).restrict([try wide()])[0].codes == ["B", "C"])
    // A millimetre more than half of E.
    outlines.appendArea(box(90, 90.001))
    #expect(try StudyArea.outline(outlines).restrict([try wide()])[0].codes == ["B", "C", "E"])
    // Of every area half or less.
    var less = OutlineTable()
    less.appendArea(box(0, 10))
    #expect(throws: BoundaryError.emptyStudyArea(path: folder.path("wide.shp"))) {
      try StudyArea.outline(less).restrict([try wide()])
    }
  }

  @Test("an outline around areas keeps them, but none in its hole")
  func outline() throws {
    var outlines = OutlineTable()
    let outer = RawShapefile.clockwiseSquare(x: 399_000, y: 299_000, size: 2000)
    let hole = RawShapefile.clockwiseSquare(x: 400_040, y: 299_900, size: 500)
    outlines.appendArea([[outer, hole]])
    let kept = try StudyArea.outline(outlines).restrict([try wide()])
    #expect(kept[0].codes == ["A", "B"])
    var elsewhere = OutlineTable()
    elsewhere.appendArea([[RawShapefile.clockwiseSquare(x: 0, y: 0)]])
    #expect(throws: BoundaryError.emptyStudyArea(path: folder.path("wide.shp"))) {
      try StudyArea.outline(elsewhere).restrict([try wide()])
    }
  }

  @Test("an unknown field or value is an error that says what there is")
  func unknown() throws {
    let layers = [try wide(), try small()]
    #expect(
      throws: BoundaryError.noStudyAreaField(
        field: "LED", paths: layers.map(\.path), fields: ["CODE", "NAME", "LAD"])
    ) { try StudyArea.field(name: "LED", value: "X").restrict(layers) }
    #expect(
      throws: BoundaryError.noStudyAreaValue(
        path: folder.path("small.shp"), field: "LAD", value: "x", values: ["X", "Y"])
    ) { try StudyArea.field(name: "LAD", value: "x").restrict(layers) }
  }
}
