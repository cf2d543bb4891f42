import Glibc
import Testing

@testable import Statistics

@Suite("The gamma distribution")
struct GammaDistributionTests {
  // SciPy 1.17: gamma.ppf.
  @Test(
    "quantiles are those of SciPy",
    arguments: [
      (1e-6, 0.3, 6.97269909640939e-21), (0.5, 0.5, 0.227468211559786),
      (0.999999, 2.5, 17.94409343980521), (1e-10, 50, 17.199911954562392),
      (0.1, 1e-2, 5.660738147062073e-101), (0.3, 3e5, 299712.53252089693),
    ] as [(Double, Double, Double)])
  func oracle(probability: Double, shape: Double, value: Double) {
    let found = GammaDistribution.quantile(probability, shape: shape)
    #expect(abs(found / value - 1) < 1e-9, "\(found)")
  }

  @Test(
    "for a shape of 1 it is the exponential distribution", arguments: [1e-9, 0.025, 0.5, 0.975])
  func exponential(probability: Double) {
    let found = GammaDistribution.quantile(probability, shape: 1)
    #expect(abs(found / -log1p(-probability) - 1) < 1e-12)
  }

  @Test("a quantile's tails are its probabilities", arguments: [0.7, 4, 99.5, 12_345])
  func tails(shape: Double) {
    for probability in [0.001, 0.2, 0.5, 0.8, 0.999] {
      let value = GammaDistribution.quantile(probability, shape: shape)
      let (below, above) = GammaDistribution.tails(of: value, shape: shape)
      #expect(abs(below - probability) < 1e-11 && abs(above - (1 - probability)) < 1e-11)
    }
  }
}
