import Testing

@testable import Statistics

@Suite("Range of a count around its mean")
struct PoissonRangeTests {
  // scipy 1.17: poisson.ppf(0.025, mean) and poisson.ppf(0.975, mean).
  @Test(
    "the middle 95 in 100 are those of SciPy",
    arguments: [
      (0.05, 0, 1), (0.5, 0, 2), (1, 0, 3), (2.5, 0, 6), (4.605, 1, 9), (10, 4, 17), (30, 20, 41),
      (133.7, 112, 157), (4000.5, 3877, 4125), (123_456.7, 122_769, 124_146),
    ] as [(Double, Int, Int)])
  func central(mean: Double, low: Int, high: Int) {
    #expect(PoissonRange.central(mean: mean, level: 0.95) == low...high)
  }

  @Test("around none there is only none")
  func none() { #expect(PoissonRange.central(mean: 0, level: 0.95) == 0...0) }
}
