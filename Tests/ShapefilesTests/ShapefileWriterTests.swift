import Foundation
import Geometry
import Shapefiles
import TestSupport
import Testing

@Suite("Writing Shapefiles")
struct ShapefileWriterTests {
  let folder = TemporaryFolder()

  @Test("what is written is read again, accents, holes and null shapes included")
  func roundTrip() throws {
    var outlines = OutlineTable()
    outlines.appendArea([[square(0, 0, 10), square(2, 2, 3)], [square(20, 0, 4)]])
    outlines.appendArea([])
    outlines.appendArea([[square(100, 100, 1)]])
    try ShapefileWriter.write(
      outlines: outlines,
      fields: [
        ShapefileField(name: "CODE", kind: .text(width: 9)),
        ShapefileField(name: "NAME", kind: .text(width: 30)),
        ShapefileField(name: "COUNT", kind: .integer(width: 12)),
        ShapefileField(name: "KM2", kind: .real(width: 12, decimals: 3)),
      ],
      rows: [
        [.text("E01000001"), .text("Sainte-Énimie"), .integer(-12_345_678_901), .real(1.5)],
        [.text("E01000002"), .text("Ynys Môn"), .integer(7), .real(-0.125)],
        [.text("E01000003"), .empty, .empty, .empty],
      ],
      projection: "LOCAL_CS[\"made up\"]", to: folder.path("areas"))

    let file = try Shapefile(reading: folder.path("areas.shp"))
    #expect(file.name == "areas")
    #expect(file.recordCount == 3)
    #expect(file.projection == "LOCAL_CS[\"made up\"]")
    #expect(file.encoding.encoding == .utf8)
    #expect(file.encoding.source == .codePageFile)
    #expect(file.warnings == [.nullShape(record: 2)])
    #expect(try file.attributes.column(0) == ["E01000001", "E01000002", "E01000003"])
    #expect(try file.attributes.column(1) == ["Sainte-Énimie", "Ynys Môn", ""])
    #expect(try file.attributes.column(2) == ["-12345678901", "7", ""])
    #expect(try file.attributes.column(3) == ["1.500", "-0.125", ""])
    #expect(file.rings.recordStarts == [0, 3, 3, 4])
    #expect(file.rings.ringStarts == [0, 5, 10, 15, 20])
    // Clockwise outside, counter-clockwise inside: signed areas by hand.
    #expect(file.ringAreas == [-100, 9, -16, -1])
  }

  @Test("the same areas give the same bytes")
  func sameBytes() throws {
    for name in ["first", "second"] {
      try ShapefileWriter.write(
        outlines: OutlineTable(squares: 3), fields: [.init(name: "CODE", kind: .text(width: 4))],
        rows: [[.text("a")], [.text("b")], [.text("c")]], projection: "x", to: folder.path(name))
    }
    for part in ["shp", "shx", "dbf", "prj", "cpg"] {
      let first = try Data(contentsOf: URL(filePath: folder.path("first.\(part)")))
      #expect(try first == Data(contentsOf: URL(filePath: folder.path("second.\(part)"))))
    }
    let table = try Data(contentsOf: URL(filePath: folder.path("first.dbf")))
    #expect(Array(table[1...3]) == [100, 1, 1], "1 January 2000")
  }

  @Test("values and fields that do not fit are refused, never cut")
  func refusals() throws {
    let cases: [(ShapefileField.Kind, ShapefileValue)] = [
      (.text(width: 3), .text("four")), (.text(width: 3), .text("éé")),
      (.text(width: 3), .integer(1)), (.integer(width: 2), .integer(100)),
      (.integer(width: 2), .real(1)), (.real(width: 5, decimals: 2), .real(1000)),
      (.real(width: 5, decimals: 2), .real(.nan)), (.text(width: 9), .text("a\0b")),
    ]
    for (kind, value) in cases {
      #expect(
        throws: ShapefileError.unwritable(
          path: folder.path("no.dbf"), reason: "record 1: the value does not fit field 'F'")
      ) {
        try ShapefileWriter.write(
          outlines: OutlineTable(squares: 1), fields: [.init(name: "F", kind: kind)],
          rows: [[value]], projection: nil, to: folder.path("no"))
      }
    }
    let fields: [ShapefileField] = [
      .init(name: "", kind: .text(width: 1)), .init(name: "ELEVENCHARS", kind: .text(width: 1)),
      .init(name: "É", kind: .text(width: 1)), .init(name: "F", kind: .text(width: 255)),
      .init(name: "F", kind: .text(width: 0)), .init(name: "F", kind: .integer(width: 21)),
      .init(name: "F", kind: .real(width: 4, decimals: 3)), .init(name: "F", kind: .date),
    ]
    for field in fields {
      #expect(throws: ShapefileError.self) {
        try ShapefileWriter.write(
          outlines: OutlineTable(), fields: [field], rows: [], projection: nil,
          to: folder.path("no"))
      }
    }
  }

  @Test("a folder that does not exist is an error")
  func noFolder() {
    #expect(
      throws: ShapefileError.unwritable(
        path: folder.path("absent/areas.shp"), reason: "no such file or directory")
    ) {
      try ShapefileWriter.write(
        outlines: OutlineTable(), fields: [.init(name: "F", kind: .text(width: 1))], rows: [],
        projection: nil, to: folder.path("absent/areas"))
    }
  }
}
