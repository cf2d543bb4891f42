import TestSupport
import Testing

@testable import Commands

@Suite("A column of weights weighs, or is refused")
struct WeightRefusalTests {
  private static let text =
    "id,date,type,Easting,Northing,Harm\n"
    + "1,2025-02-10 10:00,Burglary,530500,180500,7\n2,2025-02-11 11:00,Theft,531500,180700,3\n"

  @Test(
    "commands that count refuse it and name those that weigh",
    arguments: ["areas", "hours", "query", "export", "inspect", "tasking"])
  func refused(command: String) async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      command, Self.text,
      ["--columns", "weight=Harm"] + (command == "inspect" ? [] : ["--output", "@out.csv"]))
    #expect(run.status == 64)
    #expect(
      run.messages.contains(
        """
        cannot use '--columns weight=Harm': this command counts incidents, each for one
          help: hotspots density and hotspots clusters weigh them
        """), "\(run.messages)")
    #expect(try world.names.contains("out.csv") == false)
  }

  @Test("no weights are asked for with an empty name")
  func none() async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "areas", Self.text, ["--columns", "weight=", "--output", "@out.csv"])
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test("a column that could be one is announced by the commands that can weigh alone")
  func announced() async throws {
    let world = try GuardWorld()
    let words = ["--output", "@out.json", "--manifest", "@run.json"]
    let areas = try await world.run("areas", Self.text, words)
    #expect(areas.status == 0, "\(areas.messages)")
    #expect(!areas.messages.contains("Harm") && !areas.messages.contains("weight"))
    let chosen = try #require(try world.folder.object("run.json")["chosen"] as? [String: Any])
    let columns = try #require((chosen["columns"] as? [[String: String]])?.first)
    #expect(columns["weight"] == nil && columns["easting"] == "Easting")
    let clusters = try await world.run(
      "clusters", Self.text, ["--output", "@out.csv", "--max-rejected", "60"])
    #expect(clusters.messages.contains("--columns weight=Harm counts by 'Harm'"))
  }
}
