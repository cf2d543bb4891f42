import Glibc

/// Reads small files.
enum SmallFile {
  /// Returns the bytes of a file.
  ///
  /// - Throws: ``ConfigurationError/unreadable(path:reason:)``.
  static func read(_ path: String) throws(ConfigurationError) -> [UInt8] {
    // Swift keeps the path and its closing null byte alive for the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      // The count handed to the system is that of the buffer itself.
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count > 0 {
        bytes += block[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw unreadable(path)
      }
    }
  }

  private static func unreadable(_ path: String) -> ConfigurationError {
    let number = errno
    // strerror returns a text that ends in a null byte, for any number.
    return .unreadable(
      path: path,
      reason: number == ENOENT
        ? "there is no such file" : unsafe String(cString: strerror(number)).lowercased())
  }
}
