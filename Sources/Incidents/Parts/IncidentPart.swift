package import Archives
import GeoPackages
package import Workbooks

/// A file of incidents, a file in an archive, or a sheet of a workbook: rows under one header.
package struct IncidentPart: Sendable {
  /// Where the rows are.
  package enum Content: Sendable {
    /// In a file of their own, or on standard input.
    case file
    /// In a file of a ZIP archive.
    case entry(Archive, ArchiveEntry)
    /// In a sheet of a workbook.
    case sheet(Workbook, Workbook.Sheet)
  }

  /// The name that messages use, and that can be typed: `FILE.csv`, `FILE.zip:inside/path.csv`,
  /// `FILE.xlsx:Sheet`, `-` for standard input.
  package let path: String
  /// Where the rows are.
  package let content: Content
  /// What lies beside it and is not read; of the parts of one path the first has the list.
  package internal(set) var leftOut: [LeftOutFile] = []
  /// Where it lies if it had to be unpacked.
  package internal(set) var unpacked: UnpackedPart?
  /// Whether it is a sheet that was chosen among those of a workbook.
  package internal(set) var isChosen = false
  /// What the user said of the header of its table.
  package var header = HeaderRequest()

  /// Describes a file of its own, or standard input.
  package init(path: String) {
    self.path = path
    content = .file
  }

  /// Describes a file in an archive that had to be unpacked.
  init(path: String, unpacked: UnpackedPart) {
    self.path = path
    self.unpacked = unpacked
    content = .file
  }

  /// Describes a file in an archive.
  init(_ entry: ArchiveEntry, of archive: Archive) {
    path = archive.path(of: entry)
    content = .entry(archive, entry)
  }

  /// Describes a sheet.
  init(_ sheet: Workbook.Sheet, of workbook: Workbook) {
    path = "\(workbook.path):\(sheet.name)"
    content = .sheet(workbook, sheet)
  }

  /// Returns the part that a path names: a file, a file in an archive, a sheet, or what alone is in
  /// them.
  ///
  /// - Throws: ``IncidentError/severalFiles(path:files:)``, and those of ``IncidentParts/init(_:)``.
  package static func only(_ path: String) throws(IncidentError) -> IncidentPart {
    var parts = IncidentParts()
    try parts.add(file: path)
    guard parts.parts.count == 1 else {
      throw .severalFiles(path: path, files: parts.parts.map(\.path))
    }
    return parts.parts[0]
  }

  /// Whether it is a file of its own.
  var isFile: Bool { if case .file = content { true } else { false } }

  /// The file on disk that holds it.
  package var file: String {
    if let unpacked { return unpacked.archive }
    return switch content {
    case .file: GeoPackageAddress(path)?.file ?? path
    case .entry(let archive, _): archive.path
    case .sheet(let workbook, _): workbook.path
    }
  }

  /// The file that is opened: that on disk which holds it, or what was unpacked of that.
  var location: String { unpacked?.location ?? file }

  /// The layer or sheet, where one is named.
  var layer: String? {
    if case .sheet(_, let sheet) = content { return sheet.name }
    return GeoPackageAddress(path)?.layer
  }

  /// How many bytes are read of the file on disk; `nil` for what is no file, such as a pipe.
  package var size: Int? {
    if let unpacked { return unpacked.compressedSize }
    return switch content {
    case .file: ByteStream.size(ofFile: file)
    case .entry(_, let entry): entry.compressedSize
    case .sheet(let workbook, let sheet): workbook.compressedSize(of: sheet)
    }
  }

  /// Opens the bytes that tell whether two parts are the same.
  func openBytes() throws(IncidentError) -> ByteStream {
    if case .entry(let archive, let entry) = content {
      return try ByteStream(entry, of: archive)
    }
    return try ByteStream(path: location)
  }
}
