import HotspotsKit
import CommandLineKit
import FoundationEssentials
import Interchange

/// Checks before any work that the files a command will write can be written and are not needed.
struct OutputCheck {
  /// The options of the command.
  let options: [OptionSpec]
  /// What was given for them.
  let given: [Arguments.RecordedOption]
  /// Files that are written beside those that are named.
  var derived: [String] = []

  /// Checks all outputs.
  ///
  /// - Throws: ``UsageError/invalid(_:help:)`` for an output that is an input, or two that are one
  ///   file; ``OutputError`` for one that cannot be written.
  func run() throws {
    var (read, written): ([String: String], [String: String]) = ([:], [:])
    for path in inputs where path != "-" { read[Self.place(of: path)] = path }
    let named = given.flatMap { option -> [String] in
      guard let spec = options.first(where: { $0.name == option.name }), case .writes = spec.role
      else { return [] }
      return option.values
    }
    for path in named + derived {
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

  /// Checks that no file which is read lies in a folder that is replaced as a whole.
  ///
  /// - Throws: ``UsageError/invalid(_:help:)``.
  func run(replacing folder: String) throws(UsageError) {
    let place = Self.place(of: folder)
    for path in inputs where path != "-" && Self.place(of: path).hasPrefix("\(place)/") {
      throw .invalid(
        "cannot replace '\(folder)': the input '\(path)' lies in it and would be lost",
        help: "name another folder for the output")
    }
  }

  /// The files that are read, those that belong to a Shapefile included.
  private var inputs: [String] { InputFiles.named(by: options, given) }

  /// Returns where a file is, whatever way its path leads there.
  private static func place(of path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
