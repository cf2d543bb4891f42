import Foundation
import TestSupport
import Testing

@testable import Commands

/// The right numbers are those of a file from which the repeats were taken by hand.
@Suite("Incidents that come more than once")
struct RepeatsTests {
  private let folder = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")
  /// The first rows of the made-up borough, whose references all differ, with coordinates.
  private let header: String
  private let rows: [String]

  init() throws {
    let text = try String(
      contentsOfFile: ProjectFolder.path("samples/incidents.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    header = lines[0]
    var seen: Set<Substring> = []
    rows = lines[1...].prefix(1500).filter { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return !["", "0"].contains(fields[4]) && seen.insert(fields[0]).inserted
    }
  }

  private func write(_ name: String, _ rows: [String]) throws -> String {
    try folder.file(name, ([header] + rows).joined(separator: "\n") + "\n")
  }

  /// What the manifest of a run holds: its first reconciliation, and what was chosen.
  private func manifest(
    _ path: String
  ) throws -> (reconciliation: [String: Any], chosen: [String: Any], warnings: [String]) {
    let object = try folder.object(path)
    let reconciliations = try #require(object["reconciliation"] as? [[String: Any]])
    return (
      reconciliations[0], try #require(object["chosen"] as? [String: Any]),
      try #require(object["warnings"] as? [String])
    )
  }

  @Test(
    "with --unique every command gives what it gives of rows that do not repeat",
    arguments: [
      ["areas"], ["hours"], ["clusters"], ["density", "--cell-size", "200"],
      ["density", "--cell-size", "200", "--weighted"],
      ["query", "--near", "SP5580045500", "--radius", "900"],
      ["query", "--count", "category"], ["query", "--where", "Location like \"%e%\""],
      ["areas", "--hours", "20-04"],
    ])
  func commands(words: [String]) async throws {
    let once = try write("once.csv", rows)
    // Every third row comes again, in another file and by another name of the place.
    let again = rows.enumerated().filter { $0.offset % 3 == 0 }.map {
      $0.element.replacingOccurrences(of: "On or near", with: "At")
    }
    try #require(!again.contains { rows.contains($0) && $0.contains("On or near") })
    let twice = try write("twice.csv", again)
    let isWeighted = words.contains("--weighted")
    var common = words.filter { $0 != "--weighted" }
    if isWeighted { common += ["--columns", "weight=Easting"] }
    if words[0] != "query" && words[0] != "hours" { common += ["--boundaries", wards] }
    let plain = await CommandRun(
      words: common + ["--incidents", once, "--output", folder.path("plain.csv")])
    #expect(plain.status == 0, "\(plain.messages)")
    let expected = try folder.read("plain.csv")
    for threads in ["1", "3"] {
      let run = await CommandRun(
        words: common + [
          "--incidents", once, "--incidents", twice, "--unique", "id", "--threads", threads,
          "--output", folder.path("unique.csv"), "--manifest", folder.path("m.json"),
        ])
      #expect(run.status == 0, "\(run.messages)")
      #expect(try folder.read("unique.csv") == expected)
      let found = try manifest("m.json")
      let reasons = (found.reconciliation["reasons"] as? [String: Any])?["filtered"]
      let repeated = (reasons as? [String: Int])?["repeated"]
      if words.contains("--where") || words.contains("--hours") {
        // Rows that the filter sets aside are no repeats.
        #expect((repeated ?? 0) > 0 && (repeated ?? 0) < again.count)
      } else {
        #expect(repeated == again.count)
      }
      let unique = try #require(found.chosen["unique"] as? [String: Any])
      #expect(unique["key"] as? String == "id" && unique["columns"] as? [String] == ["Crime ID"])
      #expect(found.chosen["repeated_references"] == nil)
      #expect(run.messages.contains("each value of 'Crime ID' counts once"))
    }
  }

  @Test("export writes the first row of each reference, in order")
  func export() async throws {
    let twice = try write("twice.csv", Array(rows.prefix(30)) + rows.prefix(40))
    let run = await CommandRun(
      "export", "--incidents", twice, "--unique", "Crime ID", "--output", folder.path("e.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try folder.rows("e.csv").dropFirst().map { $0[0] }
        == rows.prefix(40).map { String($0.prefix { $0 != "," }) })
  }

  @Test("a pack counts each reference once, in its own period and in the one before")
  func tasking() async throws {
    let once = try write("once.csv", rows)
    let twice = try write("twice.csv", Array(rows.suffix(900)).reversed())
    let common = ["tasking", "--boundaries", wards, "--from", "2025-01-20"]
    let plain = await CommandRun(
      words: common + ["--incidents", once, "--output", folder.path("plain")])
    #expect(plain.status == 0, "\(plain.messages)")
    let run = await CommandRun(
      words: common + [
        "--incidents", once, "--incidents", twice, "--unique", "crime id", "--output",
        folder.path("unique"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.read("unique/areas.csv") == folder.read("plain/areas.csv"))
    #expect(try folder.read("unique/hotspots.csv") == folder.read("plain/hotspots.csv"))
    #expect(try folder.read("unique/hours.csv") == folder.read("plain/hours.csv"))
    let (mine, plains) = (try manifest("unique/manifest.json"), try manifest("plain/manifest.json"))
    let changes = [mine, plains].map { ($0.chosen["change"] as? [[String: Any]] ?? []) as NSArray }
    #expect(changes[0].count > 0 && changes[0] == changes[1])
    #expect(
      try folder.text("unique/index.html").contains(
        "rows with the same value of &#39;Crime ID&#39; count once")
        || folder.text("unique/index.html").contains(
          "rows with the same value of 'Crime ID' count once")
    )
  }

  @Test("both sides of a ratio count each reference once")
  func ratio() async throws {
    let once = try write("once.csv", rows)
    let twice = try write("twice.csv", rows + rows.prefix(500))
    func run(_ path: String, _ more: String...) async throws -> [UInt8] {
      let run = await CommandRun(
        words: [
          "density", "--boundaries", wards, "--incidents", path, "--relative-to", path,
          "--labellings", "0", "--category",
          "Robbery", "--bandwidth", "400", "--cell-size", "200", "--output", folder.path("r.csv"),
        ] + more)
      #expect(run.status == 0, "\(run.messages)")
      return try folder.read("r.csv")
    }
    let right = try await run(once)
    #expect(try await run(twice, "--unique", "id") == right)
    #expect(try await run(twice) != right)
  }

  @Test("a key that no column has is refused with what there is")
  func unknown() async throws {
    let path = try write("rows.csv", Array(rows.prefix(10)))
    for words in [["areas", "--boundaries", wards], ["hours"], ["export"]] {
      let run = await CommandRun(
        words: words + [
          "--incidents", path, "--unique", "Crime IDs", "--output", folder.path("o.csv"),
        ])
      #expect(run.status == 65)
      #expect(
        run.messages.contains("cannot count each value of 'Crime IDs'")
          && run.messages.contains("did you mean 'Crime ID'?"), "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("o.csv")))
    }
    let bare = try folder.file("bare.csv", "x,y,kind\n455686,245856,a\n")
    let run = await CommandRun(
      "areas", "--boundaries", wards, "--incidents", bare, "--unique", "id", "--output", "-")
    #expect(run.status == 65 && run.messages.contains("found the columns 'x', 'y', 'kind'"))
    let empty = await CommandRun(
      "areas", "--boundaries", wards, "--incidents", bare, "--unique", "", "--output", "-")
    #expect(empty.status == 64)
  }

  @Test("a key means the column that was named for it, or one of this very name")
  func meaning() async throws {
    let text = "Crime ID,id,x,y\nA,1,455686,245856\nA,2,455686,245856\nB,2,455686,245856\n"
    let path = try folder.file("rows.csv", text)
    for (words, assigned) in [
      (["--unique", "Crime ID"], 2), (["--unique", "crimeid"], 2), (["--unique", "id"], 2),
      (["--unique", "y"], 1), (["--unique", "northing"], 1),
      (["--unique", "id", "--columns", "id=Crime ID"], 2),
    ] {
      let run = await CommandRun(
        words: [
          "areas", "--boundaries", wards, "--incidents", path, "--output", folder.path("o.csv"),
          "--manifest", folder.path("m.json"),
        ] + words)
      #expect(run.status == 0, "\(run.messages)")
      let found = try manifest("m.json")
      #expect(found.reconciliation["assigned"] as? Int == assigned, "\(words)")
      let unique = found.chosen["unique"] as? [String: Any]
      let isLiteral = words.count == 2 && words[1] == "id"
      if words[1] == "id" {
        #expect(unique?["columns"] as? [String] == [isLiteral ? "id" : "Crime ID"])
      }
    }
  }

  @Test("without --unique repeats are counted, said to be about so many, and recorded")
  func estimated() async throws {
    let path = try write("twice.csv", rows + rows.prefix(200))
    let run = await CommandRun(
      "areas", "--boundaries", wards, "--incidents", path, "--output", folder.path("o.csv"),
      "--manifest", folder.path("m.json"))
    let words =
      "about 200 rows repeat a reference in 'Crime ID' and count again; --unique id counts each "
      + "reference once"
    #expect(run.status == 0 && run.messages.contains("warning: \(words)"), "\(run.messages)")
    let found = try manifest("m.json")
    #expect(found.warnings.contains(words))
    #expect(
      found.chosen["repeated_references"] as? NSDictionary
        == ["rows": rows.count + 200, "repeated": 200, "estimated": false])
    // One in a hundred is where a result begins to be another; below it is said and no warning.
    let few = try write("few.csv", rows + rows.prefix(3))
    let quiet = await CommandRun(
      "hours", "--incidents", few, "--output", folder.path("h.csv"))
    #expect(quiet.messages.contains("about 3 rows repeat a reference"))
    #expect(!quiet.messages.contains("warning: about 3"))
    let none = await CommandRun(
      "hours", "--incidents", try write("once.csv", rows), "--output", folder.path("h.csv"))
    #expect(!none.messages.contains("repeat"), "\(none.messages)")
  }

  // MARK: - Files

  @Test(
    "the same rows twice are refused by every command, and counted twice on demand",
    arguments: [
      ["areas"], ["hours"], ["density"], ["clusters"], ["tasking"], ["export"],
      ["query", "--count", "all"],
    ])
  func sameRows(words: [String]) async throws {
    let a = try write("a.csv", Array(rows.prefix(300)))
    let b = try write("b.csv", Array(rows.prefix(300)))
    var words = words
    if !["hours", "export", "query"].contains(words[0]) { words += ["--boundaries", wards] }
    words += ["--incidents", a, "--incidents", b, "--output"]
    let name = words[0] == "tasking" ? "pack" : "o.csv"
    let run = await CommandRun(words: words + [folder.path(name)])
    #expect(run.status == 65)
    #expect(
      run.messages.contains(
        "cannot read '\(a)' and '\(b)' as one dataset: they hold the same rows"),
      "\(run.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.path(name)))
    let allowed = await CommandRun(words: words + [folder.path(name), "--allow-repeats"])
    #expect(allowed.status == 0, "\(allowed.messages)")
    #expect(allowed.messages.contains("600 rows read"))
  }

  @Test("outcomes beside street-level crime are refused, each alone is read")
  func outcomes() async throws {
    let street = try write("2025-01-kent-street.csv", Array(rows.prefix(200)))
    let outcomes = try write("2025-01-kent-outcomes.csv", Array(rows.dropFirst(100).prefix(200)))
    let words = ["hours", "--output", folder.path("h.csv"), "--incidents"]
    let both = await CommandRun(words: words + [street, "--incidents", outcomes])
    #expect(both.status == 65)
    #expect(both.messages.contains("'\(street)'") && both.messages.contains("'\(outcomes)'"))
    for path in [street, outcomes] {
      let run = await CommandRun(words: words + [path])
      #expect(run.status == 0, "\(run.messages)")
    }
    let allowed = await CommandRun(
      words: words + [outcomes, "--incidents", street, "--allow-repeats"])
    #expect(allowed.status == 0, "\(allowed.messages)")
  }

  @Test("inspect looks at the same rows twice and says so")
  func inspected() async throws {
    let a = try write("a.csv", Array(rows.prefix(30)))
    let b = try write("b.csv", Array(rows.prefix(30)))
    let run = await CommandRun("inspect", "--incidents", a, "--incidents", b)
    #expect(run.status == 0 && run.messages.contains("they hold the same rows"))
  }

  @Test("an incident beside itself in a ratio is no repeat")
  func relative() async throws {
    let path = try write("a.csv", rows)
    let run = await CommandRun(
      "density", "--boundaries", wards, "--incidents", path, "--relative-to", path, "--bandwidth",
      "400", "--output", folder.path("r.csv"))
    #expect(run.status == 0, "\(run.messages)")
  }
}
