/// A workbook put together from XML text after ISO/IEC 29500-1, so that tests can make any.
public struct RawWorkbook {
  /// The sheets: the name on the tab, the elements inside `sheetData`, and whether it is hidden.
  public var sheets: [(name: String, rows: String, isHidden: Bool)] = []
  /// The texts that cells name by position: the elements inside `sst`.
  public var sharedItems: [String] = []
  /// The format codes of cells with the styles 1, 2, ...; style 0 is General.
  public var formatCodes: [String] = []
  /// Whether days count from 1904.
  public var is1904 = false
  /// What stands before the root element of each sheet.
  public var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Describes a workbook with one sheet.
  public init(_ rows: String, named name: String = "Sheet1") {
    sheets = [(name, rows, false)]
  }

  /// Returns a sheet's rows of cells with inline texts, each in its place; empty ones are missing.
  public static func rows(_ texts: [[String]]) -> String {
    texts.enumerated().map { row, cells in
      let inner = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        return "<c r=\"\(letter)\(row + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(inner.joined())</row>"
    }.joined()
  }

  /// The files of the workbook.
  public var files: [RawArchive.File] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006"
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
    }
    func relations(_ list: [String]) -> String {
      "<Relationships xmlns=\"\(packages)/relationships\">\(list.joined())</Relationships>"
    }
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\""
        + (sheet.isHidden ? " state=\"hidden\"/>" : "/>")
    }
    let codes = formatCodes.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element)\"/>"
    }
    let formats =
      ["<xf numFmtId=\"0\"/>"] + formatCodes.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    var files: [RawArchive.File] = [
      .init("[Content_Types].xml", "<Types xmlns=\"\(packages)/content-types\"/>"),
      .init("_rels/.rels", relations([relation("rId1", "officeDocument", "xl/workbook.xml")])),
      .init(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\">"
          + (is1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>")
          + "<sheets>\(tabs.joined())</sheets></workbook>"),
      .init(
        "xl/_rels/workbook.xml.rels",
        relations(
          sheets.indices.map {
            relation("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
          } + [
            relation("rId900", "sharedStrings", "sharedStrings.xml"),
            relation("rId901", "styles", "/xl/styles.xml"),
          ])),
      .init(
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs>\(formats.joined())</cellXfs></styleSheet>"),
      .init(
        "xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(sharedItems.joined())</sst>"),
    ]
    for (index, sheet) in sheets.enumerated() {
      files.append(
        .init(
          "xl/worksheets/sheet\(index + 1).xml",
          prologue + "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    return files
  }

  /// The workbook's bytes.
  public var bytes: [UInt8] { RawArchive(files).bytes }
}
