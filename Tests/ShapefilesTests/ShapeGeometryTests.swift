import Geometry
import Shapefiles
import Statistics
import TestSupport
import Testing

/// Points, lines and areas without attributes, and what damaged files do.
@Suite("The geometry of a Shapefile")
struct ShapeGeometryTests {
  let folder = TemporaryFolder()

  /// Two lines, the first of two parts, and a null shape between them.
  private static func lines(type: Int32) -> RawShapefile {
    let first = [Point(x: 1, y: 2), Point(x: 3, y: 4), Point(x: 5, y: 4)]
    let second = [Point(x: -1, y: 0), Point(x: 0, y: -1)]
    var raw = RawShapefile(
      records: [[first, second], [], [second.reversed()]],
      rows: [["A", ""], ["B", ""], ["C", ""]])
    raw.type = type
    raw.hasMeasures = false
    return raw
  }

  @Test("lines keep their parts, vertices and order", arguments: [3, 23] as [Int32])
  func lines(type: Int32) throws {
    try Self.lines(type: type).write(to: folder, as: "roads")
    folder.remove("roads.dbf")
    let shapes = try ShapeGeometry(reading: folder.path("roads.shp"))
    #expect(shapes.kind == .lines)
    #expect(shapes.x == [1, 3, 5, -1, 0, 0, -1])
    #expect(shapes.y == [2, 4, 4, 0, -1, -1, 0])
    #expect(shapes.partEnds == [3, 5, 7])
    #expect(shapes.partCounts == [2, 0, 1])
    #expect(shapes.projection == "PROJCS[\"British_National_Grid\"]")
  }

  @Test("points are parts of one vertex", arguments: [1, 11, 21] as [Int32])
  func points(type: Int32) throws {
    var raw = RawPoints(
      [Point(x: 1, y: 2), nil, Point(x: 3, y: 4)], fields: [.init("CODE")],
      rows: [["A"], ["B"], ["C"]])
    raw.type = type
    try raw.write(to: folder)
    let shapes = try ShapeGeometry(reading: folder.path("points.shp"))
    #expect(shapes.kind == .points)
    #expect(shapes.x == [1, 3])
    #expect(shapes.y == [2, 4])
    #expect(shapes.partEnds == [1, 2])
    #expect(shapes.partCounts == [1, 0, 1])
  }

  // The oracle is the reader of areas, which goes through Shapelib.
  @Test("areas have the rings that Shapelib reads")
  func areas() throws {
    try RawShapefile.squares(3).write(to: folder)
    let shapes = try ShapeGeometry(reading: folder.path("areas.shp"))
    let file = try Shapefile(reading: folder.path("areas.shp"))
    #expect(shapes.kind == .areas)
    #expect(shapes.x == file.rings.x)
    #expect(shapes.y == file.rings.y)
    #expect([0] + shapes.partEnds == file.rings.ringStarts)
  }

  @Test("a group of points is read point by point, and one that does not fit is refused")
  func multiPoint() throws {
    try Self.lines(type: 3).write(to: folder, as: "stops")
    // A record of one line with two points becomes a group: the count lies where the parts were.
    func patched(count: UInt8) throws {
      var raw = Self.lines(type: 3)
      raw.records = [[[Point(x: 1, y: 2), Point(x: 3, y: 4)]]]
      raw.rows = [raw.rows[0]]
      var bytes = raw.shapes
      for header in [32, 108] { bytes[header] = 8 }
      bytes[108 + 36] = count
      // The eight bytes of the points' number and the first part go; the file gets shorter by them.
      bytes.removeSubrange((108 + 40)..<(108 + 48))
      bytes[27] -= 4
      bytes[107] -= 4
      var index = raw.index
      index[32] = 8
      index[107] -= 4
      try folder.write(bytes, to: "stops.shp")
      try folder.write(index, to: "stops.shx")
    }
    try patched(count: 2)
    let shapes = try ShapeGeometry(reading: folder.path("stops.shp"))
    #expect(shapes.kind == .points)
    #expect(shapes.x == [1, 3])
    #expect(shapes.y == [2, 4])
    #expect(shapes.partEnds == [1, 2])
    for count: UInt8 in [3, 255] {
      try patched(count: count)
      #expect(throws: ShapefileError.self) {
        try ShapeGeometry(reading: folder.path("stops.shp"))
      }
    }
  }

  @Test("files cut short at each length end in an error", arguments: ["shp", "shx"])
  func cut(part: String) throws {
    try Self.lines(type: 3).write(to: folder, as: "roads")
    let bytes = try folder.read("roads.\(part)")
    for length in 0..<bytes.count {
      try folder.write(bytes[..<length], to: "roads.\(part)")
      #expect(throws: ShapefileError.self) {
        try ShapeGeometry(reading: folder.path("roads.shp"))
      }
    }
  }

  @Test("each byte replaced by extremes ends in an error or in parts that make sense")
  func extremes() throws {
    for part in ["shp", "shx"] {
      try Self.lines(type: 3).write(to: folder, as: "roads")
      let bytes = try folder.read("roads.\(part)")
      for place in bytes.indices {
        for value: UInt8 in [0x7F, 0xFF] {
          var damaged = bytes
          damaged[place] = value
          try folder.write(damaged, to: "roads.\(part)")
          guard let shapes = try? ShapeGeometry(reading: folder.path("roads.shp")) else { continue }
          #expect(shapes.partEnds.last ?? 0 == shapes.x.count)
          #expect(shapes.x.count == shapes.y.count)
          #expect((shapes.x + shapes.y).allSatisfy { abs($0) <= 1e12 })
          #expect(shapes.partCounts.reduce(0, +) == shapes.partEnds.count)
        }
      }
    }
  }

  @Test("what is not flat, a missing index and a coordinate that is no number are refused")
  func refusals() throws {
    try Self.lines(type: 3).write(to: folder, as: "roads")
    var bytes = Self.lines(type: 3).shapes
    var index = Self.lines(type: 3).index
    (bytes[32], index[32]) = (31, 31)
    try folder.write(bytes, to: "solid.shp")
    try folder.write(index, to: "solid.shx")
    let solid = folder.path("solid.shp")
    #expect(
      throws: ShapefileError.notFlat(path: solid, found: "surfaces in three dimensions")
    ) { try ShapeGeometry(reading: solid) }
    folder.remove("roads.shx")
    let roads = folder.path("roads.shp")
    #expect(throws: ShapefileError.missingFile(path: roads, part: "shx")) {
      try ShapeGeometry(reading: roads)
    }
    var endless = Self.lines(type: 3)
    endless.records[0][0][1] = Point(x: .infinity, y: 0)
    try endless.write(to: folder, as: "endless")
    let path = folder.path("endless.shp")
    #expect(
      throws: ShapefileError.badRecord(
        path: path, record: 1,
        reason: "a coordinate is 'inf', it must be a finite number between -1e12 and 1e12")
    ) { try ShapeGeometry(reading: path) }
  }
}
