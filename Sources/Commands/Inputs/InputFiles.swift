import CommandLineKit
import HotspotsKit

// The files that a command line names to be read.
extension InputFiles {
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
      guard let spec = options.first(where: { $0.name == option.name }), spec.role.isRead
      else { return [] }
      return option.values.flatMap(spec.paths).flatMap(behind)
    }
  }
}
