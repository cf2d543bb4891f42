import Foundation
import Geometry
import TestSupport

/// A row of the made-up borough's incidents, read without the program's own reader.
struct SampleIncident {
  let category: String
  let location: String
  let x: Double
  let y: Double

  /// Reads the rows with coordinates, the most western first.
  static func all() throws -> [SampleIncident] {
    let text = try String(contentsOfFile: SurfaceRun.incidents, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let header = lines[0].split(separator: ",").map(String.init)
    func column(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
    let (category, location) = (column("Crime type"), column("Location"))
    let (east, north) = (column("Easting"), column("Northing"))
    let rows = lines.dropFirst().compactMap { line -> SampleIncident? in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let x = Double(fields[east]), let y = Double(fields[north]), x > 0 else { return nil }
      return SampleIncident(category: fields[category], location: fields[location], x: x, y: y)
    }
    return rows.sorted { $0.x < $1.x }
  }
}

extension TemporaryFolder {
  /// Writes every fifth of the samples' rows, some blocks of the reader's, to a file of its own.
  func fewerSamples() throws -> String {
    let lines = try String(contentsOfFile: SurfaceRun.incidents, encoding: .utf8)
      .components(separatedBy: "\n")
    let kept = stride(from: 1, to: lines.count - 1, by: 5).map { lines[$0] }
    return try file("samples.csv", ([lines[0]] + kept).joined(separator: "\n") + "\n")
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

  /// Returns which of the incidents, the most western first, lie in it.
  func indices(of incidents: [SampleIncident]) -> [Int] {
    var (first, end) = (0, incidents.count)
    while first < end {
      let middle = (first + end) / 2
      if incidents[middle].x < west { first = middle + 1 } else { end = middle }
    }
    return incidents.indices[first...].prefix { incidents[$0].x <= east }
      .filter { contains(x: incidents[$0].x, y: incidents[$0].y) }
  }

  /// The middles of the cells of a lattice that lie in it.
  func middles(ofCellsOf side: Double) -> [Point] {
    let middles = { (low: Double, high: Double) in
      stride(from: ((low / side).rounded(.down) + 0.5) * side, through: high, by: side)
    }
    return middles(west, east).flatMap { x in
      middles(south, north).filter { contains(x: x, y: $0) }.map { Point(x: x, y: $0) }
    }
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
