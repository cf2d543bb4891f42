import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots tasking --hotspots-from clusters")
struct TaskingHotspotsFromTests {
  private let home = TemporaryFolder()

  private static let lsoa = ProjectFolder.path("boundaries/lsoa.shp")

  /// The made-up borough with the hotspots of its significant areas.
  private static let borough = Task {
    try await MadePack(
      "--boundaries", lsoa, "--boundaries", ProjectFolder.path("boundaries/wards.shp"),
      "--incidents", ProjectFolder.path("samples/incidents.csv"), "--hotspots-from", "clusters")
  }

  /// Makes a pack of a few incidents of the made-up borough, each at so many metres.
  private func pack(
    of places: [(x: Int, y: Int)], from source: String = "clusters", _ more: String...
  ) async throws -> MadePack {
    let rows = ["Easting,Northing"] + places.map { "\($0.x),\($0.y)" }
    let run = await CommandRun(
      words: [
        "tasking", "--boundaries", Self.lsoa, "--incidents",
        try home.file("rows.csv", rows.joined(separator: "\n")), "--hotspots-from", source,
        "--output", home.path("pack"),
      ] + more)
    #expect(run.status == 0, "\(run.messages)")
    return try MadePack(home)
  }

  // GeoPandas 1 and NumPy: nine areas of Gi* (binary weights, queen neighbours and the area itself)
  // with an adjusted p of at most 0.05; their union is one polygon of 0.497885458 km² with 9242 of
  // 19584 points, 20.146 times the average; 1979 of them carry the first name, 29.1% are theft from
  // the person against 25.0% of all, and of the squares of 100 m that at 455800, 245600 holds most.
  @Test("the hotspot is the one that GeoPandas and NumPy find")
  func oracle() async throws {
    let pack = try await Self.borough.value
    let rows = pack.rows("hotspots.csv")
    #expect(rows.count == 2)
    let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(row["location"] == "On or near Copperwick Street")
    #expect(row["grid_reference"] == "SP 558 456")
    #expect(row["incidents"] == "9242" && row["share"] == "0.47191585")
    #expect(row["area_km2"] == "0.497885458" && row["predictive_accuracy_index"] == "20.1460275")
    #expect(row["location_incidents"] == "1979" && row["areas"] == "9")
    let codes = [69, 70, 82, 89, 98, 99, 100, 103, 104].map { "E01999\($0 < 100 ? "0" : "")\($0)" }
    #expect(row["area_codes"] == codes.joined(separator: "; "))
    // The areas' own incidents, counted apart from the hotspot.
    let areas = pack.rows("areas.csv")
    let incidents = try #require(areas[0].firstIndex(of: "incidents"))
    let sum = areas.filter { codes.contains($0[0]) }.reduce(0) { $0 + (Int($1[incidents]) ?? 0) }
    #expect(sum == 9242)
  }

  @Test("files are those of the command for clusters with the same options, the density stays")
  func files() async throws {
    let pack = try await Self.borough.value
    let run = await CommandRun(
      "clusters", "--boundaries", Self.lsoa, "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--hotspots", home.path("hotspots.csv"),
      "--manifest", home.path("manifest.json"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.messages.contains(
        "hotspots: the first is 9 areas side by side with 47.2% of the incidents; cells of a grid "
          + "tell streets apart: --on square, or the hotspots of a density"))
    let isSame = pack.begins("hotspots.csv", with: try home.read("hotspots.csv"))
    #expect(isSame)
    let dense = try await MadePack.borough.value
    for name in ["density.geojson", "areas.geojson", "hours.csv", "maps/lsoa.svg"] {
      let isEqual = pack.files[name] == dense.files[name]
      #expect(isEqual, "\(name)")
    }
    let found = pack.chosen["hotspots"] as? [String: Any]
    #expect(pack.chosen["hotspots_from"] as? String == "clusters")
    #expect(found?["from"] as? String == "clusters" && found?["minimum_incidents"] as? Int == 1)
    #expect(found?["found"] as? Int == 1 && found?["listed"] as? Int == 1)
    let other = dense.chosen["hotspots"] as? [String: Any]
    #expect(dense.chosen["hotspots_from"] as? String == "density")
    #expect(other?["from"] as? String == "density" && other?["minimum_incidents"] as? Int == 10)
    let alone = (try home.object("manifest.json")["chosen"] as? [String: Any])?["hotspots"]
    #expect((alone as? [String: Any])?["from"] as? String == "clusters")
  }

  @Test("page and maps say what made the hotspots, number and outline them, and nothing else")
  func page() async throws {
    let pack = try await Self.borough.value
    pack.expect(
      "One hotspot on 2.3% of the ground holds 47.2% of incidents; it lies around Copperwick Street "
        + "(9 LSOAs), with 9,242 incidents, 20.1 times the average density.")
    pack.expect("Hotspots, numbered as on the maps: significantly busy LSOAs, joined")
    pack.expect(
      "a hotspot is a group of LSOAs that are significantly busier than chance explains (Getis-Ord "
        + "Gi*, 95%) and share a border, however few their incidents.")
    pack.expect("The outlines and numbers are those of the hotspots.")
    pack.expect(
      "Hotspot 1 joins 9 LSOAs with 47.2% of all incidents; cells of a grid (--on square) tell its "
        + "parts apart.")
    #expect(!pack.words.contains("densest quarter"))
    let page = pack.text("index.html")
    #expect(page.components(separatedBy: "Read with care: counts of areas").count == 3)
    #expect(page.contains("data-shape=\"density-hotspot-1\""))
    for map in ["density", "significance"] {
      #expect(page.contains("<path id=\"\(map)-hotspot-1\""), "\(map)")
      let sheet = pack.text("maps/\(map).svg")
      #expect(sheet.contains("id=\"hotspot-1\""), "\(map)")
      #expect(sheet.contains(">Copperwick Street (9 LSOAs)</text>"), "\(map)")
      #expect(sheet.contains("LSOAs that are significantly high (95%), where they"), "\(map)")
      #expect(!sheet.contains("densest cells where"), "\(map)")
    }
  }

  @Test("fewer than ten incidents make a hotspot where they are more than chance would gather")
  func few() async throws {
    let places = [Int](0..<6).map { (x: 455_800 + $0, y: 245_650) }
    let pack = try await pack(of: places)
    let rows = pack.rows("hotspots.csv")
    let incidents = try #require(rows[0].firstIndex(of: "incidents"))
    #expect(rows.dropFirst().map { $0[incidents] } == ["6"])
    pack.expect("with 6 incidents")
    let dense = try await self.pack(of: places, from: "density").absences
    #expect(dense["hotspots.csv"] == "no place of the densest quarter holds 10 incidents")
  }

  @Test("where nothing is significant the pack says so, and has no hotspot")
  func none() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing"] + [5, 5, 5, 15, 25, 35].map { "\(400_000 + $0),300005" },
      "--cell-size", "1", "--hotspots-from", "clusters")
    let reason = "no area with an incident is significantly busier than chance explains"
    #expect(pack.absences["hotspots.csv"] == reason && pack.absences["hotspots.geojson"] == reason)
    #expect(pack.files["hotspots.csv"] == nil && pack.files["hotspots.geojson"] == nil)
    pack.expect("There is no hotspot: no area is significantly busier than chance explains")
    #expect((pack.chosen["hotspots"] as? [String: Any])?["listed"] as? Int == 0)
    for map in ["density", "significance"] {
      let sheet = pack.text("maps/\(map).svg")
      #expect(sheet.contains("No hotspot: none of the areas is significantly"), "\(map)")
      #expect(!sheet.contains("hotspot-1"), "\(map)")
    }
  }

  @Test("areas that do not differ have neither statistics nor hotspots, and the density stays")
  func equal() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing"] + [5, 15, 25, 35].map { "\(400_000 + $0),300005" },
      "--cell-size", "1", "--hotspots-from", "clusters")
    #expect(pack.absences["hotspots.csv"] == "the areas do not differ in their incidents")
    #expect(pack.absences["density.geojson"] == nil && pack.files["maps/significance.svg"] == nil)
    pack.expect("There is no hotspot: the areas do not differ in their incidents")
    #expect(pack.text("maps/density.svg").contains("No hotspot: the areas do not differ in"))
    #expect(pack.chosen["hotspots"] == nil)
  }

  @Test("hotspots are there without a density, with their list and their map of significance")
  func withoutDensity() async throws {
    let pack = try await pack(
      of: [(x: Int, y: Int)](repeating: (455_800, 245_650), count: 12), "--bandwidth", "auto")
    #expect(pack.absences["density.geojson"]?.contains("do not spread") == true)
    #expect(pack.absences["hotspots.csv"] == nil && pack.rows("hotspots.csv").count == 2)
    pack.expect("with 12 incidents")
    pack.expect("A hotspot is a group of LSOAs that are significantly busier")
    let page = pack.text("index.html")
    #expect(page.contains("data-shape=\"significance-hotspot-1\""))
    #expect(page.contains("<path id=\"significance-hotspot-1\""))
  }

  // As in the test of hours: 4823.58 expected on Friday and Saturday nights.
  @Test("hours to keep weigh the significant areas and their hotspots")
  func hours() async throws {
    let run = await CommandRun(
      "tasking", "--boundaries", Self.lsoa, "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--hours", "18-06", "--days", "fri,sat",
      "--hotspots-from", "clusters", "--output", home.path("pack"))
    #expect(run.status == 0, "\(run.messages)")
    let rows = try MadePack(home).rows("hotspots.csv")
    let expected = try #require(rows[0].firstIndex(of: "expected"))
    let share = try #require(rows[0].firstIndex(of: "share"))
    #expect(rows.count > 1)
    for row in rows.dropFirst() {
      let (amount, part) = (Double(row[expected]) ?? .nan, Double(row[share]) ?? .nan)
      #expect(abs(amount / part - 4823.581146630454) < 1e-3)
    }
  }

  @Test("the option stands in files, drafts, plans and completion, and is told apart elsewhere")
  func option() async throws {
    let inputs = [
      "--boundaries", Self.lsoa, "--incidents", ProjectFolder.path("samples/incidents.csv"),
    ]
    let drafted = await CommandRun(words: ["tasking", "--init", home.path("a.json")] + inputs)
    #expect(drafted.status == 0)
    #expect(try home.text("a.json").contains("// \"hotspots-from\": \"density\","))
    let given = await CommandRun(
      words: ["tasking", "--init", home.path("b.json"), "--hotspots-from", "clusters"] + inputs)
    #expect(given.status == 0)
    #expect(try home.text("b.json").contains("\n  \"hotspots-from\": \"clusters\","))
    let plan = await CommandRun("tasking", "--config", home.path("b.json"), "--dry-run")
    #expect(plan.output.contains("hotspots            where areas that stand out share a border"))
    let bad = try home.file("c.json", "{ \"hotspots-from\": \"cells\" }")
    let refused = await CommandRun(words: ["tasking", "--config", bad, "--output", "p"] + inputs)
    #expect(refused.status == 64)
    #expect(refused.messages.contains("'cells' is not one of density, clusters"))
    #expect(await CommandRun("completion", "bash").output.contains("density clusters"))
    for command in ["density", "clusters"] {
      let lost = await CommandRun(words: [command, "--hotspots-from", "clusters"] + inputs)
      #expect(lost.status == 64)
      #expect(
        lost.messages.contains(
          "unknown option '--hotspots-from'\n  help: hotspots density --hotspots FILE lists"))
    }
    let values = await CommandRun(words: ["tasking", "--values", "x.csv"] + inputs)
    #expect(values.status == 64 && values.messages.contains("it is an option of areas, clusters"))
  }

  // GeoPandas 1 and NumPy as above, by its 11 LSOAs of 2011: 32,898 of 65,628. One of them,
  // E01004761 with 1,695, reaches over the parks: with its six neighbours it has 23.9% of the incidents
  // on 25.5% of the ground, which is not busier than that ground would be.
  @Test(
    "Westminster's significant areas are the West End",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let run = await CommandRun(
      "tasking", "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--hotspots-from",
      "clusters", "--output", home.path("pack"))
    #expect(run.status == 0, "\(run.messages)")
    let pack = try MadePack(home)
    pack.expect("1. Charing Cross Road (2%) (10 LSOAs) 31,203 47.5%")
    for (name, bytes) in pack.files where name.hasSuffix(".svg") {
      #expect(bytes.count < 1_000_000, "\(name)")
    }
  }
}
