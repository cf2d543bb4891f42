import Archives
import TestSupport
import Testing

@testable import Workbooks

@Suite("Workbook")
struct WorkbookTests {
  private let folder = TemporaryFolder()

  private func open(_ workbook: RawWorkbook) throws -> Workbook {
    try folder.write(workbook.bytes, to: "a.xlsx")
    return try Workbook(Archive(path: folder.path("a.xlsx")))
  }

  /// Returns the rows by their numbers, each with the texts by column.
  private func rows(_ workbook: Workbook, sheet: Int = 0) throws -> [Int: [Int: String]] {
    let reader = try workbook.open(workbook.sheets[sheet])
    var batch = SheetRows()
    var result: [Int: [Int: String]] = [:]
    while try reader.next(&batch) {
      for (index, row) in batch.rows.enumerated() {
        for cell in batch.cells(ofRow: index) {
          let text = String(decoding: batch.bytes[batch.text(ofCell: cell)], as: UTF8.self)
          result[row.number, default: [:]][Int(batch.cells[cell].column)] = text
        }
      }
    }
    return result
  }

  private func rows(_ workbook: RawWorkbook) throws -> [Int: [Int: String]] {
    try rows(open(workbook))
  }

  @Test("cells stand where their references say, without references one after the other")
  func places() throws {
    let found = try rows(
      RawWorkbook(
        """
        <row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row>
        <row r="5"><c r="C5" t="inlineStr"><is><t>x</t></is></c><c r="D5"/></row>
        <row><c><v>3</v></c><c><v>4</v></c></row><row r="9"/>
        """))
    #expect(found == [2: [1: "1", 26: "2"], 5: [2: "x"], 6: [0: "3", 1: "4"]])
  }

  @Test("texts come from the shared ones, from inside the cell and from formulas")
  func texts() throws {
    var workbook = RawWorkbook(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>
      <c r="C1" t="str"><f>A1&amp;B1</f><v>sum</v></c>
      <c r="D1" t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></is></c>
      <c r="E1" t="s"><v>2</v></c><c r="F1" t="s"><v>3</v></c></row>
      """)
    workbook.sharedItems = [
      "<si><t>Crëuddyn &amp; \"Café\"</t></si>",
      "<si><r><t xml:space=\"preserve\">two </t></r><r><t>fonts</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>",
      "<si><t>line_x000A_two _x00zz_</t></si>", "<si><t/></si>",
    ]
    #expect(
      try rows(workbook)
        == [
          1: [
            0: "two fonts", 1: "Crëuddyn & \"Café\"", 2: "sum", 3: "rich text",
            4: "line\ntwo _x00zz_",
          ]
        ])
  }

  @Test("booleans are words, errors and formulas without values are empty")
  func others() throws {
    let found = try rows(
      RawWorkbook(
        """
        <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>
        <c r="C1" t="e"><v>#N/A</v></c><c r="D1"><f>1+1</f></c><c r="E1"><f>1+1</f><v>2</v></c>
        <c r="F1" t="d"><v>2024-03-01T12:30:00</v></c></row>
        """))
    #expect(found == [1: [0: "TRUE", 1: "FALSE", 4: "2", 5: "2024-03-01T12:30:00"]])
  }

  @Test("the format makes a number a date")
  func dates() throws {
    var workbook = RawWorkbook(
      """
      <row r="1"><c r="A1" s="1"><v>45352</v></c><c r="B1" s="2"><v>45352.604166666664</v></c>
      <c r="C1" s="3"><v>0.9999884259259259</v></c><c r="D1" s="4"><v>42795</v></c>
      <c r="E1" s="0"><v>45352</v></c><c r="F1" s="1"><v>45352.25</v></c>
      <c r="G1" s="1"><v>-1</v></c><c r="H1" s="5"><v>1234.5</v></c></row>
      """)
    workbook.formatCodes = [
      "dd/mm/yyyy", "dd/mm/yyyy\\ hh:mm", "hh:mm", "mmm\\-yy", "#,##0.00 &quot;days&quot;",
    ]
    let first = [
      0: "2024-03-01", 1: "2024-03-01T14:30:00", 2: "23:59:59", 3: "2017-03", 4: "45352",
      5: "2024-03-01T06:00:00", 6: "-1", 7: "1234.5",
    ]
    #expect(try rows(workbook) == [1: first])
    // 1,462 days lie between the two systems.
    workbook.is1904 = true
    let shifted = try rows(workbook)[1]
    #expect(shifted?[0] == "2028-03-02")
    #expect(shifted?[2] == "23:59:59")
  }

  @Test("prefixed elements are the same elements")
  func prefixes() throws {
    let workbook = RawWorkbook("")
    var files = workbook.files
    files[files.count - 1] = .init(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    try folder.write(RawArchive(files).bytes, to: "p.xlsx")
    #expect(try rows(Workbook(Archive(path: folder.path("p.xlsx")))) == [1: [0: "7"]])
  }

  @Test("sheets are found by their names")
  func sheets() throws {
    var raw = RawWorkbook("", named: "Notes &amp; cover")
    raw.sheets.append(("March", "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>", false))
    raw.sheets.append(("april", "", true))
    let workbook = try open(raw)
    #expect(workbook.sheets.map(\.name) == ["Notes & cover", "March", "april"])
    #expect(workbook.sheets.map(\.isVisible) == [true, true, false])
    #expect(try workbook.sheet(named: "march").name == "March")
    #expect(try rows(workbook, sheet: 1) == [1: [0: "3"]])
    #expect(
      throws: WorkbookError.noSuchSheet(
        path: folder.path("a.xlsx"), sheet: "May", sheets: ["Notes & cover", "March", "april"])
    ) { try workbook.sheet(named: "May") }
  }

  @Test("a document type is refused, so that no entity can expand or name a file")
  func documentTypes() throws {
    var workbook = RawWorkbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row>")
    for entity in [
      "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">",
      "<!ENTITY b SYSTEM \"file:///etc/hostname\">",
    ] {
      workbook.prologue = "<!DOCTYPE w [\(entity)]>"
      let error = #expect(throws: WorkbookError.self) { try rows(workbook) }
      guard case .damaged(_, let part, 1, let reason)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(part == "xl/worksheets/sheet1.xml")
      #expect(reason == "it declares a document type")
    }
  }

  @Test(
    "XML that cannot be a sheet is an error that says where",
    arguments: [
      "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>",
      "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A2\"/></row>",
      "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"1A\"/></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<row r=\"1\">", "<row",
    ])
  func damaged(_ xml: String) throws {
    let error = #expect(throws: WorkbookError.self) { try rows(RawWorkbook(xml)) }
    guard case .damaged(_, "xl/worksheets/sheet1.xml", let line, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(line >= 1)
  }

  @Test("what is no workbook is told apart")
  func kinds() throws {
    func kind(_ files: [RawArchive.File]) throws -> WorkbookKind? {
      try folder.write(RawArchive(files).bytes, to: "k.zip")
      return WorkbookKind(of: try Archive(path: folder.path("k.zip")))
    }
    #expect(try kind(RawWorkbook("").files) == .workbook)
    #expect(try kind([.init("a.csv", "x")]) == nil)
    #expect(
      try kind([.init("META-INF/manifest.xml", ""), .init("content.xml", "")])
        == .other("an OpenDocument file"))
    let binary = RawWorkbook("").files + [.init("xl/workbook.bin", "")]
    #expect(try kind(binary) == .other("a binary Excel workbook"))
  }
}
