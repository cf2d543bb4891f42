import Foundation
import TestSupport
import Testing

@testable import Commands

/// Tables as people have them, through the program; the right values are those of the cases' README
/// and of counting by eye.
@Suite(
  "Cases of tables and encodings",
  .enabled(if: FileManager.default.fileExists(atPath: SharedData.path("cases/csv")), "no cases"))
struct TableCasesTests {
  private let folder = TemporaryFolder()

  private func areas(_ words: String...) async throws -> (run: CommandRun, table: [String]) {
    let run = await CommandRun(
      words: ["areas", "--output", folder.path("a.csv")] + words)
    guard run.status == 0 else { return (run, []) }
    let lines = try folder.text("a.csv").split(separator: "\n").map(String.init)
    return (
      run, lines.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
    )
  }

  private static let base = SharedData.path("cases/base/areas.shp")

  @Test(
    "every table counts what it holds",
    arguments: [
      ("a_metadata", "3 rows read: 3 assigned", "header in line 5", [2, 1]),
      ("c_totals", "5 rows read: 3 assigned, 2 filtered", "1 totals row", [2, 1]),
      ("trailing_delim", "2 rows read: 2 assigned", "", [1, 1]),
    ])
  func tables(name: String, rows: String, words: String, counts: [Int]) async throws {
    let found = try await areas(
      "--boundaries", Self.base, "--incidents", SharedData.path("cases/csv/\(name).csv"))
    #expect(found.run.status == 0, "\(found.run.messages)")
    #expect(found.run.messages.contains(rows), "\(found.run.messages)")
    #expect(words.isEmpty || found.run.messages.contains(words), "\(found.run.messages)")
    let all = counts + [0, 0]
    #expect(
      found.table == zip(["A1", "A2", "A3", "A4"], all).map { "\($0),Ward \($0),\($1)" })
  }

  @Test("a line that is no header is refused with 65")
  func wrongLine() async throws {
    let file = SharedData.path("cases/csv/a_metadata.csv")
    for (line, words) in [
      ("1", "found the columns 'Crime report extract'"), ("4", "line 4 was to be the header"),
      ("6", "holds values in place of names"), ("99", "there are 8"),
    ] {
      let found = try await areas(
        "--boundaries", Self.base, "--incidents", file, "--header-row", line)
      #expect(found.run.status == 65)
      #expect(found.run.messages.contains(words), "\(found.run.messages)")
      #expect(found.run.messages.contains("--header-row"))
    }
    let right = try await areas(
      "--boundaries", Self.base, "--incidents", file, "--header-row", "5")
    #expect(right.run.status == 0 && right.table[0] == "A1,Ward A1,2")
    #expect(
      try await areas("--boundaries", Self.base, "--incidents", file, "--header-row", "0").run
        .status == 64)
  }

  @Test("text that is plainly UTF-8 is read so, with a warning, whatever the .cpg says")
  func encoding() async throws {
    let found = try await areas(
      "--boundaries", SharedData.path("cases/encoding/enc_utf8_cpg1252.shp"), "--incidents",
      SharedData.path("cases/csv/a_metadata.csv"))
    #expect(found.table == ["A1,Crëuddyn Café,2", "A2,Ward 2,1"])
    #expect(found.run.messages.contains("warning") && found.run.messages.contains("UTF-8"))
  }
}
