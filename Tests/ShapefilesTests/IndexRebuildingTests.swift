import Geometry
import TestSupport
import Testing

@testable import Shapefiles

/// Indexes that are missing, damaged or wrong, made again from the `.shp`.
@Suite("Rebuilding the index of a Shapefile")
struct IndexRebuildingTests {
  private let folder = TemporaryFolder()

  /// A file of areas of unequal length, one of them null.
  private static let areas: RawShapefile = {
    var raw = RawShapefile.squares(5)
    raw.records[1].append(RawShapefile.clockwiseSquare(x: 400_100, y: 300_000))
    raw.records[3] = []
    return raw
  }()

  private static let damages: [(String, @Sendable ([UInt8]) -> [UInt8]?)] = [
    ("missing", { _ in nil }), ("empty", { _ in [] }), ("short", { Array($0.dropLast(8)) }),
    ("of another type", { Array($0[..<32] + [3] + $0[33...]) }),
    ("of another kind", { Array([1] + $0.dropFirst()) }),
    ("full of zeros", { Array($0[..<100] + [UInt8](repeating: 0, count: $0.count - 100)) }),
    ("one record off", { Array($0[..<100] + $0[108...] + $0[100..<108]) }),
    // The entries of the third and the fifth record, whose lengths are the same.
    ("exchanged", { Array($0[..<116] + $0[132..<140] + $0[124..<132] + $0[116..<124]) }),
    ("twice the same", { Array($0[..<116] + $0[100..<108] + $0[124...]) }),
    (
      "of fewer records",
      { bytes in
        var cut = Array(bytes.dropLast(8))
        cut[27] -= 4
        return cut
      }
    ),
  ]

  private func damage(_ index: Int, of name: String) throws {
    let (_, change) = Self.damages[index]
    let bytes = change(try folder.read("\(name).shx"))
    if let bytes {
      try folder.write(bytes, to: "\(name).shx")
    } else {
      folder.remove("\(name).shx")
    }
  }

  @Test("areas are those of the whole file", arguments: damages.indices)
  func areas(index: Int) throws {
    try Self.areas.write(to: folder)
    let path = folder.path("areas.shp")
    let whole = try Shapefile(reading: path)
    try damage(index, of: "areas")
    let error = #expect(throws: ShapefileError.self, "\(Self.damages[index].0)") {
      try Shapefile(reading: path)
    }
    #expect(error?.isOfIndex == true && error?.isMissingFile == false)
    let before = try? folder.read("areas.shx")
    let rebuilt = try Shapefile(reading: path, rebuildsIndex: true)
    #expect(rebuilt.rings == whole.rings && rebuilt.recordNumbers == whole.recordNumbers)
    #expect(try rebuilt.attributes.column(0) == whole.attributes.column(0))
    #expect(rebuilt.warnings == [.rebuiltIndex] + whole.warnings)
    #expect((try? folder.read("areas.shx")) == before)
  }

  @Test("points are those of the whole file", arguments: damages.indices)
  func points(index: Int) throws {
    let raw = RawPoints(
      [1, 2, 3, 4, 5].map { Point(x: $0, y: -$0) }, fields: [.init("NAME", width: 4)],
      rows: ["a", "b", "c", "d", "e"].map { [$0] })
    try raw.write(to: folder)
    try damage(index, of: "points")
    let path = folder.path("points.shp")
    let error = #expect(throws: ShapefileError.self, "\(Self.damages[index].0)") {
      try PointShapefile(reading: path)
    }
    #expect(error?.isOfIndex == true)
    let file = try PointShapefile(reading: path, rebuildsIndex: true)
    #expect(file.hasRebuiltIndex)
    var read: [String] = []
    while try file.next() { read.append("\(file.point?.x ?? 0) \(file.value(ofField: 0))") }
    #expect(read == ["1.0 a", "2.0 b", "3.0 c", "4.0 d", "5.0 e"])
  }

  @Test("a good index is used as it is, and one that nobody can make again is an error")
  func limits() throws {
    try Self.areas.write(to: folder)
    let path = folder.path("areas.shp")
    #expect(
      try Shapefile(reading: path, rebuildsIndex: true).warnings
        == Shapefile(reading: path).warnings)
    folder.remove("areas.shx")
    // Without the second record's number nobody knows which row is whose.
    var bytes = try folder.read("areas.shp")
    bytes[239] = 1
    try folder.write(bytes, to: "areas.shp")
    #expect(throws: ShapefileError.self) { try Shapefile(reading: path, rebuildsIndex: true) }
    // A length that leads nowhere.
    bytes[239] = 2
    bytes[243] -= 1
    try folder.write(bytes, to: "areas.shp")
    let error = #expect(throws: ShapefileError.self) {
      try Shapefile(reading: path, rebuildsIndex: true)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("cannot be made again"))
  }

  @Test("records that lie in another order than the rows are found by their numbers")
  func reordered() throws {
    try Self.areas.write(to: folder)
    let path = folder.path("areas.shp")
    let whole = try Shapefile(reading: path)
    folder.remove("areas.shx")
    let bytes = try folder.read("areas.shp")
    // The first record has 8 + 128 bytes; it moves to the end.
    try folder.write(bytes[..<100] + bytes[236...] + bytes[100..<236], to: "areas.shp")
    let rebuilt = try Shapefile(reading: path, rebuildsIndex: true)
    #expect(rebuilt.rings == whole.rings)
  }
}
