package import Tables

/// A sheet of a workbook that is written.
package struct WorkbookSheet: Sendable {
  /// What stands on a sheet.
  package enum Content: Sendable {
    /// A table without its geometry.
    case table(FeatureTable)
    /// Names and what is said of them.
    case notes(SheetNotes)
  }

  /// The name wished for its tab; the written one is valid and unlike all others.
  package var name: String
  /// What stands on it.
  package var content: Content

  /// Creates a sheet of a table.
  package init(_ name: String, _ table: FeatureTable) {
    (self.name, content) = (name, .table(table))
  }

  /// Creates a sheet of notes.
  package init(_ name: String, _ notes: SheetNotes) {
    (self.name, content) = (name, .notes(notes))
  }
}
