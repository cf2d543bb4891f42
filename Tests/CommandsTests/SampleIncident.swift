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

  /// Returns whether an incident lies in a feature of a GeoJSON file of the same system; points on
  /// western and southern edges do.
  static func contains(_ feature: [String: Any], _ incident: SampleIncident) -> Bool {
    let geometry = feature["geometry"] as? [String: Any]
    let coordinates = geometry?["coordinates"]
    let polygons =
      geometry?["type"] as? String == "Polygon"
      ? [coordinates as? [[[Double]]] ?? []] : coordinates as? [[[[Double]]]] ?? []
    var isInside = false
    for ring in polygons.joined() {
      for (a, b) in zip(ring, ring.dropFirst()) where (a[1] > incident.y) != (b[1] > incident.y) {
        let x = a[0] + (incident.y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        if incident.x < x { isInside.toggle() }
      }
    }
    return isInside
  }
}
