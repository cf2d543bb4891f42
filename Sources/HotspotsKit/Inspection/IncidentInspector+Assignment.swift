import Assignment
import HotspotAnalysis
import Boundaries
import Geometry
import Incidents
import Projections
import Tables

extension IncidentInspector {
  /// How incidents get to the layers, and what else PROJ knows.
  struct Plan: Sendable {
    var plan: AssignmentPlan
    var candidates: [OperationCandidate]
  }

  /// Chooses how the incidents of a file get to the layers; `nil` without boundaries or coordinates.
  ///
  /// Files of one system share what was made for the first of them: an index of all areas takes longer
  /// than most files.
  ///
  /// - Throws: ``IncidentError/noSystem(path:)``, ``ProjectionError``.
  mutating func assignmentPlan(for source: IncidentSource) async throws -> Plan? {
    guard let boundaries, source.columns.coordinateKind != nil else { return nil }
    if source.origin != nil && source.origin?.crs == nil {
      throw IncidentError.noSystem(path: source.path)
    }
    let crs = AnalysisInput.incidentsCRS(of: [source], options)
    if let plan = plans[crs] {
      let box = boundaries.layers.reduce(into: Box.empty) { $0.formUnion($1.outlines.box) }
      AnalysisInput.settleOrders(of: [source], plan.plan.projection, in: box)
      return plan
    }
    let (projection, approximation) = try AnalysisInput.project(
      [source], onto: boundaries, options)
    let context = try ProjectionContext(gridFolders: options.coordinates.gridFolders)
    let candidates = try OperationCandidates(
      from: CoordinateSystem(crs, in: context),
      to: CoordinateSystem(boundaries.crs, in: context)
    ).all
    let accuracy = projection.isIdentity ? 0 : projection.summary.accuracyMetres ?? 0
    var indexes: [AreaIndex] = []
    for layer in boundaries.layers {
      // What files hold takes memory, so the index takes less than for speed alone.
      indexes.append(
        await AnalysisInput.buildIndex(
          layer.outlines, reach: accuracy, fineness: .coarse, options))
    }
    FreedMemory.giveBack()
    let isKnown = accuracy > 0 && indexes.allSatisfy { $0.reach >= accuracy }
    let plan = Plan(
      plan: AssignmentPlan(
        projection: projection, approximation: approximation, layers: indexes,
        borderDistance: isKnown ? accuracy : nil),
      candidates: projection.isIdentity ? [] : candidates)
    plans[crs] = plan
    return plan
  }

  /// Adds up how the workers' incidents lie in the layers.
  ///
  /// - Parameters:
  ///   - plan: How they got there.
  ///   - outcome: The results of the workers.
  ///   - source: The file.
  ///   - codeColumns: The names of its columns of area codes.
  /// - Returns: How they lie in each layer.
  func assignment(
    _ plan: Plan, _ outcome: IncidentStream.Outcome<IncidentExaminer.Result>,
    of source: IncidentSource, _ codeColumns: [String]
  ) -> AssignmentInspection {
    let names = boundaries?.layers.map(\.name) ?? []
    let results = outcome.shares.compactMap(\.result.assignment)
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
      return AssignmentInspection.Layer(
        name: name,
        reconciliation: Reconciliation(
          layer: name, outcome.tally, tally, distance: plan.plan.borderDistance, expected: nil),
        agreements: agreements.filter { $0.agreement.isMeant && $0.agreement.coded > 0 },
        suspicion: boundaries.flatMap { boundaries in
          tally.assigned == 0 && !whereabouts.sample.isEmpty
            ? Misplacement(
              of: [source], in: boundaries, plan.plan, layer: layer, whereabouts, options
            ).reason : nil
        })
    }
    return AssignmentInspection(
      projection: plan.plan.projection.summary, candidates: plan.candidates,
      accuracyDistance: plan.plan.borderDistance, layers: layers)
  }
}
