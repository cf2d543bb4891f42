import Glibc
import Testing

@testable import Statistics

@Suite("How much more counts vary than Poisson's")
struct CountDispersionTests {
  @Test("two numbers in turn have a dispersion that can be reckoned by hand")
  func alternating() throws {
    // Each pair is of 10 and 30: (30 - 10)² / 40 = 10. Eleven pairs of equal weight stand for
    // 2 · 11² / (3 · 11 - 1) = 7.5625 degrees of freedom.
    let counts = (0..<12).map { $0 % 2 == 0 ? 10.0 : 30 }
    let found = try #require(
      CountDispersion(of: [counts], lengths: [Double](repeating: 30, count: 12)))
    #expect(abs(found.value - 10) < 1e-12)
    #expect(abs(found.degreesOfFreedom - 7.5625) < 1e-12)
    #expect(found.periods == 12)
    // A second series, as regular as a clock and three times as large: 11 · 400 / (11 · 160).
    let clock = [Double](repeating: 60, count: 12)
    let both = try #require(
      CountDispersion(of: [counts, clock], lengths: [Double](repeating: 30, count: 12)))
    #expect(abs(both.value - 2.5) < 1e-12)
    #expect(both.degreesOfFreedom > 7.5625 && both.degreesOfFreedom < 2 * 7.5625)
  }

  @Test("counts in proportion to the days of their months do not vary at all")
  func exposure() throws {
    let days: [Double] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let found = try #require(CountDispersion(of: [days.map { 3 * $0 }], lengths: days))
    #expect(found.value == 1)
  }

  @Test("fewer than twelve months or no incident tell nothing")
  func none() {
    let eleven = [Double](repeating: 30, count: 11)
    #expect(CountDispersion(of: [eleven], lengths: eleven) == nil)
    let twelve = [Double](repeating: 30, count: 12)
    #expect(CountDispersion(of: [twelve.map { _ in 0 }], lengths: twelve) == nil)
    #expect(CountDispersion(of: [], lengths: twelve) == nil)
  }

  /// Draws a negative binomial count of 67 geometric ones: the mean is 67 (dispersion - 1), the
  /// variance the dispersion times that.
  private static func count(
    dispersion: Double, _ generator: inout SplitMix64
  ) -> Double {
    let logarithm = log(1 - 1 / dispersion)
    return (0..<67).reduce(0) { sum, _ in
      sum + (log(1 - generator.nextUnit()) / logarithm).rounded(.down)
    }
  }

  @Test(
    "a series of known dispersion gives it back, and its test of 5 % is passed by about 5 %",
    arguments: [4.0, 10])
  func level(dispersion: Double) throws {
    var generator = SplitMix64(seed: UInt64(dispersion))
    let (months, runs) = (24, 600)
    let lengths = [Double](repeating: 30, count: months)
    var (passed, passedUnwidened, sum) = (0, 0, 0.0)
    for _ in 0..<runs {
      let counts = (0...months).map { _ in Self.count(dispersion: dispersion, &generator) }
      let found = try #require(
        CountDispersion(of: [Array(counts.dropLast())], lengths: lengths))
      sum += found.value
      let comparison = PoissonComparison(
        current: Int(counts[months]), earlier: Int(counts[months - 1]))
      if comparison.chance(widenedBy: found) <= 0.05 { passed += 1 }
      if comparison.chance <= 0.05 { passedUnwidened += 1 }
    }
    // The standard error of the mean is dispersion √(2 / 16) / √600, 1.5 % of it.
    #expect(abs(sum / Double(runs) / dispersion - 1) < 0.06)
    // 30 of 600, give or take 5.3: within three of these.
    #expect((14...46).contains(passed))
    // What independent incidents would have is passed by a third and more.
    #expect(passedUnwidened > 180)
  }

  @Test("independent incidents are hardly widened, and pass no more than they should")
  func independent() throws {
    var generator = SplitMix64(seed: 3)
    let lengths = [Double](repeating: 30, count: 12)
    var (passed, sum) = (0, 0.0)
    for _ in 0..<20 {
      // Binomial of 400 tosses with a chance of 1/20: nearly Poisson's of mean 20.
      let series = (0..<40).map { _ in
        (0...12).map { _ in
          Double((0..<400).count { _ in generator.next() % 20 == 0 })
        }
      }
      let found = try #require(
        CountDispersion(of: series.map { Array($0.dropLast()) }, lengths: lengths))
      sum += found.value
      passed += series.count {
        PoissonComparison(current: Int($0[12]), earlier: Int($0[11])).chance(widenedBy: found)
          <= 0.05
      }
    }
    #expect(sum / 20 < 1.06)
    // Of 800 tests at most 5 %, give or take three standard errors of 6.
    #expect(passed < 59 && passed > 10)
  }
}
