import Assignment
import Boundaries
import CommandLineKit
import Geometry
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables

/// Incidents selected by place, time, category and condition: what `query` and `export` write.
struct IncidentQuery: Sendable {
  /// What the incidents are wanted for.
  enum Purpose: Sendable {
    /// Their rows.
    case rows(RowOutput)
    /// How many there are.
    case counts(CountGrouping)
  }

  /// What the user asked for.
  var options: StudyOptions
  /// The place; absent for every place.
  var selector: PlaceSelector?
  /// Whether the incidents outside the place are wanted.
  var isInverted = false
  /// What rows must say.
  var condition: Condition?
  /// Whether those that must and those that could lie in the hours are told.
  var hasBounds = false
  /// What the incidents are wanted for.
  var purpose: Purpose

  /// What a query found, apart from the rows, which are written.
  struct Answer: Sendable {
    var sources: [IncidentSource]
    var place: Place?
    var boundaries: BoundaryInput?
    /// From the incidents' system to that of the place.
    var placeProjection: ProjectionPlan?
    var approximation: ApproximateProjection?
    /// From the incidents' system to that of the file.
    var outputProjection: ProjectionPlan?
    var finding: PlaceFinding
    var reconciliation: Reconciliation
    /// How many incidents were selected.
    var selected: Int
    /// How many of the rows written have no place in the system of the file.
    var withoutPlace: Int
    /// How many times of the rows written were not understood.
    var unreadable = UnreadableTimes()
    /// The columns of times of a GeoPackage that are text.
    var mixedTimes: [String] = []
    /// The counts, where they were wanted.
    var table: FeatureTable?
    /// The categories met, those filtered included, where categories were read.
    var categories: [String]
    /// The rows by reason.
    var tally = RowTally()
    var times: TimeNotes
    /// The period asked for, with what the files cover where dates were read.
    var period: StudyPeriod
    /// What the rows have in common with each other.
    var likeness: RowLikeness
    var rowsByFile: [Int]
    var rejectedExamples: [String]
    /// The digests of all files, as they were read.
    var digests = FileDigests()
  }

  /// The columns about the hours asked for.
  var hourColumns: [RowContent] {
    guard options.filter.hours != nil else { return [] }
    return [.expected] + (hasBounds ? [.must, .could] : [])
  }

  /// Whether incidents without coordinates cannot be part of the answer.
  private var needsPlace: Bool {
    if selector != nil { return true }
    switch purpose {
    case .rows(let output): return output.isSpatial
    case .counts(let grouping): return grouping == .area
    }
  }

  /// Whether coordinates are read.
  private var readsCoordinates: Bool {
    if case .rows(let output) = purpose, output.convertsCoordinates { return true }
    return needsPlace
  }

  private var dates: DateUse {
    if options.filter.hours != nil { return .hours }
    if options.filter.incidentFilter.needsTime { return .days }
    switch purpose {
    case .counts(.month): return .days
    case .rows(let output) where output.isSpatial: return .period
    default: return .none
    }
  }

  /// Reads, selects and writes or counts.
  ///
  /// - Parameters:
  ///   - watch: The watch over the files, which ends before rows get the name of their file.
  ///   - console: Where progress is drawn.
  /// - Returns: What was found.
  /// - Throws: ``IncidentError``, ``ConditionError``, ``PlaceError``, ``DrawnShapeError``,
  ///   ``BoundaryError``, ``ProjectionError``, ``InputError``, ``OutputError``.
  func run(_ watch: InputWatch, in console: Console) async throws -> Answer {
    let sources = try AnalysisInput.openSources(
      options, dates: dates, needsPlace: readsCoordinates)
    try checkColumns(of: sources)
    let rules = try TimeZoneDatabase.system.rules(named: options.filter.timeZone)
    let crs = AnalysisInput.incidentsCRS(of: sources, options)
    let boundaries =
      options.boundaries.paths.isEmpty
      ? nil : try await BoundaryInput.load(options, needsMetres: false)
    let place = try selector.map {
      try PlaceLoader(options: options, incidentsCRS: crs).place($0, boundaries: boundaries)
    }
    var request = IncidentRequest(filter: options.filter.incidentFilter, rules: rules)
    request.coordinates = readsCoordinates
    request.keepsUnplaced = readsCoordinates && !needsPlace
    request.uniqueColumns = try options.incidents.uniqueColumns(of: sources)
    request.samplesRows = true
    if let condition {
      request.tests = try sources.map {
        try RowTest(condition, columns: $0.columns, path: $0.path)
      }
    }
    var answer = Answer(
      sources: sources, place: place, boundaries: boundaries, finding: PlaceFinding(),
      reconciliation: Reconciliation(
        layer: nil, read: 0, rejected: [:], filtered: [:], withoutCoordinates: [:], outside: [:],
        assigned: 0), selected: 0, withoutPlace: 0, categories: [], times: TimeNotes(),
      period: StudyPeriod(options, covered: nil),
      likeness: RowLikeness(RowSamples(), of: sources, options),
      rowsByFile: [], rejectedExamples: [])
    var placing: PlaceTest.Plan?
    if let place {
      let (plan, approximation) = try AnalysisInput.project(
        sources, onto: place.crs, over: place.box, options)
      placing = PlaceTest.Plan(
        assignment: AssignmentPlan(
          projection: plan, approximation: approximation,
          layers: [await AnalysisInput.buildIndex(place.outlines, reach: 0, options)]),
        wanted: place.wanted, box: try AnalysisInput.sourceBox(of: place.box, plan))
      answer.placeProjection = plan
      answer.approximation = approximation
    }
    switch purpose {
    case .rows(let output):
      try await writeRows(
        output, request, placing: placing, rules: rules, watch, into: &answer, in: console)
    case .counts(let grouping):
      try await count(
        by: grouping, request, placing: placing, rules: rules, into: &answer, in: console)
      answer.digests = try watch.seal()
    }
    return answer
  }

  private func checkColumns(of sources: [IncidentSource]) throws(IncidentError) {
    guard case .counts(let grouping) = purpose else { return }
    for source in sources {
      if grouping == .category, source.columns[.category] == nil {
        throw .missingColumns(
          path: source.path, needed: "a category to group by",
          header: source.columns.header)
      }
      if grouping == .month, source.columns.time == nil {
        throw .missingColumns(
          path: source.path, needed: "a date or month to group by",
          header: source.columns.header)
      }
    }
  }

  // MARK: - Rows

  private func writeRows(
    _ output: RowOutput, _ base: IncidentRequest, placing: PlaceTest.Plan?,
    rules: TimeZoneRules, _ watch: InputWatch, into answer: inout Answer, in console: Console
  ) async throws {
    var request = base
    request.keepsRows = true
    let crs = AnalysisInput.incidentsCRS(of: answer.sources, options)
    let plan = try output.prepare(
      answer.sources, incidentsCRS: crs, box: isInverted ? nil : placing?.box, options,
      hours: hourColumns, rules: rules)
    answer.outputProjection = plan.projection
    if output.format == .gpkg {
      let file = try GeoPackageRowFile(
        path: output.path, columns: plan.layout.columns,
        crs: output.writtenCRS(incidentsCRS: crs) ?? crs)
      try await write(
        to: file, plan, decimals: output.decimals, request, placing: placing, watch, into: &answer,
        in: console)
      answer.mixedTimes = file.mixedTimes
    } else {
      let file = try TextRowFile(path: output.path, encoder: plan.encoder)
      try await write(
        to: file, plan, decimals: output.decimals, request, placing: placing, watch, into: &answer,
        in: console)
    }
  }

  private func write<File: RowFile>(
    to file: File, _ plan: RowOutput.Plan, decimals: Int, _ request: IncidentRequest,
    placing: PlaceTest.Plan?, _ watch: InputWatch, into answer: inout Answer, in console: Console
  ) async throws {
    try file.begin()
    let delivery = OrderedDelivery<File.Encoder.Encoded>(limit: options.threads * 4 + 4) {
      try file.write($0)
    }
    let (isInverted, copier, encoder) = (isInverted, plan.copier, file.encoder)
    let (projection, approximation) = (plan.projection, plan.approximation)
    let outcome = try await stream(answer.sources, request).run(
      progress: { console.progress(ProgressReport(phase: "reading", completed: $0)) },
      makeConsumer: {
        QueryConsumer(
          place: try placing.map { try PlaceTest($0) }, isInverted: isInverted,
          answer: RowAnswer(
            copier: copier,
            points: try projection.map {
              try RoundedPoints($0, approximation: approximation, decimals: decimals)
            },
            encoder: encoder, delivery: delivery))
      })
    try delivery.check()
    try take(outcome, into: &answer)
    for share in outcome.shares {
      answer.selected += share.result.answer.rows
      answer.withoutPlace += share.result.answer.withoutPlace
      answer.unreadable.merge(share.result.answer.unreadable)
    }
    answer.digests = try watch.seal()
    try file.finish([.init("reconciliation", answer.reconciliation.json)])
  }

  // MARK: - Counts

  private func count(
    by grouping: CountGrouping, _ base: IncidentRequest, placing: PlaceTest.Plan?,
    rules: TimeZoneRules, into answer: inout Answer, in console: Console
  ) async throws {
    var request = base
    request.category = grouping == .category
    request.start = grouping == .month
    var areas: AssignmentPlan?
    if grouping == .area, let boundaries = answer.boundaries {
      let outlines = boundaries.layers[0].outlines
      let (plan, approximation) = try AnalysisInput.project(
        answer.sources, onto: boundaries.crs, over: outlines.box, options)
      areas = AssignmentPlan(
        projection: plan, approximation: approximation,
        layers: [await AnalysisInput.buildIndex(outlines, reach: 0, options)])
      if answer.placeProjection == nil { answer.placeProjection = plan }
    }
    let (isInverted, layerPlan) = (isInverted, areas)
    let outcome = try await stream(answer.sources, request).run(
      progress: { console.progress(ProgressReport(phase: "reading", completed: $0)) },
      makeConsumer: {
        QueryConsumer(
          place: try placing.map { try PlaceTest($0) },
          isInverted: isInverted,
          answer: CountAnswer(
            grouping, areas: try layerPlan.map { try AssignmentWorker($0, sink: GroupSink()) },
            rules: rules))
      })
    try take(outcome, into: &answer)
    let table = CountTable(
      outcome.shares.map { ($0.result.answer, $0.categories) }, hours: hourColumns
    ).table(by: grouping, layer: answer.boundaries?.layers[0])
    if case .integers(let counts)? = table[column: "incidents"]?.values {
      answer.selected = counts.reduce(0) { $0 + ($1 ?? 0) }
    }
    answer.table = table
  }

  // MARK: - Both

  private func stream(_ sources: [IncidentSource], _ request: IncidentRequest) -> IncidentStream {
    IncidentStream(sources: sources, request: request, threads: options.threads)
  }

  /// Adds up what the workers brought back and checks that it closes.
  private func take<Found: QueryAnswer>(
    _ outcome: IncidentStream.Outcome<QueryConsumer<Found>.Result>, into answer: inout Answer
  ) throws {
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: answer.sources[0],
      isStrict: options.incidents.isStrict, dates: dates)
    if needsPlace {
      try RowCheck.checkPlaces(outcome.tally, examples: outcome.examples, source: answer.sources[0])
    }
    var expected = ExpectedCount()
    for share in outcome.shares {
      answer.finding.merge(share.result.finding)
      expected.merge(share.result.expected)
    }
    // The names that any worker met, in an order that does not depend on the workers.
    answer.categories = Set(outcome.shares.flatMap(\.categories)).sorted()
    answer.rowsByFile = outcome.rowsByFile
    answer.tally = outcome.tally
    answer.times = outcome.tally.times
    answer.period = StudyPeriod(options, covered: outcome.tally.dates)
    answer.likeness = RowLikeness(outcome.tally.samples, of: answer.sources, options)
    answer.rejectedExamples = outcome.examples.filter { $0.reason.outcome == .rejected }
      .map(\.message)
    answer.reconciliation = Reconciliation(
      layer: nil, outcome.tally, answer.finding.tally, distance: nil,
      expected: options.filter.hours == nil || isInverted ? nil : expected.expected)
  }
}
