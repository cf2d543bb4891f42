import Assignment
import Boundaries
import Incidents
import Projections
import Tables

extension StudyReading {
  /// The result of workers that sum probabilities alongside another sink.
  typealias Counted<Sink: PlacementSink> = AssignmentWorker<SinkPack<StudyTally, Sink>>.Result

  /// Checks that the rows can be used and collects what was found in them.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - outcome: The results of the workers.
  ///   - bounds: How many rows must be usable; `nil` if one that can be read is enough.
  ///   - isResult: Whether the result rests on the rows, rather than hands them on.
  /// - Throws: ``IncidentError``, ``AssignmentError`` and ``InputError``, as ``RowCheck`` says.
  init<Result>(
    checking study: OpenedStudy, _ outcome: IncidentStream.Outcome<Result>,
    bounds: AssignmentBounds?, isResult: Bool = true
  ) throws {
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: study.sources[0],
      isStrict: study.options.incidents.isStrict, bounds: bounds, dates: study.dates)
    if study.needsPositions && bounds?.allowsNothing != true {
      try RowCheck.checkPositions(
        outcome.tally, examples: outcome.examples, source: study.sources[0])
    }
    options = study.options
    sources = study.sources
    input = study.input
    hasWindows = study.hasWindows
    rowsByFile = outcome.rowsByFile
    repeatedHeaders = outcome.tally.repeatedHeaders
    times = outcome.tally.times
    likeness = RowLikeness(
      outcome.tally.samples, of: study.sources, study.options, isResult: isResult)
    rejectedExamples = outcome.examples.filter { $0.reason.outcome == .rejected }
    period = StudyPeriod(study.options, covered: outcome.tally.dates)
    // Sorted, so that the order does not depend on the workers.
    metCategories = Set(outcome.shares.flatMap(\.categories)).sorted()
  }

  /// Says how many rows went where in each layer.
  ///
  /// - Parameters:
  ///   - placements: How incidents were placed in each layer, or in a query area.
  ///   - tally: The rows by reason.
  ///   - expected: How many are expected to lie in the hours asked for, for each layer; empty
  ///     without hours.
  mutating func reconcile(
    _ placements: [PlacementTally], _ tally: RowTally, expected: [Double] = []
  ) {
    self.placements = placements
    reconciliations = placements.indices.map { layer in
      Reconciliation(
        layer: input?.boundaries.layers[layer].name, tally, placements[layer],
        distance: input?.accuracyDistance,
        countsIncidents: options.incidents.countColumn != nil,
        expected: expected.isEmpty ? nil : expected[layer])
    }
  }

  /// Checks what became of the rows and adds up how they were assigned.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - outcome: The results of the workers.
  /// - Returns: The reading, and the results of the sinks.
  /// - Throws: ``IncidentError``, ``AssignmentError`` and ``InputError``, as ``RowCheck`` says;
  ///   ``Incidents/CategoryWeightsError/unweighted(path:categories:)``.
  static func settle<Sink: PlacementSink>(
    _ study: OpenedStudy, _ outcome: IncidentStream.Outcome<Counted<Sink>>
  ) throws -> (StudyReading, [StudyShare<Sink.Result>]) {
    let options = study.options
    var reading = try StudyReading(checking: study, outcome, bounds: options.bounds)
    let categories = outcome.shares.map(\.categories)
    let results = outcome.shares.map(\.result)
    try reading.listCategories(of: study, categories)
    var chances = [ExpectedCount](repeating: ExpectedCount(), count: results[0].tallies.count)
    var whereabouts = Whereabouts(layers: chances.count)
    var placements = chances.map { _ in PlacementTally() }
    for result in results {
      for (layer, tally) in result.tallies.enumerated() { placements[layer].merge(tally) }
      for (layer, chance) in result.sink.values.0.expected.enumerated() {
        chances[layer].merge(chance)
      }
      whereabouts.merge(result.whereabouts)
    }
    reading.reconcile(
      placements, outcome.tally, expected: study.usesHours ? chances.map(\.expected) : [])
    reading.shortfalls = try ShortfallCheck(
      options: options, sources: study.sources, categories: reading.metCategories,
      tally: outcome.tally
    ).check(reading.reconciliations) { layer in
      let input = reading.requiredInput
      let rows = reading.reconciliations[layer]
      if let column = options.incidents.areaColumn,
        (rows.outside["code_unknown"] ?? 0) * 2 > rows.outsideCount
      {
        return .unknownCodes(
          column: column, example: input.boundaries.layers[layer].codes.first ?? "")
      }
      return Misplacement(
        of: study.sources, in: input.boundaries, input.plan, layer: layer, whereabouts, options
      ).reason
    }
    try reading.weigh(study, zip(results, categories).map { ($0.sink.values.0, $1) })
    return (
      reading,
      zip(results, outcome.shares).map {
        StudyShare(value: $0.sink.values.1, categories: $1.categories, labels: $1.labels)
      }
    )
  }

  /// Weighs the categories, if that is asked for.
  private mutating func weigh(
    _ study: OpenedStudy, _ shares: [(counts: StudyTally.Counts, categories: [String])]
  ) throws(CategoryWeightsError) {
    guard let weights = study.weights, let categories else { return }
    let weighing = Weighing(weights, categories, shares, isEstimate: study.usesHours)
    self.weighing = weighing
    if options.incidents.isStrict && !weighing.unweighted.isEmpty {
      throw .unweighted(path: weights.path, categories: weighing.unweighted)
    }
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
