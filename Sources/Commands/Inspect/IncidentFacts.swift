import Assignment
import Geometry
import HotspotsKit
import Incidents
import Projections
import Tables

/// What is in a file of incidents.
struct IncidentFacts: Sendable {
  /// The name that was typed.
  var path: String
  /// What the file is where its rows are features of a GIS file; absent for delimited text.
  var origin: FeatureOrigin?
  /// What separates the fields.
  var delimiter: Character
  /// Which column serves for what.
  var columns: IncidentColumns
  /// The order of day, month and year, where the dates need one.
  var dateOrder: DateOrder?
  /// Why the order is not known, where the dates need one and do not tell it.
  var dateOrderProblem: DateOrderError?
  /// The rows read and the reasons why some are rejected or have no coordinates.
  var tally: RowTally
  /// The first row of each reason, as `file:line: explanation`.
  var examples: [(reason: RowReason, message: String)]
  /// What the rows are like.
  var findings: IncidentFindings
  /// The categories with their rows, the most frequent first.
  var categories: [(name: String, rows: Int)]
  /// The different references and places.
  var ids: HashCount.Summary
  var places: HashCount.Summary
  /// Where the incidents lie in the layers; absent without boundaries or coordinates.
  var placement: PlacementFacts?

  /// The names of the columns that serve for nothing.
  var otherColumns: [String] {
    let used = Set(columns.positions.values)
    return columns.header.indices.filter { !used.contains($0) }.map { columns.header[$0] }
  }

  /// The rejected rows.
  var rejected: Int { tally.reasons(.rejected).values.reduce(0, +) }
  /// The rows without coordinates.
  var withoutCoordinates: Int { tally.reasons(.withoutCoordinates).values.reduce(0, +) }
}

/// How the incidents of a file lie in the layers of areas.
struct PlacementFacts: Sendable {
  /// What each layer holds of the incidents.
  struct Layer: Sendable {
    var name: String
    var reconciliation: Reconciliation
    /// The code columns of the file that hold codes of this layer, with their agreement.
    var agreements: [(column: String, agreement: CodeAgreement)]
    /// What most likely went wrong where no incident lies in the layer.
    var suspicion: LikelyReason?
  }

  /// The operation that was chosen.
  var projection: ProjectionSummary
  /// All operations that PROJ knows, in its order.
  var candidates: [OperationCandidate]
  /// The distance within which assignments may be wrong because of the operation's accuracy.
  var accuracyDistance: Double?
  var layers: [Layer]
}
