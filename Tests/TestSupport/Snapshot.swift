import Foundation

/// Files of the project that must equal what the program says now.
///
///     #expect(try Snapshot.difference(of: page, from: "docs/options.md") == nil)
///
/// With `HOTSPOTS_RECORD=1` in the environment (`scripts/record`) the files are written instead, and
/// the tests fail so that no recording passes for a check.
public enum Snapshot {
  private static let isRecording = ProcessInfo.processInfo.environment["HOTSPOTS_RECORD"] == "1"

  /// Compares a text with a recorded file.
  ///
  /// - Parameters:
  ///   - text: What the program says now, without a line break at the end.
  ///   - path: The path of the file in the project.
  /// - Returns: How they differ, `nil` if they do not.
  /// - Throws: What the system says where a recording cannot be written.
  public static func difference(of text: String, from path: String) throws -> String? {
    let url = URL(filePath: ProjectFolder.path(path))
    let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    guard recorded != text + "\n" else { return nil }
    guard !isRecording else {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (text + "\n").write(to: url, atomically: true, encoding: .utf8)
      return "\(path) is recorded anew: look at it with 'git diff', then run the tests again"
    }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      \(path):\(line + 1) differs; if that is intended, run scripts/record
        recorded: \(line < old.count ? old[line] : "(nothing)")
        now:      \(line < new.count ? new[line] : "(nothing)")
      """
  }
}
