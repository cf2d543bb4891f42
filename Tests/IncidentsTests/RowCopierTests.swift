import Tables
import TestSupport
import Testing

@testable import Incidents

/// Copies all rows of each batch.
private struct Copier: IncidentConsumer {
  let copier: RowCopier
  private(set) var rows: [Int: [[String]]] = [:]
  private var unreadable = UnreadableTimes()

  init(_ copier: RowCopier) { self.copier = copier }

  mutating func consume(_ table: inout IncidentTable) {
    let batch = copier.rows(
      (0..<Int32(table.count)).map { $0 }, of: table, unreadable: &unreadable)
    rows[table.sequence] = (0..<batch.rowCount).map { row in
      (0..<batch.columnCount).map {
        String(decoding: batch.field($0, ofRow: row), as: UTF8.self)
      }
    }
  }

  func finish() -> [Int: [[String]]] { rows }
}

@Suite("Copied rows")
struct RowCopierTests {
  private func rows(
    _ files: [[UInt8]], _ contents: [RowContent], timeStyle: RowCopier.TimeStyle = .asWritten,
    order: DateOrder? = nil, hours: WeeklyHours? = nil, threads: Int = 1
  ) async throws -> [[String]] {
    let folder = TemporaryFolder()
    var sources: [IncidentSource] = []
    for (number, bytes) in files.enumerated() {
      try folder.write(bytes, to: "\(number).csv")
      sources.append(
        try IncidentSource(
          path: folder.path("\(number).csv"), dateOrder: order, readsDates: true,
          needsDates: false))
    }
    let rules = try TimeZoneDatabase.system.rules(named: "Europe/London")
    var request = IncidentRequest(
      coordinates: false, filter: IncidentFilter(hours: hours), rules: rules)
    request.keepsRows = true
    let copier = RowCopier(
      sources, contents: sources.map { _ in contents }, rules: rules,
      timeStyle: timeStyle)
    let outcome = try await IncidentStream(sources: sources, request: request, threads: threads)
      .run { Copier(copier) }
    var all: [Int: [[String]]] = [:]
    for share in outcome.shares { all.merge(share.result) { $0 + $1 } }
    // The numbers of batches are 0, 1, 2, ... without a gap.
    #expect(all.keys.sorted() == Array(0..<all.count))
    return all.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  @Test("fields lose their quotes and nothing else, and are UTF-8")
  func fields() async throws {
    let text =
      "id,a,b\n1, x ,\"y, \"\"z\"\"\"\n2,\"two\nlines\",caf\u{e9}\n3,\"\",\"\"\"\"\n4,short\n"
    #expect(
      try await rows([Array(text.utf8)], [.field(2), .absent, .field(1)]) == [
        ["y, \"z\"", "", " x "], ["caf\u{e9}", "", "two\nlines"], ["\"", "", ""],
        ["", "", "short"],
      ])
    let old = Array("id,a\n1,caf".utf8) + [0xe9, 0x20, 0x80] + Array("\n2,\"".utf8) + [0xe9]
    #expect(
      try await rows([old + Array("\"\n".utf8)], [.field(1)]) == [["café €"], ["é"]])
  }

  /// Dates as written, and as RFC 3339 has them; offsets are those of `zdump -v Europe/London`.
  static let written: [(String, String)] = [
    ("2017-03-31T18:00:00", "2017-03-31T18:00:00+01:00"),
    ("31/12/2016 23:59", "2016-12-31T23:59:00+00:00"),
    ("2017-06-30T23:00:00Z", "2017-07-01T00:00:00+01:00"),
    ("2017-01-01 05:00:00-05:00", "2017-01-01T10:00:00+00:00"),
    // The clock was put forward over it, and runs through it twice.
    ("2017-03-26T01:30:00", "2017-03-26T02:00:00+01:00"),
    ("2017-10-29T01:30:00", "2017-10-29T01:30:00+01:00"),
    ("13/04/2017", "2017-04-13"), ("Mar 2017", "2017-03"), ("2017-03", "2017-03"),
    ("unknown", ""), ("", ""), ("31/02/2017", ""), ("NULL", ""),
  ]

  @Test("times become RFC 3339 where they are understood", arguments: written)
  func times(written: String, expected: String) async throws {
    let file = Array("id,date\n1,\(written)\n2,\"\(written)\"\n".utf8)
    #expect(
      try await rows([file], [.start], timeStyle: .withOffset, order: .dayFirst)
        == [[expected], [expected]])
    #expect(try await rows([file], [.start], order: .dayFirst) == [[written], [written]])
  }

  @Test("a date and its time of day are one")
  func dateAndTime() async throws {
    let text = "id,CMPLNT_FR_DT,CMPLNT_FR_TM\n1,03/15/2019,14:30:00\n2,03/16/2019,\n3,,10:00\n"
    let file = Array(text.utf8)
    #expect(
      try await rows([file], [.start], timeStyle: .withOffset, order: .monthFirst)
        == [["2019-03-15T14:30:00+00:00"], ["2019-03-16"], [""]])
    #expect(
      try await rows([file], [.start], order: .monthFirst)
        == [["03/15/2019 14:30:00"], ["03/16/2019"], [" 10:00"]])
  }

  @Test("the chance of the hours is told, and whether it is certain")
  func hours() async throws {
    let text = """
      id,From,To
      1,2017-03-31T18:00:00,2017-03-31T19:00:00
      2,2017-03-31T17:00:00,2017-03-31T21:00:00
      3,2017-03-31T12:00:00,2017-03-31T13:00:00

      """
    let found = try await rows(
      [Array(text.utf8)], [.field(0), .expected, .must, .could],
      hours: WeeklyHours(hours: HoursOfDay("18-20")))
    #expect(found == [["1", "1", "1", "1"], ["2", "0.5", "0", "1"]])
  }

  @Test("rows come in the order of the files, on however many threads", arguments: [1, 3])
  func order(threads: Int) async throws {
    var text = "id,note\n"
    for row in 0..<20_000 { text += "\(row),some words to fill the blocks of the reader\n" }
    let found = try await rows(
      [Array(text.utf8), Array("id\nlast\n".utf8)], [.field(0)], threads: threads)
    #expect(found.count == 20_001)
    #expect(found.map { $0[0] } == (0..<20_000).map(String.init) + ["last"])
  }
}
