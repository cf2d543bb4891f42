import Foundation
import Geometry
import Shapefiles
import TestSupport
import Testing

@Suite("Damaged Shapefiles")
struct ShapefileErrorTests {
  let folder = TemporaryFolder()

  /// Bytes of the first record of `RawShapefile.squares`: header at 100, content at 108.
  static let content = 108

  private func error(after damage: (inout RawFiles) throws -> Void) throws -> ShapefileError? {
    let raw = RawShapefile.squares(3)
    var files = RawFiles(shp: raw.shapes, shx: raw.index, dbf: raw.table)
    try damage(&files)
    return error(of: files)
  }

  private func error(of files: RawFiles) -> ShapefileError? {
    #expect(throws: ShapefileError.self) {
      try folder.write(files.shp, to: "areas.shp")
      try folder.write(files.shx, to: "areas.shx")
      try folder.write(files.dbf, to: "areas.dbf")
      _ = try Shapefile(reading: folder.path("areas"))
    }
  }

  struct RawFiles {
    var shp: [UInt8]
    var shx: [UInt8]
    var dbf: [UInt8]
  }

  private var shp: String { folder.path("areas.shp") }
  private var shx: String { folder.path("areas.shx") }
  private var dbf: String { folder.path("areas.dbf") }

  @Test("a missing file is named", arguments: ["shp", "shx", "dbf"])
  func missing(part: String) throws {
    try RawShapefile.squares(1).write(to: folder)
    folder.remove("areas.\(part)")
    let error = #expect(throws: ShapefileError.missingFile(path: shp, part: part)) {
      try Shapefile(reading: folder.path("areas"))
    }
    // What is missing with the index can be found in the .shp.
    #expect(error?.isMissingFile == (part != "shx") && error?.isOfIndex == (part == "shx"))
  }

  @Test("a missing projection is not an error of this module")
  func missingProjection() throws {
    var raw = RawShapefile.squares(1)
    raw.projection = nil
    try raw.write(to: folder)
    #expect(try Shapefile(reading: folder.path("areas")).projection == nil)
  }

  @Test("truncated files say how much is missing")
  func truncated() throws {
    #expect(
      try error { $0.shp.removeLast(2) } == .truncated(path: shp, bytes: 506, expected: 508))
    #expect(
      try error { $0.shx.removeLast(8) } == .truncated(path: shx, bytes: 116, expected: 124))
    // Without its end mark the table is still whole.
    #expect(
      try error { $0.dbf.removeLast(2) } == .truncated(path: dbf, bytes: 195, expected: 196))
    #expect(try error { $0.shp = [] } == .truncated(path: shp, bytes: 0, expected: 100))
    #expect(try error { $0.dbf = [3] } == .truncated(path: dbf, bytes: 1, expected: 32))
  }

  @Test("numbers of records that differ are given for all three files")
  func differingCounts() throws {
    #expect(
      try error { $0.dbf = RawShapefile.squares(2).table }
        == .differingCounts(path: shp, shapes: 3, index: 3, attributes: 2))
    #expect(
      try error { $0.shx = RawShapefile.squares(2).index }
        == .differingCounts(path: shp, shapes: 3, index: 2, attributes: 3))
    #expect(
      try error {
        $0.shx = RawShapefile.squares(2).index
        $0.dbf = RawShapefile.squares(2).table
      } == .differingCounts(path: shp, shapes: 3, index: 2, attributes: 2))
    #expect(
      try error { $0.shp = RawShapefile.squares(2).shapes }
        == .badRecord(
          path: shx, record: 3,
          reason: "the index points to bytes 372 to 508, the .shp has records from 100 to 372"))
  }

  @Test(
    "points and lines are named for what they are",
    arguments: [
      (1, "points"), (3, "lines"), (8, "groups of points"), (11, "points"), (13, "lines"),
      (18, "groups of points"), (21, "points"), (23, "lines"), (28, "groups of points"),
      (31, "surfaces in three dimensions"), (0, "empty shapes"),
    ] as [(UInt8, String)])
  func notAreas(type: UInt8, words: String) throws {
    #expect(
      try error {
        $0.shp[32] = type
        $0.shx[32] = type
      } == .notAreas(path: shp, found: words))
  }

  @Test("headers that are not a Shapefile's are refused")
  func headers() throws {
    #expect(
      try error { $0.shp[3] = 0 }
        == .wrongKind(path: shp, found: "it begins with 9984, a Shapefile begins with 9994"))
    #expect(
      try error { $0.shx[2] = 0 }
        == .wrongKind(path: shx, found: "it begins with 10, a Shapefile begins with 9994"))
    #expect(
      try error { $0.shp[32] = 6 }
        == .wrongKind(path: shp, found: "shape type 6 does not exist"))
    #expect(
      try error { $0.shx[32] = 3 }
        == .wrongKind(path: shx, found: "the index is of lines and the .shp of another type"))
    #expect(
      try error { $0.shx += [0, 0] }
        == .wrongKind(path: shx, found: "the header says 124 bytes and the file holds 126"))
    #expect(
      try error { $0.shp[26...27] = [0, 10] }
        == .wrongKind(path: shp, found: "the header says 20 bytes, at least 100 are needed"))
  }

  @Test("records that contradict themselves or the index are numbered")
  func records() throws {
    let content = Self.content
    func refused(_ number: Int, _ reason: String) -> ShapefileError {
      .badRecord(path: shp, record: number, reason: reason)
    }
    #expect(
      try error { $0.shp[content - 1] = 60 }
        == .indexDisagrees(
          path: shp, record: 1,
          reason: "its length is 120 bytes in the .shp and 128 in the .shx"))
    #expect(
      try error { $0.shp[content] = 15 }
        == refused(1, "its shape type is 15, the file's is 5"))
    #expect(
      try error { $0.shp[content + 36] = 2 }
        == refused(1, "2 rings of 5 points do not fit into its 128 bytes"))
    #expect(
      try error { $0.shp[content + 43] = 0x7F }
        == refused(1, "1 rings of 2130706437 points do not fit into its 128 bytes"))
    #expect(
      try error { $0.shp[content + 43] = 0xFF }
        == refused(1, "1 rings of -16777211 points do not fit into its 128 bytes"))
    #expect(
      try error { $0.shp[content + 44] = 1 }
        == refused(
          1, "ring 1 starts at point 1 of 5, rings must follow each other from point 0"))
    #expect(
      try error { $0.shx[111] = 50 }
        == .indexDisagrees(
          path: shp, record: 2, reason: "it lies on top of another record, at byte 100"))
    #expect(
      try error { $0.shx[108] = 0x7F }
        == .badRecord(
          path: shx, record: 2,
          reason: "the index points to bytes 4261413100 to 4261413236, the .shp has records "
            + "from 100 to 508"))
  }

  @Test("rings that do not follow each other are refused")
  func ringStarts() throws {
    var raw = RawShapefile.squares(1)
    raw.records[0].append(RawShapefile.clockwiseSquare(x: 400_100, y: 300_000))
    var files = RawFiles(shp: raw.shapes, shx: raw.index, dbf: raw.table)
    for start: UInt8 in [0, 10, 200] {
      files.shp[Self.content + 48] = start
      #expect(
        error(of: files)
          == .badRecord(
            path: shp, record: 1,
            reason: "ring 2 starts at point \(start) of 10, rings must follow each other from "
              + "point 0"))
    }
  }

  @Test(
    "a record with a coordinate that is no place is left out",
    arguments: [
      (Double.nan, "a coordinate is not a number"),
      (.infinity, "a coordinate is 'inf', it must be a finite number between -1e12 and 1e12"),
      (
        1e13,
        "a coordinate is '10000000000000.0', it must be a finite number between -1e12 and 1e12"
      ),
    ])
  func coordinates(value: Double, reason: String) throws {
    for isNorthing in [false, true] {
      var raw = RawShapefile.squares(3)
      if isNorthing { raw.records[1][0][2].y = value } else { raw.records[1][0][2].x = value }
      try raw.write(to: folder)
      let file = try Shapefile(reading: shp)
      #expect(file.warnings == [.leftOut(record: 2, reason: reason)])
      #expect(file.recordNumbers == [1, 2, 3])
      #expect((0..<3).map { file.rings.rings(ofRecord: $0).count } == [1, 0, 1])
      #expect(file.rings.x.allSatisfy { abs($0) < 1e6 } && file.rings.x.count == 10)
    }
  }

  @Test("an attribute table that contradicts itself is refused")
  func attributes() throws {
    #expect(
      try error { $0.dbf[48] = 13 }
        == .badAttributes(
          path: dbf, reason: "its fields take 34 bytes a record, the header says 33"))
    #expect(
      try error { $0.dbf[32] = 0x0D } == .badAttributes(path: dbf, reason: "it has no fields"))
    #expect(
      try error { $0.dbf[8] = 20 }
        == .badAttributes(
          path: dbf, reason: "the header says 20 bytes of header and 33 bytes a record"))
    #expect(
      try error { $0.dbf[7] = 0x80 }
        == .badAttributes(path: dbf, reason: "the header says -2147483645 records"))
    #expect(
      try error { $0.dbf[7] = 0x7F }
        == .truncated(path: dbf, bytes: 197, expected: 97 + 2_130_706_435 * 33))
    var raw = RawShapefile.squares(1)
    raw.fields[0] = .init("CODE", "B", width: 8)
    try raw.write(to: folder)
    let file = try Shapefile(reading: folder.path("areas"))
    #expect(throws: ShapefileError.unknownFieldKind(path: dbf, field: "CODE", kind: "B")) {
      try file.attributes.column(0)
    }
  }

  @Test("a folder is not a file")
  func folders() throws {
    try RawShapefile.squares(1).write(to: folder)
    folder.remove("areas.dbf")
    try FileManager.default.createDirectory(atPath: dbf, withIntermediateDirectories: false)
    #expect(throws: ShapefileError.unreadable(path: dbf, reason: "it is not a file")) {
      try Shapefile(reading: folder.path("areas"))
    }
  }

  @Test(
    "each error says what was found and what is allowed",
    arguments: [
      (
        .missingFile(path: "a.shp", part: "shx"), "cannot read 'a.shp': the .shx index is missing"
      ),
      (
        .missingFile(path: "a.shp", part: "dbf"),
        "cannot read 'a.shp': the .dbf attribute table is missing"
      ),
      (.unreadable(path: "a.shp", reason: "no"), "cannot read 'a.shp': no"),
      (
        .truncated(path: "a.shp", bytes: 1, expected: 2),
        "cannot read 'a.shp': the file is truncated, it holds 1 bytes and should hold 2"
      ),
      (.wrongKind(path: "a.shp", found: "it is odd"), "cannot read 'a.shp': it is odd"),
      (
        .notAreas(path: "a.shp", found: "points"),
        "cannot read 'a.shp': the file holds points, not areas"
      ),
      (
        .differingCounts(path: "a.shp", shapes: 1, index: 2, attributes: 3),
        """
        cannot read 'a.shp': the number of records differs, 1 in the .shp, 2 in the .shx and 3 in \
        the .dbf
        """
      ),
      (
        .badRecord(path: "a.shp", record: 4, reason: "it is odd"),
        "cannot read 'a.shp': record 4: it is odd"
      ),
      (
        .indexDisagrees(path: "a.shp", record: 4, reason: "it is odd"),
        "cannot read 'a.shp': record 4: it is odd"
      ),
      (.badAttributes(path: "a.dbf", reason: "no fields"), "cannot read 'a.dbf': no fields"),
      (
        .unknownFieldKind(path: "a.dbf", field: "F", kind: "B"),
        """
        cannot read 'a.dbf': field 'F' is of kind 'B', only text, numbers, dates and logical \
        values are read
        """
      ),
      (.unwritable(path: "a.shp", reason: "no"), "cannot write 'a.shp': no"),
    ] as [(ShapefileError, String)])
  func words(error: ShapefileError, text: String) {
    #expect(error.description == text)
  }
}
