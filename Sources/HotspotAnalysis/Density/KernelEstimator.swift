package import Tables

/// Spreads incidents around their places and sums what each cell receives: incidents per square
/// kilometre.
///
/// A high value means many incidents near the cell's middle, near being a matter of the bandwidth.
/// It says nothing of chance (see Gi*) nor of how many people were there (see ``DensityRatio``).
///
///     let density = KernelEstimator(bandwidth: .metres(300))
///     let result = try await density.evaluate(x: x, y: y, over: studyMask)
///     result.surface[12, 40]      // 188.4 incidents per square kilometre
///
/// Exact: each value equals the sum over all incidents to rounding, within 1e-9 of the peak, see
/// ``DensityUnits``. The result is the same bytes for any order of the incidents and any number of
/// threads.
///
/// After Silverman (1986), *Density Estimation for Statistics and Data Analysis*, chapter 4.
package struct KernelEstimator: Sendable {
  /// The shape by which an incident is spread.
  package var kernel: DensityKernel
  /// How far it is spread.
  package var bandwidth: Bandwidth
  /// What is done at the edge of the study area.
  package var edgeCorrection: EdgeCorrection
  /// How many pieces of work are done at a time.
  package var threads: Int

  /// Creates a method from its choices.
  package init(
    kernel: DensityKernel = .quartic, bandwidth: Bandwidth = .automatic,
    edgeCorrection: EdgeCorrection = .diggle, threads: Int = 1
  ) {
    self.kernel = kernel
    self.bandwidth = bandwidth
    self.edgeCorrection = edgeCorrection
    self.threads = threads
  }

  /// Computes the surface.
  ///
  /// - Parameters:
  ///   - x: The incidents' eastings, in metres. Without correction incidents outside the study area
  ///     contribute too; with a correction give those inside only. Not-a-number is left out.
  ///   - y: Their northings, in the same order.
  ///   - weights: What each counts for, from zero; `nil` if each counts for one.
  ///   - own: How many of the first incidents lie in the study area, which decide how wide the
  ///     bandwidth is; `nil` for all.
  ///   - area: The study area.
  /// - Returns: The surface, with what was chosen and left out on the way.
  /// - Throws: ``KernelDensityError`` when the bandwidth or a weight cannot be used.
  /// - Complexity: O(*n* (*h*/*c*)² + *k*) for *n* incidents, the bandwidth *h*, the cell size *c* and
  ///   *k* cells; the corrections about double it.
  package func evaluate(
    x: [Double], y: [Double], weights: [Double]? = nil, own: Int? = nil, over area: StudyMask
  ) async throws(KernelDensityError) -> KernelEstimate {
    precondition(
      x.count == y.count && (weights?.count ?? x.count) == x.count,
      "KernelEstimator.evaluate: the columns differ in length")
    try check(weights)
    try checkBandwidth(on: area.grid)
    let (x, y, weights) = canonical(x: x, y: y, weights: weights, own: own ?? x.count)
    let (choice, bandwidths) = try await bandwidths(x: x, y: y, weights: weights, own: own)
    let sums = try await sums(
      x: x, y: y, weights: weights, bandwidths: bandwidths, around: choice.metres, over: area)
    return await estimate(of: sums, bandwidth: choice, over: area)
  }

  /// Returns incidents in an order of their own where sums over pairs of them depend on the order, that
  /// is with adaptive bandwidths: those of the study area first, by place and weight.
  func canonical(
    x: [Double], y: [Double], weights: [Double]?, own: Int
  ) -> (x: [Double], y: [Double], weights: [Double]?) {
    guard case .adaptive = bandwidth else { return (x, y, weights) }
    func key(_ incident: Int) -> (Bool, UInt64, UInt64, UInt64) {
      (
        incident < own, y[incident].bitPattern, x[incident].bitPattern,
        weights?[incident].bitPattern ?? 0
      )
    }
    let order = x.indices.sorted { a, b in
      let (a, b) = (key(a), key(b))
      return a.0 == b.0 ? (a.1, a.2, a.3) < (b.1, b.2, b.3) : a.0
    }
    return (order.map { x[$0] }, order.map { y[$0] }, weights.map { all in order.map { all[$0] } })
  }

  /// Returns the bandwidths of the incidents, with how they were chosen.
  func bandwidths(
    x: [Double], y: [Double], weights: [Double]?, own: Int?
  ) async throws(KernelDensityError) -> (BandwidthChoice, BandwidthValues) {
    let own = own ?? x.count
    var choice = try chosenBandwidth(x: Array(x[..<own]), y: Array(y[..<own]))
    guard case .adaptive = bandwidth else { return (choice, .common(choice.metres)) }
    guard edgeCorrection != .uniform else { throw .uniformCorrectionOfAdaptive }
    let (values, adaptation) = await AbramsonBandwidths.values(
      x: x, y: y, weights: weights, own: own, kernel: kernel, pilot: choice.metres, threads: threads
    )
    choice.adaptation = adaptation
    return (choice, values)
  }

  /// Returns the bandwidth that will be used, before an adaptive one varies around it.
  ///
  /// - Throws: ``KernelDensityError/unusableBandwidth(_:)`` and
  ///   ``KernelDensityError/noSpread(incidents:)``.
  package func chosenBandwidth(
    x: [Double], y: [Double]
  ) throws(KernelDensityError) -> BandwidthChoice {
    switch bandwidth {
    case .metres(let metres), .adaptive(let metres?):
      guard metres > 0, metres.isFinite else { throw .unusableBandwidth(metres) }
      return BandwidthChoice(metres: metres, rule: .given)
    case .automatic, .adaptive(nil):
      return try .normalReference(x: x, y: y, kernel: kernel)
    }
  }

  /// Checks that a bandwidth that is given suits a study area, before anything is read for it.
  ///
  /// A kernel ten times as wide as the study area is flat over it, and takes memory with its width.
  ///
  /// - Parameter grid: The cells of the study area.
  /// - Throws: ``KernelDensityError/bandwidthTooWide(_:limit:)``.
  package func checkBandwidth(on grid: SurfaceGrid) throws(KernelDensityError) {
    let limit = 10 * Double(max(grid.columns, grid.rows)) * grid.cellSize
    switch bandwidth {
    case .metres(let metres), .adaptive(let metres?):
      if metres > limit { throw .bandwidthTooWide(metres, limit: limit) }
    case .automatic, .adaptive(nil): break
    }
  }

  /// Returns about how much memory a surface takes while it is computed, in bytes.
  ///
  /// - Parameters:
  ///   - grid: The grid of the study area; it need not exist yet.
  ///   - incidents: The number of incidents.
  /// - Returns: An upper estimate, in bytes.
  package func predictedBytes(grid: SurfaceGrid, incidents: Int) -> Int {
    grid.cellCount * Self.bytesPerCell + incidents * bytesPerIncident
  }

  /// A cell: sums in pieces and joined, or the values and the two surfaces in their place, shares and masks.
  static let bytesPerCell = 2 * 16 + 8 + 4

  /// An incident: place, factor and bandwidth, its number in two orders, and what the correction
  /// divides it by.
  package var bytesPerIncident: Int { 4 * 8 + 2 * 4 + (edgeCorrection == .diggle ? 16 : 0) }
}

/// A density surface with what was chosen and left out on the way.
package struct KernelEstimate: Sendable {
  /// Incidents per square kilometre at the middles of the study area's cells.
  package let surface: Surface
  /// The same with values for every cell that is touched by the study area or borders on one that
  /// is, on a grid of one cell more on each side: what isopleths are drawn from.
  package let margin: Surface
  /// The bandwidth and where it came from.
  package let bandwidth: BandwidthChoice
  /// The incidents that have a place and weight and reach the grid.
  package let incidentsInReach: Int
  /// The incidents that reach the middle of no cell of the study area, so that Diggle's correction
  /// cannot place them; zero with the other corrections.
  package let incidentsWithoutCell: Int

  init(
    values: [Double], area: StudyMask, bandwidth: BandwidthChoice, incidentsInReach: Int,
    incidentsWithoutCell: Int
  ) {
    let (wide, isNear) = area.touchedWithNeighbours()
    var near = values
    for cell in near.indices where !isNear[cell] { near[cell] = .nan }
    margin = Surface(grid: wide, values: near)
    var inside = [Double](repeating: .nan, count: area.grid.cellCount)
    for cell in inside.indices where area.isInside[cell] {
      let (row, column) = cell.quotientAndRemainder(dividingBy: area.grid.columns)
      inside[cell] = values[(row + 1) * wide.columns + column + 1]
    }
    surface = Surface(grid: area.grid, values: inside)
    self.bandwidth = bandwidth
    self.incidentsInReach = incidentsInReach
    self.incidentsWithoutCell = incidentsWithoutCell
  }
}
