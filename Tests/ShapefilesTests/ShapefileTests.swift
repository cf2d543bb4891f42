import Geometry
import Shapefiles
import TestSupport
import Testing

@Suite("Reading Shapefiles")
struct ShapefileTests {
  let folder = TemporaryFolder()

  private func read(_ raw: RawShapefile) throws -> Shapefile {
    try raw.write(to: folder)
    return try Shapefile(reading: folder.path("areas.shp"))
  }

  @Test("rings, attributes and projection are those of the file")
  func plain() throws {
    let file = try read(.squares(3))
    #expect(file.recordCount == 3)
    #expect(file.recordNumbers == [1, 2, 3])
    #expect(file.ringAreas == [-100, -100, -100])
    #expect(file.rings.x[5] == 400_010)
    #expect(file.rings.y[6] == 300_010)
    #expect(try file.attributes.column(0) == ["A", "B", "C"])
    #expect(file.attributes.fields.map(\.name) == ["CODE", "NAME"])
    #expect(file.attributes.fields.map(\.kind) == [.text(width: 12), .text(width: 20)])
    #expect(file.projection == "PROJCS[\"British_National_Grid\"]")
    #expect(file.warnings.isEmpty)
  }

  @Test(
    "areas with heights and measures are read like plain ones",
    arguments: [(15, true), (15, false), (25, true), (25, false)] as [(Int32, Bool)])
  func heightsAndMeasures(type: Int32, hasMeasures: Bool) throws {
    var raw = RawShapefile.squares(2)
    raw.type = type
    raw.hasMeasures = hasMeasures
    raw.records[1].append(RawShapefile.clockwiseSquare(x: 400_100, y: 300_000, size: 3))
    let file = try read(raw)
    #expect(file.ringAreas == [-100, -100, -9])
    #expect(file.rings.recordStarts == [0, 1, 3])
  }

  @Test(
    "the extension may be left out, and be in any letter case",
    arguments: [
      ["areas", "areas.shp", "areas.SHP", "areas.dbf"], ["areas", "areas.shp", "areas.ShP"],
    ])
  func letterCase(typed: [String]) throws {
    let raw = RawShapefile.squares(1)
    let mixed = typed.count == 3
    try folder.write(raw.shapes, to: mixed ? "areas.Shp" : "areas.SHP")
    try folder.write(raw.index, to: mixed ? "areas.shX" : "areas.SHX")
    try folder.write(raw.table, to: mixed ? "areas.dBf" : "areas.DBF")
    try folder.write("PROJCS[]".utf8, to: "areas.PRJ")
    try folder.write("1252".utf8, to: "areas.CPG")
    for name in typed {
      let file = try Shapefile(reading: folder.path(name))
      #expect(file.name == "areas")
      #expect(file.projection == "PROJCS[]")
      #expect(file.encoding.source == .codePageFile)
    }
  }

  @Test("a record without an outline is kept in its place and named")
  func nullShape() throws {
    var raw = RawShapefile.squares(3)
    raw.records[1] = []
    let file = try read(raw)
    #expect(file.rings.recordStarts == [0, 1, 1, 2])
    #expect(try file.attributes.column(0) == ["A", "B", "C"])
    #expect(file.warnings == [.nullShape(record: 2)])
  }

  @Test("a ring with fewer than four points is left out and named")
  func shortRing() throws {
    var raw = RawShapefile.squares(2)
    let square = raw.records[0][0]
    raw.records[0] = [square, Array(square[..<2])]
    raw.records[1] = [[square[0]]]
    let file = try read(raw)
    #expect(file.ringAreas == [-100])
    #expect(
      file.warnings == [
        .shortRing(record: 1, ring: 2, points: 2), .shortRing(record: 2, ring: 1, points: 1),
        .nullShape(record: 2),
      ])
  }

  @Test("an open ring is closed with a straight line and named")
  func openRing() throws {
    var raw = RawShapefile.squares(1)
    raw.records[0][0].removeLast()
    let file = try read(raw)
    #expect(file.ringAreas == [-100])
    #expect(file.rings.x.first == file.rings.x.last)
    #expect(file.warnings == [.openRing(record: 1, ring: 1)])
  }

  @Test("rings that enclose nothing or repeat another are left out and named")
  func ringsWithoutEffect() throws {
    var raw = RawShapefile.squares(1)
    let square = raw.records[0][0]
    let line = [0.0, 3, 1, 0].map { Point(x: $0 / 10, y: $0 / 10) }
    let place = [Point](repeating: square[0], count: 5)
    let turned = Array(square[2...] + square[1...2])
    raw.records[0] = [line, square, place, turned, square.reversed()]
    let file = try read(raw)
    #expect(file.ringAreas == [-100, 100], "a ring in the other direction is a hole, not a copy")
    #expect(
      file.warnings == [
        .flatRing(record: 1, ring: 1), .flatRing(record: 1, ring: 3),
        .repeatedRing(record: 1, ring: 4),
      ])
  }

  @Test("deleted records are left out, counted and named")
  func deletedRecords() throws {
    var raw = RawShapefile.squares(4)
    raw.deleted = [1, 3]
    let file = try read(raw)
    #expect(file.recordCount == 4)
    #expect(file.recordNumbers == [1, 3])
    #expect(try file.attributes.column(0) == ["A", "C"])
    #expect(file.rings.x[5] == 400_020)
    #expect(file.warnings == [.deletedRecords(count: 2, first: 2)])
  }

  @Test("a Shapefile without records is read")
  func noRecords() throws {
    let file = try read(.squares(0))
    #expect(file.recordCount == 0)
    #expect(try file.attributes.column(0).isEmpty)
  }

  @Test("leftovers between records, which editors leave, are skipped")
  func leftovers() throws {
    let raw = RawShapefile.squares(2)
    try raw.write(to: folder)
    var shapes = raw.shapes
    let junk = [UInt8](repeating: 0x7F, count: 24)
    shapes.insert(contentsOf: junk, at: 236)
    shapes[24...27] = [0, 0, 0, UInt8(shapes.count / 2)]
    var index = raw.index
    index[108...111] = [0, 0, 0, UInt8((236 + 24) / 2)]
    try folder.write(shapes, to: "areas.shp")
    try folder.write(index, to: "areas.shx")
    #expect(try Shapefile(reading: folder.path("areas")).ringAreas == [-100, -100])
  }
}
