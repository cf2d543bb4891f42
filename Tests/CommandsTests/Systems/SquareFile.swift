import TestSupport

/// A GeoJSON file of areas with the codes `A1`, `A2` and so on.
struct SquareFile {
  /// Writes rings, which need not be closed, as areas of a system.
  static func write(
    _ rings: [[(Double, Double)]], crs: String = "EPSG:4326", to name: String,
    in folder: TemporaryFolder
  ) throws {
    let code = crs.replacing(":", with: "::")
    let features = rings.enumerated().map { number, ring in
      let closed = ring + [ring[0]]
      let text = closed.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"LSOA21CD":"A\(number + 1)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(text)]]}}
        """
    }
    try folder.write(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":\
      {"name":"urn:ogc:def:crs:\(code)"}},"features":[\(features.joined(separator: ","))]}
      """.utf8, to: name)
  }

  /// The corners of a rectangle.
  static func ring(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> [(Double, Double)] {
    [(west, south), (east, south), (east, north), (west, north)]
  }
}
