import Foundation
import TestSupport
import Testing

@testable import Commands

/// The tables of a pack as a workbook, read by the program's own reader.
@Suite("The workbook of a pack")
struct PackWorkbookTests {
  private let home = TemporaryFolder()

  private func sheets(
    of pack: MadePack
  ) throws -> (names: [String], rows: [String: [[String]]], book: WrittenWorkbook) {
    try home.write(#require(pack.files["tables.xlsx"]), to: "t.xlsx")
    let book = try WrittenWorkbook(path: home.path("t.xlsx"))
    return (book.names, book.rows, book)
  }

  @Test("it has a sheet for each CSV of the pack, with the same rows and numbers")
  func tables() async throws {
    let pack = try await MadePack.borough.value
    let (names, _, book) = try sheets(of: pack)
    let tables = pack.files.keys.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    #expect(names.first == "About" && names.last == "Columns")
    #expect(Set(names.dropFirst().dropLast()) == Set(tables))
    for name in tables {
      #expect(book.differences(of: name, from: pack.rows("\(name).csv")) == [])
    }
  }

  @Test("each column has a meaning on the last sheet, and none is named twice for a sheet")
  func meanings() async throws {
    let pack = try await MadePack.borough.value
    let (names, sheets, _) = try sheets(of: pack)
    let rows = try #require(sheets["Columns"])
    #expect(rows.first == ["sheet", "column", "meaning"])
    let plain: Set = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    for name in names.dropFirst().dropLast() {
      let explained = rows.filter { $0[0] == name }.map { $0[1] }
      let columns = try #require(sheets[name]?.first).filter { !plain.contains($0) }
      #expect(explained == columns, "\(name)")
    }
    #expect(rows.contains(["areas", "incidents_burglary", "incidents of the category Burglary"]))
  }

  @Test("the first sheet says what became of each row, and the classes add up to the rows read")
  func about() async throws {
    let pack = try await MadePack.borough.value
    let (_, sheets, _) = try sheets(of: pack)
    let about = try #require(sheets["About"])
    let values = Dictionary(
      about.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first }
    )
    let classes = ["Rejected", "Filtered", "Without coordinates", "Outside", "Assigned"]
    let counts = classes.compactMap { values[$0].flatMap { Int($0) } }
    // As `wc -l samples/incidents.csv` has it, less the header.
    #expect(values["Read"] == "20000" && counts.count == 5 && counts.reduce(0, +) == 20_000)
    #expect(values["Coordinate system"] == "OSGB36 / British National Grid")
  }

  @Test("with and without the mark of UTF-8, CSV is the same and read the same")
  func marks() async throws {
    let lines = [
      "id,easting,northing,category", "1,400005,300005,Café", "2,400015,300005,Burglary",
    ]
    let plain = try await MadePack(rows: lines)
    let marked = try await MadePack(rows: lines, "--excel")
    let tables = plain.files.keys.filter { $0.hasSuffix(".csv") }
    #expect(!tables.isEmpty)
    for name in tables {
      #expect(plain.files[name]?.first != 0xEF)
      #expect(marked.files[name] == [0xEF, 0xBB, 0xBF] + (plain.files[name] ?? []), "\(name)")
    }
    try home.write(marked.files["areas.csv"] ?? [], to: "areas.csv")
    let run = await CommandRun("inspect", "--incidents", home.path("areas.csv"))
    #expect(run.status == 0)
    #expect(run.output.contains("code") && !run.output.contains("\u{FEFF}"))
  }

  @Test("two runs write the same bytes, whatever the threads")
  func sameBytes() async throws {
    let lines = ["id,easting,northing,category", "1,400005,300005,a", "2,400015,300005,b"]
    let one = try await MadePack(rows: lines, "--threads", "1")
    let four = try await MadePack(rows: lines, "--threads", "4")
    #expect(one.files["tables.xlsx"] == four.files["tables.xlsx"])
    #expect(one.files["tables.xlsx"] != nil)
  }
}
