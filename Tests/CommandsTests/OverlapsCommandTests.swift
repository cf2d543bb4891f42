import Foundation
import TestSupport
import Testing

@Suite("Command overlaps")
struct OverlapsCommandTests {
  static let samples = ProjectFolder.path("samples/incidents.csv")

  private let folder = TemporaryFolder()

  @Test("combinations add up to the rows read, and are what the samples hold")
  func combinations() async throws {
    let run = await CommandRun(
      "overlaps", "--incidents", Self.samples, "--set", "alcohol=Flags like '%alcohol%'", "--set",
      "domestic=Flags like '%domestic%'", "--set", "older=`Victim age` >= 65", "--output",
      folder.path("o.csv"), "--totals", folder.path("t.csv"), "--chart", folder.path("o.svg"),
      "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    var expected: [String: Int] = [:]
    var totals = [0, 0, 0]
    for line in try String(contentsOfFile: Self.samples, encoding: .utf8).split(separator: "\n")
      .dropFirst()
    {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let flags = fields[fields.count - 1]
      let isIn = [
        flags.contains("alcohol"), flags.contains("domestic"),
        (Int(fields[fields.count - 2]) ?? 0) >= 65,
      ]
      let names = zip(["alcohol", "domestic", "older"], isIn).filter(\.1).map(\.0)
      expected[names.isEmpty ? "none" : names.joined(separator: " + "), default: 0] += 1
      for set in 0..<3 where isIn[set] { totals[set] += 1 }
    }
    let rows = try folder.rows("o.csv").dropFirst()
    var found: [String: Int] = [:]
    for row in rows { found[row[0]] = Int(row[1]) }
    #expect(found == expected)
    #expect(rows.last?[0] == "none")
    let sets: [String] = try folder.rows("t.csv").map { $0[1] }
    #expect(sets == ["incidents"] + totals.map(String.init))
    let manifest = try folder.object("m.json")
    let choices = try #require(manifest["chosen"] as? [String: Any])
    #expect(choices["sets"] as? [String] == ["alcohol", "domestic", "older"])
    #expect(try folder.text("o.svg").contains("overlap and are not added up"))
  }

  @Test("without files the table is printed, and any number of threads gives the same bytes")
  func printed() async {
    var outputs: Set<String> = []
    for threads in ["1", "3"] {
      let run = await CommandRun(
        "overlaps", "--incidents", Self.samples, "--set", "a=Flags is empty", "--set",
        "b=`Victim age` is empty", "--threads", threads)
      #expect(run.status == 0, "\(run.messages)")
      outputs.insert(run.output)
    }
    #expect(outputs.count == 1 && outputs.first?.contains("a + b") == true)
  }

  @Test(
    "what cannot be asked is refused with what is allowed",
    arguments: [
      (["a=Flags is empty"], "two to eight"),
      (["a=Flags is empty", "a=Flags is empty"], "both called 'a'"),
      (["a=Flags is empty", "none=Flags is empty"], "other than 'none'"),
      (["a=Flags is empty", "b + c=Flags is empty"], "without ' + '"),
      (["a=Flags is empty", "b"], "a name and an expression"),
      (["a=Flags is empty", "b=Flags like"], "--set b: cannot understand"),
    ])
  func refusals(sets: [String], message: String) async {
    let run = await CommandRun(
      words: ["overlaps", "--incidents", Self.samples] + sets.flatMap { ["--set", $0] })
    #expect(run.status == 64)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test("a column that the file lacks is named, with what is like it")
  func unknownColumn() async {
    let run = await CommandRun(
      "overlaps", "--incidents", Self.samples, "--set", "a=Flag is empty", "--set",
      "b=Flags is empty")
    #expect(run.status == 65)
    #expect(run.messages.contains("'Flags'"), "\(run.messages)")
  }
}
