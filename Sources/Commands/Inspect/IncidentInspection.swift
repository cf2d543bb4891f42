import Assignment
import Boundaries
import CommandLineKit
import HotspotsKit
import Incidents
import Projections
import Tables

/// Reads a file of incidents to see what is in it.
struct IncidentInspection {
  var options: StudyOptions
  /// The layers to place incidents in; absent where there are none, or none in metres.
  var boundaries: BoundaryInput?
  var console: Console

  /// Reads a file once; a second time where the order of its dates has to be found.
  ///
  /// - Throws: ``IncidentError``, ``DateOrderError``, ``ProjectionError``, ``TimeZoneError``.
  func inspect(_ path: String) async throws -> IncidentFacts {
    let source = try IncidentSource(
      path: path, named: options.incidents.columns, dateOrder: options.incidents.dateOrder,
      readsDates: true,
      needsDates: false, features: options.featureSystem)
    let plan = try placementPlan(for: source)
    let resolver = WindowResolver(
      rules: try TimeZoneDatabase.system.rules(named: options.filter.timeZone))
    let idColumn = source.columns[.id]
    let codeColumns = AreaCodeColumns.positions(in: source.columns.header)
    let hashed = [idColumn].compactMap(\.self) + codeColumns
    let codes = hashed.indices.dropFirst(idColumn == nil ? 0 : 1)
    var request = IncidentRequest(category: true, start: true, end: true, rules: resolver.rules)
    request.keepsUnplaced = true
    request.examinesText = true
    request.hashedColumns = [hashed]
    let layers = boundaries?.layers.map(\.codes) ?? []
    let outcome = try await IncidentStream(
      sources: [source], request: request, threads: options.threads
    ).run(
      progress: { [console] in
        console.progress(ProgressReport(phase: "reading", completed: $0))
      },
      makeConsumer: {
        IncidentExaminer(
          resolver: resolver, idColumn: idColumn == nil ? nil : 0,
          placement: try plan.map {
            try AssignmentWorker(
              $0.plan, sink: AgreementCounter(layers: layers, columns: Array(codes)))
          })
      })
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: source,
      isStrict: options.incidents.isStrict,
      dates: .none)
    var facts = facts(of: outcome, source: source)
    facts.placement = plan.map { plan in
      placement(plan, outcome, of: source, codeColumns.map { source.columns.header[$0] })
    }
    return facts
  }

  private func facts(
    of outcome: IncidentStream.Outcome<IncidentExaminer.Result>, source: IncidentSource
  ) -> IncidentFacts {
    var findings = IncidentFindings()
    var categories: [String: Int] = [:]
    for share in outcome.shares {
      findings.merge(share.result.findings)
      for (name, rows) in zip(share.categories, share.result.findings.categories) {
        categories[name, default: 0] += rows
      }
    }
    return IncidentFacts(
      path: source.path, origin: source.origin, delimiter: source.delimiter,
      columns: source.columns,
      dateOrder: source.dateOrder, dateOrderProblem: source.dateOrderProblem, tally: outcome.tally,
      examples: outcome.examples, findings: findings,
      categories: categories.filter { $0.value > 0 }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) },
      ids: findings.ids.summary, places: findings.places.summary)
  }
}

// MARK: - Where incidents lie

extension IncidentInspection {
  /// The way into the layers, and what else PROJ knows.
  private struct Placement: Sendable {
    var plan: AssignmentPlan
    var candidates: [OperationCandidate]
  }

  private func placementPlan(for source: IncidentSource) throws -> Placement? {
    guard let boundaries, source.columns.coordinateKind != nil else { return nil }
    if source.origin != nil && source.origin?.crs == nil {
      throw IncidentError.noSystem(path: source.path)
    }
    let (projection, approximation) = try AnalysisInput.project(
      [source], onto: boundaries, options)
    let context = try ProjectionContext(gridFolders: options.coordinates.gridFolders)
    let own = options.incidents.crs ?? source.crs
    let candidates = try OperationCandidates(
      from: CoordinateSystem(own, in: context), to: CoordinateSystem(boundaries.crs, in: context)
    ).all
    let accuracy = projection.isIdentity ? 0 : projection.summary.accuracyMetres ?? 0
    let indexes = boundaries.layers.map { AreaIndex($0.outlines, reach: accuracy) }
    let isKnown = accuracy > 0 && indexes.allSatisfy { $0.reach >= accuracy }
    return Placement(
      plan: AssignmentPlan(
        projection: projection, approximation: approximation, layers: indexes,
        borderDistance: isKnown ? accuracy : nil),
      candidates: projection.isIdentity ? [] : candidates)
  }

  private func placement(
    _ placement: Placement, _ outcome: IncidentStream.Outcome<IncidentExaminer.Result>,
    of source: IncidentSource, _ codeColumns: [String]
  ) -> PlacementFacts {
    let names = boundaries?.layers.map(\.name) ?? []
    let results = outcome.shares.compactMap(\.result.placement)
    var whereabouts = Whereabouts(layers: names.count)
    for result in results { whereabouts.merge(result.whereabouts) }
    let layers = names.enumerated().map { layer, name in
      var tally = PlacementTally()
      for result in results { tally.merge(result.tallies[layer]) }
      let agreements = codeColumns.enumerated().map { position, column in
        var sum = CodeAgreement()
        for result in results { sum.merge(result.sink[layer][position]) }
        return (column: column, agreement: sum)
      }
      return PlacementFacts.Layer(
        name: name,
        reconciliation: Reconciliation(
          layer: name, outcome.tally, tally, distance: placement.plan.borderDistance, expected: nil),
        agreements: agreements.filter { $0.agreement.isMeant && $0.agreement.coded > 0 },
        suspicion: boundaries.flatMap { boundaries in
          tally.assigned == 0 && !whereabouts.sample.isEmpty
            ? Misplacement(
              of: [source], in: boundaries, placement.plan, layer: layer, whereabouts, options
            ).reason : nil
        })
    }
    return PlacementFacts(
      projection: placement.plan.projection.summary, candidates: placement.candidates,
      accuracyDistance: placement.plan.borderDistance, layers: layers)
  }
}
