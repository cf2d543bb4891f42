import CZip

/// The unpacked bytes of a file in an archive, from first to last.
///
/// Not for use by several threads at once.
@safe package final class ArchiveStream {
  /// What messages call the file: `ARCHIVE.zip:inside/path.csv`.
  package let path: String
  /// How many bytes have been handed out.
  private(set) var bytesMade = 0

  private let archive: Archive
  private let entry: ArchiveEntry
  private let file: OpaquePointer

  /// Takes over a file that has been opened.
  init(_ file: OpaquePointer, of archive: Archive, _ entry: ArchiveEntry) {
    unsafe self.file = unsafe file
    self.archive = archive
    self.entry = entry
    path = archive.path(of: entry)
  }

  deinit {
    _ = try? archive.locked { () throws(ArchiveError) in unsafe zip_fclose(file) }
  }

  /// About how many bytes of the archive have been read for it.
  package var compressedBytesRead: Int {
    if bytesMade >= entry.size { return entry.compressedSize }
    return Int(Double(bytesMade) / Double(entry.size) * Double(entry.compressedSize))
  }

  /// Fills a buffer with the next bytes.
  ///
  /// - Returns: How many there were; 0 only at the end, where the checksum has been compared.
  /// - Throws: ``ArchiveError/damaged(path:reason:)`` where the bytes are not those that were packed
  ///   or are more than the directory says, which keeps the limits on growth.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    if unsafe buffer.isEmpty { return 0 }
    let count = try archive.locked { () throws(ArchiveError) in
      let count = unsafe zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      if count < 0 { throw unsafe Archive.error(zip_file_get_error(file), path) }
      return Int(count)
    }
    bytesMade += count
    guard bytesMade <= entry.size else {
      throw .damaged(path: path, reason: "it is larger than the list of files says")
    }
    if count == 0 && bytesMade < entry.size {
      throw .damaged(path: path, reason: "it ends in the middle")
    }
    return count
  }

  /// Returns the next bytes.
  ///
  /// - Returns: Fewer than asked for only at the end.
  package func bytes(atMost count: Int) throws(ArchiveError) -> [UInt8] {
    var failure: ArchiveError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      do throws(ArchiveError) {
        while initialised < count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[initialised...]))
          let made = try unsafe read(into: rest)
          if made == 0 { break }
          initialised += made
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
