import Boundaries
import CommandLineKit
import Foundation
import Geometry
#if canImport(FoundationXML)
  import FoundationXML
#endif
import TestSupport
import Testing

@Suite("hotspots density --relative-to") struct RatioTests {
  private let shared = ["--cell-size", "200", "--bandwidth", "500"]
  private let relative = ["--relative-to", SurfaceRun.incidents, "--labellings", "0"]

  private func cells(_ run: SurfaceRun, _ name: String) throws -> [[String: Any]] {
    try #require(try run.json(name) as? [[String: Any]])
  }

  @Test("the ratio is the quotient of the two densities, and has no value below the floor")
  func quotient() async throws {
    let run = SurfaceRun()
    let burglary = ["--category", "Burglary"]
    #expect(
      await run.runOnSamples("density", shared + burglary + ["--output", "@a.json"]) == .done)
    #expect(await run.runOnSamples("density", shared + ["--output", "@b.json"]) == .done)
    #expect(
      await run.runOnSamples(
        "density",
        shared + burglary + relative + [
          "--floor", "150", "--output", "@r.json",
          "--manifest", "@m.json", "--map", "@r.svg",
        ]) == .done)
    let (upper, lower) = (try cells(run, "a.json"), try cells(run, "b.json"))
    let ratios = try cells(run, "r.json")
    var expected: [String: Double] = [:]
    for (a, b) in zip(upper, lower) {
      let (above, below) = (
        try #require(a["per_km2"] as? Double), try #require(b["per_km2"] as? Double)
      )
      if below >= 150 { expected["\(a["x"] ?? "") \(a["y"] ?? "")"] = above / below }
    }
    #expect(ratios.count == expected.count && ratios.count > 20 && ratios.count < upper.count)
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    let overall = try #require(chosen["ratio_of_all"] as? Double)
    for cell in ratios {
      let value = try #require(expected["\(cell["x"] ?? "") \(cell["y"] ?? "")"])
      #expect(abs((cell["ratio"] as? Double ?? .nan) - value) <= 1e-12 * value)
      #expect(abs((cell["times"] as? Double ?? .nan) - value / overall) <= 1e-9)
    }
    #expect(chosen["floor_per_km2"] as? Double == 150)
    #expect(chosen["cells_with_ratio"] as? Int == ratios.count)
    let map = try run.text("r.svg")
    #expect(XMLParser(data: Data(map.utf8)).parse())
    for words in ["Times the ratio of the whole", "too few to compare", "twice and over"] {
      #expect(map.contains(words), "\(words)")
    }
  }

  @Test("incidents compared with themselves have a ratio of one, in the middle class alone")
  func themselves() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        shared + relative + ["--output", "@r.geojson"]) == .done)
    let collection = try #require(try run.json("r.geojson") as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    let properties = try #require(features.first?["properties"] as? [String: Any])
    #expect(features.count == 1)
    #expect(properties["band"] as? Int == 4)
    #expect(properties["from_times"] as? Double == 0.8)
    #expect(properties["to_times"] as? Double == 1.25)
    #expect(properties["incidents"] as? Int == properties["compared_with"] as? Int)
    #expect(
      await run.runOnSamples(
        "density", shared + relative + ["--output", "@r.asc"]) == .done)
    let values = DensityCommandTests.Grid(try run.text("r.asc")).values
    #expect(!values.isEmpty && values.allSatisfy { $0 == 1 })
  }

  @Test("contours are around what is planted, and around nothing in noise")
  func contours() async throws {
    let run = SurfaceRun()
    // A grid of incidents over the middle of the borough, and of each eighth one is asked about.
    let layer = try BoundaryLayer.load(path: SurfaceRun.boundaries)
    let centre = layer.outlines.box.centre
    func rows(_ places: [(Double, Double)]) -> [UInt8] {
      Array(
        (["Easting,Northing"] + places.map { "\($0.0.rounded()),\($0.1.rounded())" })
          .joined(separator: "\n").utf8)
    }
    let all = (0..<400).map { place in
      (
        centre.x - 1900 + 200 * Double(place % 20), centre.y - 1900 + 200 * Double(place / 20)
      )
    }
    let noise = (0..<50).map { all[($0 * 139) % 400] }
    let planted = (0..<40).map { (centre.x + 1000 + Double($0), centre.y + 1000) }
    try run.folder.write(rows(all + planted), to: "all.csv")
    try run.folder.write(rows(noise), to: "noise.csv")
    try run.folder.write(rows(noise + planted), to: "planted.csv")
    func contours(_ name: String) async throws -> [[String: Any]] {
      let status = await run.run(
        [
          "density", "--boundaries", SurfaceRun.boundaries, "--incidents", "@\(name).csv",
          "--relative-to",
          "@all.csv", "--cell-size", "400", "--bandwidth", "700", "--labellings", "39",
          "--output", "@r.json", "--contours", "@c.geojson", "--map", "@c.svg", "--manifest",
          "@m.json",
        ])
      #expect(status == .done)
      let collection = try #require(try run.json("c.geojson") as? [String: Any])
      return try #require(collection["features"] as? [[String: Any]]).compactMap {
        $0["properties"] as? [String: Any]
      }
    }
    let found = try await contours("planted")
    let more = found.filter { $0["side"] as? String == "more" }
    #expect(more.count == 1)
    #expect(more[0]["incidents"] as? Int ?? 0 >= 40)
    #expect(more[0]["times"] as? Double ?? 0 > 2)
    #expect(run.console.error.text.contains("1 place with more"))
    #expect(
      run.console.error.text.contains("39 random labellings of the incidents compared with"))
    let map = try run.text("c.svg")
    #expect(map.contains("Beyond chance") && map.contains("More ("))
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    #expect(chosen["labellings"] as? Int == 39)
    #expect(chosen["places_with_more"] as? Int == 1)
    #expect(chosen["floor_incidents"] as? Int == 5)
    #expect(try cells(run, "r.json").contains { ($0["p_adjusted"] as? Double ?? 1) <= 0.05 })
    #expect(try await contours("noise").isEmpty)
    #expect(run.console.error.text.contains("no place has more or fewer"))
  }

  @Test("the number of threads changes no byte")
  func threads() async throws {
    let run = SurfaceRun()
    for threads in ["1", "2"] {
      #expect(
        await run.runOnSamples(
          "density",
          [
            "--cell-size", "400", "--bandwidth", "600", "--category", "Drugs", "--relative-to",
            SurfaceRun.incidents, "--labellings", "39", "--output", "@\(threads).geojson",
            "--map", "@\(threads).svg", "--contours", "@\(threads).json", "--threads", threads,
          ]) == .done)
    }
    #expect(try run.folder.read("1.json") == run.folder.read("2.json"))
    #expect(try run.folder.read("1.geojson") == run.folder.read("2.geojson"))
    #expect(try run.folder.read("1.svg") == run.folder.read("2.svg"))
  }

  @Test(
    "options that do not go together are refused, and a file without incidents there",
    arguments: [
      (["--floor", "5"], CommandLineKit.ExitStatus.usage),
      (["--labellings", "99"], .usage), (["--contours", "@c.json"], .usage),
      (["--relative-to", "@far.csv", "--labellings", "20"], .usage),
      (["--relative-to", "@far.csv", "--labellings", "0", "--contours", "@c.json"], .usage),
      (["--relative-to", "@far.csv", "--hotspots", "@h.csv"], .usage),
      (["--relative-to", "@far.csv", "--breaks", "1,2"], .usage),
      (["--relative-to", "@far.csv", "--classes", "equal"], .usage),
      (["--relative-to", "@far.csv", "--bandwidth", "adaptive"], .usage),
      (["--relative-to", "@far.csv", "--floor", "0"], .usage),
      (["--relative-to", "@far.csv"], .badData), (["--relative-to", "@absent.csv"], .noInput),
    ])
  func refused(words: [String], status: CommandLineKit.ExitStatus) async throws {
    let run = SurfaceRun()
    try run.folder.write("Easting,Northing\n100000,100000\n".utf8, to: "far.csv")
    #expect(await run.runOnSamples("density", words + ["--output", "@r.asc"]) == status)
    #expect((try? run.folder.read("r.asc")) == nil)
  }
}
