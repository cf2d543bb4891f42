import Assignment
import Geometry
public import Incidents
import Projections
public import Tables

/// What is in a file of incidents, and whether it is fit to use.
public struct IncidentFileInspection: Sendable {
  /// The file as it was named.
  public let path: String
  /// What the file is if its rows are features of a GIS file; `nil` for delimited text.
  let origin: FeatureOrigin?
  /// What separates the fields of delimited text.
  let delimiter: Character
  /// Where the header stands, if titles stand above it.
  public let headerRow: Int?
  /// The same in words.
  let headerWords: [String]
  /// How the text is encoded, if it is UTF-16.
  let wideEncoding: String?
  /// Which column serves for what.
  package let columns: IncidentColumns
  /// How coordinates are read that are not two columns of plain numbers, in words.
  let coordinateWords: [String]
  /// The order of day, month and year; `nil` if the dates need none or it is not known.
  public let dateOrder: DateOrder?
  /// What whole numbers in columns of times mean; `nil` if there are none.
  public let timeFormat: TimeFormat?
  /// What numbers in place of dates and times mean, in words.
  let numberWords: [String]
  /// Why the order is not known although the dates need one.
  let dateOrderError: DateOrderError?
  /// The rows by reason.
  let tally: RowTally
  /// The first row of each reason.
  let examples: [RowExample]
  /// What the rows are like.
  let found: RowInspection
  /// The categories with their rows, the most frequent first.
  public let categories: [(name: String, rows: Int)]
  /// The different references.
  let ids: HashCount.Summary
  /// The different positions.
  let places: HashCount.Summary
  /// How the incidents lie in the layers; `nil` without boundaries or coordinates.
  let assignment: AssignmentInspection?

  /// The rows read.
  public var rows: Int { tally.read }
  /// The rows rejected.
  public var rejected: Int { tally.reasons(.rejected).values.reduce(0, +) }
  /// The rows without coordinates.
  public var withoutCoordinates: Int { tally.reasons(.withoutCoordinates).values.reduce(0, +) }
  /// The different references, and the rows that repeat one.
  public var references: (distinct: Int, repeated: Int) { (ids.distinct, ids.repeated) }
  /// The rows whose start tells the time of day, which hours need.
  public var rowsWithTimeOfDay: Int { found.times.times }
  /// The first and the last start in ISO 8601 form, as finely as they are told; `nil` without dates.
  public var period: (first: String, last: String)? { found.times.range }
  /// What became of the rows in each layer; empty without boundaries or coordinates.
  public var reconciliations: [Reconciliation] { assignment?.layers.map(\.reconciliation) ?? [] }

  /// The names of the columns that are not used.
  package var otherColumns: [String] {
    let used = Set(columns.positions.values)
    return columns.header.indices.filter { !used.contains($0) }.map { columns.header[$0] }
  }
}
