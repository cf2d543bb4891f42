package import Geometry
package import Tables

/// A surface over part of the study area.
package struct CloseUpSurface: Sendable {
  /// Incidents per square kilometre at the middles of the cells that lie in the study area.
  package let surface: Surface
  /// The same with values one cell beyond the study area and beyond the part, from which isopleths are
  /// drawn.
  package let margin: Surface
  /// The areas of the study area that the surface touches.
  package let areas: OutlineTable
}

extension KernelEstimator {
  /// Computes the surface over part of the study area: the values that a surface of all of it would have
  /// on the same cells.
  ///
  /// Incidents beyond the part reach in. Of the study area so much is looked at as they and their edge
  /// correction reach. The bandwidth is fixed.
  ///
  /// - Parameters:
  ///   - x: The incidents' eastings; as for ``evaluate(x:y:weights:own:over:)``.
  ///   - y: Their northings.
  ///   - weights: What each counts for, from zero; `nil` if each counts for one.
  ///   - outlines: The areas of the study area.
  ///   - box: The part, which cells cover.
  ///   - cellSize: The width of a cell, in metres.
  ///   - metres: The bandwidth.
  /// - Returns: The surface.
  /// - Throws: ``KernelDensityError``, and ``Tables/SurfaceGridError`` for cells that cannot be.
  /// - Complexity: O(*n* + *m* (*h*/*c*)² + *k* + *a*) for *n* incidents, *m* of which reach the part, the
  ///   bandwidth *h*, the cell size *c*, *k* cells and *a* areas.
  package func closeUp(
    x: [Double], y: [Double], weights: [Double]?, over outlines: OutlineTable, in box: Box,
    cellSize: Double, bandwidth metres: Double
  ) async throws -> CloseUpSurface {
    var estimator = self
    estimator.bandwidth = .metres(metres)
    let grid = try SurfaceGrid(box: box, cellSize: cellSize)
    let reach = metres * kernel.reachInBandwidths
    // Its margin has values a cell beyond the part.
    let reached = grid.box.padded(by: reach + 2 * cellSize)
    let near = x.indices.filter { reached.contains(x: x[$0], y: y[$0]) }
    // The correction of an incident asks for the ground a reach around it.
    let wide = grid.padded(by: Int((2 * reach / cellSize).rounded(.up)) + 3)
    var areas = OutlineTable()
    for area in 0..<outlines.areaCount where outlines.box(ofArea: area).intersects(wide.box) {
      areas.appendArea(area, of: outlines)
    }
    let mask = await StudyMask.make(of: areas, on: wide, threads: threads)
    let estimate = try await estimator.evaluate(
      x: near.map { x[$0] }, y: near.map { y[$0] },
      weights: weights.map { all in near.map { all[$0] } }, over: mask)
    return CloseUpSurface(
      surface: estimate.surface.resized(to: grid),
      margin: estimate.margin.resized(to: grid.padded(by: 1)), areas: areas)
  }
}
