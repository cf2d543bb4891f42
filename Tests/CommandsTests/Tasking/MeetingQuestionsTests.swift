import Foundation
import TestSupport
import Testing

@testable import Commands

// What people in the room ask, answered by the page alone. The numbers are pandas' and GeoPandas'
// (Shapely's `within` on the outlines of hotspots.geojson), from samples/ and boundaries/: 5,068
// incidents from October to December 2025, 4,971 in the three months before.
@Suite("hotspots tasking: the questions of a meeting")
struct MeetingQuestionsTests {
  private static let pack = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--backdrop",
      ProjectFolder.path("samples/roads.geojson"), "--from", "2025-10", "--to", "2025-12",
      "--place",
      "Marlowick", "--marking", "OFFICIAL", "--credit", "Contains made-up data", "--population",
      ProjectFolder.path("samples/population.csv"), "--population-field", "residents")
  }

  @Test("sergeant: which street, which shift, is it new?")
  func sergeant() async throws {
    let pack = try await Self.pack.value
    for sentence in [
      "Two hotspots on 0.6% of the ground hold 29.6% of incidents; the first is Copperwick Street, with "
        + "1,209 incidents",
      "Hotspot 1: Copperwick Street LSOA: Marlowick 009F (E01999070), 73.4% of its incidents; Ward: "
        + "Candlemarket (E05999009), 96.5% of its incidents; Grid reference: SP 557 456",
      "Copperwick Street 510 42.2% Trestleshaw Road 126 10.4% Mosscombe Square 97 8.0% Mallowthorn "
        + "Place 78 6.5% Copperwick Mews 65 5.4%",
      "Theft from the person 30.9% 25.5% 1.2 Other theft 25.1% 20.5% 1.2",
      "Busiest four hours: Sun 00:00 to Sun 04:00, 122.2 incidents (10.1% of 1,209 with a time; "
        + "estimated from time windows).",
      "Persistent. In each of 12 months (January 2025 to December 2025) its ground held at least twice "
        + "its share by area of the incidents.",
      "The three months before, July 2025 to September 2025: 1,232 incidents, now 1,209, 1.9% fewer a "
        + "day (within what chance explains).",
      "The three months before, July 2025 to September 2025: 310 incidents, now 291, 6.1% fewer a day",
    ] {
      pack.expect(sentence)
    }
    for month in [367, 345, 383, 375, 418, 436, 438, 434, 360, 443, 368, 398] {
      #expect(pack.text("hotspots/1.svg").contains(">\(month)<"))
    }
    // The streets around it stand on the sheet, and the circles of places where incidents were put.
    let sheet = pack.text("hotspots/2.svg")
    #expect(
      sheet.contains(">Barleygarth Lane<") && sheet.contains("Incidents at a source position"))
  }

  @Test("councillor: my ward's trend, per resident?")
  func councillor() async throws {
    let pack = try await Self.pack.value
    for sentence in [
      "Candlemarket, by Copperwick Street 1,819 19.8 1,778 19.3 +2.3%",
      "Thistledown 247 2.68 196 2.13 +26.0%",
      // 19,578 incidents in the 365 days of 2025, and 1,617 in December.
      "53.6 incidents a day in the 12 months to December 2025. December 2025 had 52.2 incidents a day",
      "5,068 incidents and 218,464 residents in 128 LSOAs",
      // 948 of 1,836 residents; 888.6 and 1,010.3 are the limits at which 948 is one in forty by Poisson.
      "Marlowick 009F, Candlemarket, by Copperwick Street E01999070 948 1,836 516 484 to 550",
    ] {
      pack.expect(sentence)
    }
    #expect(pack.rows("months.csv").first?.prefix(2) == ["month", "category"])
    #expect(pack.rows("change.csv").first?.prefix(4) == ["code", "name", "earlier", "now"])
  }

  @Test("data officer: who made it, from what, may I pass it on?")
  func dataOfficer() async throws {
    let pack = try await Self.pack.value
    for sentence in [
      "OFFICIAL Marlowick: hotspots, October 2025 to December 2025",
      "Data: 1 January 2025 to 31 December 2025, from incidents.csv; LSOAs of 2021 from lsoa.shp; wards "
        + "of 2022 from wards.shp.",
      "Of 20,000 rows read, 5,068 are counted and 14,932 are not: 56 outside the areas, 49 without "
        + "coordinates and 14,827 excluded by filters",
      "Contains made-up data OFFICIAL",
    ] {
      pack.expect(sentence)
    }
    let page = pack.text("index.html")
    #expect(!page.contains(ProjectFolder.path("samples")))
    // No reference of an incident leaves the files that were read.
    for file in pack.files.keys {
      #expect(!pack.text(file).contains("33a26143e134d351"), "\(file)")
    }
    for map in pack.files.keys where map.hasSuffix(".svg") {
      let sheet = pack.text(map)
      #expect(sheet.contains(">OFFICIAL<") && sheet.contains("Contains made-up data"), "\(map)")
    }
  }

  @Test("GIS officer: what is there to open?")
  func gisOfficer() async throws {
    let pack = try await Self.pack.value
    pack.expect("pack.gpkg all of it as layers with their styles, for QGIS and other GIS")
    #expect(pack.files["pack.gpkg"]?.starts(with: Array("SQLite format 3".utf8)) == true)
    #expect(pack.files["tables.xlsx"]?.starts(with: Array("PK".utf8)) == true)
  }
}
