import Testing

@testable import Statistics

@Suite struct BootstrapIntervalTests {
  private static let resamples = [0.1, 0.2, 0.2, 0.25, 0.3, 0.3, 0.35, 0.4, 0.5, 0.7]

  @Test("SciPy's formula gives the same ends for the same resamples")
  func published() throws {
    // z0 from the resamples below and those up to the estimate, ends by numpy.quantile.
    let interval = try #require(
      BootstrapInterval(of: 0.3, resamples: Self.resamples.reversed(), acceleration: 0.05))
    #expect(abs(interval.low - 0.1334151198012271) < 1e-12)
    #expect(abs(interval.high - 0.6731912608192274) < 1e-12)
  }

  @Test("without bias and acceleration it is the interval of percentiles")
  func percentiles() throws {
    let values = (0...1000).map(Double.init).shuffled()
    let interval = try #require(BootstrapInterval(of: 500, resamples: values, acceleration: 0))
    #expect(abs(interval.low - 25) < 1e-9 && abs(interval.high - 975) < 1e-9)
  }

  @Test("resamples that are all the same, or all on one side, give no interval")
  func degenerate() {
    #expect(BootstrapInterval(of: 0.5, resamples: [0.5, 0.5, 0.5], acceleration: 0.1) == nil)
    #expect(BootstrapInterval(of: 0.5, resamples: [0.1, 0.2, 0.3], acceleration: 0.1) == nil)
    #expect(BootstrapInterval(of: 0.0, resamples: [0.1, 0.2, 0.3], acceleration: 0.1) == nil)
    #expect(BootstrapInterval(of: 0.5, resamples: [], acceleration: 0.1) == nil)
  }

  @Test(
    "the acceleration is a sixth of the skewness, whether values are told one by one or together")
  func acceleration() throws {
    // Differences from the mean 2: 1, 1, 0, -2 with cubes 1, 1, 0, -8 and squares 1, 1, 0, 4.
    let expected = -6.0 / (6 * 6 * 6.0.squareRoot())
    let single = BootstrapInterval.acceleration(
      leavingOut: [1, 1, 2, 4].map { (value: $0, count: 1) })
    let together = BootstrapInterval.acceleration(leavingOut: [(1, 2), (2, 1), (4, 1)])
    #expect(abs(try #require(single) - expected) < 1e-15 && together == single)
    #expect(BootstrapInterval.acceleration(leavingOut: [(0.1, 3), (0.1 + 1e-17, 2)]) == nil)
    #expect(BootstrapInterval.acceleration(leavingOut: []) == nil)
  }

  @Test(
    "quantiles and probabilities of the normal distribution are SciPy's",
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825),
      (0.02425, -1.972961051311885), (0.025, -1.9599639845400545), (0.1, -1.2815515655446004),
      (0.5, 0), (0.75, 0.6744897501960817), (0.999, 3.090232306167813),
      (0.999999999999, 7.0344869100478356),
    ])
  func normal(part: Double, score: Double) {
    #expect(
      abs(NormalDistribution.quantile(of: part) - score) <= 1e-14 * max(1, abs(score)))
    #expect(abs(NormalDistribution.cumulative(score) - part) <= 1e-12 * part)
  }

  @Test("certainty lies infinitely far out")
  func ends() {
    #expect(NormalDistribution.quantile(of: 0) == -.infinity)
    #expect(NormalDistribution.quantile(of: 1) == .infinity)
  }
}
