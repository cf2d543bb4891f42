import CommandLineKit
import HotspotsKit

extension Manifest {
  /// Adds what a command was given, wrote and warned of.
  mutating func add(
    _ options: [Arguments.RecordedOption], outputs: [String], warnings: [String]
  ) {
    self.options = options.map { ($0.name, $0.values) }
    self.outputs = outputs
    self.warnings = warnings
  }
}
