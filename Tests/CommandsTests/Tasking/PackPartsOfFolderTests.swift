import Foundation
import Tasking
import TestSupport
import Testing

/// A pack holds exactly what the list of parts declares, and says the same of itself everywhere.
@Suite("Parts of made packs")
struct PackPartsOfFolderTests {
  private func check(_ pack: MadePack, layers: [String], hotspots: Int = 0) throws {
    let reasons = pack.absences
    let all = PackParts(layers: layers, hotspots: hotspots).files.map(\.path)
    let held = all.filter { reasons[$0] == nil }
    #expect(pack.files.keys.sorted() == held.sorted())
    #expect(Set(reasons.keys).subtracting(["change"]).isSubset(of: all))
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(pack.files["manifest.json"] ?? []))
        as? [String: Any])
    let outputs = (manifest["outputs"] as? [[String: Any]] ?? []).compactMap {
      $0["path"] as? String
    }
    #expect(outputs.map { $0.components(separatedBy: "/pack/").last } == held.dropLast())
    let links = pack.text("index.html").matches(of: /href="([^"#][^"]*)"/).map { String($0.1) }
    // The list of files comes last; cards lead to their sheets before.
    let sheets = held.filter { $0.hasPrefix("hotspots/") }
    #expect(links == sheets + held.dropFirst())
    for path in all where reasons[path] != nil {
      pack.expect("\(path) absent: \(reasons[path] ?? "")")
    }
  }

  @Test("a pack of one period that lacks nothing else")
  func whole() async throws {
    let pack = try await MadePack.borough.value
    try check(pack, layers: ["lsoa", "wards"], hotspots: 2)
    #expect(pack.absences.keys.sorted() == ["change", "change.csv", "maps/change.svg"])
  }

  @Test("a pack of months has no hours, and names every file that it lacks")
  func months() async throws {
    let pack = try await MadePack(rows: [
      "Month,Crime type,Easting,Northing", "2025-03,Robbery,400005,300005",
      "2025-03,Robbery,400015,300003",
    ])
    try check(pack, layers: ["areas"])
    let months = "the dates give months only, not hours"
    #expect(pack.absences["hours.csv"] == months && pack.absences["maps/hours.svg"] == months)
    #expect(pack.absences["maps/hours-areas.svg"] == months)
  }

  @Test("a pack whose incidents lie in one area has no chart of several")
  func oneArea() async throws {
    let pack = try await MadePack(rows: [
      "From,Crime type,Easting,Northing", "2025-03-03 10:00,Robbery,400005,300005",
      "2025-03-04 11:00,Robbery,400006,300003",
    ])
    try check(pack, layers: ["areas"])
    #expect(pack.files["maps/hours.svg"] != nil)
    #expect(
      pack.absences["maps/hours-areas.svg"]
        == "fewer than two areas have incidents with a time of day")
  }

  @Test("a layer called like a map of the pack has a map of its own")
  func layerNamedDensity() async throws {
    let home = TemporaryFolder()
    var squares = RawShapefile.squares(4)
    squares.projection = nil
    try squares.write(to: home)
    for ending in ["shp", "shx", "dbf"] {
      try FileManager.default.moveItem(
        atPath: home.path("areas.\(ending)"), toPath: home.path("density.\(ending)"))
    }
    let rows = try home.file(
      "rows.csv",
      "Month,Easting,Northing\n2025-03,400005,300005\n2025-03,400017,300003\n")
    let run = await CommandRun(
      words: [
        "tasking", "--boundaries", home.path("density.shp"), "--crs", "EPSG:27700", "--incidents",
        rows, "--output", home.path("pack"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    let pack = try MadePack(home)
    try check(pack, layers: ["density"])
    #expect(pack.text("maps/density-2.svg").contains("Incidents by"))
  }

  @Test("what is forecast is what is made")
  func forecast() async throws {
    let home = TemporaryFolder()
    let run = await CommandRun(
      words: [
        "tasking", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
        ProjectFolder.path("boundaries/wards.shp"), "--incidents",
        ProjectFolder.path("samples/incidents.csv"), "--dry-run", "--output",
        home.path("pack"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    let files = PackParts(layers: ["lsoa", "wards"], lacking: [.change]).files.map(\.path)
    #expect(Array(words.suffix(files.count)) == files)
    let made = try await MadePack.borough.value
    let written = PackParts(layers: ["lsoa", "wards"], lacking: [.change], hotspots: 2).files.map(
      \.path)
    #expect(made.files.keys.sorted() == written.sorted())
  }
}
