import CommandLineKit
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import TestSupport
import Testing

@Suite("hotspots density --relative-to") struct RatioTests {
  private let shared = ["--cell-size", "200", "--bandwidth", "500"]

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
        shared + burglary + [
          "--relative-to", SurfaceRun.incidents, "--floor", "150", "--output", "@r.json",
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
        shared + ["--relative-to", SurfaceRun.incidents, "--output", "@r.geojson"]) == .done)
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
        "density", shared + ["--relative-to", SurfaceRun.incidents, "--output", "@r.asc"]) == .done)
    let values = DensityCommandTests.Grid(try run.text("r.asc")).values
    #expect(!values.isEmpty && values.allSatisfy { $0 == 1 })
  }

  @Test("the number of threads changes no byte")
  func threads() async throws {
    let run = SurfaceRun()
    for threads in ["1", "2"] {
      #expect(
        await run.runOnSamples(
          "density",
          shared + [
            "--category", "Drugs", "--relative-to", SurfaceRun.incidents, "--output",
            "@\(threads).geojson", "--map", "@\(threads).svg", "--threads", threads,
          ]) == .done)
    }
    #expect(try run.folder.read("1.geojson") == run.folder.read("2.geojson"))
    #expect(try run.folder.read("1.svg") == run.folder.read("2.svg"))
  }

  @Test(
    "options that do not go together are refused, and a file without incidents there",
    arguments: [
      (["--floor", "5"], CommandLineKit.ExitStatus.usage),
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
