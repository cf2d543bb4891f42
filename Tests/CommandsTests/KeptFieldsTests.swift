import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Fields of boundary files that results keep")
struct KeptFieldsTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
        ProjectFolder.path("boundaries/wards.shp"), "--incidents",
        ProjectFolder.path("samples/incidents.csv"),
      ] + words)
  }

  // python3: a = geopandas.read_file("boundaries/lsoa.shp").sort_values("LSOA21CD");
  //   a.USUALRES.sum(), a.iloc[2][["WD22CD", "USUALRES"]]
  @Test("a layer keeps those of the fields that it has, numbers as numbers, behind its columns")
  func named() async throws {
    let result = await run(
      "--keep", "usualres, WD22CD", "--output", folder.path("areas.json"))
    #expect(result.status == 0, "\(result.messages)")
    let areas = try folder.objects("areas.json")
    #expect(areas.reduce(0) { $0 + ($1["USUALRES"] as? Int ?? 0) } == 218464)
    #expect(areas[2]["USUALRES"] as? Int == 1622 && areas[2]["WD22CD"] as? String == "E05999001")
    #expect(areas[2]["LSOA21CD"] == nil)
    let wards = try folder.objects("areas-wards.json")
    #expect(wards[0]["WD22CD"] as? String == "E05999001" && wards[0]["USUALRES"] == nil)
    #expect(result.messages.contains("fields kept of 'lsoa': WD22CD, USUALRES\n"))
    #expect(result.messages.contains("fields kept of 'wards': WD22CD\n"))
  }

  @Test("all fields follow the columns in the order of the file; without the option there is none")
  func all() async throws {
    let plain = await run("--output", folder.path("plain.csv"))
    let kept = await run("--keep", "all", "--output", folder.path("kept.csv"))
    #expect(plain.status == 0 && kept.status == 0, "\(plain.messages)\(kept.messages)")
    let (before, after) = try (folder.rows("plain.csv"), folder.rows("kept.csv"))
    let fields = ["LSOA21CD", "LSOA21NM", "WD22CD", "WD22NM", "LAD22CD", "LAD22NM", "USUALRES"]
    #expect(after[0] == before[0] + fields)
    #expect(zip(before, after).allSatisfy { Array($1.prefix($0.count)) == $0 })
    #expect(after[1].suffix(7).first == after[1][0] && after[1].last == "1684")
    #expect(!plain.messages.contains("fields kept"))
  }

  @Test("a field whose name is taken is numbered, said and in the manifest")
  func collisions() async throws {
    var squares = RawShapefile(
      records: RawShapefile.squares(2).records,
      fields: [.init("CODE"), .init("Share"), .init("incidents", "N", width: 8, decimals: 2)],
      rows: [["A", "é", "1.5"], ["B", "", "2"]])
    squares.codePage = "UTF-8"
    try squares.write(to: folder)
    let incidents = try folder.file("rows.csv", "Easting,Northing\n400005,300005\n")
    let result = await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("areas.shp"), "--crs", "EPSG:27700", "--incidents",
        incidents, "--keep", "Share,incidents", "--output", folder.path("a.csv"), "--manifest",
        folder.path("m.json"),
      ])
    #expect(result.status == 0, "\(result.messages)")
    #expect(
      try folder.rows("a.csv").map { Array($0.suffix(2)) } == [
        ["Share_2", "incidents_2"], ["é", "1.5"], ["", "2"],
      ])
    #expect(
      result.messages.contains(
        "fields kept of 'areas': Share as Share_2, incidents as incidents_2\n"))
    let chosen = try folder.object("m.json")["chosen"] as? [String: Any]
    let layers = chosen?["kept_fields"] as? [[String: Any]]
    #expect(
      layers?.first?["fields"] as? [[String: String]] == [
        ["field": "Share", "column": "Share_2"], ["field": "incidents", "column": "incidents_2"],
      ])
  }

  @Test("a field that no layer has is asked about, and nothing is written")
  func unknown() async throws {
    let result = await run("--keep", "USUALRESS", "--output", folder.path("areas.csv"))
    #expect(result.status == 65)
    #expect(result.messages.contains("no field 'USUALRESS' in "))
    #expect(result.messages.contains("did you mean 'USUALRES'?"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("areas.csv")))
  }

  @Test("a pack keeps them in its files of areas, and its page says so")
  func pack() async throws {
    let pack = try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--keep", "WD22NM")
    let rows = pack.rows("areas.csv")
    #expect(rows[0].suffix(2) == ["WD22NM", "known_as"])
    #expect(rows[1][rows[0].count - 2] == "Harrowell Heath")
    #expect(pack.text("areas.geojson").contains("\"WD22NM\":\"Harrowell Heath\""))
    #expect(pack.chosen["kept_fields"] != nil)
  }

  @Test("values in place of incidents stand beside the fields too")
  func values() async throws {
    let survey = try folder.file("s.csv", "code,score\nE05999001,3\nE05999002,4\n")
    let result = await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--values", survey,
        "--value-field", "score", "--keep", "LAD22NM", "--output", folder.path("v.csv"),
      ])
    #expect(result.status == 0, "\(result.messages)")
    #expect(
      try folder.rows("v.csv")[1] == ["E05999001", "Harrowell Heath", "3", "Marlowick"])
  }
}
