import Assignment
import Projections

extension StudyReading {
  /// How coordinates were converted, in sentences without full stops.
  package struct Conversion: Sendable {
    /// The operation and its accuracy.
    package let line: String
    /// The approximation of the operation; `nil` if every point was converted with PROJ itself.
    package let approximation: String?
  }

  /// How coordinates were converted; `nil` without areas.
  package var conversion: Conversion? {
    projection.map { Conversion(line: $0.line, approximation: $0.approximation) }
  }
}
