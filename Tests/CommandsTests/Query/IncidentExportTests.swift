import CommandLineKit
import Foundation
import GeoPackages
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots export of incidents")
struct IncidentExportTests {
  private let folder = TemporaryFolder()
  private let text = """
    Crime ID,Longitude,Latitude,From,Crime type,Location,Speed,Note
    a,-0.1278,51.5074,2024-06-01T12:00:00,Theft,"High Street, West",30,1
    b,,,2024-06-02T12:00:00,Robbery,Nowhere,40,x
    c,0,0,2024-06-03T12:00:00,Robbery,Nowhere,,
    d,-0.13,51.51,unknown,Theft,Low Street,50.5,

    """

  @Test("rows without coordinates stay in CSV, and are left out of spatial formats and counted")
  func withoutCoordinates() async throws {
    let incidents = try folder.file("a.csv", text)
    let table = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("b.csv"))
    #expect(table.status == 0, "\(table.messages)")
    #expect(
      try folder.text("b.csv") == """
        id,start,category,location,longitude,latitude
        a,2024-06-01T12:00:00,Theft,"High Street, West",-0.1278,51.5074
        b,2024-06-02T12:00:00,Robbery,Nowhere,,
        c,2024-06-03T12:00:00,Robbery,Nowhere,0,0
        d,unknown,Theft,Low Street,-0.13,51.51

        """)
    let lines = await CommandRun(
      "export", "--incidents", incidents, "--keep", "all", "--output", folder.path("b.ndjson"),
      "--manifest", folder.path("m.json"))
    #expect(lines.status == 0)
    #expect(
      lines.messages.contains("4 rows read: 2 assigned, 2 without coordinates"), "\(lines.messages)"
    )
    #expect(
      try folder.text("b.ndjson") == #"""
        {"type":"Feature","properties":{"id":"a","start":"2024-06-01T12:00:00+01:00","category":"Theft","location":"High Street, West","Speed":30,"Note":1},"geometry":{"type":"Point","coordinates":[-0.1278,51.5074]}}
        {"type":"Feature","properties":{"id":"d","start":null,"category":"Theft","location":"Low Street","Speed":50.5,"Note":null},"geometry":{"type":"Point","coordinates":[-0.13,51.51]}}

        """#)
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("m.json"))) as? [String: Any])
    #expect(manifest["command"] as? String == "export")
    let reconciliation = try #require(
      (manifest["reconciliation"] as? [[String: Any]])?.first)
    #expect(reconciliation["without_coordinates"] as? Int == 2)
    // A word that people write for nothing is none, and no fault.
    #expect(!lines.messages.contains("understood"), "\(lines.messages)")
  }

  /// Times that mean something, nothing, and nothing that is known, beside each other.
  @Test("a GeoPackage's times stay times whatever else stands in their columns, and that is said")
  func unreadableTimes() async throws {
    let text = """
      id,Longitude,Latitude,From,To
      a,-0.1278,51.5074,2024-06-01T12:00:00,2024-06-01T13:00:00
      b,-0.1278,51.5074,2024-13-45,soon
      c,-0.1278,51.5074,NULL,
      d,-0.1278,51.5074,n/a,31/02/2024 10:00
      e,-0.1278,51.5074,2024-01-02T03:04:05Z,2024-01-02T04:00:00

      """
    let incidents = try folder.file("t.csv", text)
    let run = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("t.gpkg"), "--manifest",
      folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    let warnings = try #require(folder.object("m.json")["warnings"] as? [String])
    #expect(
      warnings.contains("1 value of 'start' is not a date that can be understood; it is left out"))
    #expect(
      warnings.contains("2 values of 'end' are not dates that can be understood; they are left out")
    )
    let reader = try GeoPackageReader(#require(GeoPackageAddress(folder.path("t.gpkg"))))
    #expect(
      reader.columns.map(\.name) == ["id", "start", "start_local", "end", "end_local"])
    #expect(reader.columns.map(\.kind) == [.text, .dateTime, .text, .dateTime, .text])
    var (starts, local): ([String], [String]) = ([], [])
    while try reader.next() {
      starts.append(reader.text(ofColumn: 1))
      local.append(reader.text(ofColumn: 2))
    }
    // In June the clocks of London are an hour ahead of UTC.
    #expect(local == ["2024-06-01 12:00:00", "", "", "", "2024-01-02 03:04:05"])
    #expect(
      starts == ["2024-06-01T11:00:00.000Z", "", "", "", "2024-01-02T03:04:05.000Z"])
  }

  @Test("CSV keeps times as they are written, and says which are none")
  func unreadableTimesOfTables() async throws {
    let incidents = try folder.file(
      "x.csv", "id,Longitude,Latitude,From\na,-0.1,51.5,2024-13-45\nb,-0.1,51.5,03/04/2024\n")
    let run = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("x2.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.rows("x2.csv").dropFirst().map { $0[1] } == ["2024-13-45", "03/04/2024"])
    #expect(
      run.messages.contains(
        "1 value of 'start' is not a date that can be understood; it is written as it stands"))
  }

  @Test("a column of nothing but unreadable times is one of times still")
  func onlyUnreadableTimes() async throws {
    let incidents = try folder.file(
      "u.csv", "id,Longitude,Latitude,Start Date\na,-0.1,51.5,soon\nb,-0.1,51.5,later\n")
    let run = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("u.gpkg"))
    #expect(run.status == 0, "\(run.messages)")
    let reader = try GeoPackageReader(#require(GeoPackageAddress(folder.path("u.gpkg"))))
    #expect(reader.columns.map(\.kind) == [.text, .dateTime, .text])
    #expect(run.messages.contains("2 values of 'start' are not dates that can be understood"))
  }

  @Test("days beside times of day make a column of text, and that is said")
  func mixedTimes() async throws {
    let incidents = try folder.file(
      "v.csv",
      "id,Longitude,Latitude,From\na,-0.1,51.5,2024-06-01\nb,-0.1,51.5,2024-06-01T10:00:00\n")
    let run = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("v.gpkg"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("the column 'start' is text: some of its times are days or"))
  }

  @Test("dates whose order nothing tells are left out, with the option that tells it")
  func undecidedTimes() async throws {
    let incidents = try folder.file(
      "w.csv", "id,Longitude,Latitude,From\na,-0.1,51.5,03/04/2024\nb,-0.1,51.5,05/06/2024\n")
    let run = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("w.ndjson"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.text("w.ndjson").components(separatedBy: "\"start\":null").count == 3)
    #expect(run.messages.contains("2 of these are dates whose order of day and month is not known"))
    let told = await CommandRun(
      "export", "--incidents", incidents, "--output", folder.path("w.ndjson"), "--date-format",
      "dmy")
    #expect(told.status == 0, "\(told.messages)")
    #expect(try folder.text("w.ndjson").contains("\"start\":\"2024-04-03\""))
  }

  @Test("a GeoPackage and back keeps every attribute and the coordinates")
  func roundTrip() async throws {
    let incidents = try folder.fewerSamples()
    func convert(_ source: String, _ name: String) async throws {
      let run = await CommandRun(
        "export", "--quiet", "--incidents", source, "--keep", "all", "--output", folder.path(name))
      #expect(run.status == 0, "\(run.messages)")
    }
    try await convert(incidents, "direct.geojson")
    try await convert(incidents, "a.gpkg")
    try await convert(folder.path("a.gpkg"), "back.geojson")
    try await convert(folder.path("direct.geojson"), "again.geojson")
    func features(_ name: String) throws -> Substring {
      let text = try folder.text(name)
      return text.prefix(upTo: try #require(text.range(of: "\n],")).lowerBound)
    }
    #expect(try features("back.geojson") == features("direct.geojson"))
    #expect(try features("again.geojson") == features("direct.geojson"))
  }

  @Test("options that mean nothing for incidents are refused")
  func refusals() async throws {
    let incidents = try folder.file("a.csv", text)
    let wards = ProjectFolder.path("boundaries/wards.shp")
    for (words, message) in [
      (["--incidents", incidents, "--boundaries", wards], "'--incidents' together with"),
      (["--boundaries", wards, "--keep", "all"], "'--keep' without '--incidents FILE'"),
      (["--incidents", incidents, "--output", folder.path("a.kml")], ".geojson, .ndjson"),
      ([], "missing option '--boundaries FILE or --incidents FILE'"),
    ] {
      let output = words.contains("--output") ? [] : ["--output", folder.path("a.geojson")]
      let run = await CommandRun(words: ["export"] + words + output)
      #expect(run.status == 64)
      #expect(run.messages.contains(message), "\(run.messages)")
    }
    let empty = try folder.file("empty.csv", "id,Longitude,Latitude\n1,,\n2,,\n")
    let run = await CommandRun(
      "export", "--incidents", empty, "--output", folder.path("a.geojson"))
    #expect(run.status == 65 && run.messages.contains("none of its 2 rows can be used"))
  }
}
