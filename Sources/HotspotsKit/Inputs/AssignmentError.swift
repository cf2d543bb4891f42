import Cartography
public import Tables

/// Why too few of the rows can be used.
public enum AssignmentError: Error, Equatable, CustomStringConvertible {
  /// Too many rows were rejected; the example is the first row of the commonest reason, with the
  /// columns by which it could be read, as `longitude=Lon,latitude=Lat`, if any are known.
  case rejected(Int, of: Int, most: Double, example: String, columns: String?)
  /// Too few of the rows are assigned.
  case assigned(Reconciliation, least: Double?, reason: LikelyReason)

  /// What was found, and what most likely went wrong.
  public var description: String {
    switch self {
    case .rejected(let rejected, let read, let most, let example, _):
      "\(NumberWords.grouped(rejected)) of \(NumberWords.grouped(read)) rows are rejected, and at "
        + "most \(Self.number(most))% may be: \(example)"
    case .assigned(let rows, let least, let reason):
      "\(Self.finding(rows))"
        + (least.map { ", and at least \(Self.number($0))% are asked for" } ?? "")
        + ": \(reason.words)"
    }
  }

  /// What became of the rows: `no incident lies in an area of 'wards' (0 of 12)`.
  package static func finding(_ rows: Reconciliation) -> String {
    let kept = rows.read - rows.rejectedCount - rows.filteredCount
    if kept == 0 {
      return "none of \(NumberWords.grouped(rows.read)) rows is left to count"
    }
    let place = rows.layer.map { "lies in an area of '\($0)'" } ?? "is counted"
    return rows.assigned == 0
      ? "none of \(NumberWords.grouped(kept)) incidents \(place)"
      : "only \(NumberWords.grouped(rows.assigned)) of \(NumberWords.grouped(kept)) incidents "
        + (rows.layer.map { "lie in an area of '\($0)'" } ?? "are counted")
  }

  private static func number(_ percent: Double) -> String {
    NumberWords.decimal(percent, places: NumberWords.places(of: percent))
  }
}
