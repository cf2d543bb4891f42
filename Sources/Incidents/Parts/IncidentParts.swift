import Archives
import Glibc
import Workbooks

/// The parts that paths name, in the order in which they are read.
///
/// The order of the paths is kept; within a folder, a pattern or an archive it is that of the bytes
/// of names, which no language or system changes.
package struct IncidentParts: Sendable {
  /// What is read.
  package private(set) var parts: [IncidentPart] = []

  /// What lies there too and is not read.
  package var leftOut: [LeftOutFile] { parts.flatMap(\.leftOut) }

  /// How many files are kept open at once; where there are more, each is opened in its turn.
  package static let openAtOnce = 64

  private var archives: [String: Archive] = [:]

  /// Names nothing.
  init() {}

  /// Finds the parts that paths name.
  ///
  /// A path is a file, a folder, a pattern of `*`, `?`, `[...]` and `{...}`, a ZIP archive,
  /// `FILE.zip:inside/path.csv`, `FILE.xlsx`, `FILE.xlsx:Sheet`, or `-` for standard input. A file
  /// is what its first bytes say, in a folder and in an archive what its name says. Of a workbook
  /// the first sheet is read that is shown and has a table. Where street-level crimes of
  /// data.police.uk are found in a folder or an archive, nothing else there is read.
  ///
  /// - Parameters:
  ///   - paths: The paths.
  ///   - headerLine: The line of text or row of sheets in which headers stand, where the user said
  ///     it.
  /// - Throws: ``IncidentError/noFiles(path:others:)``, ``IncidentError/noMatch(pattern:)``, and
  ///   those of archives and workbooks. Files that are not there are found when they are opened.
  /// - Complexity: O(*n* log *n*) for *n* files; archives and workbooks are opened.
  package init(_ paths: [String], headerLine: Int? = nil) throws(IncidentError) {
    for path in paths { try add(path) }
    for part in parts.indices { parts[part].header.line = headerLine }
  }

  /// Whether a path names a file in an archive or a sheet of a workbook.
  package static func isInside(_ path: String) -> Bool {
    if case .inside = IncidentPath(path) { true } else { false }
  }

  /// Returns the files on disk that paths name, without opening any.
  package static func files(behind paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      switch IncidentPath(path) {
      case .folder: FolderListing.files(in: path)
      case .pattern: FolderListing.matches(path).flatMap { files(behind: [$0]) }
      case .inside(let file, _): [file]
      case .file: [path]
      }
    }
  }

  private mutating func add(_ path: String) throws(IncidentError) {
    switch IncidentPath(path) {
    case .folder: try add(folder: path)
    case .pattern:
      let matches = FolderListing.matches(path)
      if matches.isEmpty { throw .noMatch(pattern: path) }
      for match in matches { try add(match) }
    case .file, .inside: try add(file: path)
    }
  }

  /// Adds what a path names that is no folder and no pattern.
  mutating func add(file path: String) throws(IncidentError) {
    if case .inside(let file, let name) = IncidentPath(path) {
      let archive = try archive(file)
      switch WorkbookKind(of: archive) {
      case nil: try add(entry: name, of: archive)
      default: try add(workbook: archive, sheet: name)
      }
      return
    }
    guard Self.isArchive(path) else {
      parts.append(IncidentPart(path: path))
      return
    }
    let archive = try archive(path)
    switch WorkbookKind(of: archive) {
    case .workbook: try add(workbook: archive, sheet: nil)
    case .other(let kind): throw .workbook(.notWorkbook(path: path, kind: kind))
    case nil: try add(archive)
    }
  }

  private mutating func add(folder: String) throws(IncidentError) {
    let files = FolderListing.files(in: folder).filter { !IncidentKind.isCompanion($0) }
    let isRead = Self.choice(of: files) { IncidentKind.isText($0) || IncidentKind.needsFile($0) }
    guard files.contains(where: isRead) else {
      throw .noFiles(path: folder, others: files)
    }
    let first = parts.count
    for file in files where isRead(file) { try add(file: file) }
    parts[first].leftOut += files.filter { !isRead($0) }.map { file in
      LeftOutFile(file, isKnown: IncidentKind.isText(file) || IncidentKind.needsFile(file))
    }
  }

  private mutating func add(_ archive: Archive) throws(IncidentError) {
    let entries = archive.entries
      .filter { entry in
        !IncidentKind.isCompanion(entry.name)
          && !IncidentKind.steps(of: entry.name).contains { IncidentKind.isHidden($0) }
      }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let isRead = Self.choice(of: entries.map(\.name)) {
      IncidentKind.isText($0) || IncidentKind.needsFile($0)
    }
    guard entries.contains(where: { isRead($0.name) }) else {
      throw .noFiles(path: archive.path, others: entries.map(\.name))
    }
    let first = parts.count
    for entry in entries where isRead(entry.name) { try add(entry, inner: nil, of: archive) }
    parts[first].leftOut += entries.filter { !isRead($0.name) }.map { entry in
      LeftOutFile(
        archive.path(of: entry),
        isKnown: IncidentKind.isText(entry.name) || IncidentKind.needsFile(entry.name))
    }
  }

  /// Adds a file of an archive; what a library has to open itself is unpacked.
  private mutating func add(
    _ entry: ArchiveEntry, inner: String?, of archive: Archive
  ) throws(IncidentError) {
    guard IncidentKind.needsFile(entry.name) else {
      parts.append(IncidentPart(entry, of: archive))
      return
    }
    let unpacked = try UnpackedPart(entry, of: archive)
    let path = archive.path(of: entry)
    guard IncidentKind.isWorkbook(entry.name) else {
      parts.append(
        IncidentPart(path: inner.map { "\(path):\($0)" } ?? path, unpacked: unpacked))
      return
    }
    let first = parts.count
    let workbook: Archive
    do throws(ArchiveError) {
      workbook = try Archive(path: path, at: unpacked.location)
    } catch {
      throw .archive(error)
    }
    try add(workbook: workbook, sheet: inner)
    for part in parts.indices[first...] { parts[part].unpacked = unpacked }
  }

  private mutating func add(
    entry name: String, of archive: Archive
  ) throws(IncidentError) {
    let entry: ArchiveEntry
    var inner: String?
    do throws(ArchiveError) {
      if let split = IncidentKind.inner(name), !archive.entries.contains(where: { $0.name == name })
      {
        entry = try archive.entry(named: split.file)
        inner = split.inner
      } else {
        entry = try archive.entry(named: name)
      }
    } catch {
      throw .archive(error)
    }
    try add(entry, inner: inner, of: archive)
  }

  private mutating func add(
    workbook archive: Archive, sheet name: String?
  ) throws(IncidentError) {
    do throws(WorkbookError) {
      if case .other(let kind) = WorkbookKind(of: archive) {
        throw .notWorkbook(path: archive.path, kind: kind)
      }
      let workbook = try Workbook(archive)
      if let name {
        parts.append(IncidentPart(try workbook.sheet(named: name), of: workbook))
        return
      }
      let chosen = try SheetTable.firstSheet(of: workbook)
      var part = IncidentPart(chosen, of: workbook)
      part.isChosen = true
      part.leftOut = workbook.sheets.filter { $0 != chosen }.map {
        LeftOutFile(path: "\(workbook.path):\($0.name)", reason: .otherSheet)
      }
      parts.append(part)
    } catch {
      throw .workbook(error)
    }
  }

  private mutating func archive(_ path: String) throws(IncidentError) -> Archive {
    if let archive = archives[path] { return archive }
    do throws(ArchiveError) {
      let archive = try Archive(path: path)
      archives[path] = archive
      return archive
    } catch {
      throw .archive(error)
    }
  }

  /// Returns which of the files of one place are read.
  private static func choice(
    of names: [String], _ isKnown: @escaping (String) -> Bool
  ) -> (String) -> Bool {
    names.contains(where: IncidentKind.isStreet) ? IncidentKind.isStreet : isKnown
  }

  /// Returns whether a file begins as an archive; false for what is no file.
  private static func isArchive(_ path: String) -> Bool {
    guard path != "-", let size = ByteStream.size(ofFile: path), size >= 4 else { return false }
    guard let stream = try? ByteStream(path: path), !stream.isCompressed,
      let start = try? stream.bytes(atMost: 4)
    else { return false }
    return Archive.isArchive(start)
  }
}

extension LeftOutFile {
  /// Describes a file of a folder or an archive.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - isKnown: Whether it is of a kind that is read elsewhere.
  fileprivate init(_ path: String, isKnown: Bool) {
    self.init(path: path, reason: isKnown ? .besideStreetCrimes : .otherKind)
  }
}
