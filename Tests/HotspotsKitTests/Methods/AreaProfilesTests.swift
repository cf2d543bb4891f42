import Assignment
import Foundation
import HotspotAnalysis
import Incidents
import Tables
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Profiles of areas")
struct AreaProfilesTests {
  /// Returns rows of a category in the middle of a square, the first being 0.
  static func rows(_ counts: [(category: String, square: Int, count: Int)], from: String = "")
    -> String
  {
    "type,from,to,easting,northing\n"
      + counts.flatMap { category, square, count in
        Array(repeating: "\(category),\(from),,\(400_005 + 10 * square),300005\n", count: count)
      }.joined()
  }

  private func run(
    _ rows: String, squares: Int = 4, _ method: AreaProfiles = AreaProfiles(),
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> AreaProfiles.Result {
    try await SquareWorld(squares: squares).study(rows, change).run(method)
  }

  private func texts(_ table: FeatureTable, _ column: String) throws -> [String] {
    let values = try #require(table[column: column]).values
    return (0..<values.count).map { values.description(at: $0) }
  }

  /// Worked by hand: 100 incidents, 60 in A (40 theft, 20 drugs), 30 in B (20 theft, 10 robbery), 10 in C
  /// (theft).
  private static let mixed = rows([
    ("Theft", 0, 40), ("Drugs", 0, 20), ("Theft", 1, 20), ("Robbery", 1, 10), ("Theft", 2, 10),
  ])

  @Test("counts, shares, places, leading and over-represented categories are those worked by hand")
  func table() async throws {
    let result = try await run(Self.mixed)
    let table = result.table
    #expect(
      table.columns.map(\.name) == [
        "code", "name", "incidents", "share", "rank", "leading_1", "leading_2", "leading_3",
        "leading_4", "leading_weight", "over_represented", "issues", "volume_priority",
        "resident_share",
        "night_share", "change", "evidence",
      ])
    #expect(try texts(table, "incidents") == ["60", "30", "10", "0"])
    #expect(try texts(table, "share") == ["0.6", "0.3", "0.1", "0.0"])
    #expect(try texts(table, "rank") == ["1", "2", "3", "4"])
    #expect(try texts(table, "leading_1") == ["Theft", "Theft", "Theft", ""])
    #expect(try texts(table, "leading_2") == ["Drugs", "Robbery", "", ""])
    #expect(try texts(table, "leading_3") == ["", "", "", ""])
    // Drugs in A: q = (20/60)/(20/100) = 1.667, robbery in B 3.333: both in one area alone. Theft in C:
    // q = 1/0.7 = 1.429, variance 1/10 − 1/10 − 1/70 + (2 · 1.429 − 1)/100 = 0.00429: low 1.257.
    #expect(try texts(table, "over_represented") == ["Drugs", "Robbery", "Theft", ""])
    #expect(try texts(table, "issues") == ["Drugs; Theft", "Robbery; Theft", "Theft", ""])
    #expect(try texts(table, "night_share") == ["", "", "", ""])
    let counted = result.counts.totals.reduce(0, +)
    #expect(counted == result.reading.reconciliations[0].assigned && counted == 100)
  }

  @Test("the long table has each category in each area, zeros too, and adds up")
  func long() async throws {
    let result = try await run(Self.mixed)
    let table = result.longTable
    #expect(
      table.columns.map(\.name) == [
        "code", "category", "incidents", "share", "lq", "lq_low", "lq_high", "rank",
      ])
    #expect(
      try texts(table, "category")
        == (0..<4).flatMap { _ in ["Drugs", "Robbery", "Theft"] })
    #expect(
      try texts(table, "incidents")
        == ["20", "0", "40", "0", "10", "20", "0", "0", "10", "0", "0", "0"])
    #expect(
      try texts(table, "rank") == ["1", "2", "1", "2", "1", "2", "2", "2", "3", "2", "2", "4"])
    let quotients = try #require(table[column: "lq"]).values
    let lows = try #require(table[column: "lq_low"]).values
    #expect(abs((quotients.number(at: 8) ?? 0) - 10.0 / 7) < 1e-12)
    // exp(log(1.428571) − 1.959964 √0.0042857)
    #expect(abs((lows.number(at: 8) ?? 0) - 1.25656) < 5e-5)
    #expect(quotients.number(at: 1) == 0 && lows.number(at: 1) == nil)
    #expect(quotients.number(at: 9) == nil)
  }

  @Test("nine incidents are no pattern: neither over-represented nor an issue, ten are")
  func few() async throws {
    let result = try await run(
      Self.rows([("Theft", 0, 90), ("Arson", 1, 9), ("Fraud", 1, 10), ("Theft", 1, 30)]))
    #expect(try texts(result.table, "over_represented") == ["Theft", "Fraud", "", ""])
    #expect(try texts(result.table, "issues") == ["Theft", "Fraud; Theft", "", ""])
    #expect(!result.profile(ofArea: 1).paragraph.contains("Arson"))
  }

  @Test("areas with as many share a place, which is said, and the place behind them is left out")
  func ties() async throws {
    let rows = Self.rows([
      ("Theft", 0, 20), ("Theft", 1, 20), ("Theft", 2, 20), ("Theft", 3, 10), ("Drugs", 0, 12),
      ("Drugs", 1, 11), ("Drugs", 2, 11), ("Drugs", 3, 30),
    ])
    let result = try await run(rows)
    #expect(
      try texts(result.table, "issues")
        == ["Drugs; Theft", "Theft; Drugs", "Theft; Drugs", "Drugs"]
        .map { $0 == "Drugs; Theft" ? "Theft; Drugs" : $0 })
    let said = result.choices.flatMap(\.sentences)
    #expect(
      said.contains(
        "ties: third in Drugs (Area B and Area C), first in Theft (Area A, Area B and Area C)"))
    #expect(
      result.profile(ofArea: 1).placesSentence
        == "It is among the first three of all four areas in two categories: first in Theft (level "
        + "with two others); third in Drugs (level with one other)")
  }

  @Test("one area holds all, and is compared with no other")
  func oneArea() async throws {
    let result = try await run(
      Self.rows([("Theft", 0, 30), ("Drugs", 0, 12)]), squares: 1)
    #expect(try texts(result.table, "over_represented") == [""])
    #expect(
      result.profile(ofArea: 0).paragraph
        == "Area A holds all 42 incidents. Of these, 71.4% are Theft (30) and 28.6% Drugs (12).")
  }

  @Test("one category is what all are, and is nowhere over-represented")
  func oneCategory() async throws {
    let result = try await run(Self.rows([("Theft", 0, 30), ("Theft", 1, 12)]), squares: 2)
    #expect(try texts(result.table, "over_represented") == ["", ""])
    #expect(
      result.profiles.map(\.paragraph) == [
        "Area A holds 71.4% of the incidents (30 of 42), more than the other area. All of them are Theft.",
        "Area B holds 28.6% of the incidents (12 of 42), less than the other area. All of them are Theft.",
      ])
  }

  @Test("of fewer than ten incidents nothing is said but that, and of none that there are none")
  func tooFew() async throws {
    let result = try await run(
      Self.rows([("Theft", 0, 9), ("Drugs", 1, 1), ("Theft", 2, 80), ("Drugs", 2, 3)]))
    let paragraphs = result.profiles.map(\.paragraph)
    #expect(paragraphs[0] == "Area A has nine incidents, too few to describe.")
    #expect(paragraphs[1] == "Area B has one incident, too few to describe.")
    #expect(paragraphs[3] == "Area D has no incidents.")
    #expect(
      paragraphs[2]
        == "Area C holds 89.2% of the incidents (83 of 93), the most of the four areas. Of these, 96.4% are "
        + "Theft (80). No category is over-represented against all four areas. It is among the "
        + "first three of all four areas in one category: first in Theft.")
  }

  @Test("35 categories all stand in the long table, and a paragraph names the first of them")
  func manyCategories() async throws {
    let names = (0..<35).map { "Kind \($0 < 10 ? "0" : "")\($0)" }
    let result = try await run(
      Self.rows(
        names.enumerated().map { ($1, 0, 10 + $0) } + names.map { ($0, 1, 10) }))
    #expect(result.longTable.rowCount == 4 * 35)
    let paragraph = result.profile(ofArea: 0).paragraph
    // 35 · 10 + 0 + … + 34 = 945 in A, 350 in B.
    #expect(
      paragraph.hasPrefix(
        "Area A holds 73.0% of the incidents (945 of 1,295), the most of the four areas. Of these, 4.7% are "
          + "Kind 34 (44), 4.6% Kind 33 (43) and 4.4% Kind 32 (42)."))
    #expect(
      paragraph.hasSuffix(
        "in 35 categories: first in Kind 00 (level with one other), Kind 01, Kind 02, Kind 03 and 31 more."
      ))
  }

  @Test("without categories the areas are counted all the same")
  func noCategories() async throws {
    let rows = "easting,northing\n" + String(repeating: "400005,300005\n", count: 12)
    let result = try await run(rows) { $0.incidents.columns = [] }
    #expect(try texts(result.table, "incidents") == ["12", "0", "0", "0"])
    #expect(result.longTable.rowCount == 0)
    #expect(
      result.profile(ofArea: 0).paragraph
        == "Area A holds 100.0% of the incidents (12 of 12), the most of the four areas.")
  }

  @Test("nights are the parts of windows between 18:00 and 06:00, by category and area")
  func nights() async throws {
    let rows = """
      type,from,to,easting,northing
      Theft,2025-02-10 10:00,,400005,300005
      Theft,2025-02-10 17:00,2025-02-10 19:00,400005,300005
      Drugs,2025-02-10 23:00,2025-02-11 01:00,400005,300005
      Theft,2025-02-10 04:00,2025-02-10 08:00,400015,300005
      Theft,,,400015,300005

      """
    let result = try await run(rows, squares: 2)
    #expect(try texts(result.table, "night_share") == ["0.5", "0.5"])
    let table = result.nightTable
    #expect(try texts(table, "category") == ["Drugs", "Theft", "Drugs", "Theft"])
    #expect(try texts(table, "incidents") == ["1", "2", "0", "1"])
    #expect(try texts(table, "night_expected") == ["1.0", "0.5", "0.0", "0.5"])
    let sixth = "\(0.5 / 3.0)"
    #expect(try texts(table, "share_of_category") == ["1.0", sixth, "0.0", sixth])
    #expect(try texts(table, "share_of_night") == ["\(1 / 1.5)", "\(0.5 / 1.5)", "0.0", "1.0"])
    #expect(
      result.nightSentence
        == "night, 18:00 to 06:00: an estimated 2.0 of 4 incidents with a time of day (50.0%); 1 have none"
    )
  }

  @Test("nothing is said of nights where dates are months or days, or where hours are asked for")
  func noNights() async throws {
    let months = try await run(Self.rows([("Theft", 0, 12)], from: "2025-02"))
    #expect(months.nightAbsence == .data(.noTimes) || months.nightAbsence == .data(.monthsOnly))
    let days = try await run(Self.rows([("Theft", 0, 12)], from: "2025-02-10"))
    #expect(days.nightAbsence == .data(.daysOnly))
    let hours = try await run(Self.rows([("Theft", 0, 12)], from: "2025-02-10 19:00")) {
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 18, to: 20))
    }
    #expect(hours.nightAbsence == .hoursChosen)
    for result in [months, days, hours] {
      #expect(try texts(result.table, "night_share") == ["", "", "", ""])
      #expect(result.nightTable.rowCount == 4)
      #expect(!result.profile(ofArea: 0).paragraph.contains("night"))
    }
    #expect(try texts(hours.table, "expected") == ["12.0", "0.0", "0.0", "0.0"])
  }

  @Test("rows that stand for several incidents count as so many, of the night too")
  func counts() async throws {
    let rows = """
      type,from,to,easting,northing,n
      Theft,2025-02-10 22:00,,400005,300005,30
      Theft,2025-02-10 12:00,,400005,300005,10

      """
    let result = try await run(rows) { $0.incidents.countColumn = "n" }
    #expect(try texts(result.table, "incidents") == ["40", "0", "0", "0"])
    #expect(try texts(result.table, "night_share")[0] == "0.75")
  }

  @Test(
    "residents are told by yes and no, by codes and by names, one meaning for the whole column",
    arguments: [
      ("yes,No,,Y", "yes or no", "2 of 3"), ("a,B,,elsewhere", "codes of areas", "1 of 3"),
      ("Resident,visitor,n/a,resident", "yes or no", "2 of 3"),
    ])
  func residents(homes: String, meaning: String, share: String) async throws {
    let rows =
      "type,easting,northing,home\n"
      + homes.split(separator: ",", omittingEmptySubsequences: false)
      .map { "Theft,400005,300005,\($0)\n" }.joined()
    let result = try await run(rows, AreaProfiles(residentColumn: "home")) {
      $0.incidents.columns = [(.category, "type")]
    }
    let residents = try #require(result.residents)
    #expect(residents.meaning.rawValue == meaning)
    #expect("\(Int(residents.residents[0])) of \(Int(residents.known[0]))" == share)
    #expect(try texts(result.table, "resident_share").dropFirst().allSatisfy(\.isEmpty))
    #expect(residents.elsewhere == (meaning == "codes of areas" ? 1 : 0))
  }

  @Test("a column that tells no homes is refused, with what it says")
  func noHomes() async throws {
    let error = await #expect(throws: ResidentColumnError.self) {
      try await run(Self.mixed, AreaProfiles(residentColumn: "type"))
    }
    #expect(error?.text == "Drugs")
    #expect(Fault(of: try #require(error)) == .data)
  }

  @Test("the change is that of incidents a day by area, and the same as of the comparison alone")
  func change() async throws {
    let rows =
      Self.rows([("Theft", 0, 31), ("Theft", 1, 20)], from: "2025-01")
      + Self.rows([("Theft", 0, 14), ("Drugs", 2, 30)], from: "2025-02")
      .split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    let study = try SquareWorld().study(rows) { options in
      options.filter.from = try! PeriodBound("2025-02")
      options.filter.to = try! PeriodBound("2025-02")
    }
    let result = try await study.run(AreaProfiles(), against: .before)
    #expect(try texts(result.table, "incidents") == ["14", "0", "30", "0"])
    let change = try #require(result.table[column: "change"]).values
    // 14 in 28 days after 31 in 31 days: half as many a day.
    #expect(abs((change.number(at: 0) ?? 0) + 0.5) < 1e-12)
    #expect(change.number(at: 1) == -1 && change.number(at: 2) == nil)
    // An E-test summed apart gives p 0.0253, 8.3e-7 and 1.5e-9, of which the adjusted ones are below 0.05.
    #expect(try texts(result.table, "evidence") == ["decrease", "decrease", "increase", "few"])
    let paragraphs = result.profiles.map(\.paragraph)
    #expect(
      paragraphs[0].hasSuffix(
        "Incidents a day fell by 50.0% against January 2025 (1.0 then, 0.50 now): evidence of a "
          + "decrease, though real counts vary more than chance."
      ))
    #expect(
      paragraphs[2].contains(
        "There were none in January 2025, and 1.1 a day now: evidence of an increase, though real "
          + "counts vary more than chance."))
  }

  @Test("several methods in one pass give what each gives alone, for any number of threads")
  func together() async throws {
    let world = try SquareWorld()
    let study = try world.study(Self.mixed) { $0.threads = 3 }
    let (profiles, counts) = try await study.run(AreaProfiles(), AreaCounts())
    let alone = try await run(Self.mixed) { $0.threads = 1 }
    #expect(profiles.counts == counts.counts[0])
    #expect(profiles.profiles.map(\.paragraph) == alone.profiles.map(\.paragraph))
  }
}
