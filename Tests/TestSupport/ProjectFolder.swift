import Foundation

/// The folder of the project's sources, for tests that use `boundaries/` and `samples/`.
public enum ProjectFolder {
  /// Returns the path of a file of the project.
  public static func path(_ relative: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: relative).path
  }
}
