import Geometry
package import Tables

/// Where a ratio of densities is beyond what chance would make of it.
///
/// Were it chance which incidents are those asked about, any others would do as well. So as many are
/// drawn at random, with the weights of the real ones, and their density is compared with the real
/// one: a cell is beyond chance where the real density strays further from the expected than that of
/// hardly any draw does *in any cell*. The largest of a whole surface is what is compared, so that
/// noise makes a contour anywhere in one map of twenty, not in a twentieth of every map.
///
/// Densities are compared by their square roots, which vary by about as much where incidents are
/// many as where they are few.
///
///     let tolerance = try await RatioTolerance(
///       of: (x, y, nil), to: (allX, allY), ratio: ratio, over: area, density: method,
///       labellings: 99, seed: 1)
///     tolerance.limits?.more    // the score from which on there are more than by chance
///
/// Random labelling after Kelsall & Diggle (1995), https://doi.org/10.1002/sim.4780142106; the largest
/// of all after Westfall & Young (1993), *Resampling-Based Multiple Testing*, chapter 2.
package struct RatioTolerance: Sendable {
  /// How many times labels were drawn.
  package let labellings: Int
  /// Whether the incidents asked about are among those compared with, from which then is drawn; else
  /// it is from both together.
  package let isNested: Bool
  /// How far the density of the incidents asked about is from the expected, on the cells of the
  /// ratio's margin; without value where there is no ratio.
  package let score: Surface
  /// The largest scores of the draws, the largest first.
  private let highest: [Double]
  /// The smallest scores of the draws, the smallest first.
  private let lowest: [Double]
  /// How much scores may differ by rounding.
  private let slack: Double

  /// The chance that noise may have to be called more, or fewer.
  package static let level = 0.05
  /// The fewest draws that can tell anything at that level, on one side or the other.
  package static let fewestLabellings = 39

  /// Draws labels.
  ///
  /// - Parameters:
  ///   - upper: The incidents asked about: eastings, northings and weights.
  ///   - lower: The incidents they are compared with.
  ///   - ratio: Their ratio.
  ///   - area: The study area.
  ///   - density: The method of both densities.
  ///   - labellings: How many times labels are drawn.
  ///   - seed: The seed; the same seed, the same draws.
  /// - Throws: ``KernelDensityError``.
  /// - Complexity: As many densities as labellings.
  package init(
    of upper: (x: [Double], y: [Double], weights: [Double]?), to lower: (x: [Double], y: [Double]),
    ratio: DensityRatio, over area: StudyMask, density: KernelEstimator, labellings: Int,
    seed: UInt64
  ) async throws(KernelDensityError) {
    var density = density
    density.bandwidth = .metres(ratio.bandwidth.metres)
    // What reaches no cell makes no difference, and may be most of a file.
    let reach = ratio.bandwidth.metres * density.kernel.reachInBandwidths
    let box = area.grid.padded(by: 1).box
    func near(_ x: [Double], _ y: [Double]) -> [Int] {
      x.indices.filter {
        x[$0] > box.minX - reach && x[$0] < box.maxX + reach && y[$0] > box.minY - reach
          && y[$0] < box.maxY + reach
      }
    }
    let (own, others) = (near(upper.x, upper.y), near(lower.x, lower.y))
    let weights = upper.weights.map { all in own.map { all[$0] } }
    var labelling = RandomLabelling(
      of: (own.map { upper.x[$0] }, own.map { upper.y[$0] }),
      among: (others.map { lower.x[$0] }, others.map { lower.y[$0] }), seed: seed)
    let all = try await density.evaluate(x: labelling.x, y: labelling.y, over: area).margin
    let amount = weights?.reduce(0, +) ?? Double(own.count)
    let part = amount / Double(max(1, labelling.x.count))
    let cells = ratio.margin.values.indices.filter { ratio.margin.hasValue(at: $0) }
    let expected = cells.map { max(0, part * all.values[$0]).squareRoot() }
    func scores(_ surface: Surface) -> [Double] {
      zip(cells, expected).map { max(0, surface.values[$0]).squareRoot() - $1 }
    }
    var (highest, lowest): ([Double], [Double]) = ([], [])
    for _ in 0..<labellings {
      let drawn = labelling.next()
      let found = scores(
        try await density.evaluate(x: drawn.x, y: drawn.y, weights: weights, over: area).margin)
      highest.append(found.max() ?? 0)
      lowest.append(found.min() ?? 0)
    }
    var values = [Double](repeating: .nan, count: ratio.margin.values.count)
    for (cell, score) in zip(cells, scores(ratio.upperMargin)) { values[cell] = score }
    score = Surface(grid: ratio.margin.grid, values: values)
    self.labellings = labellings
    isNested = labelling.isNested
    self.highest = highest.sorted(by: >)
    self.lowest = lowest.sorted()
    slack = 1e-9 * (expected.max() ?? 0)
  }

  /// The scores below which there are fewer, and from which on there are more, than by chance; absent
  /// where too few labels were drawn to tell.
  package var limits: (fewer: Double, more: Double)? {
    let beyond = Int(Self.level / 2 * Double(labellings + 1))
    guard beyond >= 1 else { return nil }
    let (fewer, more) = (lowest[beyond - 1] - 2 * slack, highest[beyond - 1] + 2 * slack)
    return fewer < more ? (fewer, more) : nil
  }

  /// Returns how often chance alone would make some cell stray as far, on either side.
  ///
  /// - Parameter score: The score of a cell.
  /// - Returns: The share of the draws, the real labels among them, that stray as far in any cell,
  ///   doubled because the other side would have been noticed too; at most 1.
  package func adjustedP(of score: Double) -> Double {
    let further =
      score > 0
      ? highest.prefix { $0 >= score - slack }.count : lowest.prefix { $0 <= score + slack }.count
    return min(1, 2 * Double(further + 1) / Double(labellings + 1))
  }
}
