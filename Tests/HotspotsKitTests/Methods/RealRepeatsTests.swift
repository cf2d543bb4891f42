import HotspotAnalysis
import Tables
import TestSupport
import Testing

@testable import HotspotsKit

/// The samples and a year of open data; expected values from pandas 3.1 and GeoPandas 1.2: values grouped
/// by the text of their columns, triggers by looking at every window, locations joined by comparing all
/// with all.
@Suite("Repeats of real rows")
struct RealRepeatsTests {
  private static func people(_ method: RepeatUnits) async throws -> RepeatUnits.Result {
    try await Study(incidents: [ProjectFolder.path("samples/people.csv")]).run(method)
  }

  private func row(_ table: FeatureTable, _ row: Int, _ columns: [String]) -> String {
    columns.map { table[column: $0]?.values.description(at: row) ?? "?" }.joined(separator: " ")
  }

  @Test(
    "bands of victims, suspects and pairs, and what is not recorded",
    arguments: [
      (["Victim"], [2_062, 275, 66, 3, 2], [2_062, 550, 238, 21, 23], 52),
      (["Suspect"], [713, 57, 42, 12, 0], [713, 114, 160, 84, 0], 1_875),
      (["Victim", "Suspect"], [930, 51, 9, 1, 0], [930, 102, 33, 6, 0], 1_875),
    ])
  func bands(columns: [String], units: [Int], incidents: [Int], notRecorded: Int) async throws {
    let result = try await Self.people(
      RepeatUnits(
        by: .column(columns[0]), and: columns.count > 1 ? .column(columns[1]) : nil))
    #expect(result.distribution.units == units)
    #expect(result.distribution.incidents == incidents)
    #expect(result.notRecorded == notRecorded)
  }

  @Test(
    "how many met a rule, and with how many incidents",
    arguments: [
      ("Victim", "3/6months", 52, 223), ("Victim", "2/28days", 79, 249),
      ("Victim", "3/1month", 5, 33), ("Victim", "4/10weeks", 3, 31),
      ("Suspect", "3/6months", 44, 211), ("Suspect", "2/28days", 49, 208),
      ("Suspect", "3/1month", 7, 50), ("Suspect", "4/10weeks", 6, 45),
    ])
  func triggers(column: String, rule: String, units: Int, incidents: Int) async throws {
    let trigger = try #require(RepeatTrigger(rule))
    let result = try await Self.people(RepeatUnits(by: .column(column), trigger: trigger))
    #expect(result.triggered == .init(units: units, incidents: incidents))
  }

  @Test("the first twenty victims of the list")
  func victims() async throws {
    let trigger = try #require(RepeatTrigger("3/6months"))
    var method = RepeatUnits(by: .column("Victim"), trigger: trigger)
    (method.showsUnits, method.top) = (true, 20)
    let list = try await Self.people(method).worklist
    let expected = [
      "V63060 13 2025-01-02 2025-12-05 26 2025-03-25",
      "V49331 10 2025-02-14 2025-12-17 14 2025-05-16",
      "V13941 8 2025-03-07 2025-12-05 26 2025-08-28",
      "V85083 7 2025-01-07 2025-10-30 62 2025-03-12",
      "V49966 6 2025-01-26 2025-12-17 14 2025-09-28",
      "V63132 5 2025-03-15 2025-12-19 12 2025-07-03",
      "V65612 5 2025-03-01 2025-12-07 24 2025-12-07",
      "V32831 5 2025-06-07 2025-11-29 32 2025-08-02",
      "V13096 5 2025-01-31 2025-11-28 33 2025-07-20",
      "V24145 5 2025-01-10 2025-11-21 40 2025-07-05",
      "V95720 5 2025-01-14 2025-10-09 83 2025-05-17",
      "V88241 5 2025-03-20 2025-07-22 162 2025-07-04",
      "V26489 4 2025-01-31 2025-12-29 2 2025-12-29",
      "V94368 4 2025-08-30 2025-12-28 3 2025-12-03", "V88656 4 2025-06-25 2025-12-27 4 2025-12-06",
      "V17302 4 2025-03-14 2025-12-20 11 2025-07-19",
      "V85907 4 2025-05-13 2025-12-20 11 2025-10-13",
      "V12698 4 2025-08-28 2025-12-17 14 2025-11-27",
      "V70832 4 2025-02-20 2025-12-15 16 2025-12-15",
      "V71158 4 2025-04-24 2025-12-05 26 2025-05-30",
    ]
    let columns = ["unit", "incidents", "first", "last", "days_since_last", "triggered"]
    #expect((0..<list.rowCount).map { row(list, $0, columns) } == expected)
  }

  @Test("pairs: how many of each side repeat by themselves")
  func sides() async throws {
    let result = try await Self.people(RepeatUnits(by: .column("Victim"), and: .column("Suspect")))
    let sides = PairSides(of: result.tally)
    #expect(sides.first == (111, 924) && sides.second == (111, 824) && sides.incidents == 161)
  }

  @Test(
    "Westminster's year by location: bands, shares, the first twenty, and joined",
    .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
  func westminster() async throws {
    var boundaries = BoundaryFiles([SharedData.path("realdata/boundaries/london-lsoa-2011.shp")])
    boundaries.studyAreas = ["LAD11CD=E09000033"]
    let study = Study(
      boundaries: boundaries,
      incidents: [SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")])
    let trigger = try #require(RepeatTrigger("20/3months"))
    var method = RepeatUnits(trigger: trigger)
    method.top = 20
    let (result, within25, within50, within100) = try await study.run(
      method, RepeatUnits(within: 25), RepeatUnits(within: 50), RepeatUnits(within: 100))
    #expect(result.distribution.units == [52, 41, 163, 205, 1_358])
    #expect(result.distribution.incidents == [52, 82, 648, 1_535, 63_311])
    #expect(result.distribution.atLeast[3] == .init(units: 1_726, incidents: 65_494))
    #expect(result.triggered == .init(units: 340, incidents: 38_478))
    #expect(result.repeatedCount == 1_767)
    let list = result.worklist
    let columns = [
      "incidents", "first", "last", "location_incidents", "main_area_code", "location",
    ]
    #expect(
      (0..<list.rowCount).map { row(list, $0, columns) }
        == Self.busiest.map {
          "\($0.incidents) 2016-04 2017-03 \($0.incidents) \($0.area) \($0.name)"
        })
    // Their positions are converted with the same accuracy, not by the same program.
    for (place, expected) in Self.busiest.enumerated() {
      let x = try #require(list[column: "peak_x"]?.values.number(at: place))
      let y = try #require(list[column: "peak_y"]?.values.number(at: place))
      #expect(abs(x - expected.x) < 5 && abs(y - expected.y) < 5)
    }
    #expect(within25.distribution.units == [37, 35, 142, 181, 1_306])
    #expect(within25.distribution.incidents == [37, 70, 562, 1_359, 63_600])
    #expect(within50.distribution.units == [15, 18, 81, 121, 1_109])
    #expect(within50.distribution.incidents == [15, 36, 312, 914, 64_351])
    #expect(within100.distribution.units == [5, 9, 21, 24, 649])
    #expect(within100.distribution.incidents == [5, 18, 86, 187, 65_332])
  }

  /// The first places of the list.
  private static let busiest: [(x: Double, y: Double, incidents: Int, area: String, name: String)] =
    [
      (528998, 179131.03, 1200, "E01004750", "Victoria Lu Station (lu Station)"),
      (527055.02, 180523.99, 563, "E01004689", "On or near West Carriage Drive"),
      (529740.03, 181386, 563, "E01004763", "On or near Supermarket"),
      (528252.02, 181165.95, 560, "E01004714", "On or near Parking Area"),
      (527989.03, 180914.97, 498, "E01004762", "On or near Further/higher Educational Building"),
      (530260.02, 180516.99, 447, "E01004734", "On or near Nightclub"),
      (526626.03, 181553.03, 429, "E01033593", "Paddington (station)"),
      (530153, 180596.03, 367, "E01004734", "On or near Adelaide Street"),
      (529132.99, 181240.01, 349, "E01033595", "On or near Shopping Area"),
      (529592.99, 180663.96, 306, "E01004736", "On or near Coventry Street"),
      (528679.98, 178691, 302, "E01004750", "On or near Elizabeth Street"),
      (528873.01, 181153.96, 291, "E01033595", "On or near Harewood Place"),
      (529975.98, 180654.04, 291, "E01004734", "On or near Charing Cross Road"),
      (530125.02, 180660.97, 290, "E01004734", "On or near Theatre/concert Hall"),
      (529085.02, 181277.96, 284, "E01033595", "Oxford Circus (lu Station)"),
      (530660.99, 180831.96, 284, "E01004735", "On or near Conference/exhibition Centre"),
      (527146.03, 181671.05, 277, "E01004661", "On or near Shopping Area"),
      (529935.98, 180759.96, 277, "E01004734", "On or near Nightclub"),
      (528617.97, 181188, 267, "E01004714", "On or near Shopping Area"),
      (529493.99, 178670.05, 241, "E01004747", "On or near Hospital"),
    ]
}
