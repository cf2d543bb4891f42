import Assignment
import Boundaries
import CommandLineKit
import Geometry
import Incidents
import Projections
import Tables

/// Incidents counted by area and category: what `areas` writes and `tasking` begins with.
struct AreaAnalysis: Sendable {
  var input: AnalysisInput
  /// The categories counted by; absent where the data has none.
  var categories: CategoryList?
  /// The names of all categories met, those filtered included, where categories were read.
  var metCategories: [String]
  /// Why layers have no incident, where that is allowed.
  var shortfalls: [AssignmentShortfall] = []
  /// The counts of each layer.
  var counts: [AreaCounts]
  /// How incidents were placed in each layer.
  var placements: [PlacementTally]
  /// Where each row went, for each layer.
  var reconciliations: [Reconciliation]
  /// The rows of each incident file.
  var rowsByFile: [Int]
  /// The first rejected row of each reason, as `file:line: explanation`.
  var rejectedExamples: [String]
  /// What was noticed about windows, where hours were asked for.
  var times: TimeNotes
  /// What the rows have in common with each other.
  var likeness: RowLikeness
  /// The period of the study, with what the files cover before any filter where dates were read.
  var period: StudyPeriod

  /// Reads, assigns and counts.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - earlier: The inputs of an earlier run on the same files, whose areas, projection and indexes
  ///     serve again; the incident files are opened anew.
  ///   - console: Where progress is drawn.
  /// - Returns: The counts and what they rest on.
  /// - Throws: What ``AnalysisInput/prepare(_:dates:reportsAccuracy:)`` throws, and
  ///   ``IncidentError`` for what only reading shows, such as that no row has a place.
  static func run(
    _ options: InputOptions, reportsAccuracy: Bool, readsPeriod: Bool = false,
    reusing earlier: AnalysisInput? = nil, in console: Console
  ) async throws -> AreaAnalysis {
    try await run(
      options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, reusing: earlier,
      in: console
    ) { _ in
      { NoSink() }
    }.analysis
  }

  /// Reads, assigns and counts, and hands the same incidents to another sink.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - extras: What else of each incident the sink wants.
  ///   - earlier: The inputs of an earlier run on the same files, whose areas, projection and indexes
  ///     serve again; the incident files are opened anew.
  ///   - console: Where progress is drawn.
  ///   - prepare: Makes ready for the incidents, once the areas are known; what it returns makes the
  ///     sink of each worker.
  /// - Returns: The counts, and what the workers' sinks brought back, in no meaningful order.
  /// - Throws: What ``AnalysisInput/prepare(_:dates:reportsAccuracy:)`` throws, ``IncidentError``
  ///   for what only reading shows, and what `prepare` throws.
  static func run<Sink: PlacementSink>(
    _ options: InputOptions, reportsAccuracy: Bool, readsPeriod: Bool = false,
    extras: IncidentExtras = IncidentExtras(), reusing earlier: AnalysisInput? = nil,
    in console: Console,
    alongside prepare: (AnalysisInput) throws -> @Sendable () -> Sink
  ) async throws -> (analysis: AreaAnalysis, shares: [IncidentStream.Share<Sink.Result>]) {
    let filter = options.filter
    let usesHours = filter.hours != nil
    let dates: DateUse =
      usesHours
      ? .hours : filter.needsTime ? .days : readsPeriod || extras.times ? .period : .none
    let input =
      if let earlier { try earlier.reopened(options, dates: dates) } else {
        try await AnalysisInput.prepare(options, dates: dates, reportsAccuracy: reportsAccuracy)
      }
    let makeSink = try prepare(input)
    let usesCategories = input.sources.allSatisfy { $0.columns[.category] != nil }
    let rules =
      dates != .none
      ? try TimeZoneDatabase.system.rules(named: options.timeZone) : .utc
    var request = IncidentRequest(
      category: usesCategories, start: extras.times, end: extras.times, filter: filter,
      rules: rules)
    request.coverage = readsPeriod
    request.weight = extras.weight
    request.uniqueColumns = try options.uniqueColumns(of: input.sources)
    request.samplesRows = true
    if extras.location {
      request.textColumns = input.sources.map { [$0.columns[.location]].compactMap(\.self) }
    }
    let stream = IncidentStream(
      sources: input.sources, request: request, threads: options.threads)
    let (plan, areaCounts) = (input.plan, input.boundaries.layers.map(\.areaCount))
    let outcome = try await stream.run(
      progress: { console.progress(ProgressReport(phase: "reading", completed: $0)) },
      makeConsumer: {
        try AssignmentWorker(
          plan,
          sink: PairedSink(
            first: AreaCounter(
              areaCounts: areaCounts, usesCategories: usesCategories, usesHours: usesHours),
            second: makeSink()))
      })
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: input.sources[0],
      isStrict: options.isStrict, bounds: options.bounds, dates: dates)
    if !options.bounds.allowsNothing {
      try RowCheck.checkPlaces(outcome.tally, examples: outcome.examples, source: input.sources[0])
    }
    var analysis = try AreaAnalysis(input, outcome, options, usesCategories: usesCategories)
    var whereabouts = Whereabouts(layers: input.plan.layers.count)
    for share in outcome.shares { whereabouts.merge(share.result.whereabouts) }
    analysis.shortfalls = try ShortfallCheck(
      options: options, sources: input.sources, categories: analysis.metCategories,
      tally: outcome.tally
    ).check(analysis.reconciliations) { layer in
      Misplacement(
        of: input.sources, in: input.boundaries, input.plan, layer: layer, whereabouts, options
      ).reason
    }
    let shares = outcome.shares.map {
      IncidentStream.Share(result: $0.result.sink.second, categories: $0.categories)
    }
    return (analysis, shares)
  }

  private init<Sink: PlacementSink>(
    _ input: AnalysisInput,
    _ outcome: IncidentStream.Outcome<AssignmentWorker<PairedSink<AreaCounter, Sink>>.Result>,
    _ options: InputOptions, usesCategories: Bool
  ) throws(IncidentError) {
    let filter = options.filter
    self.input = input
    rowsByFile = outcome.rowsByFile
    times = outcome.tally.times
    likeness = RowLikeness(outcome.tally.samples, of: input.sources, options)
    rejectedExamples = outcome.examples.filter { $0.reason.outcome == .rejected }.map(\.message)
    period = StudyPeriod(options, covered: outcome.tally.dates)
    // In an order that does not depend on the workers.
    metCategories = Set(outcome.shares.flatMap(\.categories)).sorted()
    if usesCategories {
      let list = CategoryList(outcome.shares.map(\.categories), filter: filter)
      if list.names.count > IncidentStream.categoryLimit {
        throw .tooManyCategories(
          path: input.sources[0].path, column: input.sources[0].columns.name(of: .category) ?? "",
          limit: IncidentStream.categoryLimit)
      }
      categories = list
    }
    let shares = outcome.shares.map { (counts: $0.result.sink.first, categories: $0.categories) }
    counts = []
    placements = []
    reconciliations = []
    for (index, layer) in input.boundaries.layers.enumerated() {
      var placement = PlacementTally()
      for share in outcome.shares { placement.merge(share.result.tallies[index]) }
      let layerCounts = AreaCounts(
        layer: index, areaCount: layer.areaCount, shares: shares, categories: categories)
      precondition(
        layerCounts.totals.reduce(0, +) == placement.assigned,
        "AreaAnalysis: the areas' incidents and the assigned differ")
      counts.append(layerCounts)
      placements.append(placement)
      reconciliations.append(
        Self.reconcile(
          layer.name, outcome.tally, placement, distance: input.accuracyDistance,
          expected: filter.hours == nil ? nil : layerCounts.expectedTotal))
    }
  }

  /// The incident files with the rows of each, in the order of the options.
  var files: [(path: String, rows: Int)] {
    zip(input.sources, rowsByFile).map { ($0.path, $1) }
  }

  /// Makes the reconciliation of one layer from the rows and the placements.
  static func reconcile(
    _ layer: String?, _ tally: RowTally, _ placement: PlacementTally, distance: Double?,
    expected: Double?
  ) -> Reconciliation {
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
    return Reconciliation(
      layer: layer, read: tally.read, rejected: tally.reasons(.rejected),
      filtered: tally.reasons(.filtered), withoutCoordinates: tally.reasons(.withoutCoordinates),
      outside: outside, assigned: placement.assigned, assignedNotes: notes, expected: expected)
  }

  /// Returns the table of a layer, without its geometry.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - bounds: Whether the incidents that must and could lie in the hours are wanted.
  /// - Returns: The columns of the contract.
  func columns(ofLayer index: Int, bounds: Bool = false) -> [Column] {
    let layer = input.boundaries.layers[index]
    return counts[index].columns(
      codes: layer.codes, names: layer.names,
      squareMetres: (0..<layer.areaCount).map { layer.outlines.area(of: $0) },
      categories: categories, bounds: bounds)
  }

  /// Returns the table of a layer with its geometry in the system of the analysis.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - bounds: Whether the incidents that must and could lie in the hours are wanted.
  /// - Returns: The table.
  func table(ofLayer index: Int, bounds: Bool = false) -> FeatureTable {
    let layer = input.boundaries.layers[index]
    return FeatureTable(
      name: layer.name, columns: columns(ofLayer: index, bounds: bounds),
      geometry: .areas(layer.outlines),
      crs: input.boundaries.crs)
  }
}
