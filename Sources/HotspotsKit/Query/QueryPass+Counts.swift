import Assignment
import Boundaries
import Incidents

extension QueryPass {
  /// Counts the selected incidents.
  ///
  /// - Throws: What ``Study/count(_:by:)`` throws.
  func count(by grouping: QueryGrouping) async throws -> QueryResult {
    let areas = try await areaPlan(grouping)
    let (rules, test, selectsOutside) = (study.rules, test, query.selectsOutside)
    let outcome = try await study.stream(try request()).run(progress: study.progress) {
      QueryConsumer(
        ground: try test.map { try GroundTest($0) }, selectsOutside: selectsOutside,
        sink: SelectionCounter(
          grouping, areas: try areas.map { try AssignmentWorker($0, sink: AreaSink()) },
          rules: rules))
    }
    var result = try result(outcome, isResult: true)
    if result.groundConversion == nil { result.groundConversion = areas?.projection }
    for share in outcome.shares {
      result.selected += share.result.sink.groups.values.reduce(0) { $0 + $1.incidents }
    }
    result.table = CountTable(
      outcome.shares.map { ($0.result.sink, $0.categories) }, hours: hourColumns
    ).table(by: grouping, layer: boundaries?.layers[0])
    result.emptiness = EmptySelection(result, of: self, outcome)
    return result
  }

  /// How incidents get to the areas that they are counted by; `nil` if they are not.
  private func areaPlan(_ grouping: QueryGrouping) async throws -> AssignmentPlan? {
    guard grouping == .area, let boundaries else { return nil }
    let outlines = boundaries.layers[0].outlines
    let (plan, approximation) = try AnalysisInput.project(
      study.sources, onto: boundaries.crs, over: outlines.box, study.options)
    return AssignmentPlan(
      projection: plan, approximation: approximation,
      layers: [await AnalysisInput.buildIndex(outlines, reach: 0, study.options)])
  }
}
