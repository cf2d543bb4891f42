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
/// Exact: each value equals the sum over all incidents to rounding, see ``KernelSpread``. The result
/// is the same bytes for any number of threads.
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
    for weight in weights ?? [] where !(weight >= 0 && weight.isFinite) {
      throw .unusableWeight(weight)
    }
    try checkBandwidth(on: area.grid)
    let (choice, bandwidths) = try await bandwidths(x: x, y: y, weights: weights, own: own)
    let sums = await sums(
      x: x, y: y, weights: weights, bandwidths: bandwidths, around: choice.metres, over: area)
    return KernelEstimate(
      values: sums.values, area: area, bandwidth: choice, incidentsInReach: sums.inReach,
      incidentsWithoutCell: sums.withoutCell)
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

  /// The densities of cells, and the incidents that made them.
  struct Sums {
    /// Incidents per square kilometre for each cell of the study area's grid with one more on each
    /// side: isopleths need values one cell beyond, and what is inside comes with them.
    var values: [Double]
    /// The incidents that have a place and weight and reach the grid.
    var inReach: Int
    /// Those that the correction cannot place.
    var withoutCell: Int
  }

  /// Sums what each cell receives.
  func sums(
    x: [Double], y: [Double], weights: [Double]?, bandwidths: BandwidthValues,
    around common: Double, over area: StudyMask
  ) async -> Sums {
    let grid = area.grid.padded(by: 1)
    let incidents = await FiledIncidents.filed(
      x: x, y: y, weights: weights, bandwidths: bandwidths, kernel: kernel, grid: grid,
      threads: threads)
    // The order by which they were filed.
    FreedMemory.giveBack(of: x.count)
    let work = DensityWork(
      kernel: kernel, edgeCorrection: edgeCorrection, threads: threads, area: area, grid: grid)
    let (values, unreached) =
      switch kernel {
      case .quartic: await work.run(incidents, bandwidth: common, QuarticProfile.self)
      case .uniform: await work.run(incidents, bandwidth: common, UniformProfile.self)
      case .triangular: await work.run(incidents, bandwidth: common, TriangularProfile.self)
      case .epanechnikov: await work.run(incidents, bandwidth: common, EpanechnikovProfile.self)
      case .triweight: await work.run(incidents, bandwidth: common, TriweightProfile.self)
      case .gaussian: await work.run(incidents, bandwidth: common, GaussianProfile.self)
      }
    return Sums(values: values, inReach: incidents.count, withoutCell: unreached)
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

  /// A cell: sums in pieces and joined, the two surfaces, shares and masks.
  static let bytesPerCell = 4 * 8 + 8 + 4

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
