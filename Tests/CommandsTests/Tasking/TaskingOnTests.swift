import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots tasking --on square and hexagon")
struct TaskingOnTests {
  private let home = TemporaryFolder()

  private static let inputs = [
    "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
    ProjectFolder.path("samples/incidents.csv"),
  ]

  /// The made-up borough with the hotspots of its significant squares.
  private static let borough = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--on", "square", "--hotspots-from", "clusters")
  }

  /// Makes a pack of the made-up borough.
  private func pack(_ more: [String]) async throws -> MadePack {
    let run = await CommandRun(
      words: ["tasking"] + Self.inputs + more + ["--output", home.path("pack")])
    #expect(run.status == 0, "\(run.messages)")
    return try MadePack(home)
  }

  /// The hotspots that the command for clusters writes with the same options.
  private func clusters(_ more: [String]) async throws -> [UInt8] {
    let run = await CommandRun(
      words: ["clusters"] + Self.inputs + more + ["--hotspots", home.path("alone.csv")])
    #expect(run.status == 0, "\(run.messages)")
    return try home.read("alone.csv")
  }

  // GeoPandas 1, NumPy and SciPy: squares of 50 m at multiples of it whose inside meets that of the
  // union of all areas, where `z` is of squares around and including each and `adj` is `p` after
  // Benjamini and Hochberg:
  //   z = (t - mean*w) / (s*sqrt((N*w - w**2)/(N-1)))    t, w: sums of incidents and squares of 3 by 3
  //   lab, k = scipy.ndimage.label((adj <= .05) & (z > 0))
  // 8738 squares, 19584 points, 115 hot ones in 3 regions: of 111 with 8669 points, of 3 with 72 and
  // of 1 with 21. The areas have 21.254666768850 km² by their corners, so that these are 33.9046227,
  // 10.4189543 and 9.1165850 times the average. All are busier than chance beside the other tests too.
  @Test("the hotspots are those that GeoPandas, NumPy and SciPy find")
  func oracle() async throws {
    let pack = try await Self.borough.value
    let rows = pack.rows("hotspots.csv")
    func column(_ name: String) throws -> [String] {
      let column = try #require(rows[0].firstIndex(of: name))
      return rows.dropFirst().map { $0[column] }
    }
    #expect(try column("incidents") == ["8669", "72", "21"])
    #expect(try column("area_km2") == ["0.2775", "0.0075", "0.0025"])
    #expect(try column("share") == ["0.442657271", "0.00367647059", "0.00107230392"])
    #expect(
      try column("concentration_ratio") == ["33.9046227", "10.4189543", "9.11658501"])
    #expect(try column("predictive_accuracy_index") == column("concentration_ratio"))
    #expect(
      pack.chosen["places"] as? String == "square"
        && pack.chosen["cell_size_m"] as? Double == 50
        && pack.chosen["place_count"] as? Int == 8738)
    pack.expect("115 of 8,738 square cells of 50 m are significantly busy")
  }

  @Test(
    "hotspots are those of the command for clusters with the same options",
    arguments: [
      ["--on", "square"], ["--on", "hexagon", "--cell-size", "200"],
      ["--on", "square", "--cell-size", "100", "--hours", "18-06", "--days", "fri,sat"],
    ])
  func files(options: [String]) async throws {
    let pack =
      options.count == 2
      ? try await Self.borough.value : try await pack(options + ["--hotspots-from", "clusters"])
    let isSame = pack.begins("hotspots.csv", with: try await clusters(options))
    #expect(isSame)
    #expect(pack.rows("hotspots.csv").count > 1)
  }

  @Test("page and maps name the cells and their size, and say what to do where they ran together")
  func page() async throws {
    let pack = try await Self.borough.value
    pack.expect(
      "the first lies around Copperwick Street, with 8,669 incidents, 33.9 times the average")
    pack.expect("Hotspots, numbered as on the maps: significantly busy square cells of 50 m")
    pack.expect("a hotspot is a group of square cells of 50 m that are significantly busier than")
    pack.expect(
      "Hotspot 1 joins 111 cells with 44.3% of all incidents; smaller cells (--cell-size) tell its "
        + "parts apart.")
    pack.expect(
      "115 of 8,738 square cells of 50 m are significantly busy; those that share a side form one")
    pack.expect("units: 8,738 square cells of 50 m, chosen for the incidents; neighbours:")
    pack.expect("the map of square cells of 50 m that stand out")
    let sheet = pack.text("maps/significance.svg")
    #expect(sheet.contains(">Hot and cold spots by square cell of 50 m</text>"))
    #expect(sheet.contains(">Copperwick Street</text>") && sheet.contains("id=\"hotspot-3\""))
    #expect(sheet.contains("<title>8,622 cells</title>"))
    for map in ["density", "significance"] {
      #expect(pack.text("maps/\(map).svg").contains(">Square cells of 50 m that are"), "\(map)")
    }
    let areas = try await MadePack.borough.value
    #expect(!areas.words.contains("square cells"))
    #expect(pack.files["density.geojson"] == areas.files["density.geojson"])
    // Without wards areas are known by less.
    func counts(_ pack: MadePack) -> [[String]] {
      pack.rows("areas.csv").map { Array($0.prefix(20)) }
    }
    #expect(counts(pack) == counts(areas) && counts(pack)[0].last?.hasPrefix("incidents_") == true)
  }

  @Test("with the hotspots of the density the surest cells are listed by their grid references")
  func density() async throws {
    let pack = try await pack(["--on", "hexagon", "--cell-size", "200"])
    pack.expect("significantly busy hexagonal cells of 200 m")
    pack.expect("Hexagonal cell of 200 m")
    #expect(pack.words.contains(/SP \d{3} \d{3}/))
    #expect(pack.text("index.html").contains("data-shape=\"significance-area-"))
    #expect(!pack.words.contains("of all incidents; smaller"))
    let dense = try await self.pack(["--cell-size", "200"])
    #expect(pack.files["hotspots.csv"] == dense.files["hotspots.csv"])
  }

  @Test("cells that do not differ have neither statistics nor hotspots")
  func equal() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing"] + [5, 15, 25, 35].map { "\(400_000 + $0),300005" },
      "--cell-size", "10", "--on", "square", "--hotspots-from", "clusters")
    #expect(pack.absences["hotspots.csv"] == "the cells do not differ in their incidents")
    #expect(pack.files["maps/significance.svg"] == nil && pack.chosen["hotspots"] == nil)
    pack.expect("There is no hotspot: the square cells of 10 m do not differ in their incidents")
  }

  @Test("the option stands in files, drafts, plans, help and completion")
  func option() async throws {
    let drafted = await CommandRun(
      words: ["tasking", "--init", home.path("a.json"), "--on", "hexagon"] + Self.inputs)
    #expect(drafted.status == 0, "\(drafted.messages)")
    #expect(try home.text("a.json").contains("\n  \"on\": \"hexagon\","))
    let plan = await CommandRun(
      "tasking", "--config", home.path("a.json"), "--dry-run", "--hotspots-from", "clusters",
      "--cell-size", "100")
    #expect(plan.output.contains("at most 3,828 hexagon cells of 100 m"), "\(plan.output)")
    #expect(plan.output.contains("where cells that stand out share a border"))
    let plain = await CommandRun(words: ["tasking", "--init", home.path("b.json")] + Self.inputs)
    #expect(plain.status == 0)
    #expect(try home.text("b.json").contains("// \"on\": \"areas\","))
    let bad = try home.file("c.json", "{ \"on\": \"triangle\" }")
    let refused = await CommandRun(
      words: ["tasking", "--config", bad, "--output", "p"] + Self.inputs)
    #expect(refused.status == 64)
    #expect(refused.messages.contains("'triangle' is not one of areas, square, hexagon"))
    #expect(await CommandRun("tasking", "--help").output.contains("--on UNITS"))
    #expect(await CommandRun("completion", "bash").output.contains("areas square hexagon"))
  }

  @Test(
    "what cannot be is refused in a line, before anything is read",
    arguments: [
      (["--on", "square", "--snap", "5"], 64, "'--snap'"),
      (["--on", "square", "--cell-size", "1"], 64, "cannot make cells of size '1.0'"),
    ])
  func refusals(options: [String], status: Int32, message: String) async throws {
    for more in [["--output", home.path("pack")], ["--output", home.path("pack"), "--dry-run"]] {
      let run = await CommandRun(words: ["tasking"] + Self.inputs + options + more)
      #expect(run.status == status && run.messages.contains(message), "\(run.messages)")
    }
    #expect(!FileManager.default.fileExists(atPath: home.path("pack")))
  }

  @Test(
    "Westminster's squares tell the West End's streets apart",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let run = await CommandRun(
      "tasking", "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--on", "square",
      "--hotspots-from", "clusters", "--output", home.path("pack"))
    #expect(run.status == 0, "\(run.messages)")
    let pack = try MadePack(home)
    pack.expect("1. Charing Cross Road (6%) 9,145 13.9%")
    pack.expect("Seven more places are significant and are not listed.")
    #expect(!pack.words.contains("tell its parts apart"))
    for (name, bytes) in pack.files where name.hasSuffix(".svg") {
      #expect(bytes.count < 200_000, "\(name)")
    }
  }
}
