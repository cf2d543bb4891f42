import Foundation
import TestSupport
import Testing

/// QGIS opens the GeoPackage of a pack, without a window, and draws what the maps show.
@Suite("A pack in QGIS", .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
struct PackGeoPackageInteropTests {
  private let folder = TemporaryFolder()

  /// What QGIS says of a layer.
  private struct Layer: Decodable {
    struct Field: Decodable { var name, type, alias: String }
    struct Rule: Decodable { var label, filter, colour: String }
    struct Labels: Decodable {
      var column: String
      var disc, all: Bool
    }
    var name: String?
    var shown: Bool?
    var valid: Bool
    var features: Int
    var crs: String
    var fields: [Field]
    var title, abstract: String
    var constraints: [[String]]
    var rules: [Rule]
    var labels: Labels?
    var opacity: Double
  }

  /// What QGIS says of a file.
  private struct Answer: Decodable {
    var projects: [String]
    var read: Bool
    var title, crs: String
    var layers: [Layer]
    var tables: [String: Layer]
    var errors, colours: [String]
    var labels_drawn: Int
  }

  private func open(_ pack: MadePack, _ options: [String] = []) throws -> Answer {
    let path = folder.path("pack.gpkg")
    try folder.write(pack.files["pack.gpkg"] ?? [], to: "pack.gpkg")
    let outcome = try Interop.run(
      "/usr/bin/python3",
      [ProjectFolder.path("scripts/qgis-render"), path, folder.path("map.png")] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  @Test("the project stacks valid layers, the hotspots over the borders over the density")
  func project() async throws {
    let pack = try await MadePack.borough.value
    let answer = try open(pack)
    #expect(answer.read && answer.projects == ["Briefing pack"] && answer.errors.isEmpty)
    #expect(answer.crs == "EPSG:27700")
    #expect(
      answer.layers.map { $0.name ?? "" } == [
        "Hotspots, 1 January 2025 to 31 December 2025", "Borders and names",
        "Density of incidents, 1 January 2025 to 31 December 2025",
        "Hot and cold spots by LSOA, 1 January 2025 to 31 December 2025",
        "Incidents by ward, 1 January 2025 to 31 December 2025",
        "Incidents by LSOA, 1 January 2025 to 31 December 2025",
      ])
    #expect(answer.layers.map { $0.shown } == [true, true, true, false, false, false])
    #expect(answer.layers.allSatisfy { $0.valid && $0.crs == "EPSG:27700" && $0.features > 0 })
    // The numbers of ten hotspots, and names of wards.
    #expect(answer.labels_drawn > 10)
  }

  @Test("each table opens with its own style, as many rows as the files, and words for its columns")
  func tables() async throws {
    let pack = try await MadePack.borough.value
    let answer = try open(pack)
    let tables = answer.tables
    #expect(
      tables.keys.sorted() == ["areas", "areas-wards", "density", "hotspots", "significance"])
    for (table, file) in [("areas", "areas.csv"), ("areas-wards", "areas-wards.csv")] {
      let rows = pack.rows(file)
      #expect(tables[table]?.features == rows.count - 1)
      #expect(tables[table]?.fields.map(\.name) == ["fid"] + rows[0])
    }
    #expect(tables["hotspots"]?.features == pack.rows("hotspots.csv").count - 1)
    #expect(tables["significance"]?.features == pack.rows("areas.csv").count - 1)
    #expect(tables.values.allSatisfy { !$0.rules.isEmpty && !$0.abstract.isEmpty })
    #expect(tables["hotspots"]?.labels?.column == "fid" && tables["hotspots"]?.labels?.all == true)
    #expect(tables["areas-wards"]?.labels?.column == "name")
    #expect(tables["areas"]?.labels == nil && tables["significance"]?.labels == nil)
    #expect(tables["density"]?.opacity == 0.8)
    let incidents = tables["areas"]?.fields.first { $0.name == "incidents" }
    #expect(incidents?.alias == "Incidents" && incidents?.type == "Integer64")
    let described = tables["hotspots"]?.abstract ?? ""
    #expect(described.contains("A hotspot is where the densest cells"))
    #expect(described.contains("Rows: lsoa, 20,000 rows read: 19,584 assigned"), "\(described)")
  }

  @Test("the busiest LSOA has the darkest class of the palette, and the quietest the lightest")
  func classes() async throws {
    let pack = try await MadePack.borough.value
    let hotspot = pack.rows("hotspots.csv")
    let columns = Dictionary(uniqueKeysWithValues: zip(hotspot[0], hotspot[1]))
    let peak = try "\(#require(columns["peak_x"])),\(#require(columns["peak_y"]))"
    let areas = pack.rows("areas.csv")
    let place = try #require(areas[0].firstIndex(of: "incidents"))
    let busiest = try #require(areas.dropFirst().compactMap { Double($0[place]) }.max())
    let answer = try open(pack, ["--only", "areas", "--at", peak])
    let rules = answer.tables["areas"]?.rules ?? []
    // The densest place lies in the busiest area of the samples; no other is in its class or above.
    #expect(answer.colours == ["#74222b"])
    #expect(rules.map(\.colour).filter { $0 == "#74222b" }.count == 1)
    let last = try #require(rules.first { $0.colour == "#74222b" })
    let threshold = try #require(
      last.filter.firstMatch(of: />= ([0-9.]+)/).flatMap { Double($0.1) })
    #expect(busiest >= threshold)
  }

  @Test("hotspots are lines: over the density its colours stay")
  func outlines() async throws {
    let pack = try await MadePack.borough.value
    let rows = pack.rows("hotspots.csv")
    let columns = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    let x = try #require(columns["peak_x"].flatMap { Double($0) })
    let y = try #require(columns["peak_y"].flatMap { Double($0) })
    // A number lies somewhere in the hotspot; of eight places about the peak some are bare.
    let places = [-60.0, -30, 30, 60].flatMap { step in
      ["--at", "\(x + step),\(y)", "--at", "\(x),\(y + step)"]
    }
    let alone = try open(pack, places + ["--only", "density"])
    let stacked = try open(pack, places)
    let same = zip(alone.colours, stacked.colours).filter { $0 == $1 }.count
    #expect(same >= 3, "\(alone.colours) \(stacked.colours)")
    #expect(alone.colours.allSatisfy { $0 != "#ffffff" })
  }

  @Test("GDAL's script finds every requirement of the standard met")
  func valid() async throws {
    let pack = try await MadePack.borough.value
    try folder.write(pack.files["pack.gpkg"] ?? [], to: "pack.gpkg")
    let outcome = try Interop.run(
      "/usr/bin/python3",
      [
        "-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error",
        folder.path("pack.gpkg"),
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}
