import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots tasking")
struct TaskingCommandTests {
  private let home = TemporaryFolder()

  /// The command line of the made-up borough.
  private func words(_ more: String...) -> [String] {
    [
      "tasking", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--output", home.path("pack"),
    ] + more
  }

  private func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: home.path("pack"))
    where name.contains(".") {
      files[name] = try home.read("pack/\(name)")
    }
    return files
  }

  /// Writes a layer of four squares without a `.prj`.
  private func writeSquares() throws {
    var squares = RawShapefile.squares(4)
    squares.projection = nil
    try squares.write(to: home)
  }

  /// Writes squares A to D and incidents at some of them, by month.
  private func small(_ rows: [String]) throws -> [String] {
    try writeSquares()
    let lines = ["Month,Crime type,Easting,Northing"] + rows
    let incidents = try home.file("rows.csv", lines.joined(separator: "\n"))
    return [
      "tasking", "--boundaries", home.path("areas.shp"), "--crs", "EPSG:27700", "--incidents",
      incidents, "--output", home.path("pack"),
    ]
  }

  @Test("the folder holds what the contract names, and the manifest names what it holds")
  func contents() async throws {
    let run = await CommandRun(words: words())
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.isEmpty)
    let files = try files()
    #expect(
      files.keys.sorted() == [
        "areas-wards.csv", "areas-wards.geojson", "areas.csv", "areas.geojson", "density.geojson",
        "hotspots.csv", "hotspots.geojson", "hotspots/1.svg", "hotspots/2.svg", "hours.csv",
        "index.html", "manifest.json", "maps/density.svg", "maps/hours-areas.svg",
        "maps/hours.svg", "maps/lsoa.svg", "maps/months.svg", "maps/significance.svg",
        "maps/wards.svg", "months.csv", "pack.gpkg", "tables.xlsx",
      ])
    let manifest = try home.object("pack/manifest.json")
    #expect(manifest["command"] as? String == "tasking")
    let outputs = manifest["outputs"] as? [[String: Any]] ?? []
    #expect(outputs.count == 21)
    for output in outputs {
      let path = try #require(output["path"] as? String)
      #expect(path.hasPrefix(home.path("pack") + "/"))
      let name = String(path.dropFirst(home.path("pack").count + 1))
      #expect(output["bytes"] as? Int == files[name]?.count, "\(name)")
    }
    let rows = try home.rows("pack/areas.csv")
    #expect(rows.count == 129)
    #expect(rows[0].prefix(6) == ["code", "name", "incidents", "share", "rank", "per_km2"])
  }

  // Counted by GeoPandas 1: points joined to lsoa.shp and wards.shp with sjoin(predicate=
  // 'intersects'), then value_counts of the code and of 'Crime type'. LSOAs: 19584 in all, 3716,
  // 2480, 1766 in the busiest (40.66 %), 11 make up the half; wards: 6977, 2658, 1255; without
  // anti-social behaviour 18027, of which the three LSOAs with most hold 43.11 %.
  @Test("the headlines say what GeoPandas counts")
  func headlines() async throws {
    let pack = try await MadePack.borough.value
    for sentence in [
      "Three of 128 LSOAs hold 40.7% of 19,584 incidents.",
      "11 of 128 LSOAs hold half of all incidents.",
      "The busiest LSOA is Marlowick 009F, Candlemarket, by Copperwick Street (E01999070), with 3,716 "
        + "incidents (19.0%); the busiest ward is Candlemarket, by Copperwick Street (E05999009), with "
        + "6,977 (35.6%).",
      "The most frequent categories are Theft from the person (25.0%), Other theft (19.9%) and "
        + "Shoplifting (12.9%).",
      "18,027 incidents (92.0%) are recorded crime and 1,557 (8.0%) anti-social behaviour; the "
        + "three LSOAs with most crime hold 43.1% of it.",
      "Of 20,000 rows read, 19,584 are counted and 416 are not: 194 outside the areas and 222 "
        + "without coordinates; positions are not exact",
    ] {
      pack.expect(sentence)
    }
  }

  // The counts are those of the data's own description.
  @Test(
    "Westminster's year names its three busiest LSOAs",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack.westminster.value
    pack.expect(
      "(E01033595), with 6,496 incidents (9.9%); the busiest ward is West End")
    pack.expect("the three LSOAs with most crime hold 26.7% of it.")
    pack.expect("OSTN15_NTv2_OSGBtoETRS.gsb")
    pack.expect("April 2016 to March 2017")
    pack.expect("absent: the dates give months only, not hours")
    #expect(pack.text("index.html").utf8.count < 5_000_000)
    #expect(pack.absences["hours.csv"] == "the dates give months only, not hours")
    #expect(
      pack.absences.keys.sorted()
        == [
          "change", "change.csv", "hours.csv", "maps/change.svg", "maps/hours-areas.svg",
          "maps/hours.svg",
        ])
  }

  @Test("two runs, with one thread and with two, write the same bytes")
  func repeatable() async throws {
    #expect(await CommandRun(words: words("--threads", "1")).status == 0)
    let first = try files()
    #expect(await CommandRun(words: words("--threads", "2")).status == 0)
    let second = try files()
    #expect(first.keys == second.keys)
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }

  @Test("a failure leaves nothing behind")
  func failure() async throws {
    let rows = ["2024-05,Drugs,400005,300005", "2024-05,Drugs,x,300005"]
    let words = try small(rows)
    let before = try FileManager.default.contentsOfDirectory(atPath: home.path("")).sorted()
    let run = await CommandRun(words: words + ["--strict"])
    #expect(run.status == 65, "\(run.messages)")
    let after = try FileManager.default.contentsOfDirectory(atPath: home.path("")).sorted()
    #expect(after == before)
  }

  @Test("a folder with other things is left alone, with status 73")
  func foreign() async throws {
    let words = try small(["2024-05,Drugs,400005,300005"])
    try FileManager.default.createDirectory(
      atPath: home.path("pack"), withIntermediateDirectories: false)
    try home.write("x".utf8, to: "pack/letter.txt")
    let run = await CommandRun(words: words)
    #expect(run.status == 73)
    #expect(
      run.messages == """
        hotspots: error: cannot write '\(home.path("pack"))': the folder holds other things and no \
        pack, a pack needs a folder of its own
          help: name a new or an empty folder

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: home.path("pack")) == ["letter.txt"])
  }

  @Test("a pack is not a stream, and needs a name")
  func usage() async {
    for words in [["--output", "-"], ["--output", ""]] {
      let run = await CommandRun(
        words: ["tasking", "--boundaries", "a.shp", "--incidents", "b.csv"] + words)
      #expect(run.status == 64, "\(run.messages)")
    }
    let run = await CommandRun("tasking", "--boundaries", "a.shp", "--incidents", "b.csv")
    #expect(run.status == 64)
    #expect(run.messages.contains("missing option '--output FOLDER or --init FILE'"))
  }

  @Test("title, marking and rejected rows reach page, maps and sheets")
  func words() async throws {
    let words = try small(["2024-05,Drugs,400005,300005", "2024-06,Drugs,x,300005"])
    let run = await CommandRun(
      words: words + ["--title", "East & West", "--marking", "OFFICIAL"])
    #expect(run.status == 0, "\(run.messages)")
    let page = try home.text("pack/index.html")
    #expect(page.contains("<h1>East &amp; West</h1>"))
    #expect(page.contains("rows.csv:3: "))
    #expect(page.contains("Rejected: a coordinate is not a number"))
    #expect(page.contains("<p class=\"marking\">OFFICIAL</p>"))
    let map = try home.text("pack/maps/areas.svg")
    #expect(map.contains("East &amp; West: incidents by area<"))
    #expect(map.contains(">OFFICIAL</text>"))
  }

  @Test("layers of the same name keep their own files")
  func equalNames() async throws {
    let words = try small(["2024-05,Drugs,400005,300005"])
    let run = await CommandRun(words: words + ["--boundaries", home.path("areas.shp")])
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try files().keys.sorted() == [
        "areas-areas-2.csv", "areas-areas-2.geojson", "areas.csv", "areas.geojson",
        "density.geojson", "index.html", "manifest.json", "maps/areas-2.svg", "maps/areas.svg",
        "maps/density.svg", "maps/significance.svg", "pack.gpkg", "tables.xlsx",
      ])
  }

  @Test("without categories and dates the pack says so and is made")
  func bare() async throws {
    try writeSquares()
    let incidents = try home.file("rows.csv", "Easting,Northing\n400005,300005\n")
    let run = await CommandRun(
      "tasking", "--boundaries", home.path("areas.shp"), "--crs", "EPSG:27700", "--incidents",
      incidents, "--output", home.path("pack"))
    #expect(run.status == 0, "\(run.messages)")
    let page = try home.text("pack/index.html")
    #expect(page.contains("absent: the incidents have no dates"))
    #expect(!page.contains("id=\"what\""))
  }

  @Test("with --verbose it says where the time goes")
  func stages() async throws {
    let run = await CommandRun(
      words: try small(["2024-05,Drugs,400005,300005"]) + ["--verbose"])
    for stage in [
      "reading and counting", "hours", "cells of the study area", "density", "bands", "neighbours",
      "local statistics", "earlier periods", "files", "manifest",
    ] {
      #expect(run.messages.contains("time: \(stage) "), "\(stage)")
    }
  }
}
