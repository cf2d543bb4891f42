import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots tasking: places")
struct TaskingPlacesTests {
  private let home = TemporaryFolder()

  // GeoPandas 1 counts 4814 and 1153 points within the outlines of hotspots.geojson brought back to
  // EPSG:27700; of the 4814, 1979 carry the first name and 30.1% are theft from the person; of the
  // 1153, 443 and 27.0%.
  @Test("the list has the hotspots that GeoPandas counts within their outlines")
  func hotspots() async throws {
    let pack = try await MadePack.borough.value
    pack.expect(
      "Two hotspots on 0.6% of the ground hold 30.5% of incidents; the first is Copperwick Street, "
        + "with 4,814 incidents, 46.5 times the average density.")
    pack.expect("1. Copperwick Street 4,814 24.6%")
    pack.expect("2. Barleygarth Lane 1,153 5.9%")
    pack.expect("Theft from the person (30.1%, 25.0%)")
    pack.expect("Theft from the person (27.0%, 25.0%)")
    let rows = pack.rows("hotspots.csv")
    let column = try #require(rows[0].firstIndex(of: "incidents"))
    #expect(rows.dropFirst().map { $0[column] } == ["4814", "1153"])
  }

  @Test("each hotspot of the list has its ground and its number on the map beside it")
  func numbers() async throws {
    let pack = try await MadePack.borough.value
    let page = pack.text("index.html")
    for number in 1...3 {
      let isListed = page.contains("data-shape=\"density-hotspot-\(number)\"")
      let isDrawn = page.contains("<path id=\"density-hotspot-\(number)\"")
      #expect(isListed == (number < 3) && isDrawn == (number < 3))
    }
    let map = pack.text("maps/density.svg")
    let isNamed = map.contains(">Copperwick Street</text>") && map.contains(">4,814</text>")
    #expect(isNamed)
  }

  @Test("files are those of the command for densities with the same bandwidth")
  func files() async throws {
    let pack = try await MadePack.borough.value
    let run = await CommandRun(
      "density", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--bandwidth", "200", "--output",
      home.path("density.geojson"), "--hotspots", home.path("hotspots.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let isSame =
      try home.read("density.geojson") == pack.files["density.geojson"]
      && pack.begins("hotspots.csv", with: home.read("hotspots.csv"))
    #expect(isSame)
    #expect(pack.chosen["bandwidth"] as? String == "200 m, 4 cells")
    #expect(pack.chosen["method"] as? String == "gi-star")
  }

  // NumPy and SciPy, by the formula of Ord & Getis with binary weights, queen neighbours from
  // GeoPandas and the area itself: adjusted p of at most 0.05 for nine, above their mean; z 6.9630,
  // 6.5973, 6.1649 in the first three.
  @Test("the areas that stand out are those of NumPy")
  func significance() async throws {
    let pack = try await MadePack.borough.value
    pack.expect(
      "Nine of 128 LSOAs, together with their neighbours, are significantly busier than chance "
        + "explains")
    pack.expect(
      "1. Marlowick 012E, Tenter Field, by Lanternfold Passage 215 7.0 <0.1% 2. Marlowick 009F, "
        + "Candlemarket, by Copperwick Street 3,716 6.6 <0.1% 3. Marlowick 009E, Candlemarket, by "
        + "Mosscombe Square 2,480 6.2 <0.1%")
    let isListed = pack.words.contains(/Marlowick 014C, [^0-9]* 315 3\.6 0\.4%/)
    #expect(isListed)
    pack.expect("Read with care: counts of areas of very different size")
    let isKeyed = pack.text("maps/significance.svg").contains("hot spot, 99%")
    #expect(isKeyed)
  }

  @Test("the bandwidth and the cells of the user are those that are used")
  func bandwidth() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing"]
        + (0..<12).map { "\(400_002 + $0),\(300_001 + $0 % 3)" }, "--bandwidth", "auto",
      "--cell-size", "0.5")
    #expect((pack.chosen["bandwidth"] as? String)?.contains("normal reference rule") == true)
    #expect(pack.chosen["cell_size_m"] as? Double == 0.5)
  }

  @Test("incidents in one place have no automatic bandwidth, and the pack says what to do")
  func onePlace() async throws {
    let rows = ["Easting,Northing"] + [String](repeating: "400005,300005", count: 12)
    let pack = try await MadePack(rows: rows, "--bandwidth", "auto", "--cell-size", "1")
    #expect(
      pack.absences["hotspots.csv"]
        == "the incidents do not spread both east and north; --bandwidth METRES takes one as it is")
    #expect(pack.files["density.geojson"] == nil)
    let given = try await MadePack(rows: rows, "--bandwidth", "5", "--cell-size", "1")
    #expect(given.absences["hotspots.csv"] == nil)
    given.expect("with 12 incidents")
  }

  @Test("few incidents make a surface and no hotspot, and the same number everywhere no clusters")
  func few() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing"] + [5, 15, 25, 35].map { "\(400_000 + $0),300005" }, "--cell-size",
      "1")
    let absences = pack.absences
    #expect(absences["hotspots.geojson"] == "no place of the densest quarter holds 10 incidents")
    #expect(absences["density.geojson"] == nil)
    #expect(
      absences["maps/significance.svg"] == "the areas do not differ in their incidents")
    #expect(pack.files["hotspots.csv"] == nil)
  }

  @Test("without an incident in any area there is no surface")
  func none() async throws {
    let pack = try await MadePack(
      rows: ["Easting,Northing", "500005,300005"], "--min-assigned", "0")
    #expect(pack.absences["density.geojson"] == "no incident lies in any area")
  }

  @Test("a bandwidth that reaches no cell is warned of, and refused where it makes no surface")
  func unsuitableBandwidth() async throws {
    let run = SurfaceRun()
    #expect(
      await run.runOnSamples("tasking", ["--bandwidth", "0.001", "--output", "@pack"]) == .done)
    let warning = "19,584 incidents reach the centre of no cell and are not in the surface"
    #expect(run.console.error.text.contains("warning: \(warning)"))
    let manifest = try #require(try run.json("pack/manifest.json") as? [String: Any])
    #expect((manifest["warnings"] as? [String])?.contains(warning) == true)
    #expect(
      await run.runOnSamples("tasking", ["--bandwidth", "1e6", "--output", "@wide"]) == .usage)
    #expect(run.console.error.text.contains("more than ten times as wide as the study area"))
  }

  // As in the test of hours: 4823.58 expected on Friday and Saturday nights.
  @Test("hours to keep weigh the hotspots")
  func hours() async throws {
    let rows = try await MadePack.nights.value.rows("hotspots.csv")
    let expected = try #require(rows[0].firstIndex(of: "expected"))
    let share = try #require(rows[0].firstIndex(of: "share"))
    for row in rows.dropFirst() {
      let (amount, part) = (Double(row[expected]) ?? .nan, Double(row[share]) ?? .nan)
      #expect(abs(amount / part - 4823.581146630454) < 1e-3)
    }
  }

  @Test(
    "Westminster's hotspots are in the West End",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack.westminster.value
    pack.expect("1. St. James's, Charing Cross Road (5%) 11,396")
    pack.expect("3. Victoria Underground station")
    for (name, bytes) in pack.files where name.hasSuffix(".svg") {
      #expect(bytes.count < 1_000_000, "\(name)")
    }
  }
}
