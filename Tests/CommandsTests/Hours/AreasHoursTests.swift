import Foundation
import TestSupport
import Testing

@Suite("hotspots areas, in hours of the week")
struct AreasHoursTests {
  let folder = TemporaryFolder()

  /// Counts rows of start and end, all at one place, in hours.
  func run(_ rows: [String], _ options: String...) async throws -> CommandRun {
    let text = rows.map { "455686,245856,Theft,\($0)\n" }.joined()
    let path = try folder.file("in.csv", "Easting,Northing,Type,From,To\n" + text)
    return await CommandRun(
      words: [
        "areas", "--incidents", path, "--boundaries", ProjectFolder.path("boundaries/wards.shp"),
        "--output", folder.path("out.json"), "--manifest", folder.path("m.json"),
      ] + options)
  }

  /// The area that has incidents.
  func area() throws -> [String: Any] {
    try #require(try folder.objects("out.json").first { $0["incidents"] as? Int != 0 })
  }

  func reconciliation() throws -> [String: Any] {
    let entries = try folder.object("m.json")["reconciliation"] as? [[String: Any]]
    return try #require(entries?.first)
  }

  // Friday is 2026-01-09. Worked by hand for Friday 22:00 to Saturday 02:00.
  @Test("each incident counts with its chance, its certainty and its possibility")
  func weighs() async throws {
    let run = try await run(
      [
        "2026-01-09 23:00,2026-01-10 01:00",  // 1, must, could
        "2026-01-09 21:00,2026-01-09 23:00",  // 0.5, could
        "2026-01-09 22:00,",  // 1, must, could
        "2026-01-10 02:00,",  // none
        "2026-01-08 23:00,2026-01-09 01:00",  // none: Thursday night
        ",2026-01-09 23:00",  // without time
      ], "--hours", "22-02", "--days", "fri", "--bounds")
    try #require(run.status == 0, "\(run.messages)")
    let area = try area()
    #expect(area["incidents"] as? Int == 3)
    #expect(area["expected"] as? Double == 2.5)
    #expect(area["must"] as? Int == 2)
    #expect(area["could"] as? Int == 3)
    let entry = try reconciliation()
    #expect(entry["assigned"] as? Int == 3)
    #expect(entry["filtered"] as? Int == 3)
    #expect(entry["expected"] as? Double == 2.5)
    let reasons = entry["reasons"] as? [String: [String: Int]]
    #expect(reasons?["filtered"] == ["outside_hours": 2, "without_time": 1])
    #expect(run.messages.contains("of the assigned, an estimated 2.5 in the hours"))
    let chosen = try folder.object("m.json")["chosen"] as? [String: Any]
    #expect(chosen?["hours"] as? String == "Fri 22:00 to 02:00")
  }

  @Test("a window over every Friday of three weeks has a chance, and must is nothing")
  func long() async throws {
    let run = try await run(
      ["2026-01-05 00:00,2026-01-26 00:00"], "--hours", "18-06", "--days", "fri", "--bounds")
    #expect(run.status == 0)
    #expect(abs((try area()["expected"] as? Double ?? 0) - 12 / 168) < 1e-15)
    #expect(try area()["must"] as? Int == 0)
  }

  @Test("days without hours are whole days, from the hour at which the day starts")
  func days() async throws {
    let rows = ["2026-01-09 03:00,", "2026-01-09 07:00,", "2026-01-10 03:00,"]
    _ = try await run(rows, "--days", "fri")
    #expect(try area()["expected"] as? Double == 2)
    _ = try await run(rows, "--days", "fri", "--day-start", "06:00")
    #expect(try area()["expected"] as? Double == 2)
    _ = try await run(Array(rows[..<1]), "--days", "thu", "--day-start", "06:00")
    #expect(try area()["expected"] as? Double == 1)
  }

  @Test("Friday night of the samples is what each window's share adds up to")
  func samples() async throws {
    let run = await CommandRun(
      "areas", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--hours", "18-06", "--days", "fri",
      "--output", folder.path("out.json"), "--map", folder.path("map.svg"))
    try #require(run.status == 0, "\(run.messages)")
    let sum = try folder.objects("out.json").reduce(0.0) { $0 + ($1["expected"] as? Double ?? 0) }
    // The same incidents in the table of hours, of days that start at six: the column of Friday
    // from 18:00 to 06:00.
    let hours = await CommandRun(
      "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--day-start", "06:00", "--output",
      folder.path("h.json"))
    try #require(hours.status == 0, "\(hours.messages)")
    let friday = try WeekCells(folder, "h.json").cells[4]
    let expected = (friday[18...] + friday[..<6]).reduce(0, +)
    #expect(sum > 1000)
    #expect(abs(sum - expected) < 1e-9)
    let map = try folder.text("map.svg")
    #expect(map.contains("Fri 18:00 to 06:00"))
    #expect(map.contains("chance of having happened in these hours"))
  }

  @Test("without hours there is no expected column, and no option about it")
  func without() async throws {
    let run = try await run(["2026-01-09 23:00,"])
    #expect(run.status == 0)
    #expect(try area()["expected"] == nil)
    #expect(try reconciliation()["expected"] == nil)
    for option in [["--bounds"], ["--day-start", "06:00"]] {
      let refused = await CommandRun(
        words: [
          "areas", "--incidents", "x.csv", "--boundaries", "x.shp", "--output", "x.csv",
        ] + option)
      #expect(refused.status == 64)
      #expect(refused.messages.contains("cannot use '\(option[0])' without '--hours"))
    }
  }

  @Test("months cannot be asked for hours")
  func months() async throws {
    let path = try folder.file("m.csv", "Month,Easting,Northing\n2017-03,455686,245856\n")
    let run = await CommandRun(
      "areas", "--incidents", path, "--boundaries", ProjectFolder.path("boundaries/wards.shp"),
      "--hours", "18-06", "--output", folder.path("o.csv"))
    #expect(run.status == 65)
    #expect(run.messages.contains("it tells months only"))
  }

  @Test("a map's period does without dates that nothing settles, a filter does not")
  func periods() async throws {
    let path = try folder.file(
      "d.csv", "Easting,Northing,Date\n455686,245856,03/04/2017\n")
    let words = [
      "areas", "--incidents", path, "--boundaries", ProjectFolder.path("boundaries/wards.shp"),
      "--map", folder.path("map.svg"),
    ]
    #expect(await CommandRun(words: words).status == 0)
    let filtered = await CommandRun(words: words + ["--from", "2017-01"])
    #expect(filtered.status == 65)
    #expect(filtered.messages.contains("no row rules either out"))
    #expect(
      await CommandRun(words: words + ["--from", "2017-01", "--date-format", "dmy"]).status == 0)
    #expect(try folder.text("map.svg").contains("3 April 2017"))
  }
}
