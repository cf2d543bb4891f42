import Tables
import TestSupport
import Testing

@testable import GeoPackages
@testable import Incidents

/// Keeps the places of every batch, with where the batch stands.
private struct PositionKeeper: IncidentConsumer {
  struct Batch: Sendable {
    var block: Int
    var sequence: Int
    var isLast: Bool
    var x: [Double]
  }

  private var batches: [Batch] = []

  mutating func consume(_ table: inout IncidentTable) {
    batches.append(
      Batch(block: table.block, sequence: table.sequence, isLast: table.isLast, x: table.x))
  }

  func finish() -> [Batch] { batches }
}

@Suite("Rows of GeoPackages by several workers")
struct GeoPackageRowsTests {
  private let folder = TemporaryFolder()
  private static let count = 20_000

  /// Writes rows whose longitudes count them, changes the file, and returns its name.
  private func file(_ changes: [String] = [], note: String = "") throws -> String {
    let layer = GeoPackageLayer(
      name: "calls", columns: [.init("id", .text), .init("note", .text)], geometry: .points)
    let path = folder.path("a.gpkg")
    let writer = try GeoPackageWriter(path: path, layer: layer)
    for row in 0..<Self.count {
      try writer.append(
        x: Double(row) / 1000, y: 51, values: [.text("\(row % 15_000)"), .text(note)])
    }
    try writer.finish()
    let database = try Database(path: path, .creating)
    // The triggers of the index ask functions of SQLite's that are not there.
    for name in ["insert", "update1", "update2", "update3", "update4", "delete"] {
      try database.execute("DROP TRIGGER IF EXISTS \"rtree_calls_geom_\(name)\"")
    }
    for change in changes { try database.execute(change) }
    return path
  }

  private func read(
    _ path: String, threads: Int, readsNotes: Bool = false, unique: Bool = false
  ) async throws -> (rows: [Int], outcome: IncidentStream.Outcome<[PositionKeeper.Batch]>) {
    let source = try IncidentSource(path: path)
    var request = IncidentRequest()
    if readsNotes { request.textColumns = [[3]] }
    if unique { request.uniqueColumns = [2] }
    let outcome = try await IncidentStream(sources: [source], request: request, threads: threads)
      .run { PositionKeeper() }
    let batches = outcome.shares.flatMap(\.result).sorted { $0.block < $1.block }
    // Each number comes to its end once, and numbers are in the order of the blocks.
    let last = batches.filter(\.isLast).map(\.sequence)
    #expect(last == Array(0..<last.count))
    #expect(batches.map(\.sequence) == batches.map(\.sequence).sorted())
    return (batches.flatMap { $0.x.map { Int(($0 * 1000).rounded()) } }, outcome)
  }

  @Test(
    "rows come once and in order, wherever their numbers lie",
    arguments: [
      [],
      ["DELETE FROM calls WHERE fid % 3 <> 0"],
      ["UPDATE calls SET fid = -fid", "UPDATE calls SET fid = 20001 + fid"],
      ["UPDATE calls SET fid = -20000 + fid"],
      ["UPDATE calls SET fid = fid * 400000000000000 + 1223372036854775807"],
      ["UPDATE calls SET fid = 9223372036854775807 WHERE fid = 20000"],
      ["UPDATE calls SET fid = -9223372036854775808 WHERE fid = 1"],
      ["DELETE FROM calls"],
      ["PRAGMA journal_mode = WAL"],
      [
        "ALTER TABLE calls RENAME TO hidden", "CREATE VIEW calls AS SELECT rowid, * FROM hidden",
      ],
    ] as [[String]])
  func order(changes: [String]) async throws {
    let path = try file(changes)
    // What SQLite itself says.
    let database = try Database(path: path, .reading)
    let statement = try Statement("SELECT id FROM calls ORDER BY rowid", in: database)
    var ids: [Int] = []
    while try statement.step() { ids.append(Int(statement.text(0)) ?? -1) }
    for threads in [1, 2, 5] {
      let (rows, outcome) = try await read(path, threads: threads)
      #expect(rows.map { $0 % 15_000 } == ids && outcome.tally.read == ids.count)
      #expect(Set(rows).count == ids.count)
    }
  }

  @Test("a table of attributes alone lies where its columns say")
  func attributes() async throws {
    let layer = GeoPackageLayer(
      name: "calls", columns: [.init("Longitude", .text), .init("Latitude", .text)],
      geometry: .points)
    let path = folder.path("b.gpkg")
    let writer = try GeoPackageWriter(path: path, layer: layer)
    try writer.append(x: 1, y: 2, values: [.text("-0,12"), .text("51,5")])
    try writer.append(x: 1, y: 2, values: [.text("-0,13"), .text("NULL")])
    try writer.finish()
    let database = try Database(path: path, .creating)
    try database.execute("UPDATE gpkg_contents SET data_type = 'attributes'")
    try database.execute("DELETE FROM gpkg_extensions")
    try database.execute("DELETE FROM gpkg_geometry_columns")
    let source = try IncidentSource(path: path)
    #expect(source.coordinates.hasDecimalCommas && source.crs == "EPSG:4326")
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 2
    ).run { PositionKeeper() }
    #expect(outcome.shares.flatMap(\.result).flatMap(\.x) == [-0.12])
    #expect(outcome.tally.reasons(.withoutCoordinates) == ["coordinates_empty": 1])
  }

  @Test("a share of long rows makes several batches, and memory stays that of a block")
  func longRows() async throws {
    let path = try file(note: String(repeating: "long ", count: 60))
    for threads in [1, 3] {
      let (rows, outcome) = try await read(path, threads: threads, readsNotes: true)
      #expect(rows == Array(0..<Self.count))
      let batches = outcome.shares.flatMap(\.result)
      #expect(batches.contains { !$0.isLast })
      #expect(batches.allSatisfy { $0.x.count <= 1000 })
      let unique = try await read(path, threads: threads, readsNotes: true, unique: true)
      #expect(unique.rows == Array(0..<15_000))
      #expect(unique.outcome.tally[.repeated] == 5000)
    }
  }

  @Test("a damaged geometry is named by the number of its row")
  func damage() async throws {
    let path = try file([
      "DELETE FROM calls WHERE fid <= 100",
      "UPDATE calls SET geom = x'00' WHERE fid IN (15101, 18000)",
    ])
    for threads in [1, 2, 5] {
      await #expect(
        throws: IncidentError.geoPackage(
          .badGeometry(
            path: path, layer: "calls", row: 15_001,
            reason: "the geometry does not begin as a GeoPackage's does"))
      ) { _ = try await read(path, threads: threads) }
    }
  }

  @Test("what is no point, or has no place, is counted with the number of its row")
  func unplaced() async throws {
    let line = "47500001000000000102000000020000000000000000000000000000000000000000000000000000F0"
    let path = try file([
      "UPDATE calls SET geom = NULL WHERE fid IN (7, 9001)",
      "UPDATE calls SET geom = x'\(line)3F000000000000F03F' WHERE fid IN (9000, 12000)",
    ])
    for threads in [1, 4] {
      let (rows, outcome) = try await read(path, threads: threads)
      #expect(rows.count == Self.count - 4)
      #expect(
        outcome.tally[.geometryNotAPoint] == 2 && outcome.tally[.coordinatesEmpty] == 2)
      #expect(
        outcome.examples.map(\.message) == [
          "\(path): row 9000: the geometry is not a point",
          "\(path): row 7: \(RowReason.coordinatesEmpty.explanation)",
        ])
    }
  }

  @Test("how many rows there are is counted")
  func expectedRows() throws {
    let source = try IncidentSource(path: file(["DELETE FROM calls WHERE fid < 11"]))
    #expect(source.expectedRows(ofBytes: 1 << 40) == Self.count - 10)
  }
}
