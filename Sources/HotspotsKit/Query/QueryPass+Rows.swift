import Incidents
import Interchange
import Projections

extension QueryPass {
  /// Writes the rows of the selected incidents.
  ///
  /// - Throws: What ``Study/write(_:to:watch:)`` throws.
  func write(to output: RowOutput, _ watch: InputWatch) async throws -> QueryResult {
    let plan = try RowPlan(
      output, study, incidentsCRS: incidentsCRS, box: query.selectsOutside ? nil : test?.box,
      hours: hourColumns)
    guard output.format == .gpkg else {
      let file = try TextRowFile(path: output.path, encoder: plan.encoder)
      return try await write(to: file, output, plan, watch)
    }
    let file = try GeoPackageRowFile(
      path: output.path, columns: plan.layout.columns,
      crs: output.writtenCRS(incidentsCRS: incidentsCRS) ?? incidentsCRS)
    var result = try await write(to: file, output, plan, watch)
    result.rows?.mixedTimes = file.mixedTimes
    return result
  }

  private func write<File: RowFile>(
    to file: File, _ output: RowOutput, _ plan: RowPlan, _ watch: InputWatch
  ) async throws -> QueryResult {
    var request = try request()
    request.keepsRows = true
    // What programs do not read as numbers is written as those that it means.
    if !request.coordinates, study.sources.contains(where: { !$0.coordinates.isPlain }) {
      (request.coordinates, request.keepsUnplaced) = (true, true)
    }
    try file.begin()
    let delivery = OrderedDelivery<File.Encoder.Encoded>(limit: study.options.threads * 4 + 4) {
      try file.write($0)
    }
    let (copier, encoder, decimals) = (plan.copier, file.encoder, output.decimals)
    let (projection, approximation) = (plan.projection, plan.approximation)
    let (test, selectsOutside) = (test, query.selectsOutside)
    let outcome = try await study.stream(request).run(progress: study.progress) {
      QueryConsumer(
        ground: try test.map { try GroundTest($0) }, selectsOutside: selectsOutside,
        sink: SelectionCopier(
          copier: copier,
          points: try projection.map {
            try RoundedPoints($0, approximation: approximation, decimals: decimals)
          },
          encoder: encoder, delivery: delivery))
    }
    try delivery.check()
    var result = try result(outcome, isResult: false)
    result.outputConversion = projection
    var rows = RowNotes(
      hasGeometry: output.format.hasGeometry,
      isMonthly: study.sources.allSatisfy { $0.columns.time?.isMonth ?? true })
    for share in outcome.shares {
      result.selected += share.result.sink.rows
      rows.withoutPosition += share.result.sink.withoutPosition
      rows.unreadable.merge(share.result.sink.unreadable)
    }
    result.rows = rows
    result.emptiness = EmptySelection(result, of: self, outcome)
    result.digests = try watch.seal()
    try file.finish([.init("reconciliation", result.reconciliation.json)])
    return result
  }
}
