import Testing

@testable import HotspotAnalysis

@Suite struct ChanceConcentrationTests {
  @Test(
    "few incidents on few units are as uneven as all ways in which they can fall are on average",
    arguments: [
      // Every sequence of units, in itertools.product: 8, 1024 and 729 of them.
      (incidents: 3, units: 2, gini: 0.25, share: 0.75),
      (5, 4, 0.369140625, 0.49609375), (6, 3, 0.2633744855967104, 0.5390946502057616),
    ])
  func enumerated(incidents: Int, units: Int, gini: Double, share: Double) async {
    let chance = await ChanceConcentration(
      of: incidents, over: units, top: 1, seed: 1, allocations: 40_000, threads: 2)
    #expect(abs(chance.gini - gini) < 0.004 && abs(chance.topShare - share) < 0.005)
  }

  @Test(
    "numpy's multinomial allocations are as uneven",
    arguments: [
      // Means of 4,000 allocations, the last of 1,500: units one by one, and number by number.
      (incidents: 1000, units: 128, gini: 0.198295, share: 0.044661, error: 0.0006),
      (500, 4835, 0.906461, 0.013705, 0.00015), (200_000, 640, 0.0318692, 0.00546420, 0.00006),
    ])
  func simulated(incidents: Int, units: Int, gini: Double, share: Double, error: Double) async {
    let chance = await ChanceConcentration(
      of: incidents, over: units, top: 3, seed: 2, allocations: 4000, threads: 2)
    #expect(abs(chance.gini - gini) < error && abs(chance.topShare - share) < error)
  }

  @Test(
    "every incident falls on a unit, and each unit counts",
    arguments: [(1, 1), (1, 9), (2, 50), (700, 9), (700, 4000), (90_000, 3000), (5000, 5000)])
  func sums(incidents: Int, units: Int) {
    let draws = RandomAllocation(of: incidents, over: units, seed: 7)
    for number in 0..<40 {
      let spread = draws.allocation(number)
      #expect(spread.units == units && spread.total == Double(incidents))
    }
  }

  @Test("units vary as the multinomial distribution says, whichever way they get their incidents")
  func variance() {
    // c (1 / n) (1 - 1 / n) for each unit.
    for (incidents, units) in [(300, 20), (90_000, 3000)] {
      let draws = RandomAllocation(of: incidents, over: units, seed: 3)
      let mean = Double(incidents) / Double(units)
      var squares = 0.0
      let times = 6_000_000 / (units * 10)
      for number in 0..<times {
        let spread = draws.allocation(number)
        for (amount, count) in zip(spread.amounts, spread.counts) {
          squares += Double(count) * (amount - mean) * (amount - mean)
        }
      }
      let found = squares / Double(units * times)
      #expect(abs(found / (mean * (1 - 1 / Double(units))) - 1) < 0.01)
    }
  }

  @Test("any number of threads gives the same; the curve rises from none to all")
  func curve() async {
    let one = await ChanceConcentration(of: 400, over: 37, top: 3, seed: 5)
    #expect(await ChanceConcentration(of: 400, over: 37, top: 3, seed: 5, threads: 4) == one)
    #expect(one.curve.count == 101 && one.curve[0] == 0 && abs(one.curve[100] - 1) < 1e-12)
    #expect(zip(one.curve, one.curve.dropFirst()).allSatisfy { $0 < $1 })
    // Above the even spread, and by the area that Gini's coefficient is half of.
    let above = one.curve.indices.reduce(0.0) { $0 + one.curve[$1] - Double($1) / 100 } / 100
    #expect(abs(2 * above - one.gini) < 0.005)
  }
}
