import CommandLineKit
import FoundationEssentials
import Interchange

extension InputOptions {
  /// Checks before any work that outputs can be written and take nothing's place that is needed.
  ///
  /// - Parameters:
  ///   - outputs: The files that will be written; absent and empty ones are passed over.
  ///   - others: Files that are read beside incidents and boundaries.
  /// - Throws: ``UsageError/invalid(_:help:)`` for an output that is an input, or two that are one
  ///   file; ``OutputError`` for one that cannot be written.
  func check(outputs: [String?], others: [String] = []) throws {
    var read: [String: String] = [:]
    for path in incidents + others + boundaries.flatMap(Self.files) where path != "-" {
      read[Self.place(of: path)] = path
    }
    var written: [String: String] = [:]
    for path in outputs.compactMap(\.self) where !path.isEmpty {
      if path != "-" && !path.hasPrefix("/dev/") {
        let place = Self.place(of: path)
        if let input = read[place] {
          throw UsageError.invalid(
            "cannot write '\(path)': it is the input '\(input)', which would be lost",
            help: "name another file for the output")
        }
        if let other = written.updateValue(path, forKey: place) {
          throw UsageError.invalid(
            "cannot write both results to '\(other)'", help: "name a file for each")
        }
      }
      try OutputFile.check(path)
    }
  }

  /// Returns where a file is, whatever way its path leads there.
  private static func place(of path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Returns the files that belong to a boundary layer.
  private static func files(ofLayer path: String) -> [String] {
    let endings = [".shp", ".shx", ".dbf", ".prj", ".cpg"]
    let lowered = path.lowercased()
    guard let ending = endings.first(where: lowered.hasSuffix) ?? (lowered.contains(".") ? nil : "")
    else { return [path] }
    return [path] + endings.map { path.dropLast(ending.count) + $0 }
  }
}
