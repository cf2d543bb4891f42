import Tables
import WorkbookWriting

/// A file of an assessment.
enum AssessmentPart: Sendable {
  /// The page.
  case page
  /// All tables as a workbook.
  case workbook
  /// A table as CSV.
  case table(AssessedTable)
  /// A map or chart.
  case figure(AssessedFigure)
  /// What was read, chosen, computed and written.
  case manifest

  /// The path inside the folder.
  var path: String {
    switch self {
    case .page: "index.html"
    case .workbook: "tables.xlsx"
    case .table(let table): table.path
    case .figure(let figure): figure.path
    case .manifest: "manifest.json"
    }
  }

  /// What the file holds, in a few words without a full stop.
  var content: String {
    switch self {
    case .page: "all sections on one page, which prints as a report"
    case .workbook: "all tables, a sheet each, for spreadsheets"
    case .table(let table): table.caption.prefix(1).lowercased() + table.caption.dropFirst()
    case .figure(let figure):
      figure.title.prefix(1).lowercased() + figure.title.dropFirst() + ", a sheet"
    case .manifest: "what was read, chosen, computed and written, with digests"
    }
  }
}

extension Assessment.Result {
  /// The files, the page first and the manifest last.
  var parts: [AssessmentPart] {
    let workbook: [AssessmentPart] = workbookAbsence == nil && !tables.isEmpty ? [.workbook] : []
    return [.page] + workbook + tables.map(AssessmentPart.table)
      + figures.map(AssessmentPart.figure) + [.manifest]
  }

  /// The paths of the files inside the folder, the page first and the manifest last.
  public var files: [String] { parts.map(\.path) }

  /// Why the tables do not make a workbook; `nil` if they do.
  package var workbookAbsence: String? {
    tables.lazy.compactMap { SheetExcess(of: $0.table)?.description }.first
  }
}
