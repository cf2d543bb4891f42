import Foundation
import Geometry
import Shapefiles

/// A folder of one test, gone when the test is.
final class TemporaryFolder: Sendable {
  private let url = FileManager.default.temporaryDirectory
    .appending(path: "hotspots-\(UUID().uuidString)")

  init() {
    // A folder that cannot be made shows itself in the first file that cannot be written.
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(Array(bytes)).write(to: URL(filePath: path(name)))
  }
}

/// Returns a square ring, counter-clockwise.
func square(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
  [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0 * size, y: y + $1 * size) }
}

extension OutlineTable {
  /// Creates a row of squares of ten metres.
  init(squares count: Int) {
    self.init()
    for place in 0..<count { appendArea([[square(Double(place) * 10, 0, 10)]]) }
  }
}

extension Shapefile {
  /// The signed area of each ring.
  var ringAreas: [Double] {
    rings.ringStarts.indices.dropLast().map { ring in
      signedRingArea(rings.vertices(ofRing: ring).map { Point(x: rings.x[$0], y: rings.y[$0]) })
    }
  }
}
