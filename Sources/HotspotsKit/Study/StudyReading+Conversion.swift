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

  /// How coordinates were converted; `nil` without areas, and if no file has coordinates.
  package var conversion: Conversion? {
    guard sources.contains(where: { $0.columns.coordinateKind != nil }) else { return nil }
    return projection.map { Conversion(line: $0.line, approximation: $0.approximation) }
  }
}
