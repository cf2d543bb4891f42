import Glibc

/// Lists files by their paths.
enum FolderListing {
  /// Whether a path is a folder's.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Returns the files in a folder and in those below it, in the order of the bytes of their paths.
  ///
  /// Hidden files are passed over. Links are followed, to each folder once on the way down.
  static func files(in folder: String) -> [String] {
    var files: [String] = []
    collect(folder, above: [], into: &files)
    return sorted(files)
  }

  /// Returns the paths that fit a pattern, in the order of their bytes.
  static func matches(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT | GLOB_BRACE, nil, &found) == 0 else { return [] }
    var paths: [String] = []
    let count = unsafe Int(found.gl_pathc)
    for index in 0..<count {
      // Bound: the list has so many entries.
      if let path = unsafe found.gl_pathv[index] { paths.append(unsafe String(cString: path)) }
    }
    // A brace can name a file twice.
    return sorted(Array(Set(paths)))
  }

  private static func sorted(_ paths: [String]) -> [String] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(_ folder: String, above: [FileNumber], into files: inout [String]) {
    guard let number = FileNumber(folder), !above.contains(number),
      let directory = unsafe opendir(folder)
    else { return }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if IncidentKind.isHidden(name) { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if isFolder(path) {
        collect(path, above: above + [number], into: &files)
      } else if ByteStream.size(ofFile: path) != nil {
        files.append(path)
      }
    }
  }

  /// What tells a folder from all others.
  private struct FileNumber: Equatable {
    var device: UInt
    var number: UInt

    init?(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    }
  }
}
