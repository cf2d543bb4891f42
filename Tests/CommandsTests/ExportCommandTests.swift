import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots export")
struct ExportCommandTests {
  private static let areas = ProjectFolder.path("boundaries/lsoa.shp")

  private func features(_ bytes: [UInt8]) throws -> [[String: Any]] {
    let json = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require(json["features"] as? [[String: Any]])
  }

  @Test("every area keeps its code, its name and all fields, numbers as numbers")
  func properties() async throws {
    let folder = TemporaryFolder()
    let run = await ReportRun(
      "export", "--boundaries", Self.areas, "--output", folder.path("a.geojson"))
    #expect(run.status == .done, "\(run.errors)")
    let features = try features(folder.read("a.geojson"))
    #expect(features.count == 128)
    let codes = features.compactMap { ($0["properties"] as? [String: Any])?["code"] as? String }
    #expect(codes == codes.sorted() && Set(codes).count == 128)
    let first = try #require(features.first?["properties"] as? [String: Any])
    #expect(first["code"] as? String == first["LSOA21CD"] as? String)
    #expect(first["name"] as? String == first["LSOA21NM"] as? String)
    #expect(first["USUALRES"] as? Int != nil && first["USUALRES"] as? String == nil)
    #expect(
      Set(first.keys) == [
        "code", "name", "LSOA21CD", "LSOA21NM", "WD22CD", "WD22NM", "LAD22CD", "LAD22NM",
        "USUALRES",
      ])
  }

  @Test("results go from format to format with all their columns, with or without codes")
  func results() async throws {
    let folder = TemporaryFolder()
    let inputs = [
      "--boundaries", Self.areas, "--incidents", ProjectFolder.path("samples/incidents.csv"),
    ]
    for words in [
      ["areas"] + inputs + ["--output", folder.path("areas.geojson")],
      ["density"] + inputs + ["--output", folder.path("bands.geojson")]
        + ["--hotspots", folder.path("hotspots.geojson")],
    ] {
      let run = await CommandRun(words: words)
      #expect(run.status == 0, "\(run.messages)")
    }
    for name in ["areas", "bands", "hotspots"] {
      let (first, last) = (folder.path("\(name).geojson"), "\(name)-again.geojson")
      let between = folder.path("\(name).gpkg")
      let there = await ReportRun(
        "export", "--boundaries", first, "--crs", "EPSG:27700", "--output", between)
      #expect(there.status == .done, "\(there.errors)")
      let back = await ReportRun(
        "export", "--boundaries", between, "--output", folder.path(last))
      #expect(back.status == .done, "\(back.errors)")
      func rows(_ file: String) throws -> Set<NSDictionary> {
        Set(
          try features(folder.read(file)).compactMap { feature in
            var properties = feature["properties"] as? [String: Any]
            if name != "areas" {
              properties?["code"] = nil
              properties?["name"] = nil
            }
            return properties.map { $0 as NSDictionary }
          })
      }
      let before = try rows("\(name).geojson")
      #expect(!before.isEmpty)
      #expect(try rows(last) == before, "\(name)")
    }
  }

  @Test("rings close, run the right way round and have seven decimals at most", arguments: [7, 4])
  func rings(digits: Int) async throws {
    let folder = TemporaryFolder()
    let run = await ReportRun(
      "export", "--boundaries", Self.areas, "--output", folder.path("a.geojson"), "--precision",
      "\(digits)")
    #expect(run.status == .done, "\(run.errors)")
    var holes = 0
    for feature in try features(folder.read("a.geojson")) {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let polygons: [[[[Double]]]]
      if let several = geometry["coordinates"] as? [[[[Double]]]] {
        polygons = several
      } else {
        polygons = [try #require(geometry["coordinates"] as? [[[Double]]])]
      }
      for polygon in polygons {
        for (position, ring) in polygon.enumerated() {
          #expect(ring.first == ring.last && ring.count >= 4)
          #expect((area(ring) > 0) == (position == 0))
          holes += position > 0 ? 1 : 0
        }
      }
    }
    #expect(holes == 4)
    let text = String(decoding: try folder.read("a.geojson"), as: UTF8.self)
    let longest = text.matches(of: /[0-9]\.([0-9]+)[,\]]/).map { $0.1.count }.max()
    #expect(longest == digits)
    #expect(!text.contains("\"crs\""))
  }

  private func area(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]) / 2 }
  }

  @Test("in the file's own system the coordinates are those of the file, and the system is named")
  func ownSystem() async throws {
    let folder = TemporaryFolder()
    let run = await ReportRun(
      "export", "--boundaries", Self.areas, "--output", folder.path("a.geojson"), "--output-crs",
      "EPSG:27700")
    #expect(run.status == .done, "\(run.errors)")
    let text = String(decoding: try folder.read("a.geojson"), as: UTF8.self)
    #expect(text.contains("urn:ogc:def:crs:EPSG::27700"))
    #expect(text.contains("[45"))
  }

  @Test("CSV holds the fields, and a study area keeps a part")
  func table() async throws {
    let folder = TemporaryFolder()
    let run = await ReportRun(
      "export", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--output",
      folder.path("a.csv"), "--study-area", "WD22NM=Candlemarket", "--manifest",
      folder.path("m.json"))
    #expect(run.status == .done, "\(run.errors)")
    let lines = String(decoding: try folder.read("a.csv"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == "code,name,WD22CD,WD22NM,LAD22CD,LAD22NM")
    #expect(lines[1].contains(",Candlemarket,"))
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("m.json"))) as? [String: Any])
    #expect(manifest["command"] as? String == "export")
    #expect((manifest["inputs"] as? [Any])?.count == 5)
    #expect((manifest["outputs"] as? [Any])?.count == 1)
    #expect(manifest["projection"] is NSNull)
  }

  @Test("names that differ in case only stay apart, dates and blanks have their forms")
  func columns() async throws {
    let folder = TemporaryFolder()
    var file = RawShapefile(
      records: (0..<2).map { [RawShapefile.clockwiseSquare(x: 400_000 + Double($0) * 10, y: 1e5)] },
      fields: [
        .init("GSS_CODE"), .init("CODE"), .init("NAME"), .init("DAY", "D", width: 8),
        .init("SIZE", "N", width: 8, decimals: 2), .init("COUNT", "N", width: 4),
      ],
      rows: [["A", "x", "North", "20160401", "12.50", "7"], ["B", "y", "", "", "", ""]])
    file.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try file.write(to: folder)
    let run = await ReportRun(
      "export", "--boundaries", folder.path("areas.shp"), "--output", folder.path("a.csv"))
    #expect(run.status == .done, "\(run.errors)")
    #expect(
      String(decoding: try folder.read("a.csv"), as: UTF8.self) == """
        code,name,GSS_CODE,CODE_2,DAY,SIZE,COUNT
        A,North,A,x,2016-04-01,12.5,7
        B,B,B,y,,,

        """)
  }

  @Test(
    "what cannot be written is refused",
    arguments: [
      (
        ["export", "--output", "a.csv"], CommandLineKit.ExitStatus.usage,
        "missing option '--boundaries"
      ),
      (["export", "--boundaries", "a.shp"], .usage, "missing option '--output"),
      (["export", "--boundaries", "a.shp", "--output", "a.xyz"], .usage, "can be written"),
      (
        ["export", "--boundaries", "a.shp", "--boundaries", "b.shp", "--output", "a.csv"], .usage,
        "one layer of areas is needed"
      ),
      (
        ["export", "--boundaries", "a.shp", "--output", "a.geojson", "--precision", "8"], .usage,
        "a whole number from 0 to 7"
      ),
      (["export", "--boundaries", "/nowhere/a.shp", "--output", "a.csv"], .noInput, "is missing"),
      (
        ["export", "--boundaries", areas, "--output", "/nowhere/a.csv"], .cannotWrite,
        "the folder does not exist"
      ),
    ])
  func refusals(words: [String], status: CommandLineKit.ExitStatus, message: String) async {
    let console = Console()
    #expect(await CommandRegistry.program.run(words, in: console) == status)
    #expect(console.error.text.contains(message), "\(console.error.text)")
  }
}
