import Boundaries
import Geometry
import Projections
import TestSupport
import Testing

@testable import HotspotsKit

/// Which system is chosen for an analysis where a local one is asked for.
@Suite("Local systems for an analysis")
struct LocalSystemChoiceTests {
  private let folder = TemporaryFolder()

  /// Writes a square in a system and reads it with a local one asked for.
  private func load(_ box: Box, _ crs: String) async throws -> BoundaryInput {
    let ring = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
      (box.minX, box.minY),
    ]
    let text = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    try folder.write(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\(crs)"}},"features":[\
      {"type":"Feature","properties":{"CODE":"A"},"geometry":\
      {"type":"Polygon","coordinates":[[\(text)]]}}]}
      """.utf8, to: "a.geojson")
    var options = StudyOptions(boundaries: [folder.path("a.geojson")])
    options.coordinates.isLocal = true
    return try await BoundaryInput.load(options)
  }

  @Test(
    "degrees, feet and Web Mercator have the country's grid, or a zone of UTM",
    arguments: [
      // Longitudes and latitudes of London, Belfast, Amsterdam, Paris, Berlin and Chicago.
      (Box(minX: -0.13, minY: 51.5, maxX: -0.12, maxY: 51.51), "EPSG:4326", "EPSG:27700"),
      (Box(minX: -5.94, minY: 54.59, maxX: -5.93, maxY: 54.6), "EPSG:4258", "EPSG:2157"),
      (Box(minX: 4.89, minY: 52.36, maxX: 4.9, maxY: 52.37), "EPSG:4326", "EPSG:28992"),
      (Box(minX: 2.34, minY: 48.85, maxX: 2.35, maxY: 48.86), "EPSG:4326", "EPSG:2154"),
      (Box(minX: 13.4, minY: 52.5, maxX: 13.41, maxY: 52.51), "EPSG:4326", "EPSG:32633"),
      (Box(minX: -87.63, minY: 41.88, maxX: -87.62, maxY: 41.89), "EPSG:4326", "EPSG:32616"),
      // Feet of Illinois, and metres of Web Mercator in London.
      (
        Box(minX: 1_175_000, minY: 1_900_000, maxX: 1_180_000, maxY: 1_905_000), "EPSG:3435",
        "EPSG:32616"
      ),
      (
        Box(minX: -13_800, minY: 6_710_000, maxX: -12_800, maxY: 6_711_000), "EPSG:3857",
        "EPSG:27700"
      ),
    ])
  func chosen(box: Box, crs: String, local: String) async throws {
    let input = try await load(box, crs)
    #expect(input.crs == local && input.unfitness == nil)
    let words = try #require(input.notes.first { $0.hasPrefix("coordinate system: ") })
    #expect(words.hasPrefix("coordinate system: \(local) ("), "\(words)")
    #expect(input.choices.contains { $0.sentences.contains(words) })
  }

  @Test("a system that measures as well is kept", arguments: ["EPSG:27700", "EPSG:32630"])
  func kept(crs: String) async throws {
    let box =
      crs == "EPSG:27700"
      ? Box(minX: 530_000, minY: 180_000, maxX: 531_000, maxY: 181_000)
      : Box(minX: 699_000, minY: 5_710_000, maxX: 700_000, maxY: 5_711_000)
    let input = try await load(box, crs)
    #expect(input.crs == crs)
    #expect(input.notes.count == 1 && input.notes[0].contains("the boundaries' own"))
  }
}
