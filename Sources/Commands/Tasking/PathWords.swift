import FoundationEssentials

/// Paths as they are written from another folder.
enum PathWords {
  /// Returns a path, relative to the working folder, as it is written in a file elsewhere.
  ///
  /// Absolute paths stay as they are, and so does `-`, which is a stream.
  ///
  ///     PathWords.relative("data/a.csv", toFolderOf: "packs/pack.json")  // "../data/a.csv"
  static func relative(_ path: String, toFolderOf file: String) -> String {
    guard path != "-", !path.hasPrefix("/") else { return path }
    let here = FileManager.default.currentDirectoryPath
    let from = parts(file, from: here).dropLast()
    let to = parts(path, from: here)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }

  /// The folders and the name of a path from the root, without `.` and `..`.
  private static func parts(_ path: String, from folder: String) -> [String] {
    let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    var parts: [String] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}
