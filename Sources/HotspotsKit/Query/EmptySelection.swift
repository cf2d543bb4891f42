import Assignment
import Cartography
public import Geometry
import Incidents
public import Tables

/// Why a query selected no incident.
public enum EmptySelection: Sendable, Equatable, CustomStringConvertible {
  /// No row with a position is left after rejection and filters; with the likeliest reason.
  case noRow(Reconciliation, LikelyReason)
  /// No row is selected, for no reason that is known.
  case nothing
  /// All incidents lie inside, and those outside are wanted.
  case allInside(Int, area: String)
  /// The incidents lie where the system of the query area cannot be used.
  case beyondUse(system: String, wouldFitExchanged: Bool)
  /// The query area lies away from all incidents; both rectangles in its system.
  case apart(area: Box, incidents: Box, wouldFitExchanged: Bool)
  /// The incidents lie around the query area.
  case around(Int, area: String)

  /// The reason as a clause, without a full stop.
  public var description: String {
    switch self {
    case .noRow(let rows, let reason): Self.words(of: rows, reason)
    case .nothing: "no row was selected"
    case .allInside(let incidents, let area):
      "all \(NumberWords.grouped(incidents)) incidents lie \(area)"
    case .beyondUse(let system, let isExchanged):
      "no incident lies where the coordinate system of the query area, \(system), can be used"
        + Self.advice(isExchanged)
    case .apart(let area, let incidents, let isExchanged):
      "the query area lies away from all incidents: it reaches from "
        + "\(CoordinateWords.corners(area)), and they from \(CoordinateWords.corners(incidents))"
        + Self.advice(isExchanged)
    case .around(let incidents, let area):
      "\(NumberWords.grouped(incidents)) incidents lie around the query area, and none \(area)"
    }
  }

  private static func advice(_ isExchanged: Bool) -> String {
    isExchanged
      ? "; it would lie among them with its two coordinates exchanged (longitude or easting is first)"
      : ""
  }

  private static func words(of rows: Reconciliation, _ reason: LikelyReason) -> String {
    let parts = [
      (rows.filteredCount, "filtered", rows.filtered),
      (rows.withoutCoordinatesCount, "without coordinates", rows.withoutCoordinates),
      (rows.rejectedCount, "rejected", rows.rejected),
    ].filter { $0.0 > 0 }.map { count, word, reasons in
      let names = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason in
        reason.key.split(separator: "_").joined(separator: " ")
      }
      return "\(NumberWords.grouped(count)) \(word) (\(names.joined(separator: ", ")))"
    }
    let found = "of \(NumberWords.grouped(rows.read)) rows \(parts.joined(separator: ", "))"
    // A category that no incident has is a finding of its own.
    if case .period = reason { return "\(found); \(reason.words)" }
    return found
  }
}
