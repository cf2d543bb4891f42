import Boundaries
import Geometry
import Shapefiles
import TestSupport
import Testing

@Suite("Boundary layers")
struct BoundaryLayerTests {
  let folder = TemporaryFolder()
  private var path: String { folder.path("areas.shp") }

  private func load(
    _ raw: RawShapefile, codeField: String? = nil, nameField: String? = nil,
    assumedProjection: String? = nil
  ) throws -> BoundaryLayer {
    try raw.write(to: folder)
    return try BoundaryLayer.load(
      path: path, codeField: codeField, nameField: nameField,
      assumedProjection: assumedProjection)
  }

  @Test("areas come in the byte order of their codes, whatever the file's")
  func order() throws {
    var raw = RawShapefile.squares(4)
    for (row, code) in ["b", "É", "B", "a"].enumerated() { raw.rows[row][0] = Array(code.utf8) }
    let layer = try load(raw)
    #expect(layer.codes == ["B", "a", "b", "É"])
    #expect(layer.names == ["Area C", "Area D", "Area A", "Area B"])
    #expect(layer.records == [3, 4, 1, 2])
    #expect(
      (0..<4).map { layer.outlines.box(ofArea: $0).minX } == [400_020, 400_030, 400_000, 400_010])
    #expect(layer.area(withCode: "a") == 1)
    #expect(layer.area(withCode: "A") == nil)
    #expect(layer.area(withCode: "z") == nil)
    #expect(try layer.values(ofField: "name") == layer.names)
    #expect(try layer.values(ofField: "absent") == nil)
    #expect(layer.fieldNames == ["CODE", "NAME"])
    #expect(layer.projection == "PROJCS[\"British_National_Grid\"]")
    #expect(!layer.isProjectionAssumed)
  }

  @Test("an island in a hole is grouped, whatever the order and winding", arguments: 0..<24)
  func islands(arrangement: Int) throws {
    let rings = [
      RawShapefile.clockwiseSquare(x: 400_000, y: 300_000, size: 100),
      RawShapefile.clockwiseSquare(x: 400_010, y: 300_010, size: 80),
      RawShapefile.clockwiseSquare(x: 400_020, y: 300_020, size: 10),
    ]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var raw = RawShapefile.squares(1)
    raw.records[0] = orders[arrangement % 6].map { ring in
      let isReversed = (arrangement / 6) >> (ring % 2) & 1 == 1
      return isReversed ? rings[ring].reversed() : rings[ring]
    }
    let outlines = try load(raw).outlines
    #expect(outlines.area(of: 0) == 10_000 - 6_400 + 100)
    #expect(outlines.polygonCount == 2)
    #expect(outlines.ringCount == 3)
    let signs = (0..<3).map { outlines.signedArea(ofRing: $0) }.sorted()
    #expect(signs == [-6400, 100, 10_000], "outer rings run counter-clockwise, holes clockwise")
  }

  @Test("null shapes, short rings and deleted records are left out and named with their codes")
  func leftOut() throws {
    var raw = RawShapefile.squares(5)
    raw.records[1] = []
    raw.records[2].append(Array(raw.records[2][0][..<2]))
    raw.deleted = [3]
    let layer = try load(raw)
    #expect(layer.codes == ["A", "C", "E"])
    #expect(layer.records == [1, 3, 5])
    #expect(layer.recordCount == 5)
    #expect((0..<3).map { layer.outlines.area(of: $0) } == [100, 100, 100])
    #expect(
      layer.warnings == [
        "record 4 is marked as deleted in the .dbf and is left out",
        "record 2 ('B') has no outline and is left out",
        "record 3 ('C'): ring 2 has 2 points, at least 4 are needed; the ring is left out",
      ])
  }

  @Test("a left-out record may share a code or have none")
  func leftOutCodes() throws {
    var raw = RawShapefile.squares(3)
    raw.records[1] = []
    raw.rows[1][0] = Array("A".utf8)
    #expect(try load(raw).codes == ["A", "C"])
    raw.rows[1][0] = []
    #expect(try load(raw).warnings == ["record 2 has no outline and is left out"])
  }

  @Test("duplicate codes are an error that names both records")
  func duplicates() throws {
    var raw = RawShapefile.squares(3)
    raw.rows[2][0] = Array("A".utf8)
    #expect(
      throws: BoundaryError.duplicateCode(path: path, field: "CODE", code: "A", records: [1, 3])
    ) { try load(raw) }
  }

  @Test("an empty code is an error that names the record")
  func emptyCode() throws {
    var raw = RawShapefile.squares(3)
    raw.rows[1][0] = Array("  ".utf8)
    #expect(throws: BoundaryError.emptyCode(path: path, field: "CODE", record: 2)) {
      try load(raw)
    }
  }

  @Test("numeric codes are digits, and missing names are the codes")
  func numericCodes() throws {
    var raw = RawShapefile.squares(2)
    raw.fields[0] = .init("BEAT", "N", width: 20, decimals: 5)
    raw.rows[0][0] = Array("1002.00000".utf8)
    raw.rows[1] = [Array("37.00000".utf8), []]
    let layer = try load(raw)
    #expect(layer.codes == ["1002", "37"])
    #expect(layer.names == ["Area A", "37"])
    raw.fields[1] = .init("REMARK", width: 20)
    let nameless = try load(raw)
    #expect(nameless.nameField == nil)
    #expect(nameless.names == nameless.codes)
  }

  @Test("fields that are named are used, in any letter case")
  func namedFields() throws {
    let layer = try load(.squares(2), codeField: "name", nameField: "Code")
    #expect(layer.codes == ["Area A", "Area B"])
    #expect(layer.names == ["A", "B"])
    #expect(layer.codeField == "NAME")
    #expect(layer.nameField == "CODE")
  }

  @Test("a field that is named and absent is an error that lists the fields")
  func absentField() throws {
    #expect(
      throws: BoundaryError.noSuchField(
        path: path, field: "COED", role: .code, fields: ["CODE", "NAME"])
    ) { try load(.squares(1), codeField: "COED") }
    #expect(
      throws: BoundaryError.noSuchField(
        path: path, field: "x", role: .name, fields: ["CODE", "NAME"])
    ) { try load(.squares(1), nameField: "x") }
  }

  @Test("a file without a field that looks like codes is an error that lists the fields")
  func noCodeField() throws {
    var raw = RawShapefile.squares(1)
    raw.fields = [.init("FID_1"), .init("REMARK", width: 20)]
    #expect(throws: BoundaryError.noCodeField(path: path, fields: ["FID_1", "REMARK"])) {
      try load(raw)
    }
  }

  @Test("a missing .prj stops, with the system that the bounds look like")
  func noProjection() throws {
    var raw = RawShapefile.squares(2)
    for projection in [nil, " "] {
      raw.projection = projection
      #expect(throws: BoundaryError.noProjection(path: path, likely: .britishNationalGrid)) {
        try load(raw)
      }
    }
    let layer = try load(raw, assumedProjection: "EPSG:27700")
    #expect(layer.projection == "EPSG:27700")
    #expect(layer.isProjectionAssumed)
    raw.records = [0.0, 1.0].map { [RawShapefile.clockwiseSquare(x: $0, y: 51, size: 0.5)] }
    #expect(throws: BoundaryError.noProjection(path: path, likely: .degrees)) { try load(raw) }
    raw.records = [0.0, 1.0].map { [RawShapefile.clockwiseSquare(x: $0 - 9e6, y: 6e6)] }
    #expect(throws: BoundaryError.noProjection(path: path, likely: nil)) { try load(raw) }
    raw.projection = "PROJCS[]"
    #expect(try load(raw, assumedProjection: "EPSG:27700").projection == "PROJCS[]")
  }

  @Test(
    "accented names come out right from each encoding",
    arguments: [
      ("UTF-8", Array("Ynys Môn".utf8)), ("ISO-8859-1", Array("Ynys M".utf8) + [0xF4, 0x6E]),
      (nil, Array("Ynys M".utf8) + [0xF4, 0x6E]),
    ] as [(String?, [UInt8])])
  func encodings(codePage: String?, name: [UInt8]) throws {
    var raw = RawShapefile.squares(1)
    raw.codePage = codePage
    raw.rows[0][1] = name
    #expect(try load(raw).names == ["Ynys Môn"])
  }

  @Test("no record with an outline is an error", arguments: [0, 2])
  func noAreas(count: Int) throws {
    var raw = RawShapefile.squares(count)
    raw.records = raw.records.map { _ in [] }
    #expect(throws: BoundaryError.noAreas(path: path)) { try load(raw) }
  }

  @Test("other formats and missing files are told apart")
  func otherFormats() {
    for name in ["wards.kml", "wards.GML", "wards.kmz"] {
      #expect(throws: BoundaryError.unknownFormat(path: name)) {
        try BoundaryLayer.load(path: name)
      }
    }
    let error = #expect(throws: BoundaryError.self) {
      try BoundaryLayer.load(path: folder.path("absent"))
    }
    #expect(
      error == .shapefile(.missingFile(path: folder.path("absent.shp"), part: "shp")))
    #expect(error?.isMissingFile == true)
    let archive = #expect(throws: BoundaryError.self) {
      try BoundaryLayer.load(path: folder.path("absent.zip"))
    }
    #expect(archive?.isMissingFile == true)
    #expect(BoundaryError.noAreas(path: "x").isMissingFile == false)
  }
}
