import Foundation
import TestSupport
import Testing

@Suite("Command assessment, against an earlier one")
struct AssessmentSinceTests {
  private let folder = TemporaryFolder()
  private static let inputs = [
    "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
    ProjectFolder.path("samples/incidents.csv"),
  ]
  private static let costs = ["--unit-costs", ProjectFolder.path("samples/unit-costs.csv")]

  private func make(_ name: String, _ words: [String]) async -> CommandRun {
    await CommandRun(
      words: ["assessment"] + Self.inputs + words + ["--output", folder.path(name)])
  }

  private func since(_ name: String) throws -> [String: Any] {
    let chosen = try #require(
      try folder.object("\(name)/manifest.json")["chosen"] as? [String: Any])
    let sections = try #require(chosen["sections"] as? [[String: Any]])
    return try #require(sections.first { $0["section"] as? String == "since" })
  }

  @Test("figures, leading areas and hotspots are those of both folders' tables")
  func figures() async throws {
    let first = ["--from", "2025-01", "--to", "2025-06"] + Self.costs
    let second = ["--from", "2025-07", "--to", "2025-12"] + Self.costs
    #expect(await make("first", first).status == 0)
    let run = await make("second", second + ["--against-pack", folder.path("first")])
    #expect(run.status == 0, "\(run.messages)")
    func total(_ name: String) throws -> Int {
      try folder.rows("\(name)/areas.csv").dropFirst().reduce(0) { $0 + (Int($1[2]) ?? 0) }
    }
    let (then, now) = (try total("first"), try total("second"))
    let measures = try folder.rows("second/since.csv")
    #expect(measures[0] == ["measure", "earlier", "now", "difference", "percent"])
    #expect(measures[1].prefix(4) == ["incidents", "\(then)", "\(now)", "\(now - then)"])
    // The first half of 2025 has 181 days, the second 184.
    let perDay = measures[2]
    #expect(abs((Double(perDay[1]) ?? 0) - Double(then) / 181) < 1e-6)
    #expect(abs((Double(perDay[2]) ?? 0) - Double(now) / 184) < 1e-6)
    func leading(_ name: String) throws -> Set<String> {
      let rows = try folder.rows("\(name)/areas.csv").dropFirst()
      return Set(rows.filter { (Int($0[4]) ?? 99) <= 10 && (Int($0[2]) ?? 0) >= 10 }.map { $0[0] })
    }
    let areas = try folder.rows("second/since-areas.csv").dropFirst()
    let (led, leads) = (try leading("first"), try leading("second"))
    let came = Set(areas.filter { $0.last == "came" }.map { $0[0] })
    #expect(came == leads.subtracting(led))
    let went = Set(areas.filter { $0.last == "went" }.map { $0[0] })
    #expect(went == led.subtracting(leads))
    let sentences = try #require(since("second")["sentences"] as? [String])
    #expect(sentences[0].contains("184 days"), "\(sentences)")
    #expect(sentences.contains { $0.hasPrefix("Hotspots: ") }, "\(sentences)")
    #expect(sentences.contains { $0.contains("cost £") }, "\(sentences)")
  }

  @Test("settings that differ are said, and the figures that rest on them are not compared")
  func settings() async throws {
    #expect(await make("first", Self.costs).status == 0)
    let run = await make(
      "second", Self.costs + ["--deflator", "1.2", "--against-pack", folder.path("first")])
    #expect(run.status == 0, "\(run.messages)")
    let section = try since("second")
    let leftOut = try #require(section["left_out"] as? [String])
    #expect(leftOut.contains { $0.contains("deflator (1; now 1.2)") }, "\(leftOut)")
    let sentences = try #require(section["sentences"] as? [String])
    #expect(!sentences.contains { $0.contains("cost £") })
  }

  @Test("a tasking pack will do; other folders are refused before anything is read")
  func folders() async throws {
    let pack = await CommandRun(
      words: ["tasking"] + Self.inputs + ["--output", folder.path("pack")])
    #expect(pack.status == 0, "\(pack.messages)")
    let run = await make("second", ["--against-pack", folder.path("pack")])
    #expect(run.status == 0, "\(run.messages)")
    let leftOut = try #require(since("second")["left_out"] as? [String])
    #expect(leftOut.contains { $0.contains("does not say what its figures rest on") })
    let missing = await make("third", ["--against-pack", folder.path("nowhere")])
    #expect(missing.status == 66 && missing.messages.contains("there is no such folder"))
    try FileManager.default.createDirectory(
      atPath: folder.path("other"), withIntermediateDirectories: false)
    let other = await make("third", ["--against-pack", folder.path("other")])
    #expect(other.status == 65, "\(other.messages)")
    #expect(other.messages.contains("no manifest.json of an assessment or a pack"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("third")))
  }
}
