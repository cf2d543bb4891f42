package import Interchange
package import Tables

/// Writes tables as a workbook of Office Open XML (ISO/IEC 29500-1), a sheet for each.
///
/// Numbers, shares and dates are typed and text is never a formula. The header row is bold, stays in
/// view and has filters; columns are as wide as their contents, within bounds. Printed sheets have
/// the header on each page. The bytes depend on the tables only, not on the clock or the machine.
package struct WorkbookWriter: Sendable {
  /// The sheets, in the order of their tabs; at least one.
  package var sheets: [WorkbookSheet]
  /// The title in the properties of the file; `nil` for none.
  package var title: String?
  /// The protective marking at the top and the bottom of each printed page; `nil` for none.
  package var marking: String?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - sheets: The sheets, in the order of their tabs; at least one.
  ///   - title: The title in the properties of the file; `nil` for none.
  ///   - marking: The protective marking of printed pages; `nil` for none.
  package init(_ sheets: [WorkbookSheet], title: String? = nil, marking: String? = nil) {
    precondition(!sheets.isEmpty, "WorkbookWriter: a workbook has at least one sheet")
    (self.sheets, self.title, self.marking) = (sheets, title, marking)
  }

  /// Creates a writer of one table.
  package init(_ table: FeatureTable) {
    self.init([WorkbookSheet(table.name, table)])
  }

  /// Writes the workbook.
  ///
  /// - Parameter file: Where it goes, a file and no stream; the caller commits it.
  /// - Throws: ``Interchange/OutputError``, also for a table that no sheet can hold.
  /// - Complexity: O(*n*) for *n* cells; memory is that of a row.
  package func write(to file: OutputFile) throws(OutputError) {
    for case .table(let table) in sheets.map(\.content) {
      if let excess = SheetExcess(of: table) {
        throw .cannotCreate(path: file.path, reason: excess.description)
      }
    }
    let location = try file.requireLocation(for: "a workbook")
    do throws(XLSXError) {
      let workbook = try XLSXFile(path: location, title: title)
      for (sheet, name) in zip(sheets, SheetName.valid(sheets.map(\.name))) {
        let page = try workbook.addSheet(named: name)
        try page.setPrinting(marking: marking)
        switch sheet.content {
        case .table(let table): try TableSheet(table).write(to: page)
        case .notes(let notes): try notes.write(to: page)
        }
      }
      try workbook.close()
    } catch {
      throw .cannotWrite(path: file.path, reason: error.reason)
    }
  }
}
