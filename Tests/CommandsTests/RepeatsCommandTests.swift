import Foundation
import TestSupport
import Testing

@Suite("Command repeats")
struct RepeatsCommandTests {
  static let people = ProjectFolder.path("samples/people.csv")
  static let lsoa = ProjectFolder.path("boundaries/lsoa.shp")

  private let folder = TemporaryFolder()

  @Test(
    "victims: bands add up to the rows, the list is ranked, and nobody is named unless asked for")
  func victims() async throws {
    let run = await CommandRun(
      "repeats", "--incidents", Self.people, "--by", "Victim", "--trigger", "3/6months", "--output",
      folder.path("r.csv"), "--worklist", folder.path("w.csv"), "--chart", folder.path("r.svg"),
      "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.rows("r.csv")
    #expect(rows[0] == ["band", "units", "unit_share", "incidents", "incident_share"])
    #expect(rows.dropFirst().map { $0[0] } == ["1", "2", "3-5", "6-9", "10+", "not_recorded"])
    #expect(rows.dropFirst().reduce(0) { $0 + (Int($1[3]) ?? 0) } == 2_946)
    #expect(rows[6] == ["not_recorded", "", "", "52", ""])
    let list = try folder.rows("w.csv")
    #expect(
      list[0].prefix(7) == [
        "rank", "unit", "incidents", "first", "last", "days_since_last", "triggered",
      ])
    #expect(list.count == 347)
    #expect(
      list[1].prefix(7) == ["1", "1", "13", "2025-01-02", "2025-12-05", "26", "2025-03-25"])
    let manifest = try folder.object("m.json")
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    #expect(chosen["not_recorded"] as? Int == 52 && chosen["triggered_units"] as? Int == 52)
    #expect(chosen["trigger"] as? String == "3/6months")
    // No reference of anybody in any file or message.
    for text in [
      run.messages, try folder.text("w.csv"), try folder.text("r.svg"), try folder.text("m.json"),
    ] {
      #expect(!text.contains(try Regex("[VS][0-9]{5}")))
    }
    let shown = await CommandRun(
      "repeats", "--incidents", Self.people, "--by", "Victim", "--show-units", "--top", "2",
      "--worklist", folder.path("s.csv"))
    #expect(shown.status == 0, "\(shown.messages)")
    #expect(try folder.rows("s.csv").dropFirst().map { $0[1] } == ["V63060", "V49331"])
  }

  @Test("locations: tables in every format, points, and a map; threads change no byte")
  func locations() async throws {
    var outputs: Set<[String]> = []
    for threads in ["1", "3"] {
      let run = await CommandRun(
        "repeats", "--boundaries", Self.lsoa, "--incidents", Self.people, "--within", "60",
        "--trigger", "5/3months", "--threads", threads, "--worklist", folder.path("w.geojson"),
        "--map", folder.path("m.svg"), "--output", folder.path("r.json"))
      #expect(run.status == 0, "\(run.messages)")
      outputs.insert(try ["w.geojson", "m.svg", "r.json"].map(folder.text))
    }
    #expect(outputs.count == 1)
    let points = try folder.object("w.geojson")
    let features = try #require(points["features"] as? [[String: Any]])
    let first = try #require(features.first)
    let geometry = try #require(first["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "Point")
    let map = try folder.text("m.svg")
    #expect(map.contains("Repeat locations") && map.contains("met 5 incidents within 3 months"))
    for format in ["xlsx", "txt", "json", "gpkg", "kml"] {
      let run = await CommandRun(
        "repeats", "--incidents", Self.people, "--worklist", folder.path("w.\(format)"))
      #expect(run.status == 0, "\(format): \(run.messages)")
    }
  }

  @Test("without files the table is printed, and --hours and --where hold")
  func printed() async {
    let run = await CommandRun("repeats", "--incidents", Self.people, "--by", "Suspect")
    #expect(run.status == 0 && run.output.contains("not_recorded"), "\(run.messages)")
    let night = await CommandRun(
      "repeats", "--incidents", Self.people, "--by", "Suspect", "--hours", "22-02", "--where",
      "`Crime type` = 'Robbery'")
    #expect(night.status == 0, "\(night.messages)")
    #expect(night.messages.contains("could have happened in the hours counts whole"))
  }

  @Test(
    "what cannot be asked is refused with what is allowed",
    arguments: [
      (["--bands", "1,2"], "must be open"), (["--bands", "2+"], "must begin with 1"),
      (["--trigger", "3in6"], "such as 3/6months"),
      (["--trigger", "1/6months"], "a number from 2"),
      (["--by", "Victim", "--within", "20"], "--within"), (["--within", "0.5"], "from 1 to 10000"),
      (["--by", "Victim", "--and", "Victim"], "two different things"),
      (["--worklist", "w.pdf"], ".csv"), (["--show-units"], "--worklist"),
      (["--by", "Victim", "--map", "m.svg"], "--boundaries"),
      (["--weights", "w.csv"], "hotspots clusters --weights"),
    ])
  func refusals(words: [String], message: String) async {
    let run = await CommandRun(words: ["repeats", "--incidents", Self.people] + words)
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test("a column that the file lacks is named, with what is like it")
  func unknownColumn() async {
    let run = await CommandRun("repeats", "--incidents", Self.people, "--by", "Victims")
    #expect(run.status == 65)
    #expect(run.messages.contains("'Victims'") && run.messages.contains("Victim"))
  }
}
