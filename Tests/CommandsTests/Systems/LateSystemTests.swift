import Foundation
import TestSupport
import Testing

/// Incidents in GeoJSON whose system stands behind the features, as GeoServer writes it.
@Suite("Systems behind the features")
struct LateSystemTests {
  private let folder = TemporaryFolder()

  init() throws {
    try SquareFile.write(
      [
        SquareFile.ring(530_000, 180_000, 531_000, 181_000),
        SquareFile.ring(531_000, 180_000, 532_000, 181_000),
      ], crs: "EPSG:27700", to: "squares.geojson", in: folder)
  }

  /// A collection of so many points: a third in the first square, the others in the second.
  private static func collection(_ count: Int, behind: String, head: String = "") -> String {
    let features = (0..<count).map { number in
      """
      {"type":"Feature","properties":{"id":\(number),"note":"\\"crs\\": }]"},"geometry":\
      {"type":"Point","coordinates":[\(number % 3 == 0 ? 530_500 : 531_500),180500]}}
      """
    }
    return #"{"type":"FeatureCollection",\#(head)"features":["# + features.joined(separator: ",\n")
      + "]\(behind)}"
  }

  private static let named =
    #","totalFeatures":1,"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}}"#

  private func areas(_ file: String, _ more: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("squares.geojson"), "--incidents", folder.path(file),
        "--output", folder.path("a.csv"),
      ] + more)
  }

  @Test("the system holds for all features, few or many", arguments: [2, 1000, 1001, 40_000])
  func found(count: Int) async throws {
    for text in [
      Self.collection(count, behind: Self.named),
      "\u{FEFF}" + Self.collection(count, behind: Self.named),
    ] {
      try folder.write(text.utf8, to: "points.geojson")
      for threads in ["1", "3"] {
        let run = await areas("points.geojson", "--threads", threads)
        #expect(run.status == 0, "\(run.messages)")
        let counts = try folder.rows("a.csv").dropFirst().map { $0[2] }
        #expect(counts == ["\((count + 2) / 3)", "\(count - (count + 2) / 3)"])
      }
    }
  }

  @Test("without a system metres are refused, and the option that says it is named")
  func absent() async throws {
    for behind in ["", #","crs":null"#] {
      try folder.write(Self.collection(2000, behind: behind).utf8, to: "points.geojson")
      let run = await areas("points.geojson")
      #expect(run.status == 65 && run.messages.contains("--incidents-crs"), "\(run.messages)")
      let named = await areas("points.geojson", "--incidents-crs", "EPSG:27700")
      #expect(named.status == 0, "\(named.messages)")
    }
  }

  @Test("the system that the user names counts, whatever stands behind the features")
  func overridden() async throws {
    let other = #","crs":{"type":"EPSG","properties":{"code":2157}}"#
    try folder.write(Self.collection(2000, behind: other).utf8, to: "points.geojson")
    let run = await areas("points.geojson", "--incidents-crs", "EPSG:27700")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.rows("a.csv")[1][2] == "667")
  }

  @Test("degrees of another datum behind the features are read as such, and never as WGS 84")
  func otherDegrees() async throws {
    // Longitude and latitude on OSGB36, 100 m to the east and 50 m to the south of WGS 84's.
    let points = (0..<2000).map { _ in
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[-0.1194,51.50785]}}"#
    }
    let behind = #","crs":{"type":"name","properties":{"name":"EPSG:4277"}}"#
    let text =
      #"{"type":"FeatureCollection","features":["# + points.joined(separator: ",") + "]\(behind)}"
    try folder.write(text.utf8, to: "points.geojson")
    let run = await areas("points.geojson")
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.messages.contains("EPSG:4277") || run.messages.contains("OSGB36 to"), "\(run.messages)")
  }
}
