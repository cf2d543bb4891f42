import FoundationEssentials

/// Reads small files of drawn shapes whole.
enum DrawnFile {
  /// Returns a file's bytes, without a byte-order mark.
  ///
  /// - Throws: ``DrawnShapeError/noSuchFile(path:)``,
  ///   ``DrawnShapeError/unreadable(path:reason:)``.
  static func bytes(of path: String) throws(DrawnShapeError) -> [UInt8] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    if isFolder { throw .unreadable(path: path, reason: "it is a folder") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "permission is denied")
    }
    let bytes = Array(data)
    return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Returns a file's text.
  ///
  /// - Throws: As ``bytes(of:)``.
  static func text(of path: String) throws(DrawnShapeError) -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }
}
