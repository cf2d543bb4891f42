package import Archives

/// What an archive is that is no mere archive.
package enum WorkbookKind: Equatable, Sendable {
  /// A workbook that can be read.
  case workbook
  /// Another document, in words for messages.
  case other(String)

  /// Tells what an archive is by its files; `nil` for a mere archive.
  package init?(of archive: Archive) {
    let names = Set(archive.entries.map { $0.name.lowercased() })
    if names.contains("xl/workbook.bin") {
      self = .other("a binary Excel workbook")
    } else if names.contains("word/document.xml") {
      self = .other("a Word document")
    } else if names.contains("[content_types].xml") && names.contains("_rels/.rels") {
      self = .workbook
    } else if names.contains("meta-inf/manifest.xml") && names.contains("content.xml") {
      self = .other("an OpenDocument file")
    } else {
      return nil
    }
  }
}
