/// What the geometry engine could not do with the outlines it was given.
///
/// Areas are named by their position in the table, from 0; callers that know codes add them.
package enum TopologyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// An area has a coordinate that is not a finite number.
  case notFinite(area: Int)
  /// GEOS refused an area's rings.
  case unusableOutline(area: Int, reason: String)
  /// GEOS gave up on an operation.
  case failed(operation: String, reason: String)

  /// The error in words, after the manner of all messages of the program.
  package var description: String {
    switch self {
    case .notFinite(let area):
      "cannot use the outline of area \(area): a coordinate is not a number,"
        + " all must be finite"
    case .unusableOutline(let area, let reason):
      "cannot use the outline of area \(area): GEOS says '\(reason)',"
        + " rings must be closed and have four points or more"
    case .failed(let operation, let reason):
      "cannot \(operation): GEOS says '\(reason)', outlines must be polygons that it can overlay"
    }
  }
}
