import Glibc

/// The bytes of a file, some at a time; the only owner of its descriptor.
@safe final class GeoJSONFile {
  private let descriptor: Int32
  private var block = [UInt8](repeating: 0, count: 1 << 18)
  /// Why reading failed.
  private(set) var failure: String?

  /// Opens a file.
  ///
  /// - Throws: ``GeoJSONError/noSuchFile(path:)``, ``GeoJSONError/unreadable(path:reason:)``.
  init(path: String) throws(GeoJSONError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .noSuchFile(path: path) }
      throw .unreadable(path: path, reason: Self.systemReason())
    }
  }

  deinit { close(descriptor) }

  /// Returns the next bytes; none at the end, `nil` if the system refuses.
  func more() -> [UInt8]? {
    while true {
      // Bound: at most the block's size is read.
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return Array(block[..<count]) }
      if errno != EINTR {
        failure = Self.systemReason()
        return nil
      }
    }
  }

  private static func systemReason() -> String {
    // strerror returns a string that ends in NUL and stays valid until the next call.
    errno == EISDIR ? "it is a folder" : unsafe String(cString: strerror(errno)).lowercased()
  }
}

extension GeoJSONReader {
  /// Opens a file, whose vertices are wanted.
  ///
  /// - Parameters:
  ///   - path: The path that messages use.
  ///   - location: Where the file lies; at its path if `nil`.
  /// - Throws: ``GeoJSONError/noSuchFile(path:)``, ``GeoJSONError/unreadable(path:reason:)``.
  package convenience init(file path: String, at location: String? = nil) throws(GeoJSONError) {
    let file = try GeoJSONFile(path: location ?? path)
    // A folder is told only by reading from it.
    guard let first = file.more() else {
      throw .unreadable(path: path, reason: file.failure ?? "reading failed")
    }
    var isFirst = true
    self.init(path: path, readsVertices: true) {
      if isFirst {
        isFirst = false
        return first
      }
      return file.more()
    }
  }
}
