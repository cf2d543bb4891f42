import Foundation
import TestSupport
import Testing

@testable import Commands

// GeoPandas 1 counts by sjoin and From; the chances are the double sum of the E-test in plain Python,
// adjusted after Benjamini and Hochberg. October to December 2025: 5068 incidents, July to September
// 4971 (92 days each), p 0.333; without anti-social behaviour 4682 and 4598, p 0.383; it 386 and 373, p
// 0.638. Of 127 LSOAs with ten incidents in both together one has an adjusted p of at most 0.05, Marlowick
// 003E with 81 and 31, p 0.00020.
@Suite("hotspots tasking: change")
struct TaskingChangeTests {
  @Test("a quarter of the made-up borough beside the one before is as Python has it")
  func quarter() async throws {
    let pack = try await MadePack.quarter.value
    for sentence in [
      "5,068 incidents in October 2025 to December 2025: 2.0% more a day than in the three months "
        + "before, July 2025 to September 2025 (within what chance explains).",
      "Crime: 1.8% more a day (within what chance explains); "
        + "anti-social behaviour: 3.5% more a day (within what chance explains).",
      "One of 128 LSOAs rose against the three months before by more than independent incidents "
        + "would: Marlowick 003E, by ",
      " (E01999022), from 31 to 81; what chance explains is not known.",
      "All 5,068 4,971 +97 +2.0% +1.0 33.3% no (33.3%)",
      "Crime 4,682 4,598 +84 +1.8% +0.9 38.3% no (38.3%)",
      "Anti-social behaviour 386 373 +13 +3.5% +0.5 63.8% no (83.4%)",
      "Theft from the person 1,293 1,218 +75 +6.2% +1.5 13.5% no (82.5%)",
      "One LSOA changed by more than independent incidents would",
      "the files cover nine whole months just before it",
    ] {
      pack.expect(sentence)
    }
    // 81 - 31; the standard score is 4.854.
    pack.expect("+161.3% +4.9 1.6e-6 not known (2.0e-4)")
    let changes = pack.chosen["change"] as? [[String: Any]]
    #expect(changes?.count == 1)
    #expect(changes?[0]["first_day"] as? String == "2025-07-01")
    #expect(abs((changes?[0]["p"] as? Double ?? 0) - 0.33301525794605025) < 1e-9)
    #expect(
      pack.absences["change"]
        == "the same months a year before, October 2024 to December 2024: the data does not cover it"
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
    pack.expect("All 31 28 0.0 0.0% 0.0 100.0% no (100.0%)")
    pack.expect("March 2023 has 31 days, February 2023 28.")
    pack.expect(
      "Weekdays differ: March 2023 has five Wednesdays, Thursdays and Fridays, February 2023 four.")
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

  /// Thirteen months of burglaries in one square, in turn 20 and another number, and of 10, 11, 12
  /// anti-social incidents in the next; then 90 and 12 in March 2023.
  private static func history(_ other: Int, _ options: String...) async throws -> MadePack {
    let months = (2...12).map { "2022-\($0 < 10 ? "0" : "")\($0)" } + ["2023-01", "2023-02"]
    func rows(_ month: String, _ burglaries: Int, _ disorder: Int) -> [String] {
      [String](repeating: "\(month),400005,300005,Burglary", count: burglaries)
        + [String](repeating: "\(month),400015,300005,Anti-social behaviour", count: disorder)
    }
    let earlier = months.enumerated().flatMap { place, month in
      rows(month, place % 2 == 0 ? 20 : other, 10 + place % 3)
    }
    return try await MadePack(
      rows: ["Month,Easting,Northing,Crime type"] + earlier + rows("2023-03", 90, 12),
      options: ["--from", "2023-03", "--to", "2023-03"] + options)
  }

  // The formulas in plain Python: the dispersions from the squares of the differences of months, the
  // E-test as a double sum with 60 digits (mpmath), Student's distribution and Benjamini and
  // Hochberg's adjustment by scipy. In turn 20 and 36: all 3.0605 and p 2.918e-9, widened 0.009867;
  // burglary 4.3366, adjusted 0.03084; areas 3.1356, adjusted 0.01226.
  @Test("thirteen months before tell how much counts vary, and the test is widened by it")
  func beyond() async throws {
    let pack = try await Self.history(36)
    for sentence in [
      "102 incidents in March 2023: 207.1% more a day than in the month before, February 2023, "
        + "beyond chance (months vary 3.1 times as much as independent incidents would); ",
      "Crime: 306.5% more a day, beyond chance (months vary 4.3 times as "
        + "much as independent incidents would); anti-social behaviour: 8.4% more a day (within what "
        + "chance explains).",
      "rose against the month before by more than chance explains: Area A (A), from 20 to 90 (months "
        + "of areas vary 3.1 times as much as independent incidents would).",
      "How much more is estimated from the 13 months before this period, February 2022 to February 2023",
      "All 102 30 +68.8 +207.1% +6.0 2.9e-9 3.1 yes (1.0%)",
      "Anti-social behaviour 12 10 +0.9 +8.4% +0.2 88.1% 1.0 no (88.1%)",
    ] {
      pack.expect(sentence)
    }
    let change = try #require((pack.chosen["change"] as? [[String: Any]])?.first)
    func isNear(_ key: String, _ value: Double) -> Bool {
      abs((change[key] as? Double ?? 0) / value - 1) < 1e-9
    }
    #expect(isNear("dispersion", 3.060457612876968))
    #expect(isNear("p", 2.9182682866505436e-09))
    #expect(isNear("p_widened", 0.009866892235493183))
    #expect(change["dispersion_months"] as? Int == 13)
    #expect(change["dispersion_from"] as? String == "2022-02-01")
    #expect(change["weekdays"] as? [Int] == [4, 4, 4, 4, 4, 4, 4])
    let categories = change["categories"] as? [[String: Any]] ?? []
    #expect(categories.map { $0["category"] as? String } == ["Anti-social behaviour", "Burglary"])
    let burglary = try #require(categories.last)
    #expect(abs((burglary["p_adjusted"] as? Double ?? 0) - 0.03084336942584147) < 1e-9)
    let areas = change["area_dispersions"] as? [Double] ?? []
    #expect(areas.count == 1 && abs((areas.first ?? 0) - 3.1356135202909408) < 1e-9)
  }

  @Test("where months vary much, a large rise is within what chance explains")
  func within() async throws {
    // All 15.07, widened 0.16998; areas 15.218, adjusted 0.516.
    let pack = try await Self.history(60)
    pack.expect("February 2023 (within what chance explains); ")
    pack.expect("All 102 30 +68.8 +207.1% +6.0 2.9e-9 15.1 no (17.0%)")
    pack.expect("areas rose against the month before by more than chance explains.")
    // Filters narrow the months before as they do the period.
    let filtered = try await Self.history(60, "--category", "Anti-social behaviour")
    filtered.expect("All 12 10 +0.9 +8.4% +0.2 88.1% 1.0 no (88.1%)")
  }

  @Test("the months before are counted to the same bytes on any number of threads")
  func threads() async throws {
    let one = try await Self.history(36, "--threads", "1")
    let many = try await Self.history(36, "--threads", "7")
    // The pages name the folders in which the incidents lie, which are two.
    let texts = try [one, many].map { pack in
      try JSONSerialization.data(
        withJSONObject: #require(pack.chosen["change"]), options: .sortedKeys)
    }
    #expect(texts[0] == texts[1] && texts[0].count > 100)
    for path in ["areas.csv", "hotspots.csv"] { #expect(one.files[path] == many.files[path]) }
  }

  // Friday 10 to Sunday 12 May 2024: five a day; a week before 3, 3, 3, and on the other days one.
  @Test("a weekend is compared with the weekend before")
  func weekend() async throws {
    let rows = (1...12).flatMap { day in
      [String](
        repeating: "2024-05-\(day < 10 ? "0" : "")\(day),400005,300005",
        count: day >= 10 ? 5 : (3...5).contains(day) ? 3 : 1)
    }
    let pack = try await MadePack(
      rows: ["Date,Easting,Northing"] + rows, "--from", "2024-05-10", "--to", "2024-05-12")
    pack.expect(
      "15 incidents in 10 May 2024 to 12 May 2024: 66.7% more a day than in the same "
        + "weekdays a week before, 3 May 2024 to 5 May 2024 (within what chance explains).")
    let change = try #require((pack.chosen["change"] as? [[String: Any]])?.first)
    #expect(change["first_day"] as? String == "2024-05-03")
    #expect(change["dispersion"] is NSNull && change["dispersion_months"] as? Int == 0)
    let hasWeekdays = pack.words.contains("Weekdays differ")
    #expect(!hasWeekdays)
    #expect(
      pack.absences["change"]?.hasPrefix("the same weekdays 52 weeks before, 12 May 2023 to")
        == true)
  }

  // A row with an end that is not a date is rejected in the period; in the months before it must be
  // so too, or they would seem to have more.
  @Test("rows that are rejected in the period are rejected in the earlier ones")
  func rejected() async throws {
    let good = ["2024-04-20", "2024-05-20"].flatMap {
      [String](repeating: "\($0) 10:00,\($0) 11:00,400005,300005", count: 6)
    }
    let bad = ["2024-04-20", "2024-05-20"].map { "\($0) 10:00,soon,400005,300005" }
    let frame = ["2024-04-01", "2024-05-31"].map { "\($0) 10:00,\($0) 11:00,400005,300005" }
    let pack = try await MadePack(
      rows: ["From,To,Easting,Northing"] + good + bad + frame, "--from", "2024-05", "--to",
      "2024-05")
    // Seven in 30 days let 7.23 be expected in 31.
    pack.expect("All 7 7 −0.2 −3.2%")
  }

  @Test(
    "twelve months of Westminster have eleven before the last, which is too few",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack(
      "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--from", "2017-03",
      "--to", "2017-03")
    pack.expect("the files cover 11 whole months just before it.")
    let headlines = pack.text("index.html").contains("beyond chance (months")
    #expect(!headlines)
    let change = try #require((pack.chosen["change"] as? [[String: Any]])?.first)
    #expect(change["dispersion"] is NSNull && change["dispersion_months"] as? Int == 11)
  }
}
