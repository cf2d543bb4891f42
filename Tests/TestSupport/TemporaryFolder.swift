import Foundation

/// A folder of one test, gone when the test is.
public final class TemporaryFolder: Sendable {
  private let url = FileManager.default.temporaryDirectory
    .appending(path: "hotspots-\(UUID().uuidString)")

  /// Creates the folder.
  public init() {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("TemporaryFolder: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Returns the path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Returns a file's bytes.
  public func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  /// Writes a file's bytes.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(Array(bytes)).write(to: url.appending(path: name))
  }

  /// Writes a file of text and returns its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try write(text.utf8, to: name)
    return path(name)
  }

  /// Removes a file where there is one.
  public func remove(_ name: String) {
    try? FileManager.default.removeItem(at: url.appending(path: name))
  }
}
