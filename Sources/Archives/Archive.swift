import CZip
import Glibc
import Synchronization

/// An open ZIP archive, whose files are read without unpacking them anywhere.
///
/// Several files can be read at a time, by several threads; the library's calls take turns.
///
/// Sendable because the handle is used only under the lock.
@safe package final class Archive: @unchecked Sendable {
  /// The archive's path.
  package let path: String
  /// The files, folders aside, in the order of the archive's directory.
  package let entries: [ArchiveEntry]

  private let handle: OpaquePointer
  private let lock = Mutex<Void>(())

  /// Opens an archive and reads its directory.
  ///
  /// Names that are not marked as UTF-8 are read as such where they are valid, else as code page
  /// 437, as APPNOTE.TXT has it (appendix D).
  ///
  /// - Parameters:
  ///   - path: The path that messages use.
  ///   - location: Where the file lies; at its path if `nil`.
  /// - Throws: ``ArchiveError``: no such file, no archive, a damaged directory, more files than
  ///   ``ArchiveLimits/entries``.
  /// - Complexity: O(*n*) for *n* files.
  package init(path: String, at location: String? = nil) throws(ArchiveError) {
    self.path = path
    let location = location ?? path
    let file = unsafe fopen(location, "rbe")
    guard let file = unsafe file else {
      if errno == ENOENT { throw .noSuchFile(path: path) }
      throw .cannotOpen(path: path, reason: Self.systemMessage(errno))
    }
    var status = stat()
    let size = unsafe fstat(fileno(file), &status) == 0 ? Int(status.st_size) : .max
    var start = [UInt8](repeating: 0, count: 4)
    errno = 0
    let count = unsafe fread(&start, 1, 4, file)
    let failure = errno
    unsafe fclose(file)
    if count == 0 && failure == EISDIR { throw .cannotOpen(path: path, reason: "it is a folder") }
    guard Self.isArchive(start) else { throw .notAnArchive(path: path) }
    var code: Int32 = 0
    guard let handle = unsafe zip_open(location, ZIP_RDONLY, &code) else {
      switch code {
      case ZIP_ER_NOZIP:
        throw .damaged(path: path, reason: "the list of its files is missing, as if it were cut")
      case ZIP_ER_INCONS:
        throw .damaged(path: path, reason: "the list of its files contradicts itself")
      case ZIP_ER_MULTIDISK:
        throw .damaged(path: path, reason: "it is one of several parts")
      default:
        throw .damaged(path: path, reason: "libzip says error \(code)")
      }
    }
    do throws(ArchiveError) {
      entries = try unsafe Self.directory(of: handle, path, size: size)
    } catch {
      unsafe zip_discard(handle)
      throw error
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe zip_discard(handle) }

  /// Returns whether a file begins as ZIP archives do, empty ones too.
  ///
  /// - Parameter start: The first bytes of the file.
  /// - Returns: Whether they are those of an archive.
  package static func isArchive(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: [0x50, 0x4b, 0x03, 0x04]) || start.starts(with: [0x50, 0x4b, 0x05, 0x06])
  }

  /// Returns the name that messages use for a file in the archive.
  package func path(of entry: ArchiveEntry) -> String { "\(path):\(entry.name)" }

  /// Returns a file by its path inside the archive.
  ///
  /// - Throws: ``ArchiveError/noSuchEntry(path:entry:entries:)``.
  package func entry(named name: String) throws(ArchiveError) -> ArchiveEntry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw .noSuchEntry(path: path, entry: name, entries: entries.map(\.name))
    }
    return entry
  }

  /// Returns the files of a Shapefile by one of them: those with its name and the extensions of one.
  package func companions(of entry: ArchiveEntry) -> [ArchiveEntry] {
    func stem(_ name: String) -> Substring { name[..<(name.lastIndex(of: ".") ?? name.endIndex)] }
    let parts: Set<String> = ["shp", "shx", "dbf", "prj", "cpg"]
    return entries.filter { other in
      stem(other.name) == stem(entry.name)
        && parts.contains(String(other.name.dropFirst(stem(other.name).count + 1)).lowercased())
    }
  }

  /// Begins to read a file.
  ///
  /// - Throws: ``ArchiveError``: a password is needed, the compression is not read, the directory
  ///   says that the file grows too much.
  package func open(_ entry: ArchiveEntry) throws(ArchiveError) -> ArchiveStream {
    let name = path(of: entry)
    if entry.isEncrypted { throw .encrypted(path: name) }
    guard [Int(ZIP_CM_STORE), Int(ZIP_CM_DEFLATE)].contains(entry.method) else {
      throw .unsupportedCompression(path: name, method: entry.method)
    }
    if entry.size > ArchiveLimits.harmlessSize,
      entry.size / ArchiveLimits.ratio > entry.compressedSize
    {
      throw .expandsTooFar(path: name, compressed: entry.compressedSize, expanded: entry.size)
    }
    var opened: OpaquePointer?
    try locked { () throws(ArchiveError) in
      unsafe opened = unsafe zip_fopen_index(handle, entry.index, 0)
      if unsafe opened == nil { throw unsafe Self.error(zip_get_error(handle), name) }
    }
    guard let file = unsafe opened else { throw .damaged(path: name, reason: "unknown error") }
    return unsafe ArchiveStream(file, of: self, entry)
  }

  /// Runs calls of the library while no other thread does.
  func locked<Value: Sendable>(
    _ work: () throws(ArchiveError) -> Value
  ) throws(ArchiveError) -> Value {
    try lock.withLock { (_) throws(ArchiveError) in try work() }
  }

  /// Reads the directory.
  private static func directory(
    of handle: OpaquePointer, _ path: String, size: Int
  ) throws(ArchiveError) -> [ArchiveEntry] {
    let count = unsafe Int(zip_get_num_entries(handle, 0))
    guard count <= ArchiveLimits.entries else {
      throw .tooManyEntries(path: path, count: count, limit: ArchiveLimits.entries)
    }
    var entries: [ArchiveEntry] = []
    entries.reserveCapacity(count)
    var names: Set<String> = []
    var packed = 0
    for index in 0..<UInt64(count) {
      var status = unsafe zip_stat_t()
      guard unsafe zip_stat_index(handle, index, 0, &status) == 0, let text = unsafe status.name
      else { throw unsafe error(zip_get_error(handle), path) }
      let name = unsafe String(cString: text)
      if name.hasSuffix("/") { continue }
      // Two files of one name are two answers to one question.
      guard names.insert(name).inserted else {
        throw .damaged(path: path, reason: "it has two files named '\(name)'")
      }
      entries.append(
        ArchiveEntry(
          name: name, size: unsafe Int(clamping: status.size),
          compressedSize: unsafe Int(clamping: status.comp_size), checksum: unsafe status.crc,
          index: index, method: unsafe Int(status.comp_method),
          isEncrypted: unsafe status.encryption_method != UInt16(ZIP_EM_NONE)))
      // Files that share bytes are how small archives are made to expand without end.
      let (sum, isBeyond) = packed.addingReportingOverflow(
        entries[entries.count - 1].compressedSize)
      guard !isBeyond, sum <= size else {
        throw .damaged(path: path, reason: "its files are together larger than it is")
      }
      packed = sum
    }
    return entries
  }

  /// Words what the library says of a file.
  static func error(_ error: UnsafeMutablePointer<zip_error_t>?, _ path: String) -> ArchiveError {
    guard let error = unsafe error else { return .damaged(path: path, reason: "unknown error") }
    let reason =
      switch unsafe zip_error_code_zip(error) {
      case ZIP_ER_CRC: "its checksum is not that of its bytes"
      case ZIP_ER_EOF: "it ends in the middle"
      case ZIP_ER_NOZIP, ZIP_ER_INCONS: "it is not where the list of files says"
      default: unsafe String(cString: zip_error_strerror(error)).lowercased()
      }
    return .damaged(path: path, reason: reason)
  }

  private static func systemMessage(_ code: Int32) -> String {
    code == EACCES
      ? "permission is denied" : unsafe String(cString: strerror(code)).lowercased()
  }
}
