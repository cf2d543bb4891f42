import TestSupport
import Testing

@testable import Commands

@Suite("Suggestions for mistyped values")
struct ValueSuggestionsTests {
  private let home = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")
  private let incidents = ProjectFolder.path("samples/incidents.csv")

  private func message(_ words: [String]) async -> String {
    await CommandRun(words: words + ["--quiet"]).messages
  }

  @Test(
    "a mistyped value is answered with the nearest",
    arguments: [
      (["--category", "Burglry"], "did you mean 'Burglary'?"),
      (["--exclude-category", "Robery"], "did you mean 'Robbery'?"),
      (["--study-area", "WD22NM=Candelmarket"], "did you mean 'Candlemarket'?"),
      (["--study-area", "WD22MN=Candlemarket"], "did you mean 'WD22NM'?"),
      (["--study-area", "WD22NM=Zzzzzzzz"], "the values of WD22NM are: 'Candlemarket', '"),
      (["--code-field", "WD22DC"], "did you mean 'WD22CD'?"),
      (["--name-field", "WD22MN"], "did you mean 'WD22NM'?"),
      (["--columns", "category=Crimetyp"], "did you mean 'Crime type'?"),
      (["--columns", "start=From,categry=Crime type"], "did you mean 'category'?"),
      (["--unique", "Crime_I"], "did you mean 'Crime ID'?"),
    ])
  func values(words: [String], expected: String) async {
    let run = await message(
      ["areas", "--boundaries", wards, "--incidents", incidents, "--output", home.path("a.csv")]
        + words)
    #expect(run.contains(expected), "\(run)")
  }

  @Test(
    "areas and columns of a query too",
    arguments: [
      (["--area", "Candelmarket", "--count", "all"], "did you mean 'Candlemarket'?"),
      (["--area", "Zzzzzzzz", "--count", "all"], "the areas are: '"),
      (["--area", "Quillgate", "--count", "categry"], "did you mean 'category'?"),
      (
        ["--area", "Quillgate", "--count", "all", "--where", "Locaton = 'x'"],
        "did you mean 'Location'?"
      ),
    ])
  func query(words: [String], expected: String) async {
    let run = await message(["query", "--boundaries", wards, "--incidents", incidents] + words)
    #expect(run.contains(expected), "\(run)")
  }

  @Test("columns of values are suggested, and those that there are listed")
  func areaValues() async throws {
    let path = try home.file("v.csv", "WD22CD,households\nE05999009,100\n")
    for (words, expected) in [
      (["--value-field", "housholds"], "did you mean 'households'?"),
      (["--value-field", "households", "--values-code-field", "WD22DC"], "did you mean 'WD22CD'?"),
    ] {
      let run = await message(
        ["clusters", "--boundaries", wards, "--values", path, "--output", home.path("c.csv")]
          + words)
      #expect(run.contains(expected), "\(run)")
    }
  }
}
