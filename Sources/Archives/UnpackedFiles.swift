import Glibc
import Synchronization

/// Files of an archive, unpacked to a folder of their own that nobody else can read, for readers that
/// need files with names.
///
/// The folder is removed with the last owner, and when the program ends.
@safe package final class UnpackedFiles: Sendable {
  /// The path of the folder.
  private let folder: String

  /// Unpacks files that have different names, whatever their folders.
  ///
  /// - Throws: ``ArchiveError`` as for ``Archive/open(_:)`` and reading,
  ///   ``ArchiveError/tooLarge(path:size:limit:)`` beyond ``ArchiveLimits/unpackedSize`` together, ``ArchiveError/cannotUnpack(path:reason:)`` where the
  ///   system has no room.
  /// - Complexity: O(*n*) for *n* unpacked bytes, which take as much of the disk.
  package init(_ entries: [ArchiveEntry], of archive: Archive) throws(ArchiveError) {
    let size = entries.reduce(0) { $0.saturating($1.size) }
    if size > ArchiveLimits.unpackedSize {
      throw .tooLarge(path: archive.path, size: size, limit: ArchiveLimits.unpackedSize)
    }
    folder = try Self.makeFolder(for: archive.path)
    // An error from here on lets go of the object, which removes the folder.
    for entry in entries { try Self.unpack(entry, of: archive, to: path(of: entry)) }
  }

  deinit { Self.remove(folder) }

  /// The path at which a file lies that was unpacked.
  package func path(of entry: ArchiveEntry) -> String { "\(folder)/\(entry.lastStep)" }

  private static func unpack(
    _ entry: ArchiveEntry, of archive: Archive, to path: String
  ) throws(ArchiveError) {
    let stream = try archive.open(entry)
    guard let file = unsafe fopen(path, "wbxe") else {
      throw .cannotUnpack(path: stream.path, reason: systemReason())
    }
    var isWritten = true
    var failure: ArchiveError?
    do throws(ArchiveError) {
      while isWritten {
        let bytes = try stream.bytes(atMost: 1 << 18)
        if bytes.isEmpty { break }
        // The array holds `bytes.count` bytes.
        isWritten = unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count
      }
    } catch {
      failure = error
    }
    let reason = systemReason()
    isWritten = unsafe fclose(file) == 0 && isWritten
    if let failure { throw failure }
    if !isWritten { throw .cannotUnpack(path: stream.path, reason: reason) }
  }

  // MARK: - Folders

  /// The folders that are there, to be removed when the program ends without letting go of them.
  private static let folders = Mutex<Set<String>?>(nil)

  private static func makeFolder(for path: String) throws(ArchiveError) -> String {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let pattern = (place.isEmpty ? "/tmp" : place) + "/hotspots-XXXXXX"
    var name = Array(pattern.utf8CString)
    // Only its owner can read a folder that `mkdtemp` makes.
    guard unsafe mkdtemp(&name) != nil else {
      throw .cannotUnpack(path: path, reason: systemReason())
    }
    let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let isFirst = folders.withLock { folders in
      defer { folders = (folders ?? []).union([folder]) }
      return folders == nil
    }
    if isFirst { atexit { UnpackedFiles.removeAll() } }
    return folder
  }

  private static func removeAll() {
    for folder in folders.withLock({ $0 ?? [] }) { remove(folder) }
  }

  private static func remove(_ folder: String) {
    if let directory = unsafe opendir(folder) {
      while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        if name != "." && name != ".." { unsafe unlink("\(folder)/\(name)") }
      }
      unsafe closedir(directory)
    }
    unsafe rmdir(folder)
    folders.withLock { _ = $0?.remove(folder) }
  }

  private static func systemReason() -> String {
    // strerror returns a string that ends in NUL and stays valid until the next call.
    unsafe String(cString: strerror(errno)).lowercased()
  }
}

extension Int {
  fileprivate func saturating(_ other: Int) -> Int {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? .max : sum
  }
}
