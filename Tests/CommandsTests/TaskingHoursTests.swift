import Foundation
import TestSupport
import Testing

@testable import Commands

// The numbers of the made-up borough were computed in Python with zoneinfo, exact fractions and
// GeoPandas 1: each incident that sjoin puts into lsoa.shp is walked from civil hour to civil hour.
// 19578 have a time, 6 have none; the night has 10535.4147, of which 9165 must and 11168 could; the
// best 8 hours begin on Saturday 19:00 with 1985.1197; half of all needs 53 hours.
@Suite("hotspots tasking: hours")
struct TaskingHoursTests {
  private let home = TemporaryFolder()

  @Test("the page says of hours and nights what exact fractions in Python say")
  func headlines() async throws {
    let pack = try await MadePack.borough.value
    pack.expect(
      "The busiest 8 hours of the week are Sat 19:00 to Sun 03:00, with 10.1% of incidents (1,985.1; "
        + "estimated from time windows).")
    pack.expect("Half of all incidents fall in 53 of the week's 168 hours, 31.5% of the time.")
    pack.expect(
      "About 53.8% of incidents happened in the night, 18:00 to 06:00: at least 9,165 and at most "
        + "11,168 of 19,578.")
    pack.expect("6 incidents have no time of day")
    // All, expected, must, could.
    pack.expect("Burglary 785 376.2 47.9% 79 510")
    pack.expect("Vehicle crime 985 597.8 60.7% 108 745")
    pack.expect("Robbery 497 367.0 73.8% 367 367")
    let answers = pack.chosen["answers"] as? [String: Any]
    let night = try #require(answers?["night_expected"] as? Double)
    #expect(abs(night - 10535.414666063343) < 1e-6)
    #expect(pack.chosen["without_time_of_day"] as? Int == 6)
    #expect(pack.absences["hours.csv"] == nil)
  }

  @Test("the table is that of the command for hours in the same areas")
  func table() async throws {
    let run = await CommandRun(
      "hours", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--output", home.path("hours.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let isSame = try await home.read("hours.csv") == MadePack.borough.value.files["hours.csv"]
    #expect(isSame)
  }

  // As above, cut to Friday and Saturday 18:00 to 06:00: 5148 incidents could lie there, 4823.5811 are
  // expected; 1362.3639, 900.0565, 634.8297 in the busiest three LSOAs; theft from the person has
  // 1528.6240, anti-social behaviour exactly 250.
  @Test("hours to keep weigh incidents on page, in tables and in the chart")
  func kept() async throws {
    let pack = try await MadePack.nights.value
    for sentence in [
      "Three of 128 LSOAs hold 60.1% of 4,823.6 incidents (estimated from time windows).",
      "(E01999070), with 1,362.4 incidents (28.2%; estimated from time windows).",
      "The most frequent categories are Theft from the person (31.7%), Other theft (22.4%)",
      "250.0 (5.2%) anti-social behaviour", "Fri, Sat 18:00 to 06:00",
      "everywhere in this pack an incident counts with the part of its window",
    ] {
      pack.expect(sentence)
    }
    let hasNight = pack.text("index.html").contains("id=\"night\"")
    #expect(!hasNight)
    let total = try #require(pack.rows("hours.csv").last)
    #expect(total.prefix(5) == ["Total", "0", "0", "0", "0"])
    #expect(abs((Double(total[8]) ?? 0) - 4823.581146630454) < 1e-4)
    let areas = pack.rows("areas.csv")
    let column = try #require(areas[0].firstIndex(of: "expected"))
    let sum = areas.dropFirst().reduce(0) { $0 + (Double($1[column]) ?? .nan) }
    #expect(abs(sum - 4823.581146630454) < 1e-4)
    for (name, words) in [
      ("lsoa", "its chance of having happened"), ("hours", "Only what lies in the hours asked for"),
    ] {
      let isSaid = pack.text("maps/\(name).svg").contains(words)
      #expect(isSaid, "\(name)")
    }
  }

  @Test("a day of the operation begins when the user says, with or without hours to keep")
  func dayStart() async throws {
    let pack = try await MadePack(
      rows: ["Date,Easting,Northing", "2024-05-04 02:30,400005,300005"], "--day-start", "06:00")
    #expect(pack.rows("hours.csv")[3] == ["02:00", "0", "0", "0", "0", "1", "0", "0", "1"])
    // 4 May 2024 was a Saturday; the shift of eight hours that ends with its third hour begins on
    // Friday at 19:00.
    pack.expect(
      "The busiest 8 hours of the week are Fri 19:00 to Sat 03:00 (counted to Fri), with 100.0% "
        + "of incidents (1.0; estimated from time windows).")
    pack.expect("Fri (1.0) Sat 02:00 (counted to Fri) 1.0")
  }

  @Test("days without times carry no hours, and the pack says so")
  func days() async throws {
    let pack = try await MadePack(rows: [
      "Date,Easting,Northing", "2024-05-01,400005,300005", "2024-05-02,400005,300005",
    ])
    #expect(pack.absences["hours.csv"] == "the dates give days only, not hours")
    #expect(pack.files["hours.csv"] == nil)
    let hasSection = pack.text("index.html").contains("id=\"when\"")
    #expect(!hasSection)
  }

  @Test("dates of which nobody knows the order carry no hours, and the pack says what helps")
  func order() async throws {
    let pack = try await MadePack(rows: [
      "Date,Easting,Northing", "01/02/2024 10:00,400005,300005", "03/04/2024 11:00,400005,300005",
    ])
    #expect(
      pack.absences["hours.csv"]
        == "the order of day and month in the dates is not known; --date-format says it")
  }

  @Test("incidents without a time count in the areas and not in the hours")
  func untimed() async throws {
    let pack = try await MadePack(rows: [
      "Date,Easting,Northing", "2024-05-03 22:30,400005,300005", ",400005,300005",
      "unknown,400005,300005",
    ])
    pack.expect("2 incidents have no time of day and are not in these tables.")
    pack.expect("About 100.0% of incidents happened in the night, 18:00 to 06:00")
    #expect(pack.rows("hours.csv")[23][5] == "1")
    #expect(pack.rows("areas.csv")[1][2] == "3")
  }

  @Test("a night of other hours and a shift of another length are those of the page")
  func settings() async throws {
    let pack = try await MadePack(
      rows: ["Date,Easting,Northing", "2024-05-03 22:30,400005,300005"], "--night", "23-05",
      "--shift",
      "2h")
    pack.expect("About 0.0% of incidents happened in the night, 23:00 to 05:00")
    pack.expect("The busiest 2 hours of the week are Fri 21:00 to Fri 23:00")
  }
}
