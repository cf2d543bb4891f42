import Cartography
import Incidents
import Projections

/// What was noticed in writing rows.
struct RowNotes: Sendable {
  /// Whether rows have geometry, so that times are rewritten.
  let hasGeometry: Bool
  /// Whether dates tell months only.
  let isMonthly: Bool
  /// The rows without a position in the system of the file.
  var withoutPosition = 0
  /// The times that were not understood.
  var unreadable = UnreadableTimes()
  /// The columns of times of a GeoPackage that are text.
  var mixedTimes: [String] = []

  /// What people should know of the file.
  ///
  /// - Parameter projection: The conversion to the system of the file.
  /// - Returns: One finding for each kind.
  func findings(_ projection: ProjectionPlan?) -> [Finding] {
    var findings: [Finding] = []
    if withoutPosition > 0 {
      findings.append(
        .rowsWithoutPosition(
          withoutPosition, system: projection?.summary.target ?? "the output's system"))
    }
    for (column, rows) in [
      (isMonthly ? "month" : "start", unreadable.start), ("end", unreadable.end),
    ] where rows > 0 {
      findings.append(.unreadableTimes(rows, column: column, areLeftOut: hasGeometry))
    }
    if unreadable.undecided > 0 { findings.append(.undecidedTimes(unreadable.undecided)) }
    return findings + mixedTimes.map { .mixedTimes(column: $0) }
  }
}
