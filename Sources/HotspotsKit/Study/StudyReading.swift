package import Assignment
import Boundaries
package import Incidents
package import Projections
public import Tables

/// What was read for a study, and what became of every row.
public struct StudyReading: Sendable {
  /// The options of the study.
  public let options: StudyOptions
  /// What became of each row, for each layer; a single reconciliation without a layer if there are
  /// no areas.
  public internal(set) var reconciliations: [Reconciliation] = []
  /// The files that were read.
  package let sources: [IncidentSource]
  /// The areas and how incidents got there; `nil` if place does not matter.
  package let input: AnalysisInput?
  /// The categories; `nil` if they were not read or the data has none.
  package internal(set) var categories: CategoryList?
  /// What they weigh; `nil` if categories are not weighed.
  package internal(set) var weighing: Weighing?
  /// The names of all categories that occur, including filtered ones, if categories were read.
  package let metCategories: [String]
  /// Why layers have no incidents, if that is allowed.
  package internal(set) var shortfalls: [AssignmentShortfall] = []
  /// How incidents were assigned in each layer; a single tally if there are no areas.
  package internal(set) var placements: [PlacementTally] = []
  /// The rows of each incident file.
  package let rowsByFile: [Int]
  /// How often the header of a file stands among its rows, which joined files have.
  package let repeatedHeaders: Int
  /// The first rejected row of each reason.
  package let rejectedExamples: [RowExample]
  /// What was noticed about windows, if the study makes them.
  package let times: TimeNotes
  /// What the rows have in common with each other.
  package let likeness: RowLikeness
  /// The period of the study, and the days that the files cover before any filter if dates were
  /// read.
  package let period: StudyPeriod
  /// Whether batches carried windows.
  package let hasWindows: Bool

  /// The incident files with the rows of each, in the order of the options.
  package var files: [(path: String, rows: Int)] {
    zip(sources, rowsByFile).map { ($0.path, $1) }
  }

  /// The table of weights with its rows; none if categories are not weighed.
  package var weightFiles: [(path: String, rows: Int)] {
    weighing.map { [($0.weights.path, $0.weights.rowCount)] } ?? []
  }

  /// How coordinates were converted, and with which approximation; `nil` without areas.
  package var projection: ProjectionSummary? {
    var summary = input?.plan.projection.summary
    if let approximation = input?.plan.approximation {
      summary?.approximation = approximation.description
    }
    return summary
  }

  /// The areas; traps if the study has none.
  package var requiredInput: AnalysisInput {
    guard let input else { preconditionFailure("StudyReading: a method of areas without areas") }
    return input
  }
}
