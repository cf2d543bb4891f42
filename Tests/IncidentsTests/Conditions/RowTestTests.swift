import Foundation
import Statistics
import Tables
import TestSupport
import Testing

@testable import Incidents

/// Gathers the rows that are selected, by the number in their first column.
private struct Gatherer: IncidentConsumer {
  private var ids: [Int] = []
  private let copier: RowCopier

  init(_ copier: RowCopier) { self.copier = copier }

  mutating func consume(_ table: inout IncidentTable) {
    var unreadable = UnreadableTimes()
    let rows = copier.rows(
      (0..<Int32(table.count)).map { $0 }, of: table, unreadable: &unreadable)
    for row in 0..<rows.rowCount {
      ids.append(Int(String(decoding: rows.field(0, ofRow: row), as: UTF8.self)) ?? -1)
    }
  }

  func finish() -> [Int] { ids }
}

@Suite("Rows that a condition admits")
struct RowTestTests {
  private static let file = #"""
    id,Crime type,Outcome,Speed,Note
    1,Robbery,Under investigation,30,plain
    2,ROBBERY,under investigation ,30.0,"quoted, with a comma"
    3,Burglary,,abc,"say ""hello"""
    4,"Theft",Closed,-5,"  "
    5,Çalıntı,Überfall,1e2,100% sure
    6,Öffentlich,überfall,,"Ende"

    """#

  private func ids(_ expression: String, file: String = file) async throws -> [Int] {
    let folder = TemporaryFolder()
    try folder.write(file.utf8, to: "a.csv")
    return try await ids(expression, path: folder.path("a.csv"), threads: 1)
  }

  private func ids(_ expression: String, path: String, threads: Int) async throws -> [Int] {
    let source = try IncidentSource(path: path)
    var request = IncidentRequest(coordinates: false)
    request.keepsRows = true
    request.tests = [
      try RowTest(Condition(expression), columns: source.columns, path: path)
    ]
    let copier = RowCopier(
      [source], contents: [[.field(0)]], rules: .utc, timeStyle: .asWritten)
    let outcome = try await IncidentStream(sources: [source], request: request, threads: threads)
      .run { Gatherer(copier) }
    let found = outcome.shares.flatMap(\.result).sorted()
    #expect(outcome.tally[.condition] == outcome.tally.read - found.count)
    return found
  }

  static let cases: [(String, [Int])] = [
    // Letter case and blanks do not matter, in names and in text.
    ("OUTCOME = 'Under Investigation'", [1, 2]), ("`crime type` = \"robbery\"", [1, 2]),
    ("outcome = 'ÜBERFALL'", [5, 6]), ("`crime type` = 'öffentlich'", [6]),
    ("outcome != 'Under investigation'", [3, 4, 5, 6]),
    // What a column serves for is a name too.
    ("category = 'theft'", [4]), ("id = 3", [3]),
    // Numbers.
    ("speed = 30", [1, 2]), ("speed != 30", [4, 5]), ("speed < 0", [4]),
    ("speed >= 30", [1, 2, 5]),
    ("speed = '30'", [1]), ("speed in (30, 'ABC')", [1, 2, 3]), ("not speed >= 30", [3, 4, 6]),
    ("speed > 30", [5]), ("speed <= -5", [4]),
    // Text in order.
    ("`Crime type` < 'robbery'", [3]), ("`Crime type` >= 'theft'", [4, 5, 6]),
    // Patterns.
    ("note like '%comma'", [2]), ("note like 'say \"hello\"'", [3]), ("note like '%HELLO%'", [3]),
    ("note like 'p%a%n'", [1]), ("note like '%'", [1, 2, 3, 4, 5, 6]), ("note like ''", [4]),
    ("outcome like '%über%'", [5, 6]), ("note like 'plain%plain'", []), ("note like '%n%n%'", []),
    ("`crime type` like 'r%y'", [1, 2]), ("note not like '%a%'", [4, 5, 6]),
    // Emptiness.
    ("outcome is empty", [3]), ("note is empty", [4]), ("speed is not empty", [1, 2, 3, 4, 5]),
    ("outcome = ''", [3]),
    // Together.
    (
      "speed = 30 and not outcome = 'closed' or `crime type` in ('theft','burglary')", [1, 2, 3, 4]
    ),
  ]

  @Test("each form admits the rows it should", arguments: cases)
  func forms(expression: String, expected: [Int]) async throws {
    #expect(try await ids(expression) == expected, "\(expression)")
  }

  @Test("files in Windows-1252 are compared as what they mean")
  func windows() async throws {
    let folder = TemporaryFolder()
    try folder.write(
      Array("id,place\n1,Caf".utf8) + [0xe9] + Array("\n2,Cafe\n".utf8), to: "a.csv")
    #expect(try await ids("place = 'CAFÉ'", path: folder.path("a.csv"), threads: 1) == [1])
  }

  @Test("an unknown column is an error that names those like it")
  func unknown() async throws {
    let columns = try IncidentColumns(header: ["id", "Crime type", "Note"], path: "a.csv")
    #expect(
      throws: ConditionError.unknownColumn(
        path: "a.csv", name: "type", near: ["Crime type"], header: ["id", "Crime type", "Note"])
    ) {
      try RowTest(Condition("type = 'x'"), columns: columns, path: "a.csv")
    }
    await #expect(throws: ConditionError.self) {
      try await ids("note = 'x'", file: "id,Note,NOTE\n1,a,b\n")
    }
    #expect(try await ids("NOTE = 'b'", file: "id,Note,NOTE\n1,a,b\n") == [1])
  }

  @Test("random conditions agree with their meaning on random rows", arguments: 0..<10)
  func meaning(seed: Int) async throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let words = ["red", "Red", "green", "", "12", "7.5", "blue sky", "GREEN"]
    func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    let rows = (0..<200).map { _ in [words[below(8)], words[below(8)]] }
    var text = "id,a,b\n"
    for (number, row) in rows.enumerated() { text += "\(number),\(row[0]),\(row[1])\n" }
    let folder = TemporaryFolder()
    try folder.write(text.utf8, to: "a.csv")

    func make(_ depth: Int) -> (text: String, test: ([String]) -> Bool) {
      if depth > 0 && below(3) > 0 {
        let (first, second) = (make(depth - 1), make(depth - 1))
        switch below(3) {
        case 0: return ("(\(first.text) and \(second.text))", { first.test($0) && second.test($0) })
        case 1: return ("(\(first.text) or \(second.text))", { first.test($0) || second.test($0) })
        default: return ("not (\(first.text))", { !first.test($0) })
        }
      }
      let column = below(2)
      let name = ["a", "b"][column]
      switch below(4) {
      case 0:
        let word = words[below(8)]
        return ("\(name) = '\(word)'", { $0[column].lowercased() == word.lowercased() })
      case 1: return ("\(name) is empty", { $0[column].isEmpty })
      case 2: return ("\(name) > 8", { Double($0[column]).map { $0 > 8 } ?? false })
      default:
        return ("\(name) like '%e%'", { $0[column].lowercased().contains("e") })
      }
    }
    let condition = make(4)
    let expected = rows.indices.filter { condition.test(rows[$0]) }
    #expect(
      try await ids(condition.text, path: folder.path("a.csv"), threads: 2) == expected,
      "\(condition.text)")
  }
}
