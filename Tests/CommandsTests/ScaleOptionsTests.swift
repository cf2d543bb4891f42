import CommandLineKit
import Foundation
import TestSupport
import Testing

@Suite("Scales of maps") struct ScaleOptionsTests {
  /// The labels of a map's key, the lowest first.
  private func labels(_ map: String) -> [String] {
    map.split(separator: "<g ").filter { $0.hasPrefix("id=\"class-") || $0.hasPrefix("id=\"band-") }
      .compactMap { group in
        group.split(separator: "inkscape:label=\"").dropFirst().first?
          .split(separator: "\"").first.map(String.init)
      }
  }

  private func scale(_ run: SurfaceRun, _ name: String) throws -> [String: Any] {
    let manifest = try #require(try run.json(name) as? [String: Any])
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    return try #require((chosen["scales"] as? [[String: Any]])?.first)
  }

  @Test("a second month is drawn in the classes of the first", arguments: ["areas", "density"])
  func reused(command: String) async throws {
    let run = SurfaceRun()
    let fixed = command == "density" ? ["--bandwidth", "400", "--cell-size", "200"] : []
    #expect(
      await run.runOnSamples(
        command,
        fixed + ["--to", "2025-06", "--map", "@a.svg", "--manifest", "@a.json"]) == .done)
    #expect(
      await run.runOnSamples(
        command,
        fixed + [
          "--from", "2025-07", "--map", "@b.svg", "--manifest", "@b.json", "--breaks-from",
          "@a.json",
        ]) == .done)
    let (first, second) = (try scale(run, "a.json"), try scale(run, "b.json"))
    let breaks = try #require(first["breaks"] as? [Double])
    #expect(!breaks.isEmpty && breaks == second["breaks"] as? [Double])
    #expect(first["value"] as? String == (command == "areas" ? "incidents" : "per_km2"))
    #expect(try run.text("b.svg").contains("Classes: those of 'a.json', so that the maps compare."))
    // Without it the second map has classes of its own.
    #expect(
      await run.runOnSamples(
        command, fixed + ["--from", "2025-07", "--map", "@c.svg", "--manifest", "@c.json"]) == .done
    )
    #expect(try scale(run, "c.json")["breaks"] as? [Double] != breaks)
  }

  @Test("classes by hand are those given, and a changed scale says so")
  func byHand() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "areas", ["--breaks", "50,100,400", "--map", "@a.svg", "--manifest", "@a.json"]) == .done)
    #expect(try scale(run, "a.json")["breaks"] as? [Double] == [50, 100, 400])
    let map = try run.text("a.svg")
    #expect(map.contains("50 – 99") && map.contains("400 and over"))
    #expect(map.contains("Classes: as given") && !map.contains("Scale changed"))
    #expect(
      await run.runOnSamples(
        "areas",
        ["--breaks", "60,100,400", "--breaks-from", "@a.json", "--map", "@b.svg"]) == .done)
    #expect(
      try run.text("b.svg").contains("Scale changed: 'a.json' has its breaks at 50, 100, 400"))
    // The same breaks are no change.
    #expect(
      await run.runOnSamples(
        "areas",
        ["--breaks", "50,100,400", "--breaks-from", "@a.json", "--map", "@c.svg"]) == .done)
    #expect(!(try run.text("c.svg").contains("Scale changed")))
    // In a density the bands are cut there.
    #expect(
      await run.runOnSamples(
        "density", ["--cell-size", "200", "--breaks", "100,1000.5", "--output", "@d.geojson"])
        == .done)
    let collection = try #require(try run.json("d.geojson") as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    let from = features.compactMap {
      ($0["properties"] as? [String: Any])?["from_per_km2"] as? Double
    }
    #expect(from == [0, 100, 1000.5])
  }

  @Test("values above the earlier ones and another method are said")
  func beyond() async throws {
    let run = SurfaceRun()
    try run.folder.write(
      #"{"scales": [{"value": "incidents", "breaks": [10, 20], "range": [1, 30]}]}"#.utf8,
      to: "s.json")
    #expect(
      await run.runOnSamples("areas", ["--breaks-from", "@s.json", "--map", "@a.svg"]) == .done)
    #expect(try run.text("a.svg").contains("The top class is open: the highest value is"))
    #expect(
      await run.runOnSamples(
        "density", ["--bandwidth", "300", "--map", "@a.svg", "--manifest", "@a.json"]) == .done)
    #expect(
      await run.runOnSamples(
        "density", ["--bandwidth", "400", "--map", "@b.svg", "--breaks-from", "@a.json"]) == .done)
    // The foot of the page is set in lines.
    let words = try run.text("b.svg").split(separator: "Classes: ").last.map(String.init) ?? ""
    #expect(words.contains("The values there were") && words.contains("bandwidth 300 m"))
  }

  @Test(
    "a file without a scale that fits is refused before anything is read",
    arguments: [
      ("{}", CommandLineKit.ExitStatus.badData), ("not JSON", .badData),
      (#"{"breaks": []}"#, .badData),
      (#"{"breaks": [5, 2]}"#, .badData), (#"{"breaks": [5, 20]}"#, .done),
      (#"{"scales": [{"value": "per_km2", "breaks": [5]}]}"#, .badData),
      (#"{"chosen": {"scales": []}}"#, .badData),
    ])
  func badFiles(text: String, status: CommandLineKit.ExitStatus) async throws {
    let run = SurfaceRun()
    try run.folder.write(text.utf8, to: "s.json")
    #expect(
      await run.runOnSamples("areas", ["--breaks-from", "@s.json", "--map", "@a.svg"]) == status)
    #expect(
      await run.runOnSamples("areas", ["--breaks-from", "@absent.json", "--map", "@b.svg"])
        == .noInput)
  }

  @Test(
    "options that do not go together are refused",
    arguments: [
      ["areas", "--breaks", "5,10", "--output", "@a.csv"],
      ["areas", "--breaks", "10,5", "--map", "@a.svg"],
      ["areas", "--breaks", "0,5", "--map", "@a.svg"],
      ["areas", "--breaks", "1,2,3,4,5,6,7,8,9,10,11,12", "--map", "@a.svg"],
      ["density", "--breaks", "5", "--classes", "equal", "--map", "@a.svg"],
      ["density", "--breaks", "5", "--class-count", "4", "--map", "@a.svg"],
    ])
  func badOptions(words: [String]) async {
    let run = SurfaceRun()
    #expect(await run.runOnSamples(words[0], Array(words.dropFirst())) == .usage)
  }

  // The busiest LSOA of the samples holds 3716 of 19584 incidents (pandas), 19.0 %.
  @Test("counts are cut into equal shares, and key, page and manifest say so")
  func shares() async throws {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("areas", ["--map", "@a.svg", "--manifest", "@a.json"]) == .done)
    let found = try scale(run, "a.json")
    #expect(found["method"] as? String == "volume")
    let shares = try #require(found["shares"] as? [Double])
    #expect(shares.count == 5 && abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(abs((shares.last ?? 0) - 3716.0 / 19584) < 1e-9)
    let map = try run.text("a.svg")
    #expect(map.contains("about equal shares of the whole"))
    #expect(map.contains("The darkest area holds 19.0% of the whole."))
  }

  @Test(
    "each way of dividing areas is taken, said and kept",
    arguments: ["quantile", "natural", "equal", "geometric", "volume"])
  func ways(name: String) async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "areas",
        [
          "--classes", name, "--class-count", "4", "--map", "@a.svg", "--manifest", "@a.json",
          "--output", "@a.gpkg",
        ]) == .done)
    let first = try scale(run, "a.json")
    #expect(first["method"] as? String == name)
    let breaks = try #require(first["breaks"] as? [Double])
    #expect((1...3).contains(breaks.count))
    #expect(
      await run.runOnSamples(
        "areas",
        ["--breaks-from", "@a.json", "--to", "2025-06", "--map", "@b.svg", "--manifest", "@b.json"])
        == .done)
    let second = try scale(run, "b.json")
    #expect(second["method"] as? String == "earlier")
    #expect(second["breaks"] as? [Double] == breaks)
  }

  @Test("rates grow by equal factors, and have no shares")
  func rates() async throws {
    let run = SurfaceRun()
    let rates = [
      "--population", ProjectFolder.path("samples/population.csv"), "--population-field",
      "residents",
    ]
    #expect(
      await run.runOnSamples("areas", rates + ["--map", "@a.svg", "--manifest", "@a.json"]) == .done
    )
    let found = try scale(run, "a.json")
    #expect(found["method"] as? String == "geometric")
    #expect(found["shares"] is NSNull)
    #expect(
      await run.runOnSamples("areas", rates + ["--classes", "volume", "--map", "@b.svg"]) == .usage)
  }
}
