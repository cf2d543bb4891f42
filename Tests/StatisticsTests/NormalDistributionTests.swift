import Statistics
import Testing

@Suite struct NormalDistributionTests {
  /// 1 - erf(z/√2) of each number as it is held, summed from the series of erf with 1,100 digits in
  /// Python's `decimal`.
  static let exact: [(z: Double, p: Double)] = [
    (1e-300, 1), (1e-8, 0.9999999920211544), (0.1, 0.920344325445942),
    (0.5, 0.6170750774519738), (1, 0.3173105078629141),
    (1.959963984540054, 0.050000000000000024), (2.5758293035489004, 0.01000000000000001),
    (5, 5.733031437583878e-07), (8.25, 1.5839452629284954e-16), (10, 1.523970604832105e-23),
    (20, 5.5072482372124675e-89), (22.4989563282371, 4.249436478099339e-112),
    (25.3, 3.1942302604844e-141), (30.1, 4.845334435971517e-199),
    (36.9, 4.621048962281235e-298), (37.4, 3.9073631232979844e-306),
  ]

  @Test("p-values are right to 1e-14 of themselves, on either side", arguments: exact)
  func accuracy(z: Double, p: Double) {
    #expect(abs(NormalDistribution.twoSidedP(of: z) - p) <= 1e-14 * p)
    #expect(NormalDistribution.twoSidedP(of: -z) == NormalDistribution.twoSidedP(of: z))
  }

  @Test("scores at the ends of the line have p-values")
  func ends() {
    #expect(NormalDistribution.twoSidedP(of: 0) == 1)
    #expect(NormalDistribution.twoSidedP(of: -0.0) == 1)
    #expect(NormalDistribution.twoSidedP(of: .infinity) == 0)
    #expect(NormalDistribution.twoSidedP(of: 1e300) == 0)
    #expect(NormalDistribution.twoSidedP(of: .nan).isNaN)
  }

  @Test("a score farther from zero never has a larger p-value")
  func falls() {
    let p = (0...40_000).map { NormalDistribution.twoSidedP(of: Double($0) / 1000) }
    #expect(zip(p, p.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(p.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}
