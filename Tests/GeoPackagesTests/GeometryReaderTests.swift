import Geometry
import Statistics
import Testing

@testable import GeoPackages

@Suite("Reading geometries of GeoPackages")
struct GeometryReaderTests {
  /// Returns a blob without a box around well-known binary given in hexadecimal.
  static func blob(_ binary: String) -> [UInt8] {
    let digits = Array(binary)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    return Array("GP".utf8) + [0, 1, 0, 0, 0, 0] + bytes
  }

  // python3 -c 'import shapely; print(shapely.to_wkb(shapely.from_wkt(WKT), hex=True,
  //   byte_order=..., flavor=..., output_dimension=...))'
  @Test(
    "every way to write binary is understood",
    arguments: [
      ("0101000000000000000000F03F0000000000000040", GeometryReader.Kind.point, [1.0], [2.0]),
      ("00000000013FF00000000000004000000000000000", .point, [1], [2]),
      ("01E9030000000000000000F03F00000000000000400000000000000840", .point, [1], [2]),
      ("0101000080000000000000F03F00000000000000400000000000000840", .point, [1], [2]),
      ("0101000000000000000000F87F000000000000F87F", .none, [.nan], [.nan]),
      (
        "0104000000020000000101000000000000000000F03F0000000000000040"
          + "010100000000000000000008400000000000001040",
        .points, [1, 3], [2, 4]
      ),
      ("010200000000000000", .none, [], []),
      (
        "010200000002000000000000000000F03F000000000000004000000000000008400000000000001040",
        .lines, [1, 3], [2, 4]
      ),
      (
        "0105000000020000000102000000020000000000000000000000000000000000F03F000000000000004000"
          + "00000000000840010200000002000000000000000000104000000000000014400000000000001840"
          + "0000000000001C40",
        .lines, [0, 2, 4, 6], [1, 3, 5, 7]
      ),
    ] as [(String, GeometryReader.Kind, [Double], [Double])])
  func kinds(binary: String, kind: GeometryReader.Kind, x: [Double], y: [Double]) throws {
    var reader = GeometryReader()
    try reader.read(Self.blob(binary))
    #expect(reader.kind == kind)
    #expect(reader.x.map(\.bitPattern) == x.map(\.bitPattern))
    #expect(reader.y.map(\.bitPattern) == y.map(\.bitPattern))
  }

  @Test("what the writer makes of areas, the reader takes apart again")
  func roundTrip() throws {
    let outlines = GeoPackageWriterTests.outlines
    var blob = GeometryBlob()
    var reader = GeometryReader()
    for area in 0..<outlines.areaCount {
      _ = blob.setArea(area, of: outlines, reference: 1)
      try reader.read(blob.bytes)
      let vertices = outlines.vertices(ofArea: area)
      #expect(reader.kind == .areas)
      #expect(reader.x == Array(outlines.x[vertices]) && reader.y == Array(outlines.y[vertices]))
      #expect(
        reader.ringEnds
          == outlines.rings(ofArea: area).map {
            outlines.vertices(ofRing: $0).upperBound - vertices.lowerBound
          })
    }
  }

  @Test("bytes that lie about their length are refused and allocate nothing", arguments: 0..<30)
  func garbage(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var blob = GeometryBlob()
    _ = blob.setArea(1, of: GeoPackageWriterTests.outlines, reference: 1)
    var reader = GeometryReader()
    for _ in 0..<300 {
      var bytes = blob.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0..<40, using: &random))
      do throws(GeometryReader.Fault) { try reader.read(bytes) } catch {
        #expect(!error.reason.isEmpty)
      }
      #expect(reader.x.count <= blob.bytes.count / 16)
    }
    for length in 1..<blob.bytes.count {
      #expect(throws: GeometryReader.Fault.self) { try reader.read(Array(blob.bytes[..<length])) }
    }
  }
}
