import CommandLineKit
import HotspotsKit

// The files that a command line names to be read.
extension InputFiles {
  /// The options that name what is written; all others that hold paths name what is read.
  static let outputs: Set<String> = [
    "output", "map", "chart", "manifest", "hotspots", "night-output", "contours",
  ]

  /// Returns the files that options name, those that belong to a Shapefile included, and `-`.
  ///
  /// - Parameters:
  ///   - options: The options of the command.
  ///   - given: What was given for them.
  /// - Returns: The paths, whether or not there is anything at them.
  static func named(
    by options: [OptionSpec], _ given: [Arguments.RecordedOption]
  ) -> [String] {
    given.flatMap { option -> [String] in
      guard !outputs.contains(option.name),
        let spec = options.first(where: { $0.name == option.name }), spec.holdsPaths
      else { return [] }
      let paths =
        spec.isList
        ? option.values.flatMap { $0.split(separator: ",").map(String.init) } : option.values
      return paths.filter { !spec.isCondition($0) }.flatMap(behind)
    }
  }
}
