import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// The expected numbers come from GeoPandas 1.1 (`to_crs(27700)`, `sjoin` within the areas, codes
/// compared as text; `is_valid`; `shapely.STRtree.query(..., predicate="dwithin", distance=2)` on the borders).
@Suite(
  "hotspots inspect on real data", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealInspectTests {
  private func incidents(_ name: String) -> String {
    SharedData.path("realdata/incidents/\(name).csv")
  }

  private func boundaries(_ name: String) -> String {
    SharedData.path("realdata/boundaries/\(name).shp")
  }

  @Test("Westminster's twelve months tell months only, stack on places and repeat references")
  func westminster() async throws {
    let run = await ReportRun("inspect", "--incidents", incidents("westminster-2016-04_2017-03"))
    #expect(run.status == .done)
    #expect(run.value("rows") == "66,502")
    #expect(run.value("period") == "2016-04 to 2017-03")
    #expect(run.value("time told") == "66,502 month only")
    #expect(run.value("analysis by hour") == "no: the dates give the month only")
    #expect(run.value("places") == "1,866 different; 1,200 rows at the most frequent one")
    #expect(
      run.value("references")?.hasPrefix(
        "'Crime ID': 45,932 different, 1,741 repeated, 18,829 blank") == true)
    #expect(run.output.contains("    Anti-social behaviour         15,416  23.2%\n"))
    #expect(run.output.contains("as in data.police.uk"))
  }

  @Test("New York's times are read whole, beside the halves they were made of")
  func newYork() async throws {
    let run = await ReportRun(
      "inspect", "--incidents", incidents("nyc-burglary-2019"), "--time-zone", "America/New_York")
    #expect(run.status == .done)
    #expect(run.value("time told") == "1,233 time of day")
    #expect(run.value("ends")?.hasPrefix("49 missing, 0 before their start") == true)
  }

  struct Agreement: Sendable, CustomTestStringConvertible {
    var month: String
    var areas: String
    var assigned: Int
    var near: Int
    var coded: Int
    var agreeing: Int
    var elsewhere: Int
    var outside: Int
    var unknown: Int
    var testDescription: String { "\(month) in areas of \(areas)" }
  }

  @Test(
    "the police's own area codes agree with the positions as often as GeoPandas finds",
    arguments: [
      Agreement(
        month: "2015-07", areas: "2011", assigned: 5370, near: 544, coded: 5371, agreeing: 5032,
        elsewhere: 338, outside: 1, unknown: 0),
      Agreement(
        month: "2023-09", areas: "2011", assigned: 4520, near: 481, coded: 4529, agreeing: 3805,
        elsewhere: 312, outside: 1, unknown: 411),
    ])
  func agreement(expected: Agreement) async throws {
    let run = await ReportRun(
      "inspect", "--incidents", incidents("met-burglary-\(expected.month)"), "--boundaries",
      boundaries("london-lsoa-\(expected.areas)"), "--output", "-")
    #expect(run.status == .done, "\(run.errors)")
    let json = try run.json()
    let file = try #require((json["incidents"] as? [[String: Any]])?.first)
    let placement = try #require(file["placement"] as? [String: Any])
    let layer = try #require((placement["reconciliation"] as? [[String: Any]])?.first)
    #expect(layer["assigned"] as? Int == expected.assigned)
    #expect(
      (layer["assigned_notes"] as? [String: Int])?["within_accuracy_of_edge"] == expected.near)
    #expect(placement["within_accuracy_of_edge_m"] as? Double == 2)
    let agreement = try #require((placement["code_agreement"] as? [[String: Any]])?.first)
    #expect(agreement["coded"] as? Int == expected.coded)
    #expect(agreement["agreeing"] as? Int == expected.agreeing)
    #expect(agreement["elsewhere"] as? Int == expected.elsewhere)
    #expect(agreement["outside"] as? Int == expected.outside)
    #expect(agreement["unknown"] as? Int == expected.unknown)
    let remarks = try #require(file["worth_knowing"] as? [String])
    #expect(remarks.contains { $0.contains("may be of another year") } == (expected.unknown > 50))
    let areas = try #require((json["boundaries"] as? [[String: Any]])?.first)
    #expect(areas["areas"] as? Int == 4835)
    #expect(areas["vertices"] as? Int == 159_752)
    #expect(areas["multipart_areas"] as? Int == 26)
    #expect(areas["vintage"] as? Int == 2011)
  }

  @Test("London's wards: two cross themselves, names are Windows-1252, no field tells the year")
  func wards() async throws {
    let run = await ReportRun("inspect", "--boundaries", boundaries("london-wards-2014"))
    #expect(run.status == .done)
    #expect(run.value("areas") == "654 in 654 records")
    #expect(run.value("codes") == "'GSS_CODE'")
    #expect(run.value("names") == "'NAME'")
    #expect(run.value("text") == "Windows-1252, by the .dbf's language driver")
    #expect(run.value("invalid outlines") == "2 areas")
    for code in ["E05009392", "E05009400"] {
      #expect(run.output.contains("    \(code): edges cross each other at 524,859."))
    }
    #expect(run.value("overlaps") == "none")
    #expect(run.value("gaps") == "none")
  }
}
