import Archives
import Statistics
import TestSupport
import Testing

@testable import Incidents

/// Adds up places, in whole numbers.
private struct Adder: IncidentConsumer {
  var sums = [0, 0, 0]

  mutating func consume(_ table: inout IncidentTable) {
    sums[0] += table.count
    for value in table.x { sums[1] += Int(value) }
    for value in table.y { sums[2] += Int(value) }
  }

  func finish() -> [Int] { sums }
}

@Suite("Rows of parts")
struct PartRowsTests {
  private let folder = TemporaryFolder()

  private func run(
    _ paths: [String], threads: Int = 2, isOneOfMany: Bool = false
  ) async throws -> (outcome: IncidentStream.Outcome<[Int]>, sums: [Int]) {
    let sources = try IncidentParts(paths).parts.map {
      try IncidentSource(part: $0, isOneOfMany: isOneOfMany)
    }
    let outcome = try await IncidentStream(
      sources: sources, request: IncidentRequest(category: true), threads: threads
    ).run { Adder() }
    let sums = outcome.shares.reduce(into: [0, 0, 0]) { sums, share in
      for index in sums.indices { sums[index] += share.result[index] }
    }
    return (outcome, sums)
  }

  /// Returns rows of seeded places in metres, and the sums of these.
  private func made(_ seed: Int, rows: Int) -> (text: String, sums: [Int]) {
    var generator = SplitMix64(seed: UInt64(seed))
    var text = "id,easting,northing,category\n"
    var sums = [rows, 0, 0]
    for row in 0..<rows {
      let (x, y) = (Int(generator.next() % 500_000) + 1000, Int(generator.next() % 500_000) + 1000)
      text += "\(row),\(x),\(y),\(["Theft", "Arson"][row % 2])\n"
      sums[1] += x
      sums[2] += y
    }
    return (text, sums)
  }

  @Test("an archive has the rows of its files, for any number of threads, kept open or not")
  func archives() async throws {
    let files = (0..<9).map { made($0, rows: $0 == 4 ? 40_000 : 300 * $0 + 1) }
    let entries = files.enumerated().map { RawArchive.File("m/\($0.offset).csv", $0.element.text) }
    try folder.write(RawArchive(entries).bytes, to: "a.zip")
    let expected = (0..<3).map { index in files.map { $0.sums[index] }.reduce(0, +) }
    for threads in [1, 2, 5] {
      for isOneOfMany in [false, true] {
        let found = try await run(
          [folder.path("a.zip")], threads: threads, isOneOfMany: isOneOfMany)
        #expect(found.sums == expected)
        #expect(found.outcome.rowsByFile == files.map { $0.sums[0] })
      }
    }
  }

  @Test("files compressed inside an archive are read too, GeoJSON as well")
  func inside() async throws {
    let text = made(1, rows: 500)
    let feature = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"category":"Theft"},
      "geometry":{"type":"Point","coordinates":[-0.1,51.5]}}]}
      """
    try folder.write(
      RawArchive([
        .init("a.csv.gz", GzipFile.member(Array(text.text.utf8))), .init("b.geojson", feature),
      ]).bytes, to: "a.zip")
    let path = folder.path("a.zip")
    #expect(try await run(["\(path):a.csv.gz"]).sums == text.sums)
    #expect(try await run(["\(path):b.geojson"]).sums == [1, 0, 51])
  }

  @Test("a damaged file in an archive is an error that names it, wherever the damage is")
  func damage() async throws {
    var file = RawArchive.File("in/a.csv", made(3, rows: 30_000).text)
    file.checksum = 1
    try folder.write(RawArchive([file]).bytes, to: "a.zip")
    let path = folder.path("a.zip")
    await #expect(
      throws: IncidentError.archive(
        .damaged(path: "\(path):in/a.csv", reason: "its checksum is not that of its bytes"))
    ) { try await run([path]) }
  }

  @Test("the first bad row of a file in an archive is named with the file and its line")
  func lines() async throws {
    try folder.write(
      RawArchive([.init("in/a.csv", "id,easting,northing\n1,400000,200000\n2,x,3\n")]).bytes,
      to: "a.zip")
    let found = try await run([folder.path("a.zip")])
    #expect(
      found.outcome.examples.map(\.message) == [
        "\(folder.path("a.zip")):in/a.csv:3: \(RowReason.coordinateNotANumber.explanation)"
      ])
  }

  @Test("headers of joined files are no rows, and counted")
  func joined() async throws {
    let files = [made(5, rows: 3), made(6, rows: 20_000), made(7, rows: 1)]
    let mark = "\u{feff}"
    let text = files[0].text + mark + files[1].text + files[2].text
    let expected = (0..<3).map { index in files.map { $0.sums[index] }.reduce(0, +) }
    for (name, text) in [("a.csv", text), ("b.csv", text.replacing("\n", with: "\r\n"))] {
      for threads in [1, 3] {
        let found = try await run([folder.file(name, text)], threads: threads)
        #expect(found.sums == expected)
        #expect(found.outcome.tally.read == expected[0])
        #expect(found.outcome.tally.repeatedHeaders == 2)
      }
    }
    // As long as the header, and not it.
    let near = try await run([
      folder.file("c.csv", "id,easting,northing,category\nid,eastinx,northinx,categorx\n")
    ])
    #expect(near.outcome.tally.read == 1)
    #expect(near.outcome.tally.repeatedHeaders == 0)
  }

  @Test("a sheet has the rows of its text, with the numbers of its rows")
  func sheets() async throws {
    let cells = [
      ["", "Incidents of March"], ["", "", "", ""], ["", "id", "easting", "northing", "what\nnow"],
      ["", "a", "400000", "200000", "Theft, from a shop"], [],
      ["", "b", "x", "3", "\"quoted\" and\ntwo lines", "beside"], ["", "", "", "", "", "beside"],
      ["", "id", "easting", "northing", "what\nnow"],
      ["", "c", "400001", "200002"],
    ]
    try folder.write(RawWorkbook(RawWorkbook.rows(cells)).bytes, to: "a.xlsx")
    let path = "\(folder.path("a.xlsx")):Sheet1"
    let source = try IncidentSource(path: path)
    #expect(source.columns.header == ["id", "easting", "northing", "what\nnow"])
    let found = try await run([path])
    #expect(found.sums == [2, 800_001, 400_002])
    #expect(found.outcome.tally.read == 3)
    #expect(found.outcome.tally.repeatedHeaders == 1)
    #expect(
      found.outcome.examples.map(\.message) == [
        "\(path): row 6: \(RowReason.coordinateNotANumber.explanation)"
      ])
  }

  @Test("a workbook of many blocks has the rows of the same CSV")
  func manyRows() async throws {
    let made = made(11, rows: 30_000)
    let cells = made.text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    try folder.write(RawWorkbook(RawWorkbook.rows(cells)).bytes, to: "a.xlsx")
    for threads in [1, 4] {
      let found = try await run([folder.path("a.xlsx")], threads: threads)
      #expect(found.sums == made.sums)
      #expect(found.outcome.rowsByFile == [30_000])
    }
  }

  @Test("a table of values may be a sheet")
  func values() throws {
    try folder.write(
      RawWorkbook(RawWorkbook.rows([["code", "value"], ["E1", "2.5"], ["E2"]])).bytes,
      to: "v.xlsx")
    let table = try DelimitedTable(path: folder.path("v.xlsx"))
    #expect(table.header == ["code", "value"])
    #expect(table.rows == [["E1", "2.5"], ["E2", ""]])
  }
}
