import FoundationEssentials

/// Reads small files of drawn shapes whole.
enum DrawnFile {
  /// Returns a file's text, without a byte-order mark.
  ///
  /// - Parameter path: The path of the file.
  /// - Returns: The text; bytes that are not UTF-8 are replaced.
  /// - Throws: ``DrawnShapeError/noSuchFile(path:)``,
  ///   ``DrawnShapeError/unreadable(path:reason:)``.
  static func text(of path: String) throws(DrawnShapeError) -> String {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    if isFolder { throw .unreadable(path: path, reason: "it is a folder") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "permission is denied")
    }
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    return String(decoding: data.starts(with: mark) ? data.dropFirst(3) : data, as: UTF8.self)
  }
}
