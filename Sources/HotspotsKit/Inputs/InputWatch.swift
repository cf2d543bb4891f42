import Boundaries
import Interchange

/// Ensures that everything a run reads comes from one state of its files, and that the digests are
/// of that state.
///
/// The files are examined before the first byte is read, and again when everything has been read
/// and before any output gets its name. This covers files that are read several times, or by a
/// library that opens them itself. Pipes cannot be compared; a file on standard input can.
///
/// It misses a write of the same number of bytes within one tick of the file system's clock (some
/// milliseconds) of the start.
public struct InputWatch: Sendable {
  /// The files as they were at the start; `nil` for a path without a file.
  private let identities: [String: FileIdentity?]
  private let digests: Bool

  /// Examines files.
  ///
  /// - Parameters:
  ///   - paths: The files; `-` is standard input.
  ///   - digests: Whether their digests are needed.
  package init(_ paths: [String], digests: Bool) {
    identities = Dictionary(paths.map { ($0, Self.identity(of: $0)) }) { first, _ in first }
    self.digests = digests
  }

  /// Examines the files of a study, including all parts of Shapefiles.
  ///
  /// - Parameters:
  ///   - options: The options of the study.
  ///   - others: Further files that are read, such as a ``ValueFile`` or the incidents of another study.
  ///   - digests: Whether their digests are needed.
  public init(_ options: StudyOptions, others: [String] = [], digests: Bool = true) {
    var paths = options.incidents.paths + options.boundaries.paths + others
    if let weights = options.weights { paths.append(weights.path) }
    paths += options.boundaries.studyAreas.filter { StudyArea(fieldAndValue: $0) == nil }
    self.init(paths.flatMap(InputFiles.behind), digests: digests)
  }

  /// Checks that all files are as they were at the start.
  ///
  /// - Throws: ``ChangedInput``.
  public func check() throws(ChangedInput) {
    for path in identities.keys.sorted() where Self.identity(of: path) != identities[path] {
      throw ChangedInput(path: path)
    }
  }

  /// Ends the reading: checks all files, and computes their digests if needed.
  ///
  /// Call it when the last byte has been read and before the first output gets its name.
  ///
  /// - Returns: The digests of what was read.
  /// - Throws: ``ChangedInput``, ``Interchange/OutputError/cannotDigest(path:)``.
  public func seal() throws -> FileDigests {
    try check()
    var sealed = FileDigests()
    guard digests else { return sealed }
    for (path, identity) in identities where identity != nil && path != "-" {
      let digest: (bytes: Int, hexadecimal: String)
      do throws(OutputError) {
        digest = try Digest.sha256(ofFile: path)
      } catch {
        try check()
        throw error
      }
      sealed.digests[path] = (digest.bytes, digest.hexadecimal)
    }
    // The digests are of the examined files if these are still the same.
    try check()
    return sealed
  }

  private static func identity(of path: String) -> FileIdentity? {
    if path == "-" { return FileIdentity(descriptor: 0) }
    let identity = FileIdentity(path: path)
    // SQLite creates and removes its write-ahead log as others open and close the database, so that
    // an empty one means nothing.
    return path.hasSuffix("-wal") && identity?.size == 0 ? nil : identity
  }
}

/// The digests of files as they were read.
public struct FileDigests: Sendable {
  /// The size and the SHA-256 of each file by its path; none for a pipe, which cannot be read
  /// twice.
  package var digests: [String: (bytes: Int, hexadecimal: String)] = [:]

  /// Creates no digests, for a manifest that names its inputs without them.
  public init() {}
}
