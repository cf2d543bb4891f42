import Boundaries
import Interchange

/// Sees to it that all that a run reads is of one state of its files, and that the digests are of it.
///
/// The files are looked at before the first byte is read, and again when all is read and before
/// anything appears under its name. So also what is read several times, or by a library that opens
/// files itself, is one state. Pipes cannot be compared; a file on standard input can.
///
/// What it does not see is a write of as many bytes within one tick of the file system's clock (some
/// milliseconds) of the start.
public struct InputWatch: Sendable {
  /// The files as they were at the start; none at a path where there was no file.
  private let identities: [String: FileIdentity?]
  private let digests: Bool

  /// Looks at files.
  ///
  /// - Parameters:
  ///   - paths: The files; `-` is standard input.
  ///   - digests: Whether their digests will be wanted.
  package init(_ paths: [String], digests: Bool) {
    identities = Dictionary(paths.map { ($0, Self.identity(of: $0)) }) { first, _ in first }
    self.digests = digests
  }

  /// Looks at the files of a study, those that belong to a Shapefile included.
  ///
  /// - Parameters:
  ///   - options: What the study is asked.
  ///   - digests: Whether their digests will be wanted.
  public init(_ options: StudyOptions, digests: Bool = true) {
    var paths = options.incidents.paths + options.boundaries.paths
    if let area = options.boundaries.studyArea, StudyArea(fieldAndValue: area) == nil {
      paths.append(area)
    }
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

  /// Ends the reading: checks all files, and digests them where that is wanted.
  ///
  /// To be called when the last byte has been read, and before the first output gets its name.
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
    // The digests are of the files that were looked at, if these are still the same.
    try check()
    return sealed
  }

  private static func identity(of path: String) -> FileIdentity? {
    if path == "-" { return FileIdentity(descriptor: 0) }
    let identity = FileIdentity(path: path)
    // SQLite makes and removes the file of what was written last as others open and close the
    // database; it says something only where it holds something.
    return path.hasSuffix("-wal") && identity?.size == 0 ? nil : identity
  }
}

/// The digests of files as they were read.
public struct FileDigests: Sendable {
  /// The bytes and the SHA-256 of each file by its path; none of a pipe, which is gone once read.
  package var digests: [String: (bytes: Int, hexadecimal: String)] = [:]

  /// Digests nothing, for a manifest that names its inputs without their bytes.
  public init() {}
}
