import Foundation
import TestSupport
import Testing

@testable import Commands

// Four squares of 10 m from (400000, 300000) in EPSG:27700. The files begin on 2 January 2017 and end on
// 30 June 2017 with burglaries on every day; the one arson is of 5 April.
@Suite("Period of a study")
struct StudyPeriodTests {
  private let folder = TemporaryFolder()
  private let burglaries: [String]

  init() throws {
    var squares = RawShapefile.squares(4)
    squares.projection = nil
    try squares.write(to: folder)
    let days = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)].flatMap { month, count in
      (1...count).map { "2017-0\(month)-\($0 < 10 ? "0" : "")\($0)" }
    }
    burglaries = days.dropFirst().map { "\($0),Burglary,400005,300005" }
    _ = try folder.file(
      "year.csv",
      (["Date,Category,Easting,Northing"] + burglaries + ["2017-04-05,Arson,400005,300005"])
        .joined(separator: "\n"))
  }

  private func run(_ command: String, _ incidents: String, _ more: [String]) async -> CommandRun {
    await CommandRun(
      words: [
        command, "--boundaries", folder.path("areas.shp"), "--crs", "EPSG:27700", "--incidents",
        folder.path(incidents),
      ] + more)
  }

  /// Returns the map of a run of `areas`, and what was said.
  private func map(
    _ more: String..., of incidents: String = "year.csv"
  ) async throws -> (svg: String, messages: String, period: [String: Any]) {
    let run = await run(
      "areas", incidents,
      ["--map", folder.path("map.svg"), "--manifest", folder.path("manifest.json")] + more)
    #expect(run.status == 0, "\(run.messages)")
    let chosen = try folder.object("manifest.json")["chosen"] as? [String: Any]
    return (
      try folder.text("map.svg"), run.messages, chosen?["period"] as? [String: Any] ?? [:]
    )
  }

  @Test(
    "without bounds it is what the files cover, however rare the category and wherever its incidents",
    arguments: [
      [], ["--category", "Arson"], ["--exclude-category", "Burglary"],
      ["--study-area", "CODE=A"],
    ])
  func unbounded(filters: [String]) async throws {
    let run = await run(
      "areas", "year.csv",
      ["--map", folder.path("map.svg")] + filters)
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.text("map.svg").contains("2 January 2017 to 30 June 2017"))
  }

  @Test("of a rare category the days asked for are the period, not those of its incidents")
  func bounded() async throws {
    let both = try await map("--category", "Arson", "--from", "2017-02", "--to", "2017-04")
    #expect(both.svg.contains("February 2017 to April 2017"))
    #expect(both.period["first_day"] as? String == "2017-02-01")
    #expect(both.period["last_day"] as? String == "2017-04-30")
    #expect(both.period["files_first_day"] as? String == "2017-01-02")
    #expect(both.period["files_last_day"] as? String == "2017-06-30")
    let from = try await map("--category", "Arson", "--from", "2017-02")
    #expect(from.svg.contains("February 2017 to June 2017"))
    let to = try await map("--category", "Arson", "--to", "2017-04-12")
    #expect(to.svg.contains("2 January 2017 to 12 April 2017"))
    for run in [both, from, to] { #expect(!run.messages.contains("nothing is known")) }
  }

  @Test("what was asked for beyond the files is said")
  func beyond() async throws {
    let run = try await map("--from", "2016-11", "--to", "2017-09")
    #expect(run.svg.contains("November 2016 to September 2017"))
    #expect(
      run.messages.contains(
        "the period begins with 2016-11, but the files begin with 2 January 2017: nothing is "
          + "known of the time before"))
    #expect(
      run.messages.contains(
        "the period ends with 2017-09, but the files end with 30 June 2017: nothing is known "
          + "of the time after"))
  }

  @Test("months are whole months, and one that no file has is said")
  func months() async throws {
    let rows = [("2016-04", 40), ("2016-05", 40), ("2016-07", 40), ("2017-03", 40)].flatMap {
      [String](repeating: "\($0),Theft,400005,300005", count: $1)
    }
    _ = try folder.file(
      "months.csv", (["Month,Category,Easting,Northing"] + rows).joined(separator: "\n"))
    let all = try await map(of: "months.csv")
    #expect(all.svg.contains("April 2016 to March 2017"))
    #expect(all.messages.contains("the files do not cover June 2016"))
    #expect(all.messages.contains("the files do not cover August 2016 to February 2017"))
    let some = try await map("--from", "2016-04", "--to", "2016-05", of: "months.csv")
    #expect(some.svg.contains("April 2016 to May 2016"))
    #expect(!some.messages.contains("the files do not cover"))
  }

  @Test("a slip of the pen does not make a century of half a year")
  func strays() async throws {
    _ = try folder.file(
      "slip.csv",
      (["Date,Category,Easting,Northing"] + burglaries
        + ["2107-04-05,Arson,400005,300005", "1917-04-05,Arson,400005,300005"])
        .joined(separator: "\n"))
    let run = try await map(of: "slip.csv")
    #expect(run.svg.contains("2 January 2017 to 30 June 2017"))
    #expect(
      run.messages.contains(
        "2 of 182 dates lie between 1917-04-05 and 2107-04-05, far from the rest (2 January 2017 to 30 "
          + "June 2017)"))
    #expect(run.period["stray_dates"] as? Int == 2)
    let bounded = try await map("--from", "2017-01", "--to", "2017-06", of: "slip.csv")
    #expect(!bounded.messages.contains("far from the rest"))
  }

  @Test("charts of hours and packs have the same period")
  func others() async throws {
    _ = try folder.file(
      "times.csv",
      (["Date,Category,Easting,Northing"]
        + burglaries.map { $0.replacing(",B", with: " 10:00,B") }
        + ["2017-04-05 23:00,Arson,400005,300005"]).joined(separator: "\n"))
    let hours = await run(
      "hours", "times.csv", ["--category", "Arson", "--chart", folder.path("hours.svg")])
    #expect(hours.status == 0, "\(hours.messages)")
    #expect(try folder.text("hours.svg").contains("2 January 2017 to 30 June 2017"))
    let pack = await run(
      "tasking", "times.csv",
      ["--category", "Arson", "--from", "2017-04", "--output", folder.path("pack")])
    #expect(pack.status == 0, "\(pack.messages)")
    let made = try MadePack(folder)
    #expect(made.text("index.html").contains("April 2017 to June 2017</title>"))
    // The files lack the first of January: less than chance explains.
    made.expect("April 2017 to June 2017 has 91 days, January 2017 to March 2017 90")
  }

  @Test("a query says what lies beyond the files too")
  func query() async throws {
    let run = await CommandRun(
      "query", "--incidents", folder.path("year.csv"), "--from", "2017-06", "--to", "2017-12",
      "--output", folder.path("rows.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("the files end with 30 June 2017"))
  }
}
