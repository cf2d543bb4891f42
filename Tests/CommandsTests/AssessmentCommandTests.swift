import Foundation
import TestSupport
import Testing

@Suite("Command assessment")
struct AssessmentCommandTests {
  private static let lsoa = ["--boundaries", ProjectFolder.path("boundaries/lsoa.shp")]
  private static let wards = ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
  private static let incidents = ["--incidents", ProjectFolder.path("samples/incidents.csv")]
  private static let period = ["--from", "2025-07", "--to", "2025-12"]
  private static let weights = [
    "--weights", ProjectFolder.path("samples/weights.csv"), "--weights-name", "harm",
  ]
  private static let costs = ["--unit-costs", ProjectFolder.path("samples/unit-costs.csv")]

  private let folder = TemporaryFolder()

  /// The second half of the made-up borough's year, with everything that its files can carry.
  private static let borough = Task { () -> Made in
    try await Made(lsoa + wards + incidents + period + weights + costs + ["--place", "Marlowick"])
  }

  /// An assessment whose files are in memory.
  struct Made: Sendable {
    let files: [String: [UInt8]]
    let messages: String

    init(_ words: [String]) async throws {
      let home = TemporaryFolder()
      let run = await CommandRun(words: ["assessment"] + words + ["--output", home.path("a")])
      #expect(run.status == 0, "\(run.messages)")
      messages = run.messages
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: home.path("a"))
      where name.contains(".") { files[name] = try home.read("a/\(name)") }
      self.files = files
    }

    func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

    /// The rows of a table without quotes, the header first.
    func rows(_ name: String) -> [[String]] {
      text(name).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }

    var manifest: [String: Any] {
      get throws {
        try JSONSerialization.jsonObject(with: Data(files["manifest.json"] ?? []))
          as? [String: Any] ?? [:]
      }
    }

    var chosen: [String: Any] {
      get throws { try manifest["chosen"] as? [String: Any] ?? [:] }
    }

    func section(_ name: String) throws -> [String: Any] {
      let sections = try chosen["sections"] as? [[String: Any]] ?? []
      return try #require(sections.first { $0["section"] as? String == name })
    }
  }

  /// A table of the folder and the command that makes it.
  struct Equal: CustomTestStringConvertible, Sendable {
    let table: String
    let words: [String]
    var option = "--output"

    var testDescription: String { "\(table) of \(words[0])" }
  }

  private static let sets = [
    "--set", "alcohol=Flags like '%alcohol%'", "--set", "domestic=Flags like '%domestic%'",
    "--set", "knife=Flags like '%knife%'", "--set", "hate=Flags like '%hate%'",
  ]

  static let equals = [
    Equal(
      table: "concentration.csv",
      words: ["concentration", "--by", "category", "--against", "before"] + lsoa + period),
    Equal(table: "areas.csv", words: ["areas"] + lsoa + period + weights),
    Equal(table: "areas-wards.csv", words: ["areas"] + wards + period + weights),
    Equal(table: "cost.csv", words: ["cost"] + costs + lsoa + period),
    Equal(table: "change.csv", words: ["change"] + lsoa + period + weights),
    Equal(table: "change-areas.csv", words: ["change", "--by", "area"] + wards + period + weights),
    Equal(table: "months.csv", words: ["months", "--to", "2025-12"] + lsoa),
    Equal(
      table: "months-categories.csv",
      words: ["months", "--by", "category", "--to", "2025-12"] + lsoa),
    Equal(table: "hours.csv", words: ["hours"] + lsoa + period + weights),
    Equal(table: "night.csv", words: ["hours"] + lsoa + period, option: "--night-output"),
    Equal(
      table: "hotspots.csv", words: ["density", "--bandwidth", "200"] + lsoa + period,
      option: "--hotspots"),
    Equal(
      table: "profiles.csv", words: ["profile", "--against", "before"] + wards + period + weights),
    Equal(table: "profiles-long.csv", words: ["profile"] + wards + period, option: "--long"),
    Equal(table: "profiles-nights.csv", words: ["profile"] + wards + period, option: "--nights"),
    Equal(
      table: "crosstab-category-by-month.csv",
      words: ["crosstab", "--rows", "category", "--across", "month"] + lsoa + period),
    Equal(
      table: "crosstab-category-by-victim-age.csv",
      words: [
        "crosstab", "--rows", "category", "--across", "Victim age", "--bands", "18,25,35,50",
      ] + lsoa + period),
    Equal(table: "overlaps.csv", words: ["overlaps"] + sets + lsoa + period),
    Equal(
      table: "overlaps-totals.csv", words: ["overlaps"] + sets + lsoa + period, option: "--totals"),
  ]

  @Test("a table has the very bytes that its own command writes", arguments: equals)
  func bytes(one: Equal) async throws {
    let made = try await Self.borough.value
    let path = folder.path("alone.csv")
    var words = one.words + Self.incidents + [one.option, path]
    // A command that writes its second table only must be told where the first goes.
    if ["--totals", "--long", "--nights"].contains(one.option) {
      words += ["--output", folder.path("first.csv")]
    }
    let run = await CommandRun(words: words)
    #expect(run.status == 0, "\(run.messages)")
    let alone = try folder.text("alone.csv")
    #expect(made.text(one.table) == alone)
    #expect(alone.split(separator: "\n").count > 1)
  }

  @Test("every table of the folder is compared with a command, or known to have none")
  func tables() async throws {
    let made = try await Self.borough.value
    let tables = made.files.keys.filter { $0.hasSuffix(".csv") }
    #expect(Set(tables) == Set(Self.equals.map(\.table) + ["harm-categories.csv"]))
  }

  @Test("incidents of areas, categories, months and cross tables add up to those assigned")
  func sums() async throws {
    let made = try await Self.borough.value
    let reconciliations = try #require(made.manifest["reconciliation"] as? [[String: Any]])
    let assigned = try #require(reconciliations[0]["assigned"] as? Int)
    func sum(_ table: String, _ column: String, totals: Int = 0) -> Int {
      let rows = made.rows(table)
      guard let place = rows[0].firstIndex(of: column) else { return -1 }
      return rows.dropFirst().dropLast(totals).reduce(0) { $0 + (Int($1[place]) ?? 0) }
    }
    #expect(sum("areas.csv", "incidents") == assigned)
    #expect(sum("harm-categories.csv", "incidents", totals: 1) == assigned)
    #expect(sum("change.csv", "now", totals: 1) == assigned)
    #expect(sum("crosstab-category-by-month.csv", "Total") == assigned)
    #expect(sum("overlaps.csv", "incidents") == assigned)
    let months = made.rows("months.csv").dropFirst().suffix(6)
    #expect(months.reduce(0) { $0 + (Int($1[2]) ?? 0) } == assigned)
    for section in try #require(made.chosen["sections"] as? [[String: Any]]) {
      let rows = try #require(section["reconciliation"] as? [String: Any])
      let parts = ["rejected", "filtered", "without_coordinates", "outside", "assigned"]
      #expect(
        rows["read"] as? Int == parts.reduce(0) { $0 + (rows[$1] as? Int ?? -1) },
        "\(section["section"] ?? "")")
    }
  }

  @Test("page, workbook, maps and manifest have every section; what is not there has a reason")
  func sections() async throws {
    let made = try await Self.borough.value
    let chosen = try made.chosen
    let sections = try #require(chosen["sections"] as? [[String: Any]])
    let names = sections.compactMap { $0["section"] as? String }
    #expect(names.starts(with: ["concentration", "harm", "cost", "change", "months", "hours"]))
    let absent = try #require(chosen["absent"] as? [[String: Any]])
    #expect(absent.contains { $0["section"] as? String == "since" })
    #expect(absent.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    let page = made.text("index.html")
    for section in sections {
      #expect(page.contains("id=\"\(section["section"] as? String ?? "")\""))
      for path in section["figures"] as? [String] ?? [] {
        #expect(made.text(path).hasPrefix("<?xml"), "\(path)")
      }
    }
    #expect(made.files["tables.xlsx"]?.starts(with: Array("PK".utf8)) == true)
    let outputs = try #require(made.manifest["outputs"] as? [[String: Any]])
    let listed = Set(outputs.compactMap { ($0["path"] as? String)?.split(separator: "/").last })
    for name in made.files.keys where name != "manifest.json" {
      #expect(listed.contains(Substring(name.split(separator: "/").last ?? "")), "\(name)")
    }
  }

  @Test("the summary has a handful of sentences, each with a number and a section that is there")
  func summary() async throws {
    let made = try await Self.borough.value
    let chosen = try made.chosen
    let summary = try #require(chosen["summary"] as? [[String: Any]])
    #expect((3...6).contains(summary.count))
    for sentence in summary {
      let text = try #require(sentence["sentence"] as? String)
      #expect(text.contains(/[0-9]/), "\(text)")
      _ = try made.section(#require(sentence["section"] as? String))
    }
  }

  @Test("one thread and two give the same bytes")
  func threads() async throws {
    var all: [[String: [UInt8]]] = []
    for threads in ["1", "2"] {
      let home = TemporaryFolder()
      let path = home.path("a")
      let run = await CommandRun(
        words: ["assessment"] + Self.lsoa + Self.incidents + Self.period + Self.weights
          + Self.costs + ["--threads", threads, "--output", path])
      #expect(run.status == 0, "\(run.messages)")
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path)
      where name.contains(".") {
        let text = String(decoding: try home.read("a/\(name)"), as: UTF8.self)
        files[name] =
          name == "manifest.json"
          ? Array(
            text.replacing(path, with: "a").replacing("\"threads\": \"\(threads)\"", with: "").utf8)
          : try home.read("a/\(name)")
      }
      all.append(files)
    }
    for (name, bytes) in all[0] { #expect(all[1][name] == bytes, "\(name)") }
    #expect(all[0].count == all[1].count && all[0].count > 15)
  }

  @Test("without weights, costs and a period their sections are missing, and the reason is said")
  func absences() async throws {
    let made = try await Made(Self.lsoa + Self.incidents)
    let absent = try #require(made.chosen["absent"] as? [[String: Any]])
    let reasons = Dictionary(
      uniqueKeysWithValues: absent.map {
        ($0["section"] as? String ?? "", $0["reason"] as? String ?? "")
      })
    #expect(reasons["harm"] == "no table says what the categories weigh; --weights names one")
    #expect(reasons["cost"] == "no table says what an incident costs; --unit-costs names one")
    #expect(reasons["change"]?.contains("no first day") == true)
    #expect(made.messages.contains("no section 'harm'"))
    #expect(made.files["harm-categories.csv"] == nil && made.files["change.csv"] == nil)
    let page = made.text("index.html")
    #expect(
      page.contains("no table says what the categories weigh") || page.contains("No table says"))
  }

  @Test("of fewer than ten incidents there is no section, and every table of areas stays away")
  func few() async throws {
    let made = try await Made(
      Self.lsoa + Self.incidents + ["--where", "`Crime ID` = '33a26143e134d351'"])
    let chosen = try made.chosen
    #expect((chosen["sections"] as? [Any])?.isEmpty == true)
    #expect((chosen["summary"] as? [Any])?.isEmpty == true)
    let absent = try #require(chosen["absent"] as? [[String: Any]])
    let reason = try #require(
      absent.first { $0["section"] as? String == "concentration" }?["reason"] as? String)
    #expect(reason.contains("only 1 incident is counted"))
  }

  @Test("sections are chosen and ordered; a mistyped name gets a suggestion")
  func chosenSections() async throws {
    let made = try await Made(
      Self.lsoa + Self.incidents + ["--sections", "hours,concentration"])
    let chosen = try made.chosen
    let sections = try #require(chosen["sections"] as? [[String: Any]])
    #expect(sections.compactMap { $0["section"] as? String } == ["hours", "concentration"])
    #expect((chosen["not_chosen"] as? [String])?.contains("harm") == true)
    let run = await CommandRun(
      words: ["assessment"] + Self.lsoa + Self.incidents
        + ["--sections", "concentraton", "--output", folder.path("x")])
    #expect(run.status == 64)
    #expect(run.messages.contains("did you mean 'concentration'"), "\(run.messages)")
  }

  @Test("a failure midway leaves nothing, and an earlier assessment stays")
  func failure() async throws {
    let path = folder.path("kept")
    let words = ["assessment"] + Self.lsoa + Self.incidents + ["--output", path]
    #expect(await CommandRun(words: words + ["--sections", "hours"]).status == 0)
    let before = try folder.text("kept/manifest.json")
    // The table of costs is read after the folder was begun, and has no category of these.
    try folder.write(Array("category,value\nPiracy,5\n".utf8), to: "costs.csv")
    let run = await CommandRun(words: words + ["--weights", folder.path("costs.csv"), "--strict"])
    #expect(run.status == 65, "\(run.messages)")
    #expect(try folder.text("kept/manifest.json") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
        == ["costs.csv", "kept"])
  }

  @Test("the file that --init writes runs unchanged and lists the sections that cannot be")
  func initialFile() async throws {
    let file = folder.path("assessment.json5")
    let run = await CommandRun(
      words: ["assessment"] + Self.lsoa + Self.incidents + ["--init", file])
    #expect(run.status == 0, "\(run.messages)")
    let text = try folder.text("assessment.json5")
    #expect(text.contains("\n    \"concentration\",\n    // \"harm\": no table says"))
    #expect(
      text.contains("\n  \"from\": \"2025-07\",") && text.contains("\n  \"to\": \"2025-12\","))
    #expect(text.contains("category by Victim age in 18,25,35,50"))
    #expect(text.contains("alcohol=Flags like '%alcohol%'"))
    let again = await CommandRun(
      words: ["assessment"] + Self.lsoa + Self.incidents + ["--init", file])
    #expect(again.status == 73)
    let made = await CommandRun(
      "assessment", "--config", file, "--output", folder.path("made"))
    #expect(made.status == 0, "\(made.messages)")
    let change = try folder.rows("made/change.csv")
    #expect(change.count == 16)
  }
}
