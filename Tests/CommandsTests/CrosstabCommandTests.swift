import Foundation
import TestSupport
import Testing

@Suite("Command crosstab")
struct CrosstabCommandTests {
  static let samples = ProjectFolder.path("samples/incidents.csv")

  private let folder = TemporaryFolder()

  /// Runs the command on the samples, by category and age unless told otherwise.
  private func run(
    _ words: String..., rows: String = "category", across: String = "Victim age"
  ) async -> CommandRun {
    await CommandRun(
      words: ["crosstab", "--incidents", Self.samples, "--rows", rows, "--across", across] + words)
  }

  @Test("cells add up to the rows read, and each is what the samples hold")
  func sums() async throws {
    let run = await run("--bands", "18,25,35,50", "--output", folder.path("t.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.rows("t.csv")
    #expect(
      rows[0]
        == [
          "category", "under 18", "18-24", "25-34", "35-49", "50 and over", "not_recorded", "Total",
        ])
    let totals: [Int] = rows.dropFirst().compactMap { Int($0[7]) }
    #expect(totals.reduce(0, +) == 20_000)

    // The slow obvious way: of quoted fields only the location has commas.
    var expected: [String: Int] = [:]
    for line in try String(contentsOfFile: Self.samples, encoding: .utf8).split(separator: "\n")
      .dropFirst()
    {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let age = Int(fields[fields.count - 2])
      guard fields[1] == "Robbery" else { continue }
      let band = age.map { age in [18, 25, 35, 50].count { $0 <= age } }
      expected[rows[0][1 + (band ?? 5)], default: 0] += 1
    }
    let robbery = try #require(rows.first { $0[0] == "Robbery" })
    for (name, count) in zip(rows[0], robbery).dropFirst().dropLast() {
      #expect(Int(count) == expected[name] ?? 0, "\(name)")
    }
  }

  @Test("the manifest has what was chosen, and the chart its numbers, the same for any threads")
  func files() async throws {
    var digests: Set<[String]> = []
    for threads in ["1", "2", "5"] {
      let run = await run(
        "--percent", "rows", "--threads", threads, "--output", folder.path("t.csv"), "--chart",
        folder.path("t.svg"), "--manifest", folder.path("m.json"), across: "night")
      #expect(run.status == 0, "\(run.messages)")
      digests.insert([try folder.text("t.csv"), try folder.text("t.svg")])
    }
    #expect(digests.count == 1)
    let choices = try #require(folder.object("m.json")["chosen"] as? [String: Any])
    #expect(choices["percent"] as? String == "rows")
    #expect((choices["not_recorded"] as? [String: Any])?["across"] as? Int == 6)
    let rows = try folder.rows("t.csv")
    #expect(rows[0] == ["category", "night", "day", "not_recorded", "Total", "base"])
    let robbery = try #require(rows.first { $0[0] == "Robbery" })
    // Dealt by the sample's maker: 74 of a hundred.
    let share = try #require(Double(robbery[1]))
    #expect(abs(share - 0.74) < 0.01)
    #expect(try folder.text("t.svg").contains("Not recorded: night of 6"))
  }

  @Test("areas stand by code, and only those inside count")
  func areas() async throws {
    let run = await run(
      "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--top", "3,2", "--output",
      folder.path("t.csv"), rows: "area", across: "category")
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.rows("t.csv")
    #expect(rows[0].count == 6 && rows[0][3] == "Other")
    let last: [String] = rows.suffix(2).map { $0[0] }
    #expect(last == ["Other", "not_recorded"])
    let codes: [String] = rows[1...3].map { $0[0] }
    #expect(codes == codes.sorted())
    // GeoPandas counts so many in the three busiest wards; see the tests of the samples.
    let totals: [Int] = rows[1...3].compactMap { Int($0[5]) }
    #expect(totals.sorted() == [1255, 2658, 6977])
  }

  @Test("a column of a name that the command has for itself stands in backquotes")
  func backquotes() async throws {
    let path = try folder.file("rows.csv", "night,Age\nx,1\ny,2\nx,2\n")
    let run = await CommandRun(
      "crosstab", "--incidents", path, "--rows", "`night`", "--across", "Age", "--output",
      folder.path("t.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try folder.text("t.csv")
        == "night,1,2,not_recorded,Total\nx,1,1,0,2\ny,0,1,0,1\nnot_recorded,0,0,0,0\n")
  }

  @Test(
    "what cannot be asked is refused with what is allowed",
    arguments: [
      (["--rows", "category", "--across", "category"], "cannot count 'category' by itself"),
      (["--rows", "category", "--across", "month", "--bands", "1,2"], "neither side is one"),
      (
        ["--rows", "category", "--across", "Victim age", "--bands", "Age=1,2"],
        "--bands names 'Age', which neither"
      ),
      (["--rows", "category", "--across", "Victim age", "--bands", "2,1"], "numbers that rise"),
      (
        [
          "--rows", "category", "--across", "Victim age", "--bands", "1", "--bands", "2",
        ], "--bands is given more than once"
      ),
      (["--rows", "area", "--across", "month"], "--boundaries"),
      (["--rows", "category", "--across", "month", "--top", "0"], "a whole number from 1"),
      (["--rows", "category", "--across", "month", "--night", "26-3"], "26-3"),
    ])
  func refusals(words: [String], message: String) async {
    let run = await CommandRun(words: ["crosstab", "--incidents", Self.samples] + words)
    #expect(run.status == 64)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test("too many columns, too many values and unknown columns are refused with what mends it")
  func data() async {
    let wide = await run(across: "Location")
    #expect(wide.status == 65)
    #expect(wide.messages.contains("at most 200 columns are allowed"), "\(wide.messages)")
    #expect(wide.messages.contains("--top 50,20"))
    let many = await run(rows: "Crime ID", across: "month")
    #expect(many.status == 65)
    #expect(many.messages.contains("more than 10000 different values"), "\(many.messages)")
    let unknown = await run(across: "Victims age")
    #expect(unknown.status == 65)
    #expect(unknown.messages.contains("Victim age"), "\(unknown.messages)")
    let words = await run("--bands", "Location=1,2", rows: "Location", across: "category")
    #expect(words.status == 65)
    #expect(words.messages.contains("none of its values is a number"), "\(words.messages)")
  }
}
