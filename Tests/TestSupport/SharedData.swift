public import Foundation

/// Real and reference data kept beside the project; absent on most machines.
public enum SharedData {
  /// The folder that holds `realdata` and `reference`, where it exists.
  public static let folder: URL? = {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidate =
      ProcessInfo.processInfo.environment["HOTSPOTS_SHARED_DATA"].map { URL(filePath: $0) }
      ?? project.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: candidate.appending(path: "realdata").path)
      ? candidate : nil
  }()

  /// Whether the data is here, for `.enabled(if:)`.
  public static var isPresent: Bool { folder != nil }

  /// What a skipped test says.
  public static let absence: String =
    "real data is absent: put it in ../shared or name its folder in HOTSPOTS_SHARED_DATA"

  /// Returns the path of a file in the shared folder.
  public static func path(_ relative: String) -> String {
    folder?.appending(path: relative).path ?? "/absent/\(relative)"
  }
}
