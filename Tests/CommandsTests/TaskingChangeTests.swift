import Foundation
import TestSupport
import Testing

@testable import Commands

// GeoPandas 1 counts by sjoin and From; the chances are the double sum of the E-test in plain Python,
// adjusted after Benjamini and Hochberg. October to December 2025: 5068 incidents, July to September
// 4971 (92 days each), p 0.333; without anti-social behaviour 4682 and 4598, p 0.383; it 386 and 373, p
// 0.638. Of 128 LSOAs one has an adjusted p of at most 0.05, Marlowick 003E with 81 and 31, p 0.00021.
@Suite("hotspots tasking: change")
struct TaskingChangeTests {
  @Test("a quarter of the made-up borough beside the one before is as Python has it")
  func quarter() async throws {
    let pack = try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--from", "2025-10", "--to", "2025-12")
    for sentence in [
      "5,068 incidents in October 2025 to December 2025: 2.0% more a day than in the three months "
        + "before, July 2025 to September 2025 (within what chance explains).",
      "Against the three months before, crime: 1.8% more a day (within what chance explains); "
        + "anti-social behaviour: 3.5% more a day (within what chance explains).",
      "One of 128 LSOAs rose against the three months before by more than chance explains: "
        + "Marlowick 003E (E01999022), from 31 to 81.",
      "All 5,068 4,971 +97 +2.0% +1.0 no (33.3%)", "Crime 4,682 4,598 +84 +1.8% +0.9 no (38.3%)",
      "Anti-social behaviour 386 373 +13 +3.5% +0.5 no (63.8%)",
      "Theft from the person 1,293 1,218 +75 +6.2% +1.5 no (82.5%)",
      "One LSOA changed by more than chance explains",
    ] {
      pack.expect(sentence)
    }
    // 81 - 31; the standard score is 4.854.
    pack.expect("+161.3% +4.9 yes (<0.1%)")
    let changes = pack.chosen["change"] as? [[String: Any]]
    #expect(changes?.count == 1)
    #expect(changes?[0]["first_day"] as? String == "2025-07-01")
    #expect(abs((changes?[0]["p"] as? Double ?? 0) - 0.33301525794605025) < 1e-9)
    #expect(
      pack.absences["change"]
        == "the same months a year before, October 2024 to December 2024: the data has nothing of it"
    )
    pack.expect("Of 20,000 rows read, 5,068 are counted and 14,932 are not: 56 outside the areas")
  }

  @Test("months are reckoned by their days")
  func unequal() async throws {
    // 31 in March and 28 in February: one a day in both.
    let rows = [("2023-02", 28), ("2023-03", 31), ("2022-03", 31)].flatMap { month, count in
      [String](repeating: "\(month),400005,300005", count: count)
    }
    let pack = try await MadePack(
      rows: ["Month,Easting,Northing"] + rows, "--from", "2023-03", "--to", "2023-03")
    pack.expect("31 incidents in March 2023: as many a day as in the month before")
    pack.expect("All 31 28 0.0 0.0% 0.0 no (100.0%)")
    pack.expect("March 2023 has 31 days, February 2023 28.")
    pack.expect("Against the same months a year before, March 2022")
    #expect(pack.absences["change"] == nil)
  }

  @Test(
    "a period of which the data lacks the beginning is not compared with, one with a quiet day is")
  func coverage() async throws {
    func rows(_ days: ClosedRange<Int>) -> [String] {
      days.map { "2024-04-\($0 < 10 ? "0" : "")\($0),400005,300005" }
    }
    let now = (1...30).map { "2024-05-\($0 < 10 ? "0" : "")\($0),400005,300005" }
    let header = ["Date,Easting,Northing"]
    let late = try await MadePack(
      rows:
        header + rows(11...30) + now, "--from", "2024-05-01", "--to", "2024-05-30")
    #expect(
      late.absences["change"]?.hasPrefix(
        "the 30 days before, April 2024: the data begins on 2024-04-11 only")
        == true)
    let quiet = try await MadePack(
      rows:
        header + rows(3...30) + now, "--from", "2024-05-01", "--to", "2024-05-30")
    quiet.expect(
      "30 incidents in 1 May 2024 to 30 May 2024: 7.1% more a day than in the 30 days before")
  }

  @Test("a period that the data does not fill is compared as far as it goes")
  func cut() async throws {
    let rows = (1...20).flatMap { day in
      let text = day < 10 ? "0\(day)" : "\(day)"
      return ["2024-04-\(text),400005,300005", "2024-05-\(text),400005,300005"]
    }
    let pack = try await MadePack(
      rows: ["Date,Easting,Northing"] + rows, "--from", "2024-05-01", "--to", "2024-05-31")
    pack.expect("The data ends before the period does: 1 May 2024 to 20 May 2024 is compared")
    let changes = pack.chosen["change"] as? [[String: Any]]
    #expect(changes?.first?["period_days"] as? Int == 20)
  }

  @Test("without --from all incidents are of one period")
  func onePeriod() async throws {
    let pack = try await MadePack(rows: ["Month,Easting,Northing", "2024-05,400005,300005"])
    #expect(
      pack.absences["change"]
        == "all incidents are of one period; --from sets earlier ones apart")
    let hasSection = pack.text("index.html").contains("id=\"change\"")
    #expect(!hasSection)
  }
}
