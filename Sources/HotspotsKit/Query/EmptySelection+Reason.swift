import Assignment
import Geometry
import Incidents
import Projections

extension EmptySelection {
  /// Finds why nothing was selected; `nil` if something was.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - pass: What was known before the first incident.
  ///   - outcome: The results of the workers.
  init?<Sink: SelectionSink>(
    _ result: QueryResult, of pass: QueryPass,
    _ outcome: IncidentStream.Outcome<QueryConsumer<Sink>.Result>
  ) {
    guard result.selected == 0 else { return nil }
    let rows = result.reconciliation
    let placed = rows.outsideCount + rows.assigned
    if placed == 0 {
      let check = ShortfallCheck(
        options: pass.study.options, sources: pass.study.sources,
        categories: result.reading.metCategories, tally: outcome.tally)
      self = .noRow(rows, check.reasonForNoRow(rows))
      return
    }
    guard let ground = pass.ground, let conversion = pass.test?.assignment.projection else {
      self = .nothing
      return
    }
    if pass.query.selectsOutside {
      self = .allInside(placed, area: ground.words)
      return
    }
    var found = GroundTally()
    for share in outcome.shares { found.merge(share.result.found) }
    let extent = Self.extent(found.extent, by: conversion)
    let box = ground.box
    let swapped = Box(minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX)
    let wouldFit =
      pass.isExchanged(ground, conversion, found.whereabouts) || swapped.intersects(extent)
    if extent.isEmpty {
      self = .beyondUse(system: ground.crs, wouldFitExchanged: wouldFit)
    } else if box.intersects(extent) {
      self = .around(placed, area: ground.words)
    } else {
      self = .apart(area: box, incidents: extent, wouldFitExchanged: wouldFit)
    }
  }

  /// Returns the rectangle around incidents in the system of the area; empty if PROJ cannot tell.
  private static func extent(_ box: Box, by conversion: ProjectionPlan) -> Box {
    guard !box.isEmpty, let operation = try? conversion.makeOperation() else { return .empty }
    if let all = operation.bounds(of: box) { return all }
    // Some lie where the system cannot be used: the others count.
    guard let valid = conversion.validBox else { return .empty }
    let usable = Box(
      minX: max(box.minX, valid.minX), minY: max(box.minY, valid.minY),
      maxX: min(box.maxX, valid.maxX), maxY: min(box.maxY, valid.maxY))
    return usable.isEmpty ? .empty : operation.bounds(of: usable) ?? .empty
  }
}

extension QueryPass {
  /// Returns whether incidents lie where the area would with its coordinates exchanged.
  fileprivate func isExchanged(
    _ ground: QueryGround, _ conversion: ProjectionPlan, _ whereabouts: Whereabouts
  ) -> Bool {
    Misplacement(
      sample: whereabouts.sample, plan: conversion, source: incidentsCRS, target: ground.crs,
      box: ground.box, distanceToArea: { _ in nil },
      gridFolders: study.options.coordinates.gridFolders
    ).isExchanged
  }
}
