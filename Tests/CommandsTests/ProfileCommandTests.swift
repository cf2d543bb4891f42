import Foundation
import TestSupport
import Testing

@Suite("The command profile")
struct ProfileCommandTests {
  private static let samples = [
    "profile", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--incidents",
    ProjectFolder.path("samples/incidents.csv"),
  ]

  @Test("the three tables agree with each other and with what is assigned")
  func tables() async throws {
    let folder = TemporaryFolder()
    let people = try folder.file(
      "people.csv",
      "code,residents\n"
        + (1...18).map { "E059990\($0 < 10 ? "0" : "")\($0),\(1000 * $0)\n" }.joined())
    let run = await CommandRun(
      words: Self.samples + [
        "--weights", ProjectFolder.path("samples/weights.csv"), "--weights-name", "harm",
        "--population", people, "--population-field",
        "residents", "--output", folder.path("p.json"), "--long", folder.path("long.json"),
        "--nights", folder.path("nights.json"), "--manifest", folder.path("manifest.json"),
      ])
    guard run.status == 0 else {
      Issue.record("\(run.messages)")
      return
    }
    let (areas, long, nights) = (
      try folder.objects("p.json"), try folder.objects("long.json"),
      try folder.objects("nights.json")
    )
    let manifest = try folder.object("manifest.json")
    let found = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    let assigned = try #require(found["assigned"] as? Int)
    func sum(_ rows: [[String: Any]], _ column: String) -> Double {
      rows.reduce(0) { $0 + ($1[column] as? Double ?? 0) }
    }
    #expect(areas.count == 18 && long.count == 18 * 14 && nights.count == long.count)
    #expect(
      sum(areas, "incidents") == Double(assigned) && sum(long, "incidents") == Double(assigned))
    #expect(abs(sum(areas, "weight_share") - 1) < 1e-9)
    for area in areas {
      let own = long.filter { $0["code"] as? String == area["code"] as? String }
      #expect(sum(own, "incidents") == area["incidents"] as? Double)
      #expect(abs(sum(own, "share") - 1) < 1e-9)
      let night = nights.filter { $0["code"] as? String == area["code"] as? String }
      let share = sum(night, "night_expected") / sum(night, "incidents")
      #expect(abs(share - (area["night_share"] as? Double ?? 0)) < 1e-9)
      #expect(abs(sum(night, "share_of_night") - 1) < 1e-9)
      // What is over-represented follows from the long table.
      let over = own.filter {
        ($0["lq_low"] as? Double ?? 0) > 1 && ($0["incidents"] as? Int ?? 0) >= 10
      }.sorted { ($0["lq"] as? Double ?? 0) > ($1["lq"] as? Double ?? 0) }
      let names = over.compactMap { $0["category"] as? String }.joined(separator: "; ")
      #expect(names == area["over_represented"] as? String ?? "")
    }
  }

  @Test("a comparison names its period, and one that the files do not cover is refused")
  func against() async throws {
    let halves = ["--from", "2025-07", "--to", "2025-12"]
    let run = await CommandRun(
      words: Self.samples + halves + ["--against", "before", "--output", "-"])
    #expect(run.status == 0)
    #expect(run.messages.contains("evidence: none of change in 16 of 18 wards"))
    let missing = await CommandRun(
      words: Self.samples + halves + ["--against", "year-before", "--output", "-"])
    #expect(missing.status == 65 && missing.output.isEmpty)
    let without = await CommandRun(words: Self.samples + ["--against", "before"])
    #expect(without.status == 64)
  }

  @Test("pages and a manifest of their own stand in a folder, which keeps what is no page of it")
  func pages() async throws {
    let folder = TemporaryFolder()
    let words = Self.samples + ["--pages", folder.path("wards"), "--marking", "OFFICIAL"]
    let run = await CommandRun(words: words + ["--manifest", folder.path("m.json")])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("wards"))
    #expect(
      names.count == 20 && names.contains("E05999009.html") && names.contains("manifest.json"))
    for file in ["wards/manifest.json", "m.json"] {
      let record = try folder.object(file)
      let outputs = record["outputs"] as? [[String: Any]] ?? []
      #expect(outputs.count { ($0["path"] as? String)?.hasSuffix(".html") == true } == 19)
      #expect(outputs.allSatisfy { $0["sha256"] is String })
      let inputs = record["inputs"] as? [[String: Any]] ?? []
      #expect(inputs.contains { $0["sha256"] is String })
    }
    let again = await CommandRun(words: words)
    #expect(again.status == 0)
    _ = try folder.file("wards/notes.txt", "mine")
    let refused = await CommandRun(words: words)
    #expect(refused.status == 73 && refused.messages.contains("notes.txt"))
    #expect(try folder.text("wards/notes.txt") == "mine")
  }

  @Test("a column that tells no homes is refused with the option that names another")
  func residents() async throws {
    let run = await CommandRun(
      words: Self.samples + ["--resident-column", "Crime type", "--output", "-"])
    #expect(run.status == 65)
    #expect(run.messages.contains("cannot tell residents by the column 'Crime type'"))
    #expect(run.messages.contains("--resident-column"))
  }
}
