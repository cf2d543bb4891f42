import Foundation
import TestSupport
import Testing

@Suite("hotspots hours")
struct HoursCommandTests {
  let folder = TemporaryFolder()

  /// Makes the table of rows of start and end.
  func cells(_ rows: String..., options: [String] = []) async throws -> WeekCells {
    let path = try folder.file(
      "in.csv", "From,To\n" + rows.joined(separator: "\n") + "\n")
    let run = await CommandRun(
      words: ["hours", "--incidents", path, "--output", folder.path("out.json")] + options)
    try #require(run.status == 0, "\(run.messages)")
    return try WeekCells(folder, "out.json")
  }

  // MARK: - The rule

  /// A window, the zone and the weights it must give; from the definitions of continuous aoristic
  /// weight, worked by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    let row: String
    var zone = "Europe/London"
    let weights: [String: Double]
    var testDescription: String { row }
  }

  static let cases = [
    Case(row: "2026-01-09 10:55,2026-01-09 11:55", weights: ["Fri 10": 1 / 12, "Fri 11": 11 / 12]),
    Case(
      row: "2026-01-09T08:00,2026-01-09T16:00",
      weights: Dictionary(uniqueKeysWithValues: (8..<16).map { ("Fri \($0)", 0.125) })),
    Case(row: "2026-01-09T22:00,", weights: ["Fri 22": 1]),
    Case(row: "2026-01-09T22:00:00,2026-01-09T22:00:00", weights: ["Fri 22": 1]),
    // Clocks go forward at 01:00: two hours have passed.
    Case(
      row: "2026-03-29 00:30,2026-03-29 03:30",
      weights: ["Sun 0": 0.25, "Sun 2": 0.5, "Sun 3": 0.25]),
    // Clocks go back at 02:00: three hours have passed.
    Case(
      row: "2026-10-25 00:30,2026-10-25 02:30",
      weights: ["Sun 0": 1 / 6, "Sun 1": 2 / 3, "Sun 2": 1 / 6]),
    Case(
      row: "2026-10-25 00:30,2026-10-25 02:30", zone: "UTC",
      weights: ["Sun 0": 0.25, "Sun 1": 0.5, "Sun 2": 0.25]),
    Case(
      row: "2026-07-01T12:00Z,2026-07-01T13:00Z", weights: ["Wed 13": 1]),
  ]

  @Test("a window gives each hour of the local clock the part that lies in it", arguments: cases)
  func spreads(_ example: Case) async throws {
    let week = try await cells(example.row, options: ["--time-zone", example.zone])
    #expect(Set(week.filled.keys) == Set(example.weights.keys))
    for (hour, weight) in example.weights {
      #expect(abs((week.filled[hour] ?? 0) - weight) < 1e-15, "\(hour)")
    }
    #expect(week.total == 1)
  }

  @Test("a window of 180 hours gives the first twelve of them twice")
  func folds() async throws {
    let week = try await cells("2026-01-05 00:00,2026-01-12 12:00")
    for hour in 0..<12 { #expect(abs(week.day("Mon", 0..<24)[hour] - 2 / 180) < 1e-15) }
    #expect(abs(week.day("Sun", 23..<24)[0] - 1 / 180) < 1e-15)
    let run = await CommandRun("hours", "--incidents", folder.path("in.csv"))
    // 168 of 180 hours are a whole week.
    #expect(run.messages.contains("long windows: 93.3% of all weight"))
  }

  @Test(
    "what ends before it starts is used at its start, turned round, or rejected",
    arguments: [
      ("start", ["Fri 23": 1.0]), ("swap", ["Fri 22": 0.5, "Fri 23": 0.5]),
    ])
  func reverses(_ rule: String, _ weights: [String: Double]) async throws {
    let rows = ["2026-01-09 23:30,2026-01-09 22:30"]
    #expect(try await cells(rows[0], options: ["--reversed", rule]).filled == weights)
  }

  @Test("rows that end before they start can be rejected, before any filter")
  func rejectsReversed() async throws {
    let path = try folder.file(
      "in.csv",
      "From,To,Type\n2026-01-09 23:30,2026-01-09 22:30,a\n2026-01-09 23:30,,b\n"
        + "2026-01-09 22:30,2026-01-09 21:30,b\n")
    let run = await CommandRun(
      "hours", "--incidents", path, "--reversed", "reject", "--category", "b",
      "--max-rejected", "67")
    #expect(run.status == 0)
    #expect(run.messages.contains("3 rows read: 1 assigned, 2 rejected"))
    #expect(run.messages.contains("2 end before start"))
    #expect(run.messages.contains("in.csv:2: the end is before the start"))
  }

  @Test("windows over the longest allowed are set aside and counted")
  func setsLongAside() async throws {
    let rows = ["2026-01-05 00:00,2026-01-08 00:00", "2026-01-05 00:00,2026-01-08 00:01", "NULL,"]
    let week = try await cells(
      rows[0], rows[1], rows[2],
      options: ["--max-window", "72h", "--manifest", folder.path("m.json")])
    #expect(week.total == 1)
    let entries = try folder.object("m.json")["reconciliation"] as? [[String: Any]] ?? []
    let entry = try #require(entries.first)
    #expect(entry["layer"] is NSNull)
    #expect(entry["read"] as? Int == 3)
    #expect(entry["assigned"] as? Int == 1)
    #expect(entry["filtered"] as? Int == 2)
    let reasons = entry["reasons"] as? [String: [String: Int]]
    #expect(reasons?["filtered"] == ["over_max_window": 1, "without_time": 1])
  }

  @Test("with days from six the small hours stand in the evening's column, labels as on the clock")
  func startsDay() async throws {
    let week = try await cells(
      "2026-01-10 02:00,", "2026-01-10 06:00,", options: ["--day-start", "06:00"])
    #expect(week.filled == ["Fri 2": 1, "Sat 6": 1])
  }

  @Test("sentences name the day to which small hours are counted, as the table does")
  func startsDayInWords() async throws {
    let path = try folder.file("in.csv", "From\n2026-01-10 02:00\n")
    let run = await CommandRun(
      "hours", "--incidents", path, "--day-start", "06:00", "--output", folder.path("out.csv"))
    #expect(run.status == 0)
    #expect(
      run.messages.contains("busiest hour: Sat 02:00 to 03:00 (counted to Fri), an estimated 1.0"))
    #expect(
      run.messages.contains(
        "busiest 8 hours: Fri 19:00 to Sat 03:00 (counted to Fri), an estimated 1.0"))
    let plain = await CommandRun(
      "hours", "--incidents", path, "--output", folder.path("plain.csv"))
    #expect(plain.status == 0 && !plain.messages.contains("counted to"))
  }

  // MARK: - Files

  @Test("a table has the header, the rows and the totals that programs rely on")
  func layout() async throws {
    let path = try folder.file("in.csv", "From,To\n2026-01-09 10:55,2026-01-09 11:55\n")
    _ = await CommandRun("hours", "--incidents", path, "--output", folder.path("out.csv"))
    let rows = try folder.rows("out.csv")
    #expect(
      rows[0] == ["hour", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Total"])
    #expect(rows.count == 26)
    #expect(
      rows.dropFirst().map { $0[0] } == (0..<24).map {
        "\($0 < 10 ? "0" : "")\($0):00"
      } + ["Total"])
    #expect(rows[11] == ["10:00", "0", "0", "0", "0", "0.0833333333", "0", "0", "0.0833333333"])
    #expect(rows[25] == ["Total", "0", "0", "0", "0", "1", "0", "0", "1"])
  }

  @Test("without an output the table and the split of the night are printed for people")
  func prints() async throws {
    let path = try folder.file(
      "in.csv", "From,To,Type\n2026-01-09 23:00,2026-01-09 23:30,Theft\n2026-01-09 12:00,,Noise\n")
    let run = await CommandRun("hours", "--incidents", path)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "hour    Mon   Tue   Wed   Thu   Fri   Sat   Sun  Total")
    #expect(lines[13] == "12:00  0.00  0.00  0.00  0.00  1.00  0.00  0.00   1.00")
    #expect(lines.contains { $0.hasPrefix("Theft") && $0.contains("100.0%") })
    #expect(lines.contains { $0.hasPrefix("Noise") && $0.contains("0.0%") })
  }

  @Test("one table for each category, which add up to the table of all")
  func byCategory() async throws {
    let path = try folder.file(
      "in.csv",
      "From,To,Type\n2026-01-09 23:00,,Theft\n2026-01-09 12:00,2026-01-09 14:00,Noise\n"
        + "2026-01-09 12:00,,\n2026-01-08 23:00,,Theft\n")
    let run = await CommandRun(
      "hours", "--incidents", path, "--by", "category", "--output", folder.path("by.csv"))
    try #require(run.status == 0, "\(run.messages)")
    _ = await CommandRun("hours", "--incidents", path, "--output", folder.path("all.csv"))
    let rows = try folder.rows("by.csv")
    #expect(rows[0].prefix(2) == ["category", "hour"])
    #expect(rows.count == 1 + 3 * 25)
    #expect(
      rows.dropFirst().map { $0[0] }
        == ["Noise", "not_recorded", "Theft"].flatMap {
          [String](repeating: $0, count: 25)
        })
    let all = try folder.rows("all.csv")
    for row in 1...25 {
      for column in 1...8 {
        let parts = [0, 25, 50].compactMap { Double(rows[$0 + row][column + 1]) }
        #expect(parts.reduce(0, +) == Double(all[row][column]))
      }
    }
  }

  @Test("the split of night and day is written by category")
  func night() async throws {
    let path = try folder.file(
      "in.csv",
      "From,To,Type\n2026-01-09 17:00,2026-01-09 19:00,a\n2026-01-09 20:00,,a\n2026-01-09 05:59,,b\n"
    )
    _ = await CommandRun(
      "hours", "--incidents", path, "--night-output", folder.path("night.csv"))
    #expect(
      try folder.text("night.csv") == """
        category,incidents,night_expected,night_must,night_could,night_share,day_expected,day_must,day_could
        a,2,1.5,1,2,0.75,0.5,0,1
        b,1,1,1,1,1,0,0,0
        Total,3,2.5,2,3,0.833333333,0.5,0,1

        """)
    let run = await CommandRun(
      "hours", "--incidents", path, "--night", "22-06", "--output", folder.path("o.csv"))
    #expect(
      run.messages.contains(
        "night, 22:00 to 06:00: an estimated 1.0 incidents (33.3%); 1 must and 1 could"))
  }

  @Test("the manifest holds the answers and closes")
  func manifest() async throws {
    _ = try await cells(
      "2026-01-09 22:00,", "2026-01-09 23:00,", "2026-01-05 09:00,",
      options: ["--shift", "2h", "--manifest", folder.path("m.json")])
    let chosen = try folder.object("m.json")["chosen"] as? [String: Any]
    let answers = try #require(chosen?["answers"] as? [String: Any])
    #expect(answers["busiest_shift_start"] as? String == "Fri 22:00")
    #expect(answers["busiest_shift_end"] as? String == "Sat 00:00")
    #expect(answers["busiest_shift_expected"] as? Double == 2)
    #expect(answers["hours_holding_half"] as? [String] == ["Mon 09:00", "Fri 22:00"])
    #expect(chosen?["time_zone"] as? String == "Europe/London")
  }

  // MARK: - Laws

  @Test("the table of two files is the sum of their tables", arguments: 0..<4 as Range<UInt64>)
  func adds(seed: UInt64) async throws {
    let lines = try String(
      contentsOfFile: ProjectFolder.path("samples/incidents.csv"), encoding: .utf8
    )
    .split(separator: "\n")
    let cut = 1 + Int(seed + 1) * 300
    let first = try folder.file("a.csv", lines[..<cut].joined(separator: "\n") + "\n")
    let second = try folder.file(
      "b.csv", ([lines[0]] + lines[cut..<1500]).joined(separator: "\n") + "\n")
    var tables: [WeekCells] = []
    for files in [[first], [second], [first, second]] {
      let run = await CommandRun(
        words: ["hours", "--output", folder.path("t.json"), "--threads", "2"]
          + files.flatMap { ["--incidents", $0] })
      try #require(run.status == 0, "\(run.messages)")
      tables.append(try WeekCells(folder, "t.json"))
    }
    #expect(tables[0].total + tables[1].total == tables[2].total)
    for day in 0..<7 {
      for hour in 0..<24 {
        let sum = tables[0].cells[day][hour] + tables[1].cells[day][hour]
        #expect(abs(sum - tables[2].cells[day][hour]) < 1e-12)
      }
    }
  }

  @Test("one thread and two give the same bytes")
  func threads() async throws {
    for format in ["csv", "json", "svg"] {
      var results: [[UInt8]] = []
      for threads in ["1", "2"] {
        let run = await CommandRun(
          "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--by", "category",
          format == "svg" ? "--chart" : "--output", folder.path("t.\(format)"), "--threads", threads
        )
        try #require(run.status == 0, "\(run.messages)")
        results.append(try folder.read("t.\(format)"))
      }
      #expect(results[0] == results[1])
    }
  }

  @Test("the tables of areas add up to the incidents within them, and others are outside")
  func byArea() async throws {
    let options = [
      "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"),
    ]
    let each = await CommandRun(
      words: options + ["--by", "area", "--output", folder.path("by.json")])
    try #require(each.status == 0, "\(each.messages)")
    let all = await CommandRun(words: options + ["--output", folder.path("all.json")])
    #expect(all.messages.contains("wards, 20,000 rows read: 19,578 assigned, 194 outside"))
    let rows = try folder.objects("by.json")
    #expect(rows.count == 18 * 25)
    let codes = rows.compactMap { $0["area"] as? String }
    #expect(codes == codes.sorted())
    let week = try WeekCells(folder, "all.json")
    #expect(week.total == 19_578)
    for (day, name) in WeekCells.days.enumerated() {
      for hour in 0..<24 {
        let sum = (0..<18).reduce(0.0) { $0 + (rows[$1 * 25 + hour][name] as? Double ?? .nan) }
        #expect(abs(sum - week.cells[day][hour]) < 1e-9)
      }
    }
  }

  @Test("the example of the help runs")
  func example() async throws {
    let run = await CommandRun(
      "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--output",
      folder.path("hours.csv"), "--chart", folder.path("hours.svg"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("20,000 rows read: 19,994 assigned, 6 filtered"))
    #expect(run.messages.contains("101 without an end"))
    #expect(run.messages.contains("5 ending before the start"))
    #expect(try folder.text("hours.svg").hasSuffix("</svg>\n"))
  }
}
