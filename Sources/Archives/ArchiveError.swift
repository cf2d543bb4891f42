import Names

/// Why a ZIP archive or one of its files cannot be read.
package enum ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file of this name.
  case noSuchFile(path: String)
  /// The file is there and cannot be opened.
  case cannotOpen(path: String, reason: String)
  /// The file is no ZIP archive.
  case notAnArchive(path: String)
  /// The archive is cut or its bytes are not those that were packed; `path` may name a file in it.
  case damaged(path: String, reason: String)
  /// The archive has more files than any archive of incidents.
  case tooManyEntries(path: String, count: Int, limit: Int)
  /// There is no such file in the archive.
  case noSuchEntry(path: String, entry: String, entries: [String])
  /// The file cannot be read without a password.
  case encrypted(path: String)
  /// The file is compressed in a way that is not read.
  case unsupportedCompression(path: String, method: Int)
  /// The file grows so much when it is unpacked that it was made to fill memory or disks.
  case expandsTooFar(path: String, compressed: Int, expanded: Int)

  /// The files that have to be unpacked together are larger than is allowed.
  case tooLarge(path: String, size: Int, limit: Int)
  /// The system does not let a file be unpacked.
  case cannotUnpack(path: String, reason: String)

  /// Whether the error is that a file is absent or cannot be opened, rather than bad.
  package var isMissingFile: Bool {
    switch self {
    case .noSuchFile, .cannotOpen, .noSuchEntry: true
    default: false
    }
  }

  /// What was found and what is allowed, in one line.
  package var description: String {
    switch self {
    case .noSuchFile(let path):
      "cannot read '\(path)': there is no such file"
    case .cannotOpen(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .notAnArchive(let path):
      "cannot read '\(path)': it is no ZIP archive"
    case .damaged(let path, let reason):
      "cannot read '\(path)': the archive is damaged (\(reason))"
    case .tooManyEntries(let path, let count, let limit):
      "cannot read '\(path)': it has \(count) files, and at most \(limit) are read"
    case .tooLarge(let path, let size, let limit):
      "cannot read '\(path)': what it holds has \(size) bytes unpacked, at most \(limit) are allowed"
    case .cannotUnpack(let path, let reason):
      "cannot unpack '\(path)': \(reason)"
    case .noSuchEntry(let path, let entry, let entries):
      "cannot read '\(path)': there is no file '\(entry)' in it"
        + Suggestion.question(Self.near(entry, among: entries))
    case .encrypted(let path):
      "cannot read '\(path)': it is protected by a password"
    case .unsupportedCompression(let path, let method):
      "cannot read '\(path)': it is compressed with method \(method), and 0 (stored) and 8 (deflate) "
        + "are read"
    case .expandsTooFar(let path, let compressed, let expanded):
      "cannot read '\(path)': \(compressed) bytes of it become \(expanded) or more, at most "
        + "\(ArchiveLimits.ratio) times as many are allowed"
    }
  }

  /// Returns the files whose path, or else whose last part, is like that of a file that is not there.
  private static func near(_ entry: String, among entries: [String]) -> [String] {
    let ends = Dictionary(entries.map { (last($0), $0) }, uniquingKeysWith: { first, _ in first })
    let end = last(entry)
    if let same = ends[end] { return [same] }
    let near = Suggestion.closest(to: end, among: entries.map(last)).compactMap { ends[$0] }
    return near.isEmpty ? Suggestion.closest(to: entry, among: entries) : near
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
