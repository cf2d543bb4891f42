import Glibc
import Testing

@testable import Statistics

@Suite("Student's distribution")
struct StudentDistributionTests {
  // The regularised incomplete beta function with 40 digits (mpmath).
  @Test(
    "scores have the chances of the incomplete beta function",
    arguments: [
      (2, 7.5625, 0.082582100202750671), (-2, 7.5625, 0.082582100202750671),
      (3.5, 7.5625, 0.0088314823548843459), (12, 7.5625, 3.4208765550367487e-6),
      (0.3, 7.5625, 0.77225687493615127), (40, 150.25, 5.3373621458315197e-82),
      (1.96, 1e6, 0.049996067585269791), (2, 0.75, 0.35414824818264574),
      (1e-9, 5, 0.99999999924078662), (6, 20_000.5, 2.0071447856299438e-9), (0, 3, 1),
    ] as [(Double, Double, Double)])
  func oracle(score: Double, freedom: Double, chance: Double) {
    let found = StudentDistribution.twoSidedP(of: score, degreesOfFreedom: freedom)
    #expect(abs(found / chance - 1) < 1e-8)
  }

  @Test("one and two degrees of freedom have closed forms", arguments: [0.01, 0.5, 1, 3, 50, 1e4])
  func closedForms(score: Double) {
    let one = StudentDistribution.twoSidedP(of: score, degreesOfFreedom: 1)
    #expect(abs(one / (2 / Double.pi * atan(1 / score)) - 1) < 1e-12)
    // 1 - t / √(2 + t²), written so that it does not cancel.
    let root = (2 + score * score).squareRoot()
    let two = StudentDistribution.twoSidedP(of: score, degreesOfFreedom: 2)
    #expect(abs(two / (2 / (root * (root + score))) - 1) < 1e-12)
  }
}
