import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Packs from a file of options")
struct TaskingConfigurationTests {
  private let home = TemporaryFolder()
  private let sample = ProjectFolder.path("samples/incidents.csv")
  private let lsoa = ProjectFolder.path("boundaries/lsoa.shp")

  private func manifest(_ pack: String) throws -> String {
    try home.text("\(pack)/manifest.json").replacing("/\(pack)/", with: "/pack/")
  }

  @Test("a file means the same as the command line, to the last byte of the manifest")
  func same() async throws {
    let typed = await CommandRun(
      "tasking", "--incidents", sample, "--boundaries", lsoa, "--category", "Drugs", "--category",
      "Burglary", "--from", "2023-05", "--marking", "OFFICIAL", "--strict", "--output",
      home.path("typed"))
    #expect(typed.status == 0, "\(typed.messages)")
    let file = try home.file(
      "pack.json",
      """
      // The month's pack.
      {
        incidents: '\(sample)', "boundaries": ["\(lsoa)"],
        category: ["Drugs", "Burglary",], from: "2023-05", marking: "OFFICIAL", strict: true,
        output: "filed", /* beside this file */
      }
      """)
    let filed = await CommandRun("tasking", "--config", file)
    #expect(filed.status == 0, "\(filed.messages)")
    #expect(
      try manifest("typed").replacing("\(home.path("typed"))\"", with: "x\"")
        == manifest("filed").replacing("\(home.path("filed"))\"", with: "x\""))
  }

  @Test("command-line options take precedence over the file, and the manifest has what resulted")
  func typedWins() async throws {
    let file = try home.file(
      "pack.json",
      "{ incidents: '\(sample)', boundaries: '\(lsoa)', title: 'Filed', output: 'pack' }")
    let run = await CommandRun("tasking", "--config", file, "--title", "Typed")
    #expect(run.status == 0, "\(run.messages)")
    let options = try home.object("pack/manifest.json")["options"] as? [String: Any]
    #expect(options?["title"] as? String == "Typed")
    #expect(options?["output"] as? String == home.path("pack"))
    #expect(try home.text("pack/index.html").contains("<h1>Typed</h1>"))
  }

  @Test("an unknown name and a wrong kind are one line with the place, and status 64")
  func mistakes() async throws {
    for (text, expected) in [
      ("{\n incident: 'a' }", "pack.json:2: unknown option 'incident'; did you mean 'incidents'?"),
      ("{ boundaries: 3,\n strict: 1 }", "pack.json:2: 'strict' is a number, true or false is"),
      (
        "{ incidents: 'a', boundaries: 'b', output: 'c',\n from: 'May' }",
        "pack.json:2: cannot use '--from May': 'May' is not a day"
      ),
    ] {
      let run = await CommandRun("tasking", "--config", try home.file("pack.json", text))
      #expect(run.status == 64, "\(run.messages)")
      #expect(
        run.messages.hasPrefix("hotspots: error: \(home.path(""))/\(expected)"), "\(run.messages)")
    }
  }

  @Test("a file made by --init runs as it is, and gives the pack of the same options")
  func initialFile() async throws {
    try FileManager.default.createDirectory(
      atPath: home.path("packs"), withIntermediateDirectories: false)
    let file = home.path("packs/pack.json")
    let made = await CommandRun(
      "tasking", "--init", file, "--incidents", sample, "--boundaries", lsoa,
      "--exclude-category", "Drugs")
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.messages.contains("hotspots tasking --config \(file)"))
    let text = try home.text("packs/pack.json")
    for expected in [
      "\n  \"incidents\": [\"\(sample)\"],\n", "\n  \"exclude-category\": [\"Drugs\"],\n",
      "\n  \"output\": \"pack\",\n", "\n  // \"code-field\": \"LSOA21CD\",\n",
      "20,000 rows", "\"Theft from the person\"", "\n  // \"dry-run\"",
    ] {
      #expect(text.contains(expected) == (expected != "\n  // \"dry-run\""), "\(expected)")
    }
    let filed = await CommandRun("tasking", "--config", file)
    #expect(filed.status == 0, "\(filed.messages)")
    let typed = await CommandRun(
      "tasking", "--incidents", sample, "--boundaries", lsoa, "--exclude-category", "Drugs",
      "--output", home.path("typed"))
    #expect(typed.status == 0, "\(typed.messages)")
    #expect(try home.read("packs/pack/areas.csv") == home.read("typed/areas.csv"))
  }

  @Test("every option that --init leaves in a comment is one that the file may hold")
  func comments() async throws {
    let file = home.path("pack.json")
    let made = await CommandRun(
      "tasking", "--init", file, "--incidents", sample, "--boundaries", lsoa)
    #expect(made.status == 0, "\(made.messages)")
    let text = try home.text("pack.json").replacing("  // \"", with: "  \"")
      .replacing("  //   \"", with: "    \"").replacing("  // ]", with: "  ]")
    let run = await CommandRun("tasking", "--config", try home.file("all.json", text))
    // All are known and of the right kind; some exclude one another, or hold a placeholder.
    #expect(run.status == 64)
    #expect(!run.messages.contains("unknown option"), "\(run.messages)")
    #expect(!run.messages.contains("is allowed"), "\(run.messages)")
  }

  @Test("--init leaves an existing file alone, with status 73")
  func existing() async throws {
    let file = try home.file("pack.json", "mine")
    let run = await CommandRun(
      "tasking", "--init", file, "--incidents", sample, "--boundaries", lsoa)
    #expect(run.status == 73)
    #expect(run.messages.contains("a file of this name exists"))
    #expect(try home.text("pack.json") == "mine")
  }

  @Test("a dry run says what would be read, computed and written, and writes nothing")
  func dryRun() async throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: home.path(""))
    let words = [
      "tasking", "--incidents", sample, "--boundaries", lsoa, "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--output", home.path("pack"),
    ]
    let run = await CommandRun(words: words + ["--dry-run"])
    #expect(run.status == 0, "\(run.messages)")
    // Where the lines break depends on how long the paths are.
    let unbroken = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for expected in [
      "about 19,", "128 areas", "MiB at most", "areas-wards.geojson", "hours.csv",
      "which is new", " cells of ",
    ] {
      #expect(unbroken.contains(expected), "\(expected) in \(run.output)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path("")) == before)
    // The oracle of the list is what is then made.
    let made = await CommandRun(words: words)
    #expect(made.status == 0, "\(made.messages)")
    let list = run.output.split(separator: "  files").last ?? ""
    let named = Set(list.split { $0.isWhitespace || $0 == "," }.map(String.init))
    let written = try FileManager.default.subpathsOfDirectory(atPath: home.path("pack"))
      .filter { $0.contains(".") }
    // How many hotspots there will be is not known before.
    let patterns = written.map { $0.replacing(/^hotspots\/\d+\.svg$/, with: "hotspots/<n>.svg") }
    #expect(named == Set(patterns))
  }

  @Test("a dry run refuses what the run would refuse")
  func dryRefusal() async throws {
    let run = await CommandRun(
      "tasking", "--incidents", sample, "--boundaries", lsoa, "--output",
      home.path("none/pack"), "--dry-run")
    #expect(run.status == 73)
    #expect(run.messages.contains("the folder around it does not exist"))
    let both = await CommandRun(
      "tasking", "--incidents", sample, "--boundaries", lsoa, "--dry-run", "--init", "x")
    #expect(both.status == 64)
  }

  @Test("a path is written from the folder of the file")
  func relativePaths() {
    #expect(PathWords.relative("data/a.csv", toFolderOf: "packs/pack.json") == "../data/a.csv")
    #expect(PathWords.relative("packs/a.csv", toFolderOf: "packs/pack.json") == "a.csv")
    #expect(PathWords.relative("./a.csv", toFolderOf: "x/../pack.json") == "a.csv")
    #expect(PathWords.relative("/data/a.csv", toFolderOf: "packs/pack.json") == "/data/a.csv")
    #expect(PathWords.relative("-", toFolderOf: "packs/pack.json") == "-")
    let here = FileManager.default.currentDirectoryPath
    #expect(PathWords.relative("a.csv", toFolderOf: "\(here)/x/y/pack.json") == "../../a.csv")
  }
}
