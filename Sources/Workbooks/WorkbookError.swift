package import Archives
import Names

/// Why a workbook cannot be read.
package enum WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The archive that holds the workbook cannot be read.
  case archive(ArchiveError)
  /// The file is of another kind than is read.
  case notWorkbook(path: String, kind: String)
  /// A part of the workbook is missing or no XML that it can be; lines count from 1, 0 for none.
  case damaged(path: String, part: String, line: Int, reason: String)
  /// The workbook has no sheet with cells.
  case noSheets(path: String)
  /// There is no sheet of the name.
  case noSuchSheet(path: String, sheet: String, sheets: [String])
  /// The workbook has more text than is kept.
  case tooMuchText(path: String, limit: Int)

  /// Whether the error is that a file is absent or cannot be opened, rather than bad.
  package var isMissingFile: Bool {
    if case .archive(let error) = self { error.isMissingFile } else { false }
  }

  /// What was found and what is allowed, in one line.
  package var description: String {
    switch self {
    case .archive(let error): error.description
    case .notWorkbook(let path, let kind):
      "cannot read '\(path)': it is \(kind), and workbooks are read as XLSX"
    case .damaged(let path, let part, let line, let reason):
      "cannot read '\(path)': the workbook is damaged (\(part)"
        + (line > 0 ? ", line \(line)" : "") + ": \(reason))"
    case .noSheets(let path):
      "cannot read '\(path)': the workbook has no sheet of cells, one is needed"
    case .noSuchSheet(let path, let sheet, let sheets):
      "cannot read '\(path)': there is no sheet '\(sheet)'"
        + Suggestion.question(Suggestion.closest(to: sheet, among: sheets))
    case .tooMuchText(let path, let limit):
      "cannot read '\(path)': its texts are longer than \(limit / 1_048_576) MiB together, at most "
        + "that is read"
    }
  }
}
