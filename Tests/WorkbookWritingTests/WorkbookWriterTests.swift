import Archives
import Interchange
import Tables
import TestSupport
import Testing
import Workbooks

@testable import WorkbookWriting

@Suite("Writing workbooks")
struct WorkbookWriterTests {
  private let folder = TemporaryFolder()

  private func write(_ writer: WorkbookWriter, to name: String = "a.xlsx") throws -> [UInt8] {
    let file = try OutputFile(path: folder.path(name))
    try writer.write(to: file)
    try file.commit()
    return try folder.read(name)
  }

  /// Reads a written workbook with the program's own reader: the texts of the rows of a sheet.
  private func rows(_ writer: WorkbookWriter, sheet: Int = 0) throws -> [[String]] {
    _ = try write(writer)
    let workbook = try Workbook(Archive(path: folder.path("a.xlsx")))
    let reader = try workbook.open(workbook.sheets[sheet])
    var (batch, result) = (SheetRows(), [[String]]())
    while try reader.next(&batch) {
      for (index, row) in batch.rows.enumerated() {
        while result.count < row.number { result.append([]) }
        for cell in batch.cells(ofRow: index) {
          let column = Int(batch.cells[cell].column)
          while result[row.number - 1].count <= column { result[row.number - 1].append("") }
          result[row.number - 1][column] =
            String(decoding: batch.bytes[batch.text(ofCell: cell)], as: UTF8.self)
        }
      }
    }
    return result
  }

  /// The text of a file inside the written workbook.
  private func part(_ name: String) throws -> String {
    let archive = try Archive(path: folder.path("a.xlsx"))
    let entry = try #require(archive.entries.first { $0.name == name })
    let stream = try archive.open(entry)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = try unsafe bytes.withUnsafeMutableBytes { try unsafe stream.read(into: $0) }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test("numbers, dates and text come back as they were, and absent values as nothing")
  func values() throws {
    let table = FeatureTable(
      name: "t",
      columns: [
        Column("code", .text(["E01", nil, "007"])),
        Column("incidents", .integers([1_234_567, nil, -3])),
        Column("big", .integers([9_007_199_254_740_993, 1, nil])),
        Column("share", .reals([0.125, nil, .nan])),
        Column("from", .text(["2025-03-01", "2000-02-29", nil])),
        Column("month", .text(["2025-03", nil, "1999-12"])),
        Column("seen", .text(["2025-03-01T18:00:00", nil, nil])),
      ])
    #expect(
      try rows(WorkbookWriter(table)) == [
        ["code", "incidents", "big", "share", "from", "month", "seen"],
        [
          "E01", "1234567", "9007199254740993", "0.125", "2025-03-01", "2025-03",
          "2025-03-01T18:00:00",
        ],
        ["", "", "1", "", "2000-02-29"], ["007", "-3", "", "", "", "1999-12"],
      ])
    // As Excel counts days: 45717 is 1 March 2025, three quarters of it have passed at six.
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<v>45717</v>"))
    #expect(sheet.contains("<v>45717.75</v>"))
    #expect(sheet.contains("<v>1234567</v>"))
  }

  @Test("text that looks like a formula stays text, and what XML cannot hold comes back")
  func text() throws {
    let texts = ["=1+1", "+4", "-5", "@a", "a\u{1}b", "_x0041_", "<&>\"'", "two\nlines", " edge "]
    let found = try rows(
      WorkbookWriter(FeatureTable(name: "t", columns: [Column("name", .text(texts))])))
    #expect(found.dropFirst().map(\.first) == texts)
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.utf8.contains(1))
  }

  @Test("text beyond what a cell holds ends with an ellipsis")
  func longText() throws {
    let table = FeatureTable(
      name: "t", columns: [Column("name", .text([String(repeating: "é", count: 40_000)]))])
    let found = try #require(try rows(WorkbookWriter(table)).last?.first)
    #expect(found.utf16.count == 32_767)
    #expect(found.hasSuffix("é…"))
  }

  @Test("the header is bold, stays in view, has filters and is printed on each page")
  func header() throws {
    let table = FeatureTable(
      name: "t",
      columns: [Column("code", .text(["a", "b"])), Column("share", .reals([0.5, 0.5]))])
    _ = try write(WorkbookWriter([WorkbookSheet("areas", table)], marking: "OFFICIAL & more"))
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:B3\"/>"))
    #expect(sheet.contains("&amp;C&amp;B OFFICIAL &amp;&amp; more"))
    let workbook = try part("xl/workbook.xml")
    #expect(workbook.contains(">areas!$1:$1<"))
    let styles = try part("xl/styles.xml")
    #expect(styles.contains("<b/>"))
    #expect(styles.contains("formatCode=\"0.0%\""))
  }

  @Test("the bytes depend on the tables only, and nothing tells the time")
  func sameBytes() async throws {
    let table = FeatureTable(name: "t", columns: [Column("incidents", .integers([1, 2]))])
    let first = try write(WorkbookWriter([WorkbookSheet("a", table)], title: "March"))
    try await Task.sleep(for: .milliseconds(1100))
    let bytes = await withTaskGroup(of: [UInt8]?.self) { group in
      for number in 0..<4 {
        group.addTask {
          try? write(
            WorkbookWriter([WorkbookSheet("a", table)], title: "March"), to: "\(number).xlsx")
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(bytes == [first, first, first, first])
    // The time and the date of the first file as MS-DOS has them: 1980-01-01 00:00.
    #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
    #expect(try part("docProps/core.xml").contains(">1980-01-01T00:00:00Z<"))
  }

  @Test("notes have headings, words and counts")
  func notes() throws {
    let notes = SheetNotes(
      title: "Marlowick",
      sections: [
        .init("Rows", [("read", .count(10)), ("period", .text("March 2025"))]), .init("None", []),
        .init("Credits", [("source", .text("=OGL"))]),
      ])
    let found = try rows(WorkbookWriter([WorkbookSheet("About", notes)]))
    #expect(
      found == [
        ["Marlowick"], [], ["Rows"], ["read", "10"], ["period", "March 2025"], [], ["Credits"],
        ["source", "=OGL"],
      ])
  }

  @Test("a table that no sheet holds is refused, and no file is left")
  func excess() throws {
    #expect(SheetExcess(name: "t", rows: 1_048_575, columns: 16_384) == nil)
    let words =
      "the table 'areas' has 1048576 rows, and a sheet of a workbook holds 1048575 below its "
      + "header; CSV holds any number"
    #expect(SheetExcess(name: "areas", rows: 1_048_576, columns: 1)?.description == words)
    let wide = FeatureTable(
      name: "wide", columns: (0..<16_385).map { Column("c\($0)", .integers([])) })
    #expect(throws: OutputError.self) { try write(WorkbookWriter(wide)) }
    #expect(throws: (any Error).self) { try folder.read("a.xlsx") }
  }

  @Test("standard output is no place for a workbook")
  func stream() throws {
    let table = FeatureTable(name: "t", columns: [Column("a", .integers([1]))])
    let file = try OutputFile(path: "-")
    #expect(
      throws: OutputError.cannotCreate(
        path: "-", reason: "a workbook needs a file, and it is none")
    ) { try WorkbookWriter(table).write(to: file) }
  }
}
