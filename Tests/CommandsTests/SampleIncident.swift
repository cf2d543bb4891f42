import Foundation
import TestSupport

/// A row of the made-up borough's incidents, read without the program's own reader.
struct SampleIncident {
  let category: String
  let location: String
  let x: Double
  let y: Double

  /// Reads the rows with coordinates.
  static func all() throws -> [SampleIncident] {
    let text = try String(contentsOfFile: SurfaceRun.incidents, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let header = lines[0].split(separator: ",").map(String.init)
    func column(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
    let (category, location) = (column("Crime type"), column("Location"))
    let (east, north) = (column("Easting"), column("Northing"))
    return lines.dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let x = Double(fields[east]), let y = Double(fields[north]), x > 0 else { return nil }
      return SampleIncident(category: fields[category], location: fields[location], x: x, y: y)
    }
  }
}

/// The ground of a feature of a GeoJSON file in the system of the samples.
struct FeatureGround {
  private let rings: [[(x: Double, y: Double)]]
  private let (west, south, east, north): (Double, Double, Double, Double)

  /// Reads a feature.
  init(_ feature: [String: Any]) {
    let geometry = feature["geometry"] as? [String: Any]
    let coordinates = geometry?["coordinates"]
    let polygons =
      geometry?["type"] as? String == "Polygon"
      ? [coordinates as? [[[Double]]] ?? []] : coordinates as? [[[[Double]]]] ?? []
    rings = polygons.joined().map { $0.map { ($0[0], $0[1]) } }
    let vertices = rings.joined()
    west = vertices.map(\.x).min() ?? 0
    south = vertices.map(\.y).min() ?? 0
    east = vertices.map(\.x).max() ?? 0
    north = vertices.map(\.y).max() ?? 0
  }

  /// Returns whether a place lies in it; places on western and southern edges do.
  func contains(x: Double, y: Double) -> Bool {
    guard x >= west, x <= east, y >= south, y <= north else { return false }
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        if x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
