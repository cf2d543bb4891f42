import TestSupport
import Testing

@Suite("Conditions on columns, in every command that reads incidents")
struct ConditionFilterTests {
  private let folder = TemporaryFolder()
  private let boundaries = ProjectFolder.path("boundaries/wards.shp")
  private let incidents = ProjectFolder.path("samples/incidents.csv")

  @Test(
    "rows of one category by a condition give the same file as by the filter of categories",
    arguments: [
      ["areas"], ["hours"], ["concentration"], ["clusters"], ["density", "--cell-size", "200"],
    ])
  func sameFile(words: [String]) async throws {
    let place = words == ["hours"] ? [] : ["--boundaries", boundaries]
    let filters = ["a": ["--where", "`Crime type` = 'robbery'"], "b": ["--category", "Robbery"]]
    for (name, filter) in filters {
      let run = await CommandRun(
        words: words + ["--incidents", incidents] + place + filter
          + ["--output", folder.path("\(name).csv")])
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains(name == "a" ? "19,500 where" : "19,500 category"))
    }
    // By a condition there are columns of other categories too, of nothing but noughts.
    let width = words == ["areas"] ? 6 : 100
    let rows = try ["a.csv", "b.csv"].map { try folder.rows($0).map { $0.prefix(width) } }
    #expect(rows[0] == rows[1] && rows[0].count > 1)
  }

  @Test("the map and the manifest say the condition, and a mistake in it is told with its place")
  func said() async throws {
    let words = ["areas", "--boundaries", boundaries, "--incidents", incidents]
    let run = await CommandRun(
      words: words + [
        "--where", "category = 'Robbery' and Location like '%Place'", "--map", folder.path("a.svg"),
        "--manifest", folder.path("a.json"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    let condition = "category = 'Robbery' and Location like '%Place'"
    #expect(try folder.text("a.svg").contains("rows where \(condition)"))
    let chosen = try folder.object("a.json")["chosen"] as? [String: Any]
    #expect(chosen?["where"] as? String == condition)
    let column = await CommandRun(
      words: words + ["--where", "Crime = 'Robbery'", "--output", folder.path("b.csv")])
    #expect(column.status == 65 && column.messages.contains("'Crime'"))
    let syntax = await CommandRun(
      words: words + ["--where", "category = ", "--output", folder.path("b.csv")])
    #expect(syntax.status == 64)
  }
}
