import Testing

@testable import Statistics

@Suite("Rates drawn towards their mean")
struct EmpiricalBayesRatesTests {
  // spdep::EBest.
  @Test("rates are those of spdep")
  func oracle() throws {
    let rates = EmpiricalBayesRates(counts: [3, 0, 5, 10], bases: [100, 50, 200, 120]).rates
    for (rate, expected) in zip(rates, [0.03387168, 0.02436854, 0.02904628, 0.06434599]) {
      #expect(abs(try #require(rate) - expected) < 5e-9)
    }
  }

  @Test("places without people, or of whom nothing is known, are left out and have no rate")
  func withoutPeople() {
    let with = EmpiricalBayesRates(
      counts: [3, 9, 0, 5, 10, 1], bases: [100, 0, 50, 200, 120, nil])
    let without = EmpiricalBayesRates(counts: [3, 0, 5, 10], bases: [100, 50, 200, 120])
    #expect(with.rates[1] == nil && with.rates[5] == nil)
    #expect(with.rates.compactMap(\.self) == without.rates.compactMap(\.self))
    #expect(EmpiricalBayesRates(counts: [1], bases: [0]).rates == [nil])
  }

  // Rates of 1 in 100 everywhere vary less than chance would make them.
  @Test("rates that vary no more than by chance are all the mean, also where nothing happened")
  func even() {
    let even = EmpiricalBayesRates(counts: [1, 2, 3], bases: [100, 200, 300])
    #expect(even.variance == 0 && even.rates == [0.01, 0.01, 0.01])
    #expect(EmpiricalBayesRates(counts: [0, 0], bases: [10, 20]).rates == [0, 0])
  }
}
