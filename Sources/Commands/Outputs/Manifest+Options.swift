import CommandLineKit
import HotspotsKit
import Interchange
import Projections
import Tables

extension Manifest {
  /// Adds what a command was given, wrote and warned of.
  mutating func add(
    _ options: [Arguments.RecordedOption], outputs: [String], warnings: [String]
  ) {
    self.options = options.map { ($0.name, $0.values) }
    self.outputs = outputs
    self.warnings = warnings
  }

  /// Describes the run of a command, with the options that were given.
  init(
    command: String, options: [Arguments.RecordedOption],
    incidents: [(path: String, rows: Int)], boundaries: [(path: String, rows: Int)],
    digests: FileDigests, chosen: [JSONValue.Member], projection: ProjectionSummary?,
    reconciliations: [Reconciliation], outputs: [String], warnings: [String],
    locations: [String: String] = [:]
  ) {
    self.init(
      command: command, options: options.map { ($0.name, $0.values) }, incidents: incidents,
      boundaries: boundaries, digests: digests, chosen: chosen, projection: projection,
      reconciliations: reconciliations, outputs: outputs, warnings: warnings, locations: locations)
  }
}
