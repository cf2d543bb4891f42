import TestSupport
import Testing

@Suite("Columns whose name others have")
struct RepeatedColumnTests {
  private let folder = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")
  private let text = "id,Notes,easting,northing,Notes,id\na,n,455686,245856,m,b\n"

  private func run(_ words: String...) async throws -> CommandRun {
    let incidents = try folder.file("in.csv", text)
    return await CommandRun(
      words: words + ["--incidents", incidents, "--output", folder.path("out.csv")])
  }

  @Test("two references do not keep incidents from being counted")
  func unused() async throws {
    let run = try await run("areas", "--boundaries", wards)
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test("a reference that is written is refused in one line, and left out on demand")
  func used() async throws {
    let run = try await run("export")
    #expect(run.status == 65 && run.messages.contains("cannot use column 'id'"))
    let without = try await self.run("export", "--columns", "id=")
    #expect(without.status == 0, "\(without.messages)")
    #expect(try folder.rows("out.csv") == [["easting", "northing"], ["455686", "245856"]])
  }

  @Test("columns of one name are all kept, or none can be named")
  func kept() async throws {
    let all = try await run("export", "--columns", "id=", "--keep", "all")
    #expect(all.status == 0, "\(all.messages)")
    #expect(
      try folder.rows("out.csv") == [
        ["id", "Notes", "Notes_2", "id_2", "easting", "northing"],
        ["a", "n", "m", "b", "455686", "245856"],
      ])
    let named = try await run("export", "--columns", "id=", "--keep", "notes")
    #expect(named.status == 65 && named.messages.contains("cannot use column 'Notes'"))
  }

  @Test("of a table of values neither the values nor the codes may be in two columns")
  func values() async throws {
    for header in ["code,v,v", "code,v,code"] {
      let values = try folder.file("v.csv", "\(header)\nE05000001,1,2\n")
      let run = await CommandRun(
        "clusters", "--boundaries", wards, "--values", values, "--value-field", "v",
        "--values-code-field", "code", "--output", folder.path("c.csv"))
      #expect(run.status == 65 && run.messages.contains("more than once"), "\(run.messages)")
    }
  }
}
