import Geometry
import TestSupport
import Testing

@testable import Shapefiles

@Suite("Point Shapefiles")
struct PointShapefileTests {
  private let folder = TemporaryFolder()

  private func points(_ count: Int) -> RawPoints {
    RawPoints(
      (0..<count).map { $0 % 7 == 3 ? nil : Point(x: Double($0) + 0.5, y: -Double($0)) },
      fields: [.init("NAME", width: 12), .init("DAY", "D", width: 8), .init("N", "N", width: 6)],
      rows: (0..<count).map { ["é\($0)", "2017033\($0 % 2)", "\($0)"] })
  }

  private func read() throws -> [(number: Int, point: Point?, values: [String])] {
    let file = try PointShapefile(reading: folder.path("points.shp"))
    var records: [(number: Int, point: Point?, values: [String])] = []
    while try file.next() {
      records.append(
        (file.recordNumber, file.point, file.fields.indices.map { file.value(ofField: $0) }))
    }
    return records
  }

  @Test(
    "records come in order, also beyond those held at a time", arguments: [1, 11, 21] as [Int32])
  func records(type: Int32) throws {
    var raw = points(1300)
    raw.type = type
    raw.table.deleted = [5, 600]
    try raw.write(to: folder)
    let records = try read()
    #expect(records.count == 1298)
    #expect(records.map(\.number) == (1...1300).filter { $0 != 6 && $0 != 601 })
    for record in records {
      let index = record.number - 1
      #expect(record.point == raw.points[index])
      #expect(record.values == ["é\(index)", "2017-03-3\(index % 2)", "\(index)"])
    }
  }

  @Test("text that is not UTF-8 anywhere is Windows-1252 everywhere")
  func encoding() throws {
    var raw = points(700)
    raw.table.rows[699][0] = [0xE9]
    raw.table.rows[0][0] = [0x80]
    try raw.write(to: folder)
    let records = try read()
    #expect(records[0].values[0] == "€" && records[699].values[0] == "é")
  }

  @Test("areas are no points, and points no areas")
  func kinds() throws {
    try RawShapefile.squares(2).write(to: folder)
    #expect(
      throws: ShapefileError.notPoints(path: folder.path("areas.shp"), found: "areas")
    ) { try PointShapefile(reading: folder.path("areas.shp")) }
    try points(2).write(to: folder)
    #expect(
      throws: ShapefileError.notAreas(path: folder.path("points.shp"), found: "points")
    ) { try Shapefile(reading: folder.path("points.shp")) }
  }

  @Test("files cut short end in an error")
  func truncated() throws {
    try points(20).write(to: folder)
    for part in ["shp", "shx", "dbf"] {
      let bytes = try folder.read("points.\(part)")
      for length in stride(from: 0, to: bytes.count - 1, by: 37) {
        try folder.write(bytes[..<length], to: "points.\(part)")
        #expect(throws: ShapefileError.self) { try read() }
      }
      try folder.write(bytes, to: "points.\(part)")
    }
    #expect(try read().count == 20)
  }
}
