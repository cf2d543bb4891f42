import Tables

extension KernelEstimator {
  /// Adds up what each cell receives from incidents of one bandwidth: of the study area's grid with one
  /// more cell on each side, because isopleths need values one cell beyond.
  ///
  /// The sums of all incidents are those of any parts of them, merged.
  ///
  /// - Parameters:
  ///   - x: The incidents' eastings; as for ``evaluate(x:y:weights:own:over:)``.
  ///   - y: Their northings.
  ///   - weights: What each counts for, from zero; `nil` if each counts for one.
  ///   - metres: The bandwidth.
  ///   - area: The study area.
  /// - Returns: The sums.
  /// - Throws: ``KernelDensityError/beyondRange`` and ``KernelDensityError/unusableWeight(_:)``.
  package func sums(
    x: [Double], y: [Double], weights: [Double]?, metres: Double, over area: StudyMask
  ) async throws(KernelDensityError) -> DensitySums {
    try await sums(
      x: x, y: y, weights: weights, bandwidths: .common(metres), around: metres, over: area)
  }

  /// Adds up what each cell receives.
  func sums(
    x: [Double], y: [Double], weights: [Double]?, bandwidths: BandwidthValues,
    around common: Double, over area: StudyMask
  ) async throws(KernelDensityError) -> DensitySums {
    try check(weights)
    let work = work(over: area)
    let filing = FiledIncidents.filing(
      x: x, y: y, weights: weights, bandwidths: bandwidths, kernel: kernel, grid: work.grid)
    return switch kernel {
    case .quartic: try await work.sums(filing, bandwidth: common, QuarticProfile.self)
    case .uniform: try await work.sums(filing, bandwidth: common, UniformProfile.self)
    case .triangular: try await work.sums(filing, bandwidth: common, TriangularProfile.self)
    case .epanechnikov: try await work.sums(filing, bandwidth: common, EpanechnikovProfile.self)
    case .triweight: try await work.sums(filing, bandwidth: common, TriweightProfile.self)
    case .gaussian: try await work.sums(filing, bandwidth: common, GaussianProfile.self)
    }
  }

  /// Adds up the same without other threads, for who is called by a thread of many.
  ///
  /// - Parameters: As for ``sums(x:y:weights:metres:over:)``.
  package func sumsAtOnce(
    x: [Double], y: [Double], weights: [Double]?, metres: Double, over area: StudyMask
  ) throws(KernelDensityError) -> DensitySums {
    try check(weights)
    let work = work(over: area)
    let filing = FiledIncidents.filing(
      x: x, y: y, weights: weights, bandwidths: .common(metres), kernel: kernel, grid: work.grid)
    return switch kernel {
    case .quartic: try work.sumsAtOnce(filing, bandwidth: metres, QuarticProfile.self)
    case .uniform: try work.sumsAtOnce(filing, bandwidth: metres, UniformProfile.self)
    case .triangular: try work.sumsAtOnce(filing, bandwidth: metres, TriangularProfile.self)
    case .epanechnikov: try work.sumsAtOnce(filing, bandwidth: metres, EpanechnikovProfile.self)
    case .triweight: try work.sumsAtOnce(filing, bandwidth: metres, TriweightProfile.self)
    case .gaussian: try work.sumsAtOnce(filing, bandwidth: metres, GaussianProfile.self)
    }
  }

  /// Returns incidents per square kilometre for each cell of the sums.
  func values(
    of sums: DensitySums, around common: Double, over area: StudyMask
  ) async -> [Double] {
    let work = work(over: area)
    return switch kernel {
    case .quartic: await work.values(of: sums, bandwidth: common, QuarticProfile.self)
    case .uniform: await work.values(of: sums, bandwidth: common, UniformProfile.self)
    case .triangular: await work.values(of: sums, bandwidth: common, TriangularProfile.self)
    case .epanechnikov: await work.values(of: sums, bandwidth: common, EpanechnikovProfile.self)
    case .triweight: await work.values(of: sums, bandwidth: common, TriweightProfile.self)
    case .gaussian: await work.values(of: sums, bandwidth: common, GaussianProfile.self)
    }
  }

  /// Checks that weights can be used.
  func check(_ weights: [Double]?) throws(KernelDensityError) {
    for weight in weights ?? [] where !(weight >= 0 && weight.isFinite) {
      throw .unusableWeight(weight)
    }
  }

  private func work(over area: StudyMask) -> DensityWork {
    DensityWork(
      kernel: kernel, edgeCorrection: edgeCorrection, threads: threads, area: area,
      grid: area.grid.padded(by: 1))
  }

  /// Makes the surface of sums that were added up before.
  ///
  /// - Parameters:
  ///   - sums: The sums of ``sums(x:y:weights:metres:over:)``.
  ///   - choice: The bandwidth, with which they were made.
  ///   - area: The study area.
  /// - Returns: The surface.
  package func estimate(
    of sums: DensitySums, bandwidth choice: BandwidthChoice, over area: StudyMask
  ) async -> KernelEstimate {
    KernelEstimate(
      values: await values(of: sums, around: choice.metres, over: area), area: area,
      bandwidth: choice, incidentsInReach: sums.inReach, incidentsWithoutCell: sums.withoutCell)
  }
}
