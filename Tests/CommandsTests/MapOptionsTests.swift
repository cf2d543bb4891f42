import Foundation
import Geometry
import TestSupport
import Testing

@testable import Commands

@Suite("Pages and backdrops of maps")
struct MapOptionsTests {
  private let home = TemporaryFolder()

  private func words(_ command: String, _ more: [String]) -> [String] {
    [
      command, "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--quiet", "--map", home.path("map.svg"),
    ] + more
  }

  /// Writes a road through the borough, as a Shapefile of lines, and a park in degrees.
  private func writeBackdrops() throws {
    var road = RawShapefile(
      records: [
        [
          (0..<200).map { step in
            .init(x: 452_300 + Double(step) * 30, y: 244_200 + Double(step) * 22)
          }
        ]
      ], rows: [["A", "High Street"]])
    road.type = 3
    road.hasMeasures = false
    road.projection = try home.text("lsoa.prj")
    try road.write(to: home, as: "roads")
    try home.write(
      #"{"type":"Polygon","coordinates":[[[-2,52],[-1.9,52],[-1.9,52.1],[-2,52.1],[-2,52]]]}"#.utf8,
      to: "parks.geojson")
  }

  private func copyProjection() throws {
    let text = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try home.write(text.utf8, to: "lsoa.prj")
  }

  @Test(
    "each page has its size",
    arguments: [
      ("a4", "210mm", "297mm"), ("a4-landscape", "297mm", "210mm"), ("a3", "297mm", "420mm"),
      ("a3-landscape", "420mm", "297mm"), ("16:9", "338.67mm", "190.5mm"),
    ])
  func pages(name: String, width: String, height: String) async throws {
    let run = await CommandRun(words: words("areas", ["--page", name]))
    #expect(run.status == 0, "\(run.messages)")
    let map = try home.text("map.svg")
    #expect(map.contains("width=\"\(width)\" height=\"\(height)\""))
    #expect(map.utf8.count < 1_000_000)
  }

  @Test(
    "all maps draw backdrops under layers named by their files",
    arguments: ["areas", "density", "clusters"])
  func backdrops(command: String) async throws {
    try copyProjection()
    try writeBackdrops()
    let run = await CommandRun(
      words: words(
        command,
        [
          "--page", "a3", "--backdrop", "\(home.path("roads.shp")),\(home.path("parks.geojson"))",
          "--manifest", home.path("run.json"),
        ]))
    #expect(run.status == 0, "\(run.messages)")
    let map = try home.text("map.svg")
    #expect(map.contains("<g id=\"backdrop-roads\" inkscape:groupmode=\"layer\""))
    #expect(map.contains("roads.shp, parks.geojson"))
    let labels = try #require(map.range(of: "id=\"labels\""))
    let backdrop = try #require(map.range(of: "id=\"backdrop-roads\""))
    #expect(backdrop.lowerBound < labels.lowerBound)
    let inputs = try home.object("run.json")["inputs"] as? [[String: Any]] ?? []
    let road = inputs.first { $0["path"] as? String == home.path("roads.shp") }
    #expect(road?["rows"] as? Int == 1)
    #expect(road?["sha256"] as? String != nil)
  }

  @Test("layers of GeoPackages are backdrops, as lines of their areas and as points")
  func geoPackages() async throws {
    let wards = ProjectFolder.path("boundaries/wards.shp")
    for words in [
      ["export", "--boundaries", wards, "--output", home.path("wards.gpkg")],
      [
        "query", "--boundaries", wards, "--incidents", ProjectFolder.path("samples/incidents.csv"),
        "--area", "Quillgate", "--output", home.path("rows.gpkg"),
      ],
    ] {
      let made = await CommandRun(words: words)
      #expect(made.status == 0, "\(made.messages)")
    }
    let run = await CommandRun(
      words: words(
        "areas",
        [
          "--backdrop", "\(home.path("wards.gpkg")):wards,\(home.path("rows.gpkg"))", "--manifest",
          home.path("run.json"),
        ]))
    #expect(run.status == 0, "\(run.messages)")
    let map = try home.text("map.svg")
    #expect(map.contains("<g id=\"backdrop-wards\" inkscape:groupmode=\"layer\""))
    #expect(map.contains("<g id=\"backdrop-rows\" inkscape:groupmode=\"layer\""))
    let inputs = try home.object("run.json")["inputs"] as? [[String: Any]] ?? []
    let layer = inputs.first { ($0["path"] as? String)?.hasSuffix("wards.gpkg:wards") ?? false }
    #expect(layer?["rows"] as? Int == 18)
    #expect((layer?["sha256"] as? String)?.count == 64)
    for (file, message) in [
      ("wards.gpkg:ward", "there is no layer 'ward'; did you mean 'wards'?"),
      ("absent.gpkg", "there is no such file"),
    ] {
      let run = await CommandRun(words: words("areas", ["--backdrop", home.path(file)]))
      #expect(run.status != 0 && run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test("what cannot be a backdrop is said, with its status")
  func mistakes() async throws {
    try copyProjection()
    try writeBackdrops()
    home.remove("roads.prj")
    try home.write("{\"type\":\"FeatureCollection\",\"features\":[]}".utf8, to: "none.geojson")
    for (file, status, message) in [
      ("roads.shp", 65, "its .prj is missing"), ("absent.shp", 66, "the .shp file is missing"),
      ("absent.geojson", 66, "absent.geojson"),
      ("roads.dwg", 64, ".shp, .geojson and .gpkg are read"),
      ("none.geojson", 65, "it has no point, line or area"),
    ] {
      let run = await CommandRun(words: words("areas", ["--backdrop", home.path(file)]))
      #expect(run.status == Int32(status), "\(file): \(run.messages)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
    let run = await CommandRun(
      "areas", "--boundaries", "a.shp", "--incidents", "b.csv", "--output", "c.csv", "--page", "a3")
    #expect(run.status == 64)
    #expect(run.messages.contains("cannot use '--page' without '--map FILE.svg'"))
    let page = await CommandRun(words: words("areas", ["--page", "a33"]))
    #expect(page.status == 64)
    #expect(page.messages.contains("did you mean 'a3'?"), "\(page.messages)")
  }
}
