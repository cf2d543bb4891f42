import Geometry
import Shapefiles
import Statistics
import TestSupport
import Testing

/// A damaged file ends in an error or in rings and text that make sense; never in a trap.
@Suite("Garbage in Shapefiles")
struct ShapefileGarbageTests {
  let folder = TemporaryFolder()

  /// A small file with a hole, two polygons and a null shape.
  private static let raw: RawShapefile = {
    var raw = RawShapefile.squares(3)
    raw.records[0] += [
      RawShapefile.clockwiseSquare(x: 400_002, y: 300_002, size: 3).reversed(),
      RawShapefile.clockwiseSquare(x: 400_100, y: 300_000),
    ]
    raw.records[2] = []
    return raw
  }()

  /// Reads the file and checks what a reader may rely on.
  private func readIfPossible() throws {
    let file: Shapefile
    do { file = try Shapefile(reading: folder.path("areas")) } catch { return }
    #expect(file.rings.recordCount == file.recordNumbers.count)
    #expect(file.attributes.recordCount == file.recordNumbers.count)
    #expect(file.rings.recordStarts == file.rings.recordStarts.sorted())
    #expect(file.rings.recordStarts.last == file.rings.ringStarts.count - 1)
    #expect(file.rings.ringStarts.last == file.rings.x.count)
    #expect(file.rings.x.count == file.rings.y.count)
    #expect((file.rings.x + file.rings.y).allSatisfy { abs($0) <= 1e12 })
    for ring in file.rings.ringStarts.indices.dropLast() {
      #expect(file.rings.vertices(ofRing: ring).count >= 4)
    }
    for field in file.attributes.fields.indices {
      let values = try? file.attributes.column(field)
      #expect(values?.count ?? file.recordNumbers.count == file.recordNumbers.count)
    }
  }

  @Test("files cut short at each length", arguments: ["shp", "shx", "dbf"])
  func cut(part: String) throws {
    try Self.raw.write(to: folder)
    let bytes = try folder.read("areas.\(part)")
    for length in 0..<bytes.count {
      try folder.write(bytes[..<length], to: "areas.\(part)")
      if part == "dbf", length == bytes.count - 1 {
        // Only the mark at the end is missing, which many writers leave out.
        #expect(throws: Never.self) { try Shapefile(reading: folder.path("areas")) }
      } else {
        #expect(throws: ShapefileError.self) { try Shapefile(reading: folder.path("areas")) }
      }
    }
  }

  @Test("each byte replaced by extremes", arguments: ["shp", "shx", "dbf"])
  func extremes(part: String) throws {
    try Self.raw.write(to: folder)
    let bytes = try folder.read("areas.\(part)")
    for place in bytes.indices {
      for value: UInt8 in [0x7F, 0xFF] {
        var damaged = bytes
        damaged[place] = value
        try folder.write(damaged, to: "areas.\(part)")
        try readIfPossible()
      }
    }
  }

  @Test("several random bytes replaced in all files at once", arguments: 0..<8 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let raw = Self.raw
    for _ in 0..<100 {
      for (part, bytes) in [("shp", raw.shapes), ("shx", raw.index), ("dbf", raw.table)] {
        var damaged = bytes
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
          damaged[Int.random(in: damaged.indices, using: &generator)] =
            UInt8.random(in: 0...255, using: &generator)
        }
        try folder.write(damaged, to: "areas.\(part)")
      }
      try readIfPossible()
    }
  }

  @Test("random bytes of any length", arguments: 0..<4 as Range<UInt64>)
  func noise(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      for part in ["shp", "shx", "dbf", "cpg", "prj"] {
        let count = Int.random(in: 0...300, using: &generator)
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try folder.write(noise, to: "areas.\(part)")
      }
      #expect(throws: ShapefileError.self) { try Shapefile(reading: folder.path("areas")) }
    }
  }
}
