import TestSupport
import Testing

@testable import Incidents

/// Keeps every batch.
private struct Keeper: IncidentConsumer {
  var tables: [IncidentTable] = []
  mutating func consume(_ table: inout IncidentTable) { tables.append(table) }
  func finish() -> [IncidentTable] { tables }
}

@Suite("Columns that only some methods ask for")
struct IncidentTableTests {
  private func read(
    _ text: String, _ change: (inout IncidentRequest) -> Void
  ) async throws -> (tables: [IncidentTable], tally: RowTally) {
    let folder = TemporaryFolder()
    try folder.write(text.utf8, to: "incidents.csv")
    let source = try IncidentSource(path: folder.path("incidents.csv"))
    var request = IncidentRequest(category: true)
    change(&request)
    let stream = IncidentStream(sources: [source], request: request, threads: 1)
    let outcome = try await stream.run { Keeper() }
    return (outcome.shares.flatMap(\.result), outcome.tally)
  }

  private let rows = """
    id,longitude,latitude,category,code
    a,-0.1,51.5,Theft,E1
    "b",,,Theft,
    a,0,0,Robbery," E1 "
    c,x,51,Theft,E2
    d,-0.2,51.6,Robbery,E2

    """

  @Test("incidents without coordinates stay where they are asked for, and are counted all the same")
  func unplaced() async throws {
    let plain = try await read(rows) { _ in }
    #expect(plain.tables.map(\.count) == [2])
    let kept = try await read(rows) { $0.keepsUnplaced = true }
    #expect(kept.tally == plain.tally)
    #expect(kept.tally[.coordinatesEmpty] == 1 && kept.tally[.coordinatesZero] == 1)
    var table = try #require(kept.tables.first)
    #expect(table.count == 4)
    #expect(table.x.map(\.isNaN) == [false, true, true, false])
    #expect(table.category == [0, 0, 1, 1])
    table.removeUnplaced()
    #expect(table.count == 2)
    #expect(table.x == plain.tables[0].x && table.y == plain.tables[0].y)
    #expect(table.category == [0, 1])
  }

  @Test("columns are hashed without their quotes and blanks")
  func hashes() async throws {
    let read = try await read(rows) {
      $0.keepsUnplaced = true
      $0.hashedColumns = [[0, 4]]
    }
    var table = try #require(read.tables.first)
    #expect(table.hashes[0] == ["a", "b", "a", "d"].map { FieldHash.number(of: $0) })
    #expect(table.hashes[1] == ["E1", "", "E1", "E2"].map { FieldHash.number(of: $0) })
    table.removeUnplaced()
    #expect(table.hashes[1] == ["E1", "E2"].map { FieldHash.number(of: $0) })
  }

  @Test(
    "the bytes tell the encoding",
    arguments: [
      ("a,1,2,Cafe,x", TextKind.ascii), ("a,1,2,Café,x", .utf8),
    ])
  func encoding(row: String, kind: TextKind) async throws {
    let read = try await read("id,longitude,latitude,category,code\n\(row)\n") {
      $0.examinesText = true
    }
    #expect(read.tables.map(\.textKind) == [kind])
    #expect(
      TextKind(of: Array("Caf\u{e9}".unicodeScalars.map { UInt8($0.value) }).span) == .windows1252)
  }
}
