import Assignment
import Boundaries
import Incidents
import Projections

/// One reading of the incidents of a query: everything that is known before the first of them.
struct QueryPass: Sendable {
  let query: IncidentQuery
  /// The study whose files are open.
  let study: OpenedStudy
  /// The layers; `nil` if the query needs none.
  let boundaries: BoundaryInput?
  /// The ground of the query's area; `nil` if it has none.
  let ground: QueryGround?
  /// How incidents are tested for lying there.
  let test: GroundTest.Plan?

  /// Opens the files and prepares the query's area.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - study: The study.
  ///   - needs: What is needed of each incident.
  ///   - readsLayers: Whether the layers are needed, whatever the area.
  /// - Throws: What ``Study/count(_:by:)`` throws.
  init(
    _ query: IncidentQuery, in study: Study, _ needs: StudyNeeds, readsLayers: Bool
  ) async throws {
    self.query = query
    let options = study.options
    var readsLayers = readsLayers
    if case .area? = query.area { readsLayers = true }
    if readsLayers { try options.boundaries.requireOneLayer() }
    let opened = try await study.open(needs)
    self.study = opened
    let boundaries =
      readsLayers ? try await BoundaryInput.load(options, needsMetres: false) : nil
    self.boundaries = boundaries
    let crs = AnalysisInput.incidentsCRS(of: opened.sources, options)
    ground = try query.area.map {
      try QueryGroundLoader(options: options, incidentsCRS: crs).ground($0, boundaries: boundaries)
    }
    guard let ground else {
      test = nil
      return
    }
    let (plan, approximation) = try AnalysisInput.project(
      opened.sources, onto: ground.crs, over: ground.box, options)
    test = GroundTest.Plan(
      assignment: AssignmentPlan(
        projection: plan, approximation: approximation,
        layers: [await AnalysisInput.buildIndex(ground.outlines, reach: 0, options)]),
      wanted: ground.wanted, box: try AnalysisInput.sourceBox(of: ground.box, plan))
  }

  /// The system of the incidents' coordinates.
  var incidentsCRS: String { AnalysisInput.incidentsCRS(of: study.sources, study.options) }

  /// The columns about the hours asked for.
  var hourColumns: [RowContent] {
    guard study.usesHours else { return [] }
    return [.expected] + (query.hasBounds ? [.must, .could] : [])
  }

  /// What must be read of each row.
  ///
  /// - Throws: ``InputError/noUniqueColumn(path:key:header:)``, ``ConditionError``.
  func request() throws -> IncidentRequest { try study.request() }

  /// Collects what the workers found, and checks that the rows can be used.
  ///
  /// - Parameters:
  ///   - outcome: The results of the workers.
  ///   - isResult: Whether the incidents were counted, rather than their rows handed on.
  /// - Returns: The result, without what the sinks made of the incidents.
  /// - Throws: ``IncidentError`` and ``InputError``, as ``RowCheck`` says.
  func result<Sink: SelectionSink>(
    _ outcome: IncidentStream.Outcome<QueryConsumer<Sink>.Result>, isResult: Bool
  ) throws -> QueryResult {
    var reading = try StudyReading(
      checking: study, outcome, bounds: nil, isResult: isResult)
    var (found, expected) = (GroundTally(), ExpectedCount())
    for share in outcome.shares {
      found.merge(share.result.found)
      expected.merge(share.result.expected)
    }
    // Of those outside nobody asked how many are expected inside.
    let isExpected = study.usesHours && !query.selectsOutside
    reading.reconcile(
      [found.tally], outcome.tally, expected: isExpected ? [expected.expected] : [])
    return QueryResult(
      query: query, reading: reading, ground: ground, boundaries: boundaries,
      groundConversion: test?.assignment.projection,
      approximation: test?.assignment.approximation?.description)
  }
}
