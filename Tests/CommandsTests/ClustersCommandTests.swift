import Boundaries
import CommandLineKit
@testable import Commands
import Foundation
import Geometry
import HotspotsKit
import TestSupport
import Testing

@Suite("hotspots clusters")
struct ClustersCommandTests {
  @Test("areas have the contract's columns, one row for each, and the incidents of `areas`")
  func areas() async throws {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("clusters", ["--output", "@clusters.csv"]) == .done)
    #expect(await run.runOnSamples("areas", ["--output", "@areas.csv"]) == .done)
    let rows = try run.rows("clusters.csv")
    #expect(
      rows[0] == [
        "code", "name", "value", "z", "p_normal", "p", "p_adjusted", "class", "neighbours",
      ])
    let areas = try run.rows("areas.csv")
    #expect(rows.dropFirst().map { $0[0] } == areas.dropFirst().map { $0[0] })
    #expect(rows.dropFirst().map { $0[2] } == areas.dropFirst().map { $0[2] })
    // The areas of the made-up borough differ in size.
    #expect(run.console.warnings.contains { $0.contains("very different size") })
  }

  @Test("local Moran adds i, p_permutation and quadrant, the same for a seed and not for another")
  func localMoran() async throws {
    let run = SurfaceRun()
    for (seed, name) in [("1", "a"), ("1", "b"), ("2", "c")] {
      #expect(
        await run.runOnSamples(
          "clusters",
          [
            "--method", "local-moran", "--value", "per_km2", "--seed", seed, "--output",
            "@\(name).csv",
          ]) == .done)
    }
    #expect(
      try run.rows("a.csv")[0] == [
        "code", "name", "value", "z", "p_normal", "p", "p_adjusted", "class", "neighbours", "i",
        "p_permutation", "quadrant",
      ])
    let (a, b, c) = (try run.text("a.csv"), try run.text("b.csv"), try run.text("c.csv"))
    #expect(a == b)
    #expect(a != c)
    let quadrants = Set(try run.rows("a.csv").dropFirst().map { $0[11] })
    #expect(
      quadrants.isSubset(of: ["high-high", "low-low", "high-low", "low-high", ""])
        && quadrants.count > 2)
  }

  @Test("cells of a grid hold every assigned incident", arguments: ["square", "hexagon"])
  func cells(shape: String) async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "clusters",
        [
          "--on", shape, "--cell-size", "250", "--output", "@c.json", "--manifest", "@m.json",
          "--map", "@c.svg",
        ]) == .done)
    let rows = try #require(try run.json("c.json") as? [[String: Any]])
    let manifest = try #require(try run.json("m.json") as? [String: Any])
    let reconciliation = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    #expect(
      rows.compactMap { $0["value"] as? Double }.reduce(0, +)
        == Double(reconciliation["assigned"] as? Int ?? -1))
    #expect(rows[0].keys.contains("cell") && !rows[0].keys.contains("code"))
    #expect(rows.compactMap { $0["neighbours"] as? Int }.max() == (shape == "square" ? 8 : 6))
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    #expect(chosen["method"] as? String == "gi-star")
    #expect(chosen["cell_size_m"] as? Double == 250)
    let map = try run.text("c.svg")
    #expect(map.contains("hot spot, 99%") && map.contains("cold spot, 99%"))
  }

  @Test(
    "hotspots are significant places joined by their sides, with the incidents in them",
    arguments: [
      ["--on", "square", "--cell-size", "200"], ["--on", "hexagon", "--cell-size", "250"],
      ["--value", "per_km2"], ["--method", "local-moran", "--on", "square", "--cell-size", "250"],
    ])
  func hotspots(words: [String]) async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "clusters",
        words + [
          "--output", "@c.geojson", "--hotspots", "@h.geojson", "--output-crs", "EPSG:27700",
        ]) == .done)
    func features(_ name: String) throws -> [[String: Any]] {
      try #require((try run.json(name) as? [String: Any])?["features"] as? [[String: Any]])
    }
    let hot = try features("c.geojson").filter { feature in
      let properties = feature["properties"] as? [String: Any]
      let quadrant = properties?["quadrant"] as? String
      return (properties?["class"] as? Int ?? 0) >= 2 && (quadrant ?? "high-high") == "high-high"
    }
    let hotspots = try features("h.geojson")
    #expect(!hot.isEmpty && !hotspots.isEmpty)
    let incidents = try SampleIncident.all()
    // Borders between areas may lie otherwise by rounding in the file: none of these incidents does.
    let inHot = Set(hot.flatMap { FeatureGround($0).indices(of: incidents) })
    var inHotspots = 0
    for hotspot in hotspots {
      let properties = try #require(hotspot["properties"] as? [String: Any])
      let inside = FeatureGround(hotspot).indices(of: incidents)
      #expect(abs((properties["incidents"] as? Int ?? 0) - inside.count) <= inside.count / 200)
      #expect(!inside.isEmpty)
      inHotspots += inside.count
      let share = try #require(properties["share"] as? Double)
      #expect(abs(share - Double(properties["incidents"] as? Int ?? 0) / 19_584) < 1e-9)
      #expect(properties["location"] is String && properties["busiest_hours"] is String)
    }
    // What is hot and in no hotspot listed is beyond the ten.
    #expect(
      inHotspots <= inHot.count
        && (hotspots.count == 10 || inHotspots > inHot.count - inHot.count / 200))
  }

  @Test("the map numbers the hotspots where they are written, else the significant places")
  func numbers() async throws {
    let run = SurfaceRun()
    for more in [["--hotspots", "@h.csv", "--map", "@a.svg"], ["--map", "@b.svg"]] {
      #expect(
        await run.runOnSamples("clusters", ["--on", "square", "--cell-size", "200"] + more) == .done
      )
    }
    let names = try run.rows("h.csv").dropFirst().map { $0[1].replacing("On or near ", with: "") }
    let (joined, single) = (try run.text("a.svg"), try run.text("b.svg"))
    #expect(!names.isEmpty && names.allSatisfy { joined.contains(">\($0)</text>") })
    #expect(joined.contains("id=\"hotspot-\(names.count)\""))
    #expect(single.contains(">Hot spots at 95% and over</text>") && !single.contains("hotspot-1"))
  }

  @Test("six incidents are a hotspot where the test says so")
  func few() async throws {
    let run = SurfaceRun()
    let rows = ["Easting,Northing"] + (0..<6).map { "\(455_800 + $0),245650" }
    try run.folder.write(rows.joined(separator: "\n").utf8, to: "six.csv")
    #expect(
      await run.run([
        "clusters", "--boundaries", SurfaceRun.boundaries, "--incidents", "@six.csv", "--on",
        "square", "--cell-size", "200", "--hotspots", "@h.json", "--manifest", "@m.json",
      ]) == .done)
    let hotspots = try #require(try run.json("h.json") as? [[String: Any]])
    #expect(hotspots.map { $0["incidents"] as? Int } == [6])
    #expect(hotspots[0]["areas"] == nil)
    #expect(run.console.error.text.contains("however few their incidents"))
  }

  @Test("with hours, shares, ranks and densities are of the expected incidents")
  func hours() async throws {
    let run = SurfaceRun()
    let hours = ["--hours", "22-02", "--days", "fri"]
    #expect(
      await run.runOnSamples("areas", hours + ["--output", "@areas.json"]) == .done)
    #expect(
      await run.runOnSamples(
        "clusters",
        hours + ["--value", "per_km2", "--output", "@c.json"]) == .done)
    let areas = try #require(try run.json("areas.json") as? [[String: Any]])
    let expected = areas.reduce(0) { $0 + ($1["expected"] as? Double ?? .nan) }
    let could = areas.reduce(0) { $0 + ($1["incidents"] as? Int ?? 0) }
    #expect(expected > 10 && expected < 0.99 * Double(could))
    for area in areas {
      let (share, each) = (area["share"] as? Double ?? .nan, area["expected"] as? Double ?? .nan)
      #expect(abs(share - each / expected) < 1e-12)
      let more = areas.count { ($0["expected"] as? Double ?? .nan) > each }
      #expect(area["rank"] as? Int == more + 1)
    }
    let places = try #require(try run.json("c.json") as? [[String: Any]])
    let sizes = try BoundaryLayer.load(path: SurfaceRun.boundaries).outlines
    var sum = 0.0
    for (index, place) in places.enumerated() {
      let value = try #require(place["value"] as? Double)
      #expect(value == areas[index]["per_km2"] as? Double)
      sum += value * sizes.area(of: index) / 1e6
    }
    #expect(abs(sum - expected) < 1e-6)
  }

  @Test("the cells chosen hold what the incidents can carry, and smaller ones are warned of")
  func chosenSize() async throws {
    let run = SurfaceRun()
    // 500 places of the borough's own incidents: five in nine cells over 21.25 km² need 154 m.
    let lines = try String(contentsOfFile: SurfaceRun.incidents, encoding: .utf8)
      .split(separator: "\n")
    let some =
      lines.prefix(1)
      + lines.dropFirst().enumerated().filter { $0.offset % 39 == 0 }
      .map(\.element)
    try run.folder.write(some.joined(separator: "\n").utf8, to: "some.csv")
    let words = [
      "clusters", "--boundaries", SurfaceRun.boundaries, "--incidents", "@some.csv", "--on",
      "square",
    ]
    #expect(await run.run(words + ["--output", "@a.csv", "--manifest", "@m.json"]) == .done)
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    #expect(chosen["cell_size_m"] as? Double == 200)
    #expect(chosen["test"] as? [String] == ["normal", "binomial_by_ground", "binomial_by_place"])
    #expect(!run.console.warnings.contains { $0.contains("are expected") })
    #expect(await run.run(words + ["--cell-size", "50", "--output", "@b.csv"]) == .done)
    #expect(
      run.console.warnings.contains {
        $0.contains("0.5 incidents are expected in a unit with its neighbours")
          && $0.contains("--cell-size 200 expects five")
      })
    // Permutations that are asked for decide, and are few.
    #expect(
      await run.run(
        words + ["--cell-size", "200", "--permutations", "99", "--output", "@p.csv"]) == .done)
    #expect(run.console.warnings.contains { $0.contains("99 permutations are few for 593 tests") })
    let (scored, drawn) = (try run.rows("a.csv"), try run.rows("p.csv"))
    #expect(
      scored.map { $0[4] } == drawn.map { $0[4] } && scored.map { $0[5] } != drawn.map { $0[5] })
    for row in drawn.dropFirst() {
      let (p, folded) = (Double(row[5]) ?? .nan, Double(row[9]) ?? .nan)
      #expect(p >= min(1, 2 * folded) - 1e-9)
    }
  }

  @Test("neighbours by distance are areas whose centroids are no farther apart, by every pair")
  func centroidDistance() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "clusters", ["--neighbours", "distance", "--distance", "600", "--output", "@c.json"])
        == .done)
    let places = try #require(try run.json("c.json") as? [[String: Any]])
    let outlines = try BoundaryLayer.load(path: SurfaceRun.boundaries).outlines
    func counts(_ point: (Int) -> Point?) -> [Int] {
      let points = (0..<outlines.areaCount).compactMap(point)
      return points.indices.map { here in
        points.indices.count { other in
          let (dx, dy) = (points[other].x - points[here].x, points[other].y - points[here].y)
          return other != here && (dx * dx + dy * dy).squareRoot() <= 600
        }
      }
    }
    let found = places.compactMap { $0["neighbours"] as? Int }
    #expect(found == counts(outlines.centroid(ofArea:)))
    #expect(found != counts { outlines.innerPoint(ofArea: $0) })
    #expect(run.console.error.text.contains("centroids within 600 m"))
  }

  @Test("a grid says its size before work begins, and warns of very many cells")
  func gridSize() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "clusters", ["--on", "square", "--cell-size", "200", "--output", "@a.csv"]) == .done)
    #expect(!run.console.warnings.contains { $0.contains("over 100,000") })
    #expect(run.console.error.text.contains("square cells of 200 m, at most"))
    let cells = try run.rows("a.csv").count - 1
    let said = try #require(
      run.console.error.text.split(separator: "at most ").dropFirst().first?
        .prefix { $0.isNumber || $0 == "," })
    let predicted = try #require(Int(said.filter(\.isNumber)))
    #expect(predicted >= cells && predicted < 2 * cells)
    // What the library finds of more is tested there.
    let console = Console()
    console.observer(
      .planned(WorkAhead("grid: tiny", bytes: 1, finding: .manyCells(100_651, limit: 100_000))))
    #expect(
      console.warnings == [
        "the grid may have 100,651 cells, over 100,000: most will be empty, and files large; take a "
          + "larger --cell-size unless you mean it"
      ])
  }

  @Test("weights of two are the counts doubled, weights of one the counts")
  func weights() async throws {
    let run = SurfaceRun()
    let lines = try String(contentsOfFile: SurfaceRun.incidents, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    for weight in ["1", "2"] {
      let text = [lines[0] + ",Harm"] + lines.dropFirst().map { "\($0),\(weight)" }
      try run.folder.write(text.joined(separator: "\n").utf8, to: "\(weight).csv")
      for unit in ["areas", "square"] {
        #expect(
          await run.run([
            "clusters", "--boundaries", SurfaceRun.boundaries, "--incidents", "@\(weight).csv",
            "--columns", "weight=harm", "--on", unit, "--output", "@\(unit)\(weight).json",
            "--manifest", "@m.json",
          ]) == .done)
      }
    }
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    #expect(chosen["weight_column"] as? String == "harm")
    for unit in ["areas", "square"] {
      #expect(
        await run.runOnSamples("clusters", ["--on", unit, "--output", "@\(unit)0.json"]) == .done)
      func column(_ key: String, _ name: String) throws -> [Double] {
        let rows = try #require(try run.json("\(unit)\(name).json") as? [[String: Any]])
        return rows.compactMap { $0[key] as? Double }
      }
      #expect(try column("value", "1") == column("value", "0"))
      #expect(try column("value", "2") == column("value", "0").map { 2 * $0 })
      let (once, twice) = (try column("z", "1"), try column("z", "2"))
      #expect(zip(once, twice).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test("the number of threads changes no byte")
  func threads() async throws {
    let run = SurfaceRun()
    for threads in ["1", "2"] {
      #expect(
        await run.runOnSamples(
          "clusters",
          [
            "--on", "hexagon", "--hours", "18-06", "--days", "fri,sat", "--output",
            "@\(threads).geojson", "--map", "@\(threads).svg", "--hotspots", "@\(threads).csv",
            "--threads", threads,
          ]) == .done)
    }
    #expect(try run.folder.read("1.csv") == run.folder.read("2.csv"))
    #expect(try run.folder.read("1.geojson") == run.folder.read("2.geojson"))
    #expect(try run.folder.read("1.svg") == run.folder.read("2.svg"))
  }

  @Test(
    "options that do not go together are refused",
    arguments: [
      ["--cell-size", "100"], ["--neighbours", "distance"], ["--distance", "100"],
      ["--method", "local-moran", "--permutations", "0"], ["--value-field", "total"],
      ["--values", "table.csv"], ["--method", "gistar"], ["--on", "square", "--snap", "5"],
      ["--on", "square", "--cell-size", "0"], ["--boundaries", SurfaceRun.boundaries],
      ["--on", "square", "--cell-size", "0.001"],
    ])
  func badOptions(words: [String]) async {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("clusters", words + ["--output", "@c.csv"]) == .usage)
    #expect((try? run.folder.read("c.csv")) == nil)
  }

  @Test("a ready table is matched by code; what does not match is counted on both sides")
  func values() async throws {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("areas", ["--output", "@areas.csv"]) == .done)
    let codes = try run.rows("areas.csv").dropFirst().map { $0[0] }
    // One area has no row, one no number, and one row no area.
    var lines = ["label;code of area;rate"]
    for (index, code) in codes.dropFirst().enumerated() {
      lines.append("x;\(code);\(index == 0 ? "n/a" : "\(index % 7).5")")
    }
    lines.append("x;nowhere;3")
    try run.folder.write(lines.joined(separator: "\r\n").utf8, to: "rates.csv")
    let words = ["clusters", "--boundaries", SurfaceRun.boundaries, "--values", "@rates.csv"]
    #expect(
      await run.run(
        words + ["--value-field", "RATE", "--output", "@c.csv", "--manifest", "@m.json"]) == .done)
    let rows = try run.rows("c.csv").dropFirst()
    #expect(rows.prefix(3).map { $0[2] } == ["", "", "1.5"])
    #expect(rows.prefix(2).allSatisfy { $0[3].isEmpty && $0[7].isEmpty })
    let manifest = try #require(try run.json("m.json") as? [String: Any])
    let reconciliation = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    #expect(reconciliation["read"] as? Int == codes.count)
    #expect(reconciliation["rejected"] as? Int == 1)
    #expect(reconciliation["outside"] as? Int == 1)
    #expect(reconciliation["assigned"] as? Int == codes.count - 2)
    // Not a column, and incidents beside values.
    #expect(await run.run(words + ["--value-field", "x", "--output", "@d.csv"]) == .badData)
    #expect(
      await run.run(
        words + [
          "--value-field", "rate", "--incidents", SurfaceRun.incidents, "--output", "@d.csv",
        ]) == .usage)
    for more in [["--from", "2025"], ["--hotspots", "@h.csv"]] {
      #expect(
        await run.run(words + ["--value-field", "rate", "--output", "@d.csv"] + more) == .usage)
    }
  }

  @Test("a table that is not there, has a code twice or equal values is told apart")
  func badValues() async throws {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("areas", ["--output", "@areas.csv"]) == .done)
    let codes = try run.rows("areas.csv").dropFirst().map { $0[0] }
    try run.folder.write("code,v\n\(codes[0]),1\n\(codes[0]),2\n".utf8, to: "twice.csv")
    try run.folder.write("code,v\n\(codes[0]),1\n\(codes[1]),1\n".utf8, to: "equal.csv")
    try run.folder.write("code,v\n\"\(codes[0]),1\n".utf8, to: "quote.csv")
    for (name, status) in [
      ("absent.csv", ExitStatus.noInput), ("twice.csv", .badData), ("equal.csv", .badData),
      ("quote.csv", .badData),
    ] {
      #expect(
        await run.run([
          "clusters", "--boundaries", SurfaceRun.boundaries, "--values", "@\(name)",
          "--value-field", "v", "--output", "@c.csv",
        ]) == status, "\(name)")
    }
  }

  @Test(
    "Gi* of London's counts is spdep's",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func london() async throws {
    let run = SurfaceRun()
    #expect(
      await run.run([
        "clusters", "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
        "--code-field", "LSOA11CD", "--values",
        SharedData.path("reference/london-statistics/counts.csv"), "--value-field", "total",
        "--output", "@c.json",
      ]) == .done)
    let rows = try #require(try run.json("c.json") as? [[String: Any]])
    let reference = try String(
      contentsOfFile: SharedData.path("reference/london-statistics/spdep.csv"), encoding: .utf8)
    let lines = reference.split(separator: "\n").dropFirst()
    #expect(rows.count == 4_835 && lines.count == rows.count)
    var worst = 0.0
    for (row, line) in zip(rows, lines) {
      let fields = line.split(separator: ",")
      #expect(fields[0].dropFirst().dropLast() == row["code"] as? String ?? "")
      let z = try #require(row["z"] as? Double)
      worst = max(worst, abs(z - (Double(fields[1]) ?? .nan)))
    }
    #expect(worst < 1e-9)
  }
}
