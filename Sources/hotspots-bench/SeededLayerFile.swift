import Foundation
import Geometry
import Shapefiles

/// A Shapefile of a seeded layer that exists in memory only.
final class SeededLayerFile {
  /// The path of its `.shp`.
  let path: String
  private let base: String

  /// Writes the layer.
  init(vertices: Int) throws {
    base = "/dev/shm/hotspots-bench-\(ProcessInfo.processInfo.processIdentifier)-\(vertices)"
    path = "\(base).shp"
    let outlines = SeededLayer(vertices: vertices).outlines
    try ShapefileWriter.write(
      outlines: outlines, fields: [ShapefileField(name: "LSOA21CD", kind: .text(width: 9))],
      rows: (0..<outlines.areaCount).map { [.text("E\(10_000_000 + $0)")] },
      projection: nil, to: base)
  }

  deinit {
    for suffix in ["shp", "shx", "dbf", "cpg"] {
      try? FileManager.default.removeItem(atPath: "\(base).\(suffix)")
    }
  }
}
