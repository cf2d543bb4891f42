import HotspotAnalysis
import Testing

@Suite struct EmpiricalBayesRatesTests {
  @Test("spdep's EBest gives the same")
  func published() throws {
    let rates = EmpiricalBayesRates.rates(
      counts: [3, 0, 5, 10], populations: [100, 50, 200, 120])
    for (ours, theirs) in zip(rates, [0.03387168, 0.02436854, 0.02904628, 0.06434599]) {
      #expect(abs(try #require(ours) - theirs) < 5e-9)
    }
  }

  @Test("areas without a population have no rate and take no part")
  func without() {
    let some = EmpiricalBayesRates.rates(counts: [3, 5, 10], populations: [100, 200, 120])
    let all = EmpiricalBayesRates.rates(
      counts: [3, 99, 5, 7, 10], populations: [100, 0, 200, nil, 120])
    #expect(all == [some[0], nil, some[1], nil, some[2]])
    #expect(EmpiricalBayesRates.rates(counts: [1], populations: [0]) == [nil])
    #expect(EmpiricalBayesRates.rates(counts: [], populations: []).isEmpty)
  }

  @Test("without incidents, or where rates differ less than chance has it, all have one rate")
  func equal() {
    #expect(EmpiricalBayesRates.rates(counts: [0, 0], populations: [10, 20]) == [0, 0])
    #expect(EmpiricalBayesRates.rates(counts: [2, 4], populations: [10, 20]) == [0.2, 0.2])
  }

  @Test("rates lie between the area's own and the overall one")
  func between() throws {
    let (counts, populations) = ([3.0, 0, 5, 10], [100.0, 50, 200, 120])
    let rates = EmpiricalBayesRates.rates(counts: counts, populations: populations)
    for (index, rate) in rates.enumerated() {
      let own = counts[index] / populations[index]
      let range = min(own, 18.0 / 470)...max(own, 18.0 / 470)
      #expect(range.contains(try #require(rate)))
    }
  }
}
