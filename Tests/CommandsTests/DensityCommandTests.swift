import Cartography
import CommandLineKit
import Foundation
import Geometry
#if canImport(FoundationXML)
  import FoundationXML
#endif
import TestSupport
import Testing

@Suite("hotspots density")
struct DensityCommandTests {
  /// An ESRI ASCII grid as its text says it.
  struct Grid {
    var header: [String: Double] = [:]
    /// The rows, north first.
    var rows: [[Double]] = []

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: " ")
        if fields.count == 2, fields[0].first?.isLetter == true {
          header[String(fields[0])] = Double(fields[1])
        } else {
          rows.append(fields.map { Double($0) ?? .nan })
        }
      }
    }

    /// The values that are there.
    var values: [Double] { rows.joined().filter { $0 != -9999 } }
  }

  @Test("the grid has the contract's header, and with Diggle's correction holds every incident")
  func grid() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        [
          "--cell-size", "100", "--bandwidth", "300", "--output", "@d.asc", "--manifest", "@m.json",
        ]) == .done)
    let text = try run.text("d.asc")
    let names = text.split(separator: "\n").prefix(6).map { $0.prefix { $0 != " " } }
    #expect(names == ["ncols", "nrows", "xllcorner", "yllcorner", "cellsize", "NODATA_value"])
    let grid = Grid(text)
    #expect(grid.header["cellsize"] == 100)
    #expect(grid.header["xllcorner"]?.truncatingRemainder(dividingBy: 100) == 0)
    #expect(grid.rows.count == Int(grid.header["nrows"] ?? 0))
    #expect(grid.rows.allSatisfy { $0.count == Int(grid.header["ncols"] ?? 0) })
    let manifest = try #require(try run.json("m.json") as? [String: Any])
    let reconciliation = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    let assigned = try #require(reconciliation["assigned"] as? Int)
    let mass = grid.values.reduce(0, +) * 0.01
    #expect(abs(mass - Double(assigned)) < 1e-6 * Double(assigned))
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    #expect(chosen["bandwidth_m"] as? Double == 300)
    #expect(chosen["kernel"] as? String == "quartic")
    #expect(chosen["edge_correction"] as? String == "diggle")
    #expect(chosen["cells_inside"] as? Int == grid.values.count)
  }

  @Test("the system of a grid stands beside it, as Esri writes it, and in the manifest")
  func system() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        ["--cell-size", "500", "--output", "@d.asc", "--manifest", "@m.json"]) == .done)
    let text = try run.text("d.prj")
    // As ArcGIS writes EPSG:27700, but for how many digits it gives.
    #expect(text.hasPrefix("PROJCS[\"British_National_Grid\",GEOGCS[\"GCS_OSGB_1936\","))
    #expect(text.contains("PARAMETER[\"False_Easting\",400000.0]") && !text.contains("\n"))
    let manifest = try #require(try run.json("m.json") as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(
      outputs.compactMap { $0["path"] as? String } == ["d.asc", "d.prj"].map(run.folder.path))
  }

  @Test("the system of a grid takes no other file's place")
  func otherSystem() async throws {
    let run = SurfaceRun()
    try run.folder.write("x".utf8, to: "d.shp")
    try run.folder.write("y".utf8, to: "d.prj")
    #expect(await run.runOnSamples("density", ["--output", "@d.asc"]) == .usage)
    #expect(try run.text("d.prj") == "y")
    #expect(
      await run.runOnSamples("density", ["--output", "@e.asc", "--map", "@e.prj"]) == .usage)
  }

  @Test("the first row of the grid is the northernmost, and cells are those of the table")
  func orientation() async throws {
    let run = SurfaceRun()
    for name in ["d.asc", "d.json"] {
      #expect(
        await run.runOnSamples(
          "density", ["--cell-size", "200", "--bandwidth", "400", "--output", "@\(name)"]) == .done)
    }
    let grid = Grid(try run.text("d.asc"))
    let cells = try #require(try run.json("d.json") as? [[String: Any]])
    #expect(cells.count == grid.values.count)
    let (west, south) = (grid.header["xllcorner"] ?? .nan, grid.header["yllcorner"] ?? .nan)
    for cell in cells {
      let x = try #require(cell["x"] as? Double)
      let y = try #require(cell["y"] as? Double)
      let row = grid.rows.count - 1 - Int((y - south) / 200)
      let value = try #require(cell["per_km2"] as? Double)
      // Foundation reads the last bits of a JSON number differently.
      #expect(abs(grid.rows[row][Int((x - west) / 200)] - value) <= 1e-13 * value + 1e-300)
    }
  }

  @Test("bands nest without gaps: their areas add up to the study area, their incidents to all")
  func bands() async throws {
    let run = SurfaceRun()
    for method in ["volume", "quantile", "geometric"] {
      #expect(
        await run.runOnSamples(
          "density",
          [
            "--cell-size", "200", "--bandwidth", "400", "--classes", method, "--output",
            "@\(method).geojson",
          ]) == .done)
    }
    #expect(await run.runOnSamples("areas", ["--output", "@areas.json"]) == .done)
    let areas = try #require(try run.json("areas.json") as? [[String: Any]])
    let incidents = areas.compactMap { $0["incidents"] as? Double }
    let sizes = zip(incidents, areas.compactMap { $0["per_km2"] as? Double }).map { $0 / $1 }
    let whole = sizes.filter(\.isFinite).reduce(0, +)
    for method in ["volume", "quantile", "geometric"] {
      let collection = try #require(try run.json("\(method).geojson") as? [String: Any])
      let features = try #require(collection["features"] as? [[String: Any]])
      let properties = features.compactMap { $0["properties"] as? [String: Any] }
      #expect(properties.count >= 4, "\(method)")
      let area = properties.compactMap { $0["area_km2"] as? Double }.reduce(0, +)
      // Areas without an incident are missing from the sum of the others.
      #expect(area >= whole - 1e-6, "\(method)")
      #expect(area < whole * 1.2, "\(method)")
      let inside = properties.compactMap { $0["incidents"] as? Double }.reduce(0, +)
      #expect(inside == incidents.reduce(0, +), "\(method)")
      for (lower, upper) in zip(properties, properties.dropFirst()) {
        #expect(lower["to_per_km2"] as? Double == upper["from_per_km2"] as? Double)
      }
    }
  }

  @Test("message and map say of each class what the polygons written hold")
  func volumeShares() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        [
          "--cell-size", "200", "--bandwidth", "500", "--output", "@d.geojson", "--map", "@d.svg",
        ]) == .done)
    let collection = try #require(try run.json("d.geojson") as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    let bands = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(bands.count == 4)
    func sum(_ name: String, from band: Int) -> Double {
      bands[band...].reduce(0) { $0 + ($1[name] as? Double ?? .nan) }
    }
    let map = try run.text("d.svg")
      .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(bands[0]["volume_share"] as? Double == 1)
    for (band, share) in [(3, 0.25), (2, 0.5), (1, 0.75)] {
      let held = try #require(bands[band]["volume_share"] as? Double)
      #expect(held >= share - 1e-9 && held < share + 0.001)
      let part = sum("incidents", from: band) / sum("incidents", from: 0)
      let area = NumberWords.decimal(sum("area_km2", from: band), places: 2)
      let words = "\(area) km², with \(NumberWords.percent(part)) of the incidents"
      #expect(run.console.error.text.contains(words), "\(words)")
      #expect(
        run.console.error.text.contains("the densest \(NumberWords.percent(held)) of the surface"))
      #expect(map.contains(words), "\(words)")
    }
  }

  @Test("a hotspot's busiest hours are counted to the day that the operation has then")
  func dayStart() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        [
          "--hours", "00-05", "--days", "fri", "--day-start", "06:00", "--bandwidth", "300",
          "--hotspots", "@h.json",
        ]) == .done)
    let hotspots = try #require(try run.json("h.json") as? [[String: Any]])
    #expect(!hotspots.isEmpty)
    for hotspot in hotspots {
      #expect(hotspot["busiest_day"] as? String == "Fri")
      let hours = try #require(hotspot["busiest_hours"] as? String)
      #expect(hours.hasPrefix("Sat 0") && hours.hasSuffix(" (counted to Fri)"), "\(hours)")
    }
  }

  @Test("hotspots are ranked by incidents and say where, when and what")
  func hotspots() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        ["--cell-size", "50", "--bandwidth", "100", "--hotspots", "@h.json", "--map", "@h.svg"])
        == .done)
    let rows = try #require(try run.json("h.json") as? [[String: Any]])
    #expect(rows.count > 1 && rows[0]["rank"] as? Int == 1)
    let counts = rows.compactMap { $0["incidents"] as? Int }
    #expect(counts == counts.sorted(by: >) && counts.allSatisfy { $0 >= 10 })
    for row in rows {
      // The made-up borough lies in the 100 km square SP.
      #expect((row["grid_reference"] as? String)?.hasPrefix("SP ") == true)
      #expect((row["location"] as? String)?.hasPrefix("On or near ") == true)
      #expect((row["busiest_hours"] as? String)?.contains(":00 to ") == true)
      #expect((row["category_1_ratio"] as? Double ?? 0) > 0)
    }
    let place = try #require(rows[0]["location"] as? String).dropFirst("On or near ".count)
    #expect(try run.text("h.svg").contains(place))
  }

  @Test("what a hotspot says of its incidents is what a slow count over the file gives")
  func hotspotAttributes() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples(
        "density",
        [
          "--cell-size", "50", "--bandwidth", "100", "--hotspots", "@h.geojson", "--output-crs",
          "EPSG:27700",
        ]) == .done)
    let features = try #require(
      (try run.json("h.geojson") as? [String: Any])?["features"] as? [[String: Any]])
    let incidents = try SampleIncident.all()
    for feature in features.prefix(3) {
      let properties = try #require(feature["properties"] as? [String: Any])
      let inside = FeatureGround(feature).indices(of: incidents).map { incidents[$0] }
      #expect(properties["incidents"] as? Int == inside.count)
      let categories = Dictionary(grouping: inside, by: \.category).mapValues(\.count)
      let first = try #require(properties["category_1"] as? String)
      #expect(categories[first] == categories.values.max())
      #expect(properties["category_1_incidents"] as? Int == categories[first])
      let locations = Dictionary(grouping: inside, by: \.location).mapValues(\.count)
      let location = try #require(properties["location"] as? String)
      #expect(locations[location] == locations.values.max())
      #expect(properties["location_incidents"] as? Int == locations[location])
    }
  }

  @Test(
    "the number of threads changes no byte",
    arguments: [
      ["--bandwidth", "auto"], ["--bandwidth", "adaptive", "--category", "Burglary"],
      ["--bandwidth", "300", "--edge-correction", "none"],
      ["--bandwidth", "300", "--hours", "18-06", "--days", "fri,sat"],
    ])
  func threads(words: [String]) async throws {
    let run = SurfaceRun()
    for threads in ["1", "2"] {
      #expect(
        await run.runOnSamples(
          "density",
          words + [
            "--cell-size", "200", "--output", "@\(threads).asc", "--map", "@\(threads).svg",
            "--hotspots", "@\(threads).csv", "--threads", threads,
          ]) == .done)
    }
    #expect(try run.folder.read("1.csv") == run.folder.read("2.csv"))
    #expect(try run.folder.read("1.asc") == run.folder.read("2.asc"))
    #expect(try run.folder.read("1.svg") == run.folder.read("2.svg"))
  }

  @Test("without correction incidents beside the study area reach in; with one they do not")
  func outside() async throws {
    let run = SurfaceRun()
    // A ring of incidents inside the borough, and a crowd on and beyond its western rim.
    var lines = ["Easting,Northing"]
    for step in 0..<40 { lines.append("\(454_000 + 20 * step),\(246_000 + 15 * (step % 7))") }
    let bare = lines.joined(separator: "\n")
    for step in 0..<30 { lines.append("\(452_100 - step % 3),\(246_500 + 10 * step)") }
    try run.folder.write(bare.utf8, to: "bare.csv")
    try run.folder.write(lines.joined(separator: "\n").utf8, to: "crowd.csv")
    for name in ["bare", "crowd"] {
      for correction in ["none", "diggle"] {
        #expect(
          await run.run([
            "density", "--boundaries", SurfaceRun.boundaries, "--incidents", "@\(name).csv",
            "--cell-size", "100", "--bandwidth", "500", "--edge-correction", correction, "--output",
            "@\(name)-\(correction).asc",
          ]) == .done)
      }
    }
    #expect(try run.text("bare-diggle.asc") == run.text("crowd-diggle.asc"))
    let mass = { (name: String) in Grid(try run.text(name)).values.reduce(0, +) }
    #expect(try mass("crowd-none.asc") > mass("bare-none.asc") * 1.01)
  }

  @Test("half and double the bandwidth give the hotspots of runs with them")
  func sensitivity() async throws {
    let run = SurfaceRun()
    let words = ["--cell-size", "25", "--output-crs", "EPSG:27700"]
    #expect(
      await run.runOnSamples(
        "density",
        words + [
          "--bandwidth", "150", "--sensitivity", "--hotspots", "@150.geojson", "--map", "@m.svg",
          "--manifest", "@m.json",
        ]) == .done)
    for bandwidth in ["75", "300"] {
      #expect(
        await run.runOnSamples(
          "density",
          words + ["--bandwidth", bandwidth, "--hotspots", "@\(bandwidth).geojson"]) == .done)
    }
    /// The middles of the cells of each hotspot, found from its outline.
    func cells(_ name: String) throws -> [Set<Point>] {
      let collection = try #require(try run.json("\(name).geojson") as? [String: Any])
      let features = try #require(collection["features"] as? [[String: Any]])
      return features.map { Set(FeatureGround($0).middles(ofCellsOf: 25)) }
    }
    let list = try cells("150")
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    let trials = try #require(chosen["sensitivity"] as? [[String: Any]])
    #expect(trials.count == 2)
    for (trial, bandwidth) in zip(trials, ["75", "300"]) {
      let other = try cells(bandwidth)
      #expect(trial["bandwidth_m"] as? Double == Double(bandwidth))
      let all = try #require(trial["hotspots"] as? Int)
      // Files list the first ten; more of the hotspots may remain in those beyond.
      #expect(min(all, 10) == other.count)
      let remaining = list.count { hotspot in other.contains { !$0.isDisjoint(with: hotspot) } }
      let said = try #require(trial["remaining"] as? Int)
      #expect(all > 10 ? said >= remaining : said == remaining)
    }
    #expect(run.console.error.text.contains("remain with half the bandwidth (75 m)"))
    #expect(try run.text("m.svg").contains("Sensitivity: of \(list.count) hotspots"))
    #expect(await run.runOnSamples("density", ["--sensitivity", "--output", "@d.asc"]) == .usage)
  }

  @Test("weights scale the surface, and rows without a usable one are rejected with the reason")
  func weights() async throws {
    let run = SurfaceRun()
    var lines = ["Easting,Northing,Harm"]
    for step in 0..<40 {
      lines.append("\(454_000 + 20 * step),\(246_000 + 15 * (step % 7)),\(step % 4).5")
    }
    let good = lines
    lines += ["", "-1", "many", "1e999", "1000000000.1", "1e300"].map { "454000,246000,\($0)" }
    try run.folder.write(good.joined(separator: "\n").utf8, to: "good.csv")
    try run.folder.write(lines.joined(separator: "\n").utf8, to: "all.csv")
    let words = [
      "density", "--boundaries", SurfaceRun.boundaries, "--cell-size", "100", "--bandwidth", "400",
    ]
    for name in ["good", "all"] {
      #expect(
        await run.run(
          words + [
            "--incidents", "@\(name).csv", "--columns", "weight=Harm", "--output",
            "@\(name).asc", "--hotspots", "@\(name).json", "--manifest", "@\(name)-m.json",
            "--map", "@\(name).svg",
          ]) == .done)
    }
    #expect(try run.text("good.asc") == run.text("all.asc"))
    // 0.5, 1.5, 2.5 and 3.5, ten times each.
    let mass = Grid(try run.text("good.asc")).values.reduce(0, +) * 0.01
    #expect(abs(mass - 80) < 1e-6)
    let hotspots = try #require(try run.json("good.json") as? [[String: Any]])
    #expect(hotspots.allSatisfy { $0["weight"] is Double && $0["incidents"] is Int })
    #expect(try run.text("good.svg").contains("Harm per km²"))
    let manifest = try #require(try run.json("all-m.json") as? [String: Any])
    let reconciliation = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    let reasons = try #require(reconciliation["reasons"] as? [String: Any])
    #expect(
      reasons["rejected"] as? [String: Int] == [
        "weight_not_a_number": 3, "weight_negative": 1, "weight_too_large": 2,
      ])
    #expect(
      (manifest["chosen"] as? [String: Any])?["weight_column"] as? String == "Harm")
    // The column is found by its name, and still not used.
    #expect(
      await run.run(words + ["--incidents", "@all.csv", "--output", "@plain.asc"]) == .done)
    #expect(abs(Grid(try run.text("plain.asc")).values.reduce(0, +) * 0.01 - 46) < 1e-6)
    #expect(run.console.error.text.contains("--columns weight=Harm"))
    #expect(
      await run.run(
        words + ["--incidents", "@all.csv", "--columns", "weight=Pain", "--output", "@x.asc"])
        == .badData)
  }

  @Test("with hours a weight counts by the incident's chance of lying in them")
  func weightsWithHours() async throws {
    let run = SurfaceRun()
    // A third of the window, all of it, and none of it.
    let lines = [
      "Easting,Northing,From,To,Harm",
      "454000,246000,2025-01-03T17:00:00,2025-01-03T20:00:00,6",
      "454100,246100,2025-01-03T20:00:00,2025-01-03T20:30:00,2",
      "454200,246000,2025-01-03T12:00:00,2025-01-03T12:30:00,50",
    ]
    try run.folder.write(lines.joined(separator: "\n").utf8, to: "i.csv")
    #expect(
      await run.run([
        "density", "--boundaries", SurfaceRun.boundaries, "--incidents", "@i.csv", "--columns",
        "weight=Harm", "--hours", "19-23", "--cell-size", "100", "--bandwidth", "400", "--output",
        "@d.asc",
      ]) == .done)
    #expect(abs(Grid(try run.text("d.asc")).values.reduce(0, +) * 0.01 - 4) < 1e-9)
  }

  @Test(
    "bad options are refused",
    arguments: [
      ["--bandwidth", "0"], ["--bandwidth", "wide"], ["--kernel", "cubic"], ["--cell-size", "-1"],
      ["--edge-correction", "toroidal"], ["--class-count", "4"], ["--classes", "jenks"],
      ["--bandwidth", "adaptive", "--edge-correction", "uniform"], ["--cell-size", "0.1"],
      ["--boundaries", SurfaceRun.boundaries],
    ])
  func badOptions(words: [String]) async {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("density", words + ["--output", "@d.asc"]) == .usage)
    #expect((try? run.folder.read("d.asc")) == nil)
  }

  @Test("an output of another kind is refused before anything is read")
  func badOutput() async {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("density", ["--output", "@d.tif"]) == .usage)
    #expect(await run.runOnSamples("density", ["--hotspots", "@h.asc"]) == .usage)
    #expect(await run.runOnSamples("density", []) == .usage)
  }

  @Test("the map has the bands, the borders, the unit and the hotspots")
  func map() async throws {
    let run = SurfaceRun()
    #expect(await run.runOnSamples("density", ["--bandwidth", "300", "--map", "@d.svg"]) == .done)
    let map = try run.text("d.svg")
    for words in [
      "Incidents per km²", "Borders of areas", "band-4", "Hotspots", "Diggle", "300 m, as given",
    ] {
      #expect(map.contains(words), "\(words)")
    }
    #expect(XMLParser(data: Data(map.utf8)).parse())
  }
}
