import Foundation
import Statistics
import TestSupport
import Testing

@Suite("The command merge")
struct MergeCommandTests {
  /// A command with the options by which it counts, and the file of its result.
  struct Counted: CustomTestStringConvertible, Sendable {
    let words: [String]
    let output: String
    var needsOutlines = false
    var rows = "samples/incidents.csv"

    var testDescription: String { (words + [output]).joined(separator: " ") }

    /// The words with the paths of the project's files.
    var resolved: [String] {
      words.map { $0.hasPrefix("boundaries/") ? ProjectFolder.path($0) : $0 }
    }
  }

  static let counted = [
    Counted(
      words: ["areas", "--boundaries", "boundaries/lsoa.shp"], output: "result.csv"),
    Counted(
      words: [
        "areas", "--boundaries", "boundaries/wards.shp", "--boundaries", "boundaries/lsoa.shp",
        "--hours", "18-06",
      ], output: "result.geojson", needsOutlines: true),
    Counted(words: ["hours"], output: "result.csv"),
    Counted(
      words: ["hours", "--by", "area", "--boundaries", "boundaries/wards.shp"],
      output: "result.csv"),
    Counted(words: ["hours", "--by", "category"], output: "result.json"),
    Counted(
      words: ["clusters", "--boundaries", "boundaries/lsoa.shp"], output: "result.csv",
      needsOutlines: true),
    Counted(
      words: [
        "clusters", "--boundaries", "boundaries/lsoa.shp", "--on", "hexagon", "--cell-size", "400",
        "--method", "local-moran",
      ], output: "result.geojson", needsOutlines: true),
    Counted(
      words: [
        "density", "--boundaries", "boundaries/lsoa.shp", "--bandwidth", "300", "--cell-size",
        "100",
      ], output: "result.csv", needsOutlines: true),
    Counted(
      words: [
        "density", "--boundaries", "boundaries/lsoa.shp", "--bandwidth", "250", "--cell-size",
        "50", "--category", "Burglary",
      ], output: "result.geojson", needsOutlines: true),
    Counted(
      words: [
        "density", "--boundaries", "boundaries/lsoa.shp", "--bandwidth", "120", "--kernel",
        "gaussian", "--edge-correction", "none", "--cell-size", "100", "--hours", "18-06",
      ], output: "result.geojson", needsOutlines: true),
    Counted(
      words: [
        "density", "--boundaries", "boundaries/wards.shp", "--bandwidth", "400", "--kernel",
        "triweight", "--edge-correction", "uniform", "--classes", "natural", "--weights",
        ProjectFolder.path("samples/weights.csv"),
      ], output: "result.geojson", needsOutlines: true),
    Counted(words: ["months", "--by", "category"], output: "result.csv"),
    Counted(
      words: ["months", "--by", "area", "--boundaries", "boundaries/wards.shp"],
      output: "result.csv"),
    Counted(
      words: [
        "change", "--by", "area", "--boundaries", "boundaries/wards.shp", "--from", "2025-07",
        "--to", "2025-12",
      ], output: "result.csv"),
    Counted(words: ["change", "--from", "2025-10", "--to", "2025-12"], output: "result.json"),
    Counted(
      words: [
        "crosstab", "--rows", "category", "--across", "Victim age", "--bands", "18,25,35,50",
      ], output: "result.csv"),
    Counted(
      words: [
        "crosstab", "--rows", "area", "--across", "month", "--boundaries", "boundaries/wards.shp",
      ], output: "result.csv"),
    Counted(
      words: ["concentration", "--by", "category", "--boundaries", "boundaries/lsoa.shp"],
      output: "result.csv"),
    Counted(
      words: [
        "concentration", "--on", "locations", "--boundaries", "boundaries/lsoa.shp", "--from",
        "2025-07", "--to", "2025-12", "--against", "before",
      ], output: "result.csv"),
    Counted(
      words: [
        "concentration", "--on", "square", "--cell-size", "250", "--boundaries",
        "boundaries/lsoa.shp",
      ], output: "result.csv", needsOutlines: true),
    Counted(words: ["repeats"], output: "result.csv"),
    Counted(
      words: ["repeats", "--by", "Victim", "--and", "Suspect", "--trigger", "3/6months"],
      output: "result.csv", rows: "samples/people.csv"),
  ]

  @Test(
    "parts of rows cut at random, joined in any order and as a tree, give the bytes of one run",
    arguments: counted)
  func splits(counted: Counted) async throws {
    let folder = TemporaryFolder()
    let whole = await CommandRun(
      words: counted.resolved + [
        "--incidents", ProjectFolder.path(counted.rows), "--output",
        folder.path("whole-\(counted.output)"),
      ])
    try #require(whole.status == 0, "\(whole.messages)")
    let expected = try folder.read("whole-\(counted.output)")
    var draws = SplitMix64(seed: UInt64(counted.words.count))
    let count = Int.random(in: 2...7, using: &draws)
    let parts = try await Self.parts(of: counted, count, in: folder, &draws)
    let outlines = counted.needsOutlines ? Self.boundaries(of: counted) : []

    let merged = await CommandRun(
      words: ["merge"] + parts.shuffled(using: &draws) + outlines + [
        "--output", folder.path(counted.output),
      ])
    try #require(merged.status == 0, "\(merged.messages)")
    #expect(try folder.read(counted.output) == expected)

    // As a tree: some of the parts are joined first.
    let some = await CommandRun(
      words: ["merge"] + parts.prefix(2) + outlines + ["--partial", folder.path("some.part")])
    try #require(some.status == 0, "\(some.messages)")
    let tree = await CommandRun(
      words: ["merge", folder.path("some.part")] + parts.dropFirst(2) + outlines + [
        "--output", folder.path("tree-\(counted.output)"),
      ])
    try #require(tree.status == 0, "\(tree.messages)")
    #expect(try folder.read("tree-\(counted.output)") == expected)
  }

  @Test(
    "maps and charts of parts are those of one run, but for the files that they name",
    arguments: [
      (["areas", "--boundaries", "boundaries/wards.shp"], "--map"),
      (
        ["areas", "--boundaries", "boundaries/lsoa.shp", "--weights", "samples/weights.csv"],
        "--map"
      ),
      (["clusters", "--boundaries", "boundaries/lsoa.shp"], "--map"),
      (
        [
          "change", "--by", "area", "--boundaries", "boundaries/wards.shp", "--from", "2025-07",
          "--to", "2025-12",
        ], "--map"
      ),
      (["repeats", "--boundaries", "boundaries/wards.shp"], "--map"),
      (["months"], "--chart"), (["hours"], "--chart"),
      (["concentration", "--boundaries", "boundaries/lsoa.shp"], "--chart"),
    ])
  func drawings(words: [String], option: String) async throws {
    let folder = TemporaryFolder()
    let counted = Counted(
      words: words.map { $0.hasPrefix("samples/") ? ProjectFolder.path($0) : $0 }, output: "")
    let whole = await CommandRun(
      words: counted.resolved + [
        "--incidents", ProjectFolder.path(counted.rows), option, folder.path("whole.svg"),
      ])
    try #require(whole.status == 0, "\(whole.messages)")
    var draws = SplitMix64(seed: 11)
    let parts = try await Self.parts(of: counted, 3, in: folder, &draws)
    let merged = await CommandRun(
      words: ["merge"] + parts + Self.boundaries(of: counted) + [option, folder.path("merged.svg")]
    )
    try #require(merged.status == 0, "\(merged.messages)")
    let (one, other) = (try folder.text("merged.svg"), try folder.text("whole.svg"))
    func drawn(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.contains(">Source: ") }
    }
    #expect(drawn(one) == drawn(other))
    #expect(drawn(one).count == one.split(separator: "\n").count - 1)
  }

  @Test("fifty parts, one of them without rows, join as two do, and so do their bytes")
  func fifty() async throws {
    let folder = TemporaryFolder()
    let counted = Self.counted[0]
    var draws = SplitMix64(seed: 50)
    let parts = try await Self.parts(of: counted, 50, in: folder, &draws)
    let header = try #require(
      try String(
        decoding: Data(contentsOf: URL(filePath: ProjectFolder.path(counted.rows))), as: UTF8.self
      )
      .split(separator: "\n").first)
    let empty = await CommandRun(
      words: counted.resolved + [
        "--incidents", try folder.file("empty.csv", "\(header)\n"), "--partial",
        folder.path("empty.part"),
      ])
    try #require(empty.status == 0, "\(empty.messages)")
    for (name, order) in [("one", parts), ("other", parts.reversed())] {
      let merged = await CommandRun(
        words: ["merge", folder.path("empty.part")] + order + [
          "--partial", folder.path("\(name).part"),
        ])
      try #require(merged.status == 0, "\(merged.messages)")
    }
    #expect(try folder.read("one.part") == folder.read("other.part"))
    let whole = await CommandRun(
      words: counted.resolved + [
        "--incidents", ProjectFolder.path(counted.rows), "--output", folder.path("whole.csv"),
      ])
    let merged = await CommandRun(
      words: ["merge", folder.path("one.part"), "--output", folder.path("merged.csv")])
    #expect(whole.status == 0 && merged.status == 0, "\(merged.messages)")
    #expect(try folder.read("merged.csv") == folder.read("whole.csv"))
    // What became of the rows is said of all of them.
    let assigned = whole.messages.split(separator: "\n").first { $0.contains("assigned") }
    #expect(merged.messages.contains(try #require(assigned)))
  }

  @Test(
    "outlines go back to the degrees that the rows came in, as in one run",
    arguments: ["geojson", "kml", "gpkg"])
  func degrees(format: String) async throws {
    let folder = TemporaryFolder()
    let header = "id,category,longitude,latitude\n"
    let (first, second) = (
      "1,A,-1.188318,52.108238\n2,B,-1.179444,52.099276\n", "3,A,-1.186711,52.105026\n4,A,,\n"
    )
    let areas = ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
    for (name, rows) in [("a", first), ("b", second), ("whole", first + second)] {
      let output = name == "whole" ? "--output" : "--partial"
      let run = await CommandRun(
        words: ["areas"] + areas + [
          "--incidents", try folder.file("\(name).csv", header + rows), output,
          folder.path(name == "whole" ? "whole.\(format)" : "\(name).part"),
        ])
      try #require(run.status == 0, "\(run.messages)")
    }
    let merged = await CommandRun(
      words: ["merge", folder.path("b.part"), folder.path("a.part")] + areas + [
        "--output", folder.path("merged.\(format)"),
      ])
    try #require(merged.status == 0, "\(merged.messages)")
    #expect(try folder.read("merged.\(format)") == folder.read("whole.\(format)"))
  }

  @Test("the first pass of a density in parts finds the bandwidth that one run chooses")
  func bandwidth() async throws {
    let folder = TemporaryFolder()
    let words = [
      "density", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--cell-size", "100",
      "--kernel", "triangular", "--bandwidth",
    ]
    let rows = ["--incidents", ProjectFolder.path("samples/incidents.csv")]
    let whole = await CommandRun(
      words: words + ["auto"] + rows + ["--output", folder.path("whole.csv")])
    try #require(whole.status == 0, "\(whole.messages)")
    var draws = SplitMix64(seed: 3)
    let first = try await Self.parts(
      of: Counted(words: words + ["auto"], output: ""), 5, in: folder, &draws)
    let merged = await CommandRun(
      words: ["merge"] + first.shuffled(using: &draws) + ["--output", folder.path("bandwidth.csv")])
    try #require(merged.status == 0, "\(merged.messages)")
    let said = try #require(
      whole.messages.split(separator: "\n").first { $0.contains("normal reference rule") })
    #expect(merged.messages.contains(said))
    #expect((await CommandRun(words: ["merge"] + first)).status == 0)
    let table = String(decoding: try folder.read("bandwidth.csv"), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    #expect(table[0] == "incidents,bandwidth_m")
    // The table rounds; what is said is the number itself.
    let metres = String(
      try #require(merged.messages.firstMatch(of: /--bandwidth ([0-9.]+) in place/)).1)
    let rounded = try #require(table[1].split(separator: ",").last.flatMap { Double($0) })
    #expect(abs(try #require(Double(metres)) - rounded) < 1e-6)
    let second = await CommandRun(
      words: words + [metres] + rows + ["--output", folder.path("second.csv")])
    #expect(second.status == 0, "\(second.messages)")
    #expect(try folder.read("second.csv") == folder.read("whole.csv"))
  }

  @Test("a part has the same bytes for any number of threads")
  func threads() async throws {
    let folder = TemporaryFolder()
    for counted in Self.counted {
      for threads in ["1", "3"] {
        let run = await CommandRun(
          words: counted.resolved + [
            "--incidents", ProjectFolder.path(counted.rows), "--threads", threads, "--partial",
            folder.path("\(threads).part"),
          ])
        try #require(run.status == 0, "\(counted): \(run.messages)")
      }
      #expect(try folder.read("1.part") == folder.read("3.part"), "\(counted)")
    }
  }

  @Test("parts that do not belong together are refused with a line that says why")
  func refusals() async throws {
    let folder = TemporaryFolder()
    let wards = ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
    let rows = ["--incidents", ProjectFolder.path("samples/incidents.csv")]
    func part(_ name: String, _ words: [String]) async {
      let run = await CommandRun(words: words + ["--partial", folder.path(name)])
      #expect(run.status == 0, "\(run.messages)")
    }
    await part("wards.part", ["areas"] + wards + rows)
    await part("hours.part", ["hours"] + rows)
    await part("burglary.part", ["areas"] + wards + rows + ["--category", "Burglary"])
    await part(
      "lsoa.part", ["areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp")] + rows)
    let first = folder.path("wards.part")
    let cases: [(words: [String], status: Int32, says: String)] = [
      ([first, folder.path("hours.part")], 65, "they differ in the command: hours in one, areas"),
      (
        [first, folder.path("burglary.part")], 65,
        "they differ in the option 'category': Burglary in one, not given in the other"
      ),
      ([first, folder.path("lsoa.part")], 65, "they differ in the areas"),
      ([first, first], 64, "is given twice: its rows would count twice"),
      ([folder.path("none.part")], 66, "does not exist"),
      ([ProjectFolder.path("samples/incidents.csv")], 65, "is not a part"),
    ]
    for (words, status, says) in cases {
      let run = await CommandRun(
        words: ["merge"] + words + ["--output", folder.path("result.csv")])
      #expect(run.status == status, "\(run.messages)")
      #expect(run.messages.contains(says), "\(run.messages)")
    }
    let drawn = await CommandRun("merge", first, "--output", folder.path("result.geojson"))
    #expect(drawn.status == 64 && drawn.messages.contains("needs the files of the areas"))
    #expect(drawn.messages.contains("--boundaries"))
    await part("kept.part", ["areas"] + wards + rows + ["--keep", "LAD22NM"])
    let kept = await CommandRun(
      "merge", folder.path("kept.part"), "--output", folder.path("result.csv"))
    #expect(kept.status == 64 && kept.messages.contains("needs the files of the areas"))
    await part(
      "density.part",
      [
        "density", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--bandwidth", "300",
        "--cell-size", "200",
      ] + rows)
    let numbered = await CommandRun(
      words: [
        "merge", folder.path("density.part"), "--boundaries",
        ProjectFolder.path("boundaries/lsoa.shp"), "--map", folder.path("density.svg"),
      ])
    #expect(numbered.status == 64 && numbered.messages.contains("needs the incidents themselves"))
    let others = await CommandRun(
      words: [
        "merge", first, "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--output",
        folder.path("result.geojson"),
      ])
    #expect(others.status == 65 && others.messages.contains("does not hold the areas of the parts"))
    let unique = await CommandRun(
      words: ["areas"] + wards + rows + ["--unique", "id", "--partial", folder.path("x.part")])
    #expect(unique.status == 64 && unique.messages.contains("--unique"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("result.csv")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("result.geojson")))
  }

  @Test("two parts with the same bytes are joined with a warning: they may be of the same rows")
  func copies() async throws {
    let folder = TemporaryFolder()
    for name in ["one", "other"] {
      let run = await CommandRun(
        "months", "--incidents", ProjectFolder.path("samples/noise.csv"), "--partial",
        folder.path("\(name).part"))
      try #require(run.status == 0, "\(run.messages)")
    }
    let run = await CommandRun(
      "merge", folder.path("one.part"), folder.path("other.part"), "--output",
      folder.path("months.csv"))
    #expect(run.status == 0 && run.messages.contains("have the same bytes"), "\(run.messages)")
  }

  @Test("a part that was cut or changed in any byte is refused")
  func damage() async throws {
    let folder = TemporaryFolder()
    let made = await CommandRun(
      "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--partial",
      folder.path("hours.part"))
    try #require(made.status == 0, "\(made.messages)")
    let bytes = try folder.read("hours.part")
    var draws = SplitMix64(seed: 7)
    for _ in 0..<60 {
      var damaged = bytes
      let place = Int.random(in: 0..<damaged.count, using: &draws)
      if Bool.random(using: &draws) {
        damaged.removeSubrange(place...)
      } else {
        damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &draws)
      }
      try Data(damaged).write(to: URL(filePath: folder.path("damaged.part")))
      let run = await CommandRun(
        "merge", folder.path("damaged.part"), "--output", folder.path("hours.csv"))
      #expect(run.status == 65, "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("hours.csv")))
    }
  }

  @Test("dates with their day first do not join with those with their month first")
  func dateOrders() async throws {
    let folder = TemporaryFolder()
    for (name, date) in [("day", "25/12/2025"), ("month", "12/25/2025")] {
      let rows = try folder.file("\(name).csv", "Crime type,Date\nBurglary,\(date)\n")
      let run = await CommandRun(
        "months", "--incidents", rows, "--partial", folder.path("\(name).part"))
      try #require(run.status == 0, "\(run.messages)")
    }
    let run = await CommandRun(
      "merge", folder.path("day.part"), folder.path("month.part"), "--output",
      folder.path("months.csv"))
    #expect(run.status == 65 && run.messages.contains("the order of dates"), "\(run.messages)")
  }

  // MARK: -

  private static func boundaries(of counted: Counted) -> [String] {
    zip(counted.resolved, counted.resolved.dropFirst()).flatMap { word, next in
      word == "--boundaries" ? [word, next] : []
    }
  }

  /// Deals the rows of a command's file out at random, and counts each share as a part.
  private static func parts(
    of counted: Counted, _ count: Int, in folder: TemporaryFolder, _ draws: inout SplitMix64
  ) async throws -> [String] {
    let text = try String(
      decoding: Data(contentsOf: URL(filePath: ProjectFolder.path(counted.rows))), as: UTF8.self)
    let lines = text.split(separator: "\n")
    var shares = [[Substring]](repeating: [lines[0]], count: count)
    for line in lines.dropFirst() { shares[Int.random(in: 0..<count, using: &draws)].append(line) }
    var parts: [String] = []
    for (number, share) in shares.enumerated() {
      let rows = try folder.file(
        "rows-\(number).csv", share.joined(separator: "\n") + "\n")
      let run = await CommandRun(
        words: counted.resolved + [
          "--incidents", rows, "--partial", folder.path("\(number).part"),
        ])
      try #require(run.status == 0, "\(run.messages)")
      parts.append(folder.path("\(number).part"))
    }
    return parts
  }
}
