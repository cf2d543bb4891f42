package import Archives
package import GeoJSON
package import GeoPackages
import Names
package import Shapefiles
package import Workbooks

/// Why incidents cannot be read at all; rows that cannot be understood are counted instead.
package enum IncidentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file of this name.
  case noSuchFile(path: String)
  /// The file is there and cannot be opened: a folder, or without permission.
  case cannotOpen(path: String, reason: String)
  /// The system refused to read the file.
  case unreadable(path: String, reason: String)
  /// The compressed file ends early or is damaged.
  case damagedCompression(path: String, reason: String)
  /// The file holds nothing, or nothing but a header.
  case empty(path: String)
  /// The file is text in UTF-32.
  case wideCharacters(path: String)
  /// Text in UTF-16 ends within a character.
  case cutCharacter(path: String)
  /// The line or row that was to be the header is not there or is blank; `count` is how many there
  /// are, `nil` if the file has not been read to its end.
  case noHeader(path: String, line: HeaderLine, count: Int?)
  /// The line or row that was to be the header has values in place of names.
  case notAHeader(path: String, line: HeaderLine, fields: [String])
  /// A line was to be the header of a file whose rows are features and have none.
  case headerOfFeatures(path: String)
  /// Among the rows stands a header with columns in another order, or with others.
  case otherHeader(path: String, line: HeaderLine)
  /// The file is of a known kind that is not read.
  case notDelimitedText(path: String, kind: String)
  /// The GeoJSON text cannot be read.
  case geoJSON(GeoJSONError)
  /// The GeoPackage cannot be read.
  case geoPackage(GeoPackageError)
  /// The Shapefile cannot be read.
  case shapefile(ShapefileError)
  /// The archive cannot be read.
  case archive(ArchiveError)
  /// The workbook cannot be read.
  case workbook(WorkbookError)
  /// A folder or an archive has no file of incidents; what it has is named.
  case noFiles(path: String, others: [String])
  /// A pattern fits no file.
  case noMatch(pattern: String)
  /// An archive holds several files where one is needed.
  case severalFiles(path: String, files: [String])
  /// Nobody says what the coordinates of features mean.
  case noSystem(path: String)
  /// The coordinate system of features is not known.
  case unknownSystem(path: String, text: String)
  /// A quote is opened and not closed.
  case unclosedQuote(path: String, line: Int)
  /// A row is longer than any row of incidents can be.
  case rowTooLong(path: String, line: Int, limit: Int)
  /// The header is longer than any header of incidents.
  case headerTooLong(path: String, line: Int, limit: Int)
  /// Rows end in line feeds and in lone carriage returns; `isReturn` where it is the latter that is
  /// met among the former.
  case mixedLineEnds(path: String, line: Int, isReturn: Bool)
  /// The header has none of the columns that are needed.
  case missingColumns(path: String, needed: String, header: [String])
  /// The user named a column that the header does not have.
  case unknownColumn(path: String, key: String, name: String, header: [String])
  /// The header lacks a column that is counted by or read from.
  case noColumn(path: String, name: String, header: [String])
  /// The header has a column twice that is to be used.
  case repeatedColumn(path: String, name: String)
  /// A column has so many different values that it cannot be a category.
  case tooManyCategories(path: String, column: String, limit: Int)
  /// A column has more different values than can be counted by.
  case tooManyValues(path: String, column: String, limit: Int)
  /// No row could be used; the first refused one is named.
  case noUsableRow(path: String, read: Int, first: RowExample?)
  /// Rows were rejected, and the user asked for that to be an error.
  case rejectedRows(count: Int, first: RowExample)

  /// The coordinate system that a text names too late; `nil` for another error.
  package var lateSystem: String? {
    if case .geoJSON(.lateSystem(_, _, let crs)) = self { crs } else { nil }
  }

  /// Whether all that is wrong is the index of a Shapefile, which can be made again from the rest.
  package var isOfIndex: Bool {
    if case .shapefile(let error) = self { error.isOfIndex } else { false }
  }

  /// Whether the error is that a file is absent or cannot be opened, rather than bad.
  package var isMissingFile: Bool {
    switch self {
    case .noSuchFile, .cannotOpen, .noFiles, .noMatch: true
    case .archive(let error): error.isMissingFile
    case .workbook(let error): error.isMissingFile
    case .geoJSON(let error): error.isMissingFile
    case .geoPackage(let error): error.isMissingFile
    case .shapefile(let error): error.isMissingFile
    default: false
    }
  }

  /// Whether the error is that the system could not read a file that exists.
  package var isReadFailure: Bool {
    if case .unreadable = self { true } else { false }
  }

  /// What was found and what is allowed.
  package var description: String {
    switch self {
    case .noSuchFile(let path):
      "cannot read '\(path)': there is no such file"
    case .cannotOpen(let path, let reason), .unreadable(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .damagedCompression(let path, let reason):
      "cannot read '\(path)': the compressed data is damaged (\(reason))"
    case .empty(let path):
      "cannot read '\(path)': it has no rows of incidents"
    case .wideCharacters(let path):
      "cannot read '\(path)': it is text in UTF-32, and UTF-8, UTF-16 and Windows-1252 are read"
    case .cutCharacter(let path):
      "cannot read '\(path)': it is text in UTF-16 and ends within a character"
    case .noHeader(let path, let line, let count):
      "cannot use '\(path)': \(line) was to be the header, "
        + (count.map { $0 < line.number ? "and there are \($0)" : "and is blank" }
          ?? "and is not in the beginning of the file, where headers are looked for")
    case .notAHeader(let path, let line, let fields):
      "cannot use '\(path)': \(line) was to be the header, and holds values in place of names: "
        + Self.list(fields)
    case .headerOfFeatures(let path):
      "cannot use '\(path)': its rows are features, which have no line of names"
    case .otherHeader(let path, let line):
      "cannot read '\(path)': \(line) is another header, with other columns or another order, as in "
        + "files that were joined"
    case .notDelimitedText(let path, let kind):
      "cannot read '\(path)': it is \(kind), and incidents are read from CSV, XLSX, "
        + "GeoJSON, GeoPackages and point Shapefiles"
    case .geoJSON(let error): error.description
    case .geoPackage(let error): error.description
    case .shapefile(let error): error.description
    case .archive(let error): error.description
    case .workbook(let error): error.description
    case .noFiles(let path, _):
      "cannot read '\(path)': it holds no files of incidents, which are CSV, TSV, TXT, XLSX, GeoJSON, "
        + "GeoPackages and point Shapefiles"
    case .noMatch(let pattern):
      "cannot read '\(pattern)': no file fits the pattern"
    case .severalFiles(let path, let files):
      "cannot read '\(path)': it holds \(files.count) files, and one is needed"
    case .noSystem(let path):
      "cannot use '\(path)': it does not say what its coordinates mean"
    case .unknownSystem(let path, let text):
      "cannot use '\(path)': its coordinate system '\(text.prefix(60))' is not known"
    case .unclosedQuote(let path, let line):
      "\(path):\(line): a quote is opened here and never closed"
    case .rowTooLong(let path, let line, let limit):
      "\(path):\(line): the row is longer than \(limit / 1_048_576) MiB, which no incident is"
    case .headerTooLong(let path, let line, let limit):
      "\(path):\(line): the header goes on for more than \(limit / 1024) KiB, at most that is read"
    case .mixedLineEnds(let path, let line, let isReturn):
      "\(path):\(line): found a \(isReturn ? "carriage return alone" : "line feed") outside quotes "
        + "where rows end in \(isReturn ? "line feeds" : "carriage returns alone"), one kind of line "
        + "end is allowed"
    case .missingColumns(let path, let needed, let header):
      "cannot use '\(path)': found the columns \(Self.list(header)), and \(needed) is needed"
    case .unknownColumn(let path, let key, let name, let header):
      "cannot use column '\(name)' for '\(key)' in '\(path)': its columns are \(Self.list(header))"
        + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .noColumn(let path, let name, let header):
      "cannot find column '\(name)' in '\(path)': its columns are \(Self.list(header))"
        + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .repeatedColumn(let path, let name):
      "cannot use column '\(name)' of '\(path)': the header has it more than once"
    case .tooManyCategories(let path, let column, let limit):
      "cannot count by column '\(column)' of '\(path)': it has more than \(limit) different values"
    case .tooManyValues(let path, let column, let limit):
      "cannot count by column '\(column)' of '\(path)': it has more than \(limit) different values"
    case .noUsableRow(let path, let read, _):
      "cannot use '\(path)': none of its \(read) rows can be used"
    case .rejectedRows(let count, let first):
      "\(first.message); \(count) rejected in all, and none may be"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }
}
