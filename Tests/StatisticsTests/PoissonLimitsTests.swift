import Glibc
import Testing

@testable import Statistics

@Suite("Exact limits of a count")
struct PoissonLimitsTests {
  // SciPy 1.17: chi2.ppf(.025, 2 n) / 2 and chi2.ppf(.975, 2 n + 2) / 2.
  @Test(
    "counts have the limits of chi-square",
    arguments: [
      (0, 0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
      (2, 0.24220927854396496, 7.22468766772396), (5, 1.6234863901184207, 11.66833207932267),
      (17, 9.903126469607294, 27.218646815906613), (100, 81.36399125092314, 121.62679379242638),
      (1234, 1166.1017185175492, 1304.8203705289225),
      (100_000, 99381.15266374472, 100621.74473974388),
      (10_000_000, 9993802.996884268, 10006199.897731498),
    ] as [(Int, Double, Double)])
  func oracle(count: Int, low: Double, high: Double) {
    let limits = PoissonLimits(ofCount: count)
    #expect(abs(limits.low - low) <= 1e-9 * low)
    #expect(abs(limits.high / high - 1) < 1e-9)
  }

  @Test("other confidences have other limits")
  func confidence() {
    let limits = PoissonLimits(ofCount: 40, confidence: 0.99)
    #expect(abs(limits.low / 25.58596594522259 - 1) < 1e-9)
    #expect(abs(limits.high / 59.36306720681702 - 1) < 1e-9)
  }

  // P(N <= n) and P(N >= n) of Poisson's distribution are the tails that the limits promise.
  @Test(
    "at the limits the count and what is beyond has half of the rest", arguments: [1, 3, 12, 40])
  func definition(count: Int) {
    let limits = PoissonLimits(ofCount: count)
    func below(_ count: Int, mean: Double) -> Double {
      (0...count).reduce((term: 1.0, sum: 0.0)) { state, k in
        let term = k == 0 ? 1 : state.term * mean / Double(k)
        return (term, state.sum + term)
      }.sum * exp(-mean)
    }
    #expect(abs(below(count, mean: limits.high) - 0.025) < 1e-12)
    #expect(abs(1 - below(count - 1, mean: limits.low) - 0.025) < 1e-12)
  }
}
