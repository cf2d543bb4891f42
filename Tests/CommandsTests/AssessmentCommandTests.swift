import Foundation
import TestSupport
import Testing

@Suite("Command assessment")
struct AssessmentCommandTests {
  private let folder = TemporaryFolder()

  @Test("page, workbook, maps and manifest have every section; what is not there has a reason")
  func sections() async throws {
    let made = try await MadeAssessment.borough.value
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
        #expect(made.text(path).hasPrefix("<svg"), "\(path)")
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
    let made = try await MadeAssessment.borough.value
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
        words: ["assessment"] + MadeAssessment.lsoa + MadeAssessment.incidents
          + MadeAssessment.period + MadeAssessment.weights
          + MadeAssessment.costs + ["--threads", threads, "--output", path])
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
    let made = try await MadeAssessment(MadeAssessment.lsoa + MadeAssessment.incidents)
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
    let made = try await MadeAssessment(
      MadeAssessment.lsoa + MadeAssessment.incidents + [
        "--where", "`Crime ID` = '33a26143e134d351'",
      ])
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
    let made = try await MadeAssessment(
      MadeAssessment.lsoa + MadeAssessment.incidents + ["--sections", "hours,concentration"])
    let chosen = try made.chosen
    let sections = try #require(chosen["sections"] as? [[String: Any]])
    #expect(sections.compactMap { $0["section"] as? String } == ["hours", "concentration"])
    #expect((chosen["not_chosen"] as? [String])?.contains("harm") == true)
    let run = await CommandRun(
      words: ["assessment"] + MadeAssessment.lsoa + MadeAssessment.incidents
        + ["--sections", "concentraton", "--output", folder.path("x")])
    #expect(run.status == 64)
    #expect(run.messages.contains("did you mean 'concentration'"), "\(run.messages)")
  }

  @Test("a failure midway leaves nothing, and an earlier assessment stays")
  func failure() async throws {
    let path = folder.path("kept")
    let words =
      ["assessment"] + MadeAssessment.lsoa + MadeAssessment.incidents + ["--output", path]
    let first = await CommandRun(words: words + ["--sections", "hours"])
    #expect(first.status == 0)
    let before = try folder.text("kept/manifest.json")
    // The table of costs is read after the folder was begun, and has no category of these.
    try folder.write(Array("category,value\nPiracy,5\n".utf8), to: "costs.csv")
    let run = await CommandRun(words: words + ["--weights", folder.path("costs.csv"), "--strict"])
    #expect(run.status == 65, "\(run.messages)")
    let after = try folder.text("kept/manifest.json")
    #expect(after == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
    #expect(left == ["costs.csv", "kept"])
  }

  @Test("the file that --init writes runs unchanged and lists the sections that cannot be")
  func initialFile() async throws {
    let file = folder.path("assessment.json5")
    let run = await CommandRun(
      words: ["assessment"] + MadeAssessment.lsoa + MadeAssessment.incidents + ["--init", file])
    #expect(run.status == 0, "\(run.messages)")
    let text = try folder.text("assessment.json5")
    #expect(text.contains("\n    \"concentration\",\n    // \"harm\": no table says"))
    #expect(
      text.contains("\n  \"from\": \"2025-07\",") && text.contains("\n  \"to\": \"2025-12\","))
    #expect(text.contains("category by Victim age in 18,25,35,50"))
    #expect(text.contains("alcohol=Flags like '%alcohol%'"))
    let again = await CommandRun(
      words: ["assessment"] + MadeAssessment.lsoa + MadeAssessment.incidents + ["--init", file])
    #expect(again.status == 73)
    let made = await CommandRun(
      "assessment", "--config", file, "--output", folder.path("made"))
    #expect(made.status == 0, "\(made.messages)")
    let change = try folder.rows("made/change.csv")
    #expect(change.count == 16)
  }
}
