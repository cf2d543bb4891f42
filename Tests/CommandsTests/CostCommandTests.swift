import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite("hotspots cost")
struct CostCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) async throws -> CommandRun {
    let incidents = try folder.file(
      "rows.csv", "Crime type\nTheft\nTheft\nRobbery\n\nArson\n")
    let costs = try folder.file(
      "costs.csv",
      "category,Lost property,Police,total\nTheft,\"£1,000\",0.25,1000\nRobbery,5,6,11\n")
    return await CommandRun(
      words: ["cost", "--incidents", incidents, "--unit-costs", costs] + words)
  }

  @Test("the table has a row for each category by cost, and their sum")
  func table() async throws {
    let groups = try folder.file(
      "groups.csv", "component,group\nPolice,In response\nLost property,As a consequence\n")
    let run = try await run(
      "--components", groups, "--deflator", "1.5", "--output", folder.path("cost.csv"), "--chart",
      folder.path("cost.svg"), "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try folder.text("cost.csv") == """
        category,offences,Lost property,Police,In response,As a consequence,total,share_of_cost,share_of_volume
        Theft,2,3000,1,1,3000,3000,0.994365264,0.666666667
        Robbery,1,8,9,9,8,17,0.00563473649,0.333333333
        Total,3,3008,10,10,3008,3017,1,1

        """)
    #expect(
      run.messages.contains(
        "Theft is 66.7% of 3 costed offences and 99.4% of their cost of £3,017, at the unit costs of "
          + "'costs.csv' times 1.5"))
    #expect(run.messages.contains("1 category of 1 incident has no unit cost: 'Arson' (1)"))
    let manifest = try folder.object("m.json")
    #expect(try folder.text("m.json").contains("\"deflator\": \"1.5\""), "\(manifest.keys)")
    #expect(try folder.text("m.json").contains("costs.csv"))
    let svg = try folder.text("cost.svg")
    for text in ["Cost of offences by category", "As a consequence: £3,008", "£3,000", "66.7%"] {
      #expect(svg.contains(text), "\(text)")
    }
  }

  @Test("without a file to write, the table is printed for people")
  func printed() async throws {
    let run = try await run()
    #expect(run.status == 0 && run.output.contains("Total"), "\(run.messages)")
  }

  @Test("what cannot be is one line, and nothing is written")
  func mistakes() async throws {
    for (words, status, message) in [
      (["--strict"], 65, "'Arson' (1)"),
      (["--deflator", "0"], 64, "'0' is not a number above zero"),
      (["--deflator", "-1"], 64, "a number above zero"),
      (["--components", folder.path("none.csv")], 66, "none.csv"),
      (["--output", "cost.gpkg"], 64, "cost.gpkg"),
      (["--unit-costs", folder.path("none.csv")], 66, "none.csv"),
    ] as [([String], Int32, String)] {
      var run = try await run()
      let costs = words.first == "--unit-costs" ? [] : ["--unit-costs", folder.path("costs.csv")]
      run = await CommandRun(
        words: ["cost", "--incidents", folder.path("rows.csv")] + costs + words
          + (words.first == "--output" ? [] : ["--output", folder.path("no.csv")]))
      #expect(run.status == status, "\(words) \(run.messages)")
      #expect(run.messages.contains(message), "\(words) \(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("no.csv")))
    }
  }
}
