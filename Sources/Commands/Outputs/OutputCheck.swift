import HotspotsKit
import CommandLineKit
import FoundationEssentials
import Interchange

/// Checks before any work that the files a command will write can be written and are not needed.
///
/// The program runs it for every command with the files that the options name; a command that writes
/// further files runs it with those.
struct OutputCheck {
  /// The files that the options name.
  private let files: GivenFiles
  /// Files that are written beside them.
  private let derived: [String]

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - files: The files that the options name.
  ///   - derived: Files that are written beside them.
  init(_ files: GivenFiles, derived: [String] = []) {
    self.files = files
    self.derived = derived
  }

  /// Checks all outputs.
  ///
  /// - Throws: ``UsageError/invalid(_:help:)`` for an output that is an input, two that are one file,
  ///   and a folder to be replaced that holds an input; ``OutputError`` for an output that cannot be
  ///   written.
  func run() throws {
    let inputs = files.read.flatMap(InputFiles.behind).filter { $0 != "-" }
    let read = Dictionary(inputs.map { (Self.place(of: $0), $0) }) { first, _ in first }
    var written: [String: String] = [:]
    for path in files.written + derived {
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
    for folder in files.replaced {
      let place = Self.place(of: folder)
      for path in inputs where Self.place(of: path).hasPrefix("\(place)/") {
        throw UsageError.invalid(
          "cannot replace '\(folder)': the input '\(path)' lies in it and would be lost",
          help: "name another folder for the output")
      }
    }
  }

  /// Returns where a file is, whatever way its path leads there.
  private static func place(of path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
