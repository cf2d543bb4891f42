package import Archives
import Synchronization

/// A workbook in the format of Office Open XML (ISO/IEC 29500-1), as `.xlsx` and `.xlsm` files are.
package final class Workbook: Sendable {
  /// A sheet of cells.
  package struct Sheet: Sendable, Equatable {
    /// The name on its tab.
    package var name: String
    /// Whether the tab is shown.
    package var isVisible: Bool
    /// The path of its part in the archive.
    var part: String
  }

  /// The workbook's path.
  package let path: String
  /// The sheets of cells, in the order of their tabs.
  package let sheets: [Sheet]

  private let archive: Archive
  private let is1904: Bool
  private let formats: CellFormats
  private let stringsPart: String?
  /// Read once a sheet is, because they can be most of a workbook.
  private let strings = Mutex<SharedStrings?>(nil)

  /// Opens a workbook, and reads all but its texts and sheets.
  ///
  /// - Throws: ``WorkbookError``.
  package init(_ archive: Archive) throws(WorkbookError) {
    self.archive = archive
    path = archive.path
    let parts = WorkbookParts(archive)
    let roots = try parts.relations(of: "")
    guard let main = roots.first(where: { $0.isOf("officeDocument") }) else {
      throw .notWorkbook(path: path, kind: "a ZIP archive")
    }
    if main.target.lowercased().hasSuffix(".bin") {
      throw .notWorkbook(path: path, kind: "a binary Excel workbook")
    }
    let handler = Contents()
    try parts.read(main.target, handler)
    let relations = try parts.relations(of: main.target)
    var targets: [String: String] = [:]
    for relation in relations where relation.isOf("worksheet") {
      targets[relation.id] = relation.target
    }
    sheets = handler.sheets.compactMap { sheet in
      targets[sheet.part].map { Sheet(name: sheet.name, isVisible: sheet.isVisible, part: $0) }
    }
    if sheets.isEmpty { throw .noSheets(path: path) }
    is1904 = handler.is1904
    stringsPart = relations.first { $0.isOf("sharedStrings") }?.target
    let formats = CellFormats.Handler()
    if let styles = relations.first(where: { $0.isOf("styles") })?.target, parts.has(styles) {
      try parts.read(styles, formats)
    }
    self.formats = formats.formats
  }

  /// Returns a sheet by its name, in any letter case where that tells one sheet.
  ///
  /// - Throws: ``WorkbookError/noSuchSheet(path:sheet:sheets:)``.
  package func sheet(named name: String) throws(WorkbookError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    let matches = sheets.filter { $0.name.lowercased() == name.lowercased() }
    guard matches.count == 1 else {
      throw .noSuchSheet(path: path, sheet: name, sheets: sheets.map(\.name))
    }
    return matches[0]
  }

  /// Begins to read a sheet.
  ///
  /// - Throws: ``WorkbookError``.
  package func open(_ sheet: Sheet) throws(WorkbookError) -> SheetReader {
    let handler = SheetHandler(strings: try sharedStrings(), formats: formats, is1904: is1904)
    return try SheetReader(
      WorkbookParts(archive).open(sheet.part), path: "\(path):\(sheet.name)", part: sheet.part,
      handler: handler)
  }

  /// Returns how many bytes of the file hold a sheet.
  package func compressedSize(of sheet: Sheet) -> Int {
    WorkbookParts(archive).compressedSize(of: sheet.part)
  }

  private func sharedStrings() throws(WorkbookError) -> SharedStrings {
    try strings.withLock { (strings) throws(WorkbookError) in
      if let strings { return strings }
      let handler = SharedStrings.Handler()
      let parts = WorkbookParts(archive)
      if let stringsPart, parts.has(stringsPart) { try parts.read(stringsPart, handler) }
      strings = handler.strings
      return handler.strings
    }
  }

  /// Gathers what the workbook's own part says.
  private final class Contents: XMLHandler {
    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false

    func start(_ element: XMLElement, _ attributes: XMLAttributes) {
      if element == .workbookProperties {
        is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      }
      guard element == .sheet, let name = attributes["name"], let id = attributes["id"] else {
        return
      }
      let state = attributes["state"]
      sheets.append(Sheet(name: name, isVisible: state == nil || state == "visible", part: id))
    }

    func end(_ element: XMLElement, text: [UInt8]) {}
  }
}
