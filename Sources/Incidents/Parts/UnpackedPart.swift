import Archives

/// A file of an archive that a library has to open itself, unpacked.
package struct UnpackedPart: Sendable {
  /// The path of the archive.
  let archive: String
  /// Where the file lies.
  let location: String
  /// How many bytes of the archive hold it and what belongs to it.
  let compressedSize: Int
  /// What keeps it there.
  private let files: UnpackedFiles

  /// Unpacks a file, and those that belong to a Shapefile with it.
  ///
  /// - Throws: ``IncidentError/archive(_:)``.
  init(_ entry: ArchiveEntry, of archive: Archive) throws(IncidentError) {
    let entries = IncidentKind.isShapefile(entry.name) ? archive.companions(of: entry) : [entry]
    do throws(ArchiveError) {
      files = try UnpackedFiles(entries, of: archive)
    } catch {
      throw .archive(error)
    }
    self.archive = archive.path
    location = files.path(of: entry)
    compressedSize = entries.reduce(0) { $0 + $1.compressedSize }
  }
}
