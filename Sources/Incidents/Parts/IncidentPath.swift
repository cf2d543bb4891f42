/// What a path is that was typed for incidents.
enum IncidentPath: Equatable {
  /// A file, whether or not it is there, or standard input.
  case file
  /// A folder.
  case folder
  /// A pattern that may fit several files.
  case pattern
  /// A file in an archive, or a sheet of a workbook.
  case inside(file: String, name: String)

  private static let containers = [".zip:", ".xlsx:", ".xlsm:"]

  /// Looks at a path; what is there of exactly this name comes before all patterns and colons.
  init(_ path: String) {
    if path == "-" || ByteStream.size(ofFile: path) != nil {
      self = .file
    } else if FolderListing.isFolder(path) {
      self = .folder
    } else if let inside = Self.inside(path) {
      self = inside
    } else if path.contains(where: { "*?[{".contains($0) }) {
      self = .pattern
    } else {
      self = .file
    }
  }

  /// Returns the file before the first colon that follows an archive's extension, and what follows.
  private static func inside(_ path: String) -> IncidentPath? {
    let lowered = path.lowercased()
    let ends = containers.compactMap { container in
      lowered.firstRange(of: container).map {
        lowered.utf8.distance(from: lowered.startIndex, to: $0.upperBound)
      }
    }
    // Lower case can have other lengths than the letters of the path.
    guard let end = ends.min(), lowered.utf8.count == path.utf8.count, end < path.utf8.count,
      let start = path.utf8.index(path.startIndex, offsetBy: end).samePosition(in: path)
    else { return nil }
    return .inside(file: String(path[..<path.index(before: start)]), name: String(path[start...]))
  }
}
