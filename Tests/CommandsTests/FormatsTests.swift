import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// What commands write in one format, they read again from it.
@Suite("Formats of results")
struct FormatsTests {
  private static let areas = ProjectFolder.path("boundaries/lsoa.shp")
  private static let incidents = ProjectFolder.path("samples/incidents.csv")
  private let folder = TemporaryFolder()

  private func run(_ words: String...) async throws {
    let run = await CommandRun(words: words)
    #expect(run.status == 0, "\(words): \(run.messages)")
  }

  /// Counts the sample's incidents by area and returns the table.
  private func count(boundaries: String = areas, incidents: String = incidents) async throws
    -> String
  {
    try await run(
      "areas", "--boundaries", boundaries, "--incidents", incidents, "--output",
      folder.path("counts.csv"))
    return try folder.text("counts.csv")
  }

  @Test("boundaries exported to a GeoPackage or to GeoJSON in metres count the same")
  func exportedBoundaries() async throws {
    let expected = try await count()
    for (name, more) in [("b.gpkg", []), ("b.geojson", ["--output-crs", "EPSG:27700"])] {
      let run = await CommandRun(
        words: ["export", "--boundaries", Self.areas, "--output", folder.path(name)] + more)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try await count(boundaries: folder.path(name)) == expected)
    }
  }

  @Test("tables written as workbooks hold what CSV does", arguments: ["areas", "hours", "months"])
  func workbooks(command: String) async throws {
    let inputs =
      command == "months"
      ? ["--incidents", Self.incidents]
      : ["--boundaries", Self.areas, "--incidents", Self.incidents]
    for name in ["t.csv", "t.xlsx"] {
      let run = await CommandRun(
        words: [command] + inputs + ["--output", folder.path(name), "--quiet"])
      #expect(run.status == 0, "\(run.messages)")
    }
    let csv = try folder.rows("t.csv")
    let book = try WrittenWorkbook(path: folder.path("t.xlsx"))
    #expect(book.names.count == 1 && csv.count > 12)
    #expect(book.differences(of: book.names[0], from: csv) == [])
  }

  @Test("incidents queried to a GeoPackage count the same where all have a place")
  func queriedIncidents() async throws {
    let incidents = try folder.fewerSamples()
    try await run(
      "query", "--incidents", incidents, "--within", Self.areas, "--keep", "all", "--output",
      folder.path("q.gpkg"))
    let expected = try await count(incidents: incidents)
    #expect(try await count(incidents: folder.path("q.gpkg")) == expected)
    #expect(try await count(incidents: folder.path("q.gpkg") + ":incidents") == expected)
    // The file is the same whatever the threads.
    try await run(
      "query", "--incidents", incidents, "--within", Self.areas, "--keep", "all", "--output",
      folder.path("r.gpkg"), "--threads", "1")
    #expect(try folder.read("q.gpkg") == folder.read("r.gpkg"))
  }

  @Test("inputs of GIS formats stand in the manifest with the digest of their file")
  func manifest() async throws {
    try await run(
      "query", "--incidents", Self.incidents, "--within", Self.areas, "--output",
      folder.path("q.gpkg"))
    try await run("export", "--boundaries", Self.areas, "--output", folder.path("b.gpkg"))
    try await run(
      "areas", "--boundaries", folder.path("b.gpkg"), "--incidents",
      folder.path("q.gpkg") + ":incidents", "--output", folder.path("a.gpkg"), "--manifest",
      folder.path("m.json"))
    let manifest = try folder.object("m.json")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(
      inputs.map { $0["path"] as? String } == [
        folder.path("q.gpkg") + ":incidents", folder.path("b.gpkg"),
      ])
    #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    #expect(inputs.map { $0["rows"] as? Int } == [19584, 128])
  }

  @Test(
    "what cannot be written is refused before anything is read",
    arguments: [
      (
        ["export", "--boundaries", "x.shp", "--output", "a.kml", "--output-crs", "EPSG:27700"],
        "KML is always in WGS 84"
      ),
      (["query", "--incidents", "x.csv", "--output", "-", "--format", "gpkg"], "it needs a file"),
    ])
  func refused(words: [String], message: String) async {
    let run = await CommandRun(words: words)
    #expect(run.status == ExitStatus.usage.rawValue)
    #expect(run.messages.contains(message), "\(run.messages)")
  }
}
