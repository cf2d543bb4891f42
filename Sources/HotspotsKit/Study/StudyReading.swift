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
  /// The names of all categories that occur, including filtered ones, if categories were read.
  package let metCategories: [String]
  /// Why layers have no incidents, if that is allowed.
  package internal(set) var shortfalls: [AssignmentShortfall] = []
  /// How incidents were assigned in each layer; a single tally if there are no areas.
  package internal(set) var placements: [PlacementTally] = []
  /// The rows of each incident file.
  package let rowsByFile: [Int]
  /// The first rejected row of each reason, as `file:line: explanation`.
  package let rejectedExamples: [String]
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

  /// How coordinates were converted, and with which approximation; `nil` without areas.
  package var projection: ProjectionSummary? {
    var summary = input?.plan.projection.summary
    summary?.approximation = input?.plan.approximation?.description
    return summary
  }

  /// The areas; traps if the study has none.
  package var requiredInput: AnalysisInput {
    guard let input else { preconditionFailure("StudyReading: a method of areas without areas") }
    return input
  }
}

// MARK: - From what the workers bring back

extension StudyReading {
  /// The result of workers that sum probabilities alongside another sink.
  typealias Counted<Sink: PlacementSink> = AssignmentWorker<SinkPack<ChanceCounter, Sink>>.Result

  /// Checks what became of the rows and adds up how they were assigned.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - outcome: The results of the workers.
  ///   - counted: Extracts one worker's result.
  /// - Returns: The reading, and the results of the sinks.
  /// - Throws: ``IncidentError``, ``AssignmentError`` and ``InputError``, as ``RowCheck`` says.
  static func settle<Sink: PlacementSink, Result>(
    _ study: OpenedStudy, _ outcome: IncidentStream.Outcome<Result>,
    counted: (Result) -> Counted<Sink>
  ) throws -> (StudyReading, [StudyShare<Sink.Result>]) {
    let options = study.options
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: study.sources[0],
      isStrict: options.incidents.isStrict, bounds: options.bounds, dates: study.dates)
    if study.input != nil && !options.bounds.allowsNothing {
      try RowCheck.checkPlaces(outcome.tally, examples: outcome.examples, source: study.sources[0])
    }
    let categories = outcome.shares.map(\.categories)
    let results = outcome.shares.map { counted($0.result) }
    var reading = StudyReading(study, outcome, categories: categories)
    try reading.listCategories(of: study, categories)
    var chances = [ExpectedCount](repeating: ExpectedCount(), count: results[0].tallies.count)
    var whereabouts = Whereabouts(layers: chances.count)
    reading.placements = chances.map { _ in PlacementTally() }
    for result in results {
      for (layer, tally) in result.tallies.enumerated() { reading.placements[layer].merge(tally) }
      for (layer, chance) in result.sink.values.0.enumerated() { chances[layer].merge(chance) }
      whereabouts.merge(result.whereabouts)
    }
    reading.reconciliations = reading.placements.indices.map { layer in
      Reconciliation(
        layer: study.input?.boundaries.layers[layer].name, outcome.tally,
        reading.placements[layer], distance: study.input?.accuracyDistance,
        expected: study.usesHours ? chances[layer].expected : nil)
    }
    reading.shortfalls = try ShortfallCheck(
      options: options, sources: study.sources, categories: reading.metCategories,
      tally: outcome.tally
    ).check(reading.reconciliations) { layer in
      let input = reading.requiredInput
      return Misplacement(
        of: study.sources, in: input.boundaries, input.plan, layer: layer, whereabouts, options
      ).reason
    }
    return (
      reading,
      zip(results, categories).map { StudyShare(value: $0.sink.values.1, categories: $1) }
    )
  }

  private init<Result>(
    _ study: OpenedStudy, _ outcome: IncidentStream.Outcome<Result>, categories: [[String]]
  ) {
    options = study.options
    sources = study.sources
    input = study.input
    hasWindows = study.hasWindows
    rowsByFile = outcome.rowsByFile
    times = outcome.tally.times
    likeness = RowLikeness(outcome.tally.samples, of: study.sources, study.options)
    rejectedExamples = outcome.examples.filter { $0.reason.outcome == .rejected }.map(\.message)
    period = StudyPeriod(study.options, covered: outcome.tally.dates)
    // Sorted, so that the order does not depend on the workers.
    metCategories = Set(categories.joined()).sorted()
  }

  private mutating func listCategories(
    of study: OpenedStudy, _ lists: [[String]]
  ) throws(IncidentError) {
    guard study.usesCategories else { return }
    let list = CategoryList(lists, filter: study.options.filter.incidentFilter)
    if list.names.count > IncidentStream.categoryLimit {
      throw .tooManyCategories(
        path: sources[0].path, column: sources[0].columns.name(of: .category) ?? "",
        limit: IncidentStream.categoryLimit)
    }
    categories = list
  }
}

extension Reconciliation {
  /// Makes the reconciliation of one layer from the rows and the placements.
  ///
  /// - Parameters:
  ///   - layer: The name of the layer; `nil` if place does not matter.
  ///   - tally: The rows by reason.
  ///   - placement: How incidents were placed.
  ///   - distance: The distance within which those near a border were counted; `nil` if they were
  ///     not.
  ///   - expected: How many are expected to lie in the hours asked for; `nil` without hours.
  package init(
    layer: String?, _ tally: RowTally, _ placement: PlacementTally, distance: Double?,
    expected: Double?
  ) {
    var outside: [String: Int] = [:]
    if placement.outsideAreas > 0 { outside["outside_areas"] = placement.outsideAreas }
    if placement.outsideAreaOfUse > 0 {
      outside["outside_area_of_use"] = placement.outsideAreaOfUse
    }
    var notes: [String: Int] = [:]
    if placement.onEdge > 0 { notes["on_edge"] = placement.onEdge }
    if placement.ambiguous > 0 { notes["assign_ambiguous"] = placement.ambiguous }
    if placement.snapped > 0 { notes["snapped"] = placement.snapped }
    if distance != nil { notes["within_accuracy_of_edge"] = placement.nearBorder }
    self.init(
      layer: layer, read: tally.read, rejected: tally.reasons(.rejected),
      filtered: tally.reasons(.filtered), withoutCoordinates: tally.reasons(.withoutCoordinates),
      outside: outside, assigned: placement.assigned, assignedNotes: notes, expected: expected)
  }
}
