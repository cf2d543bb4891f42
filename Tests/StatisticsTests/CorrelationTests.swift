import Testing

@testable import Statistics

@Suite("Coefficients of correlation")
struct CorrelationTests {
  // SciPy 1.17: pearsonr and spearmanr.
  @Test("coefficients are those of SciPy, equal numbers sharing their mean rank")
  func oracle() throws {
    let first: [Double?] = [41, 7, 7, 153, 0, 12, 88, 7, 30, 5]
    let second: [Double?] = [1.5, -2, 0, 9.25, 0.5, 3, 3, 0, -1, 2]
    let found = try Correlation(first + [3, nil, nil], second + [nil, 4, nil])
    #expect(found.pairs == 10)
    #expect(abs(found.pearson - 0.8444718386993393) < 1e-14)
    #expect(abs(found.spearman - 0.4691447406875828) < 1e-14)
    let other = try Correlation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
    #expect(abs(other.pearson - 0.8320502943378436) < 1e-14)
    #expect(abs(other.spearman - 0.8207826816681233) < 1e-14)
  }

  @Test("ranks of equal numbers are the mean of their places")
  func ranks() {
    #expect(Correlation.meanRanks([7, 3, 7, 1, 7]) == [4, 2, 4, 1, 4])
  }

  @Test("large numbers that differ little, and pairs on a line, keep their digits")
  func digits() throws {
    let line = try Correlation([1, 2, 4], [-2, -4, -8])
    #expect(abs(line.pearson + 1) < 1e-15 && line.spearman == -1)
    let shifted = try Correlation([1e9 + 1, 1e9 + 2, 1e9 + 3], [3, 2, 2])
    #expect(abs(shifted.pearson + 0.75.squareRoot()) < 1e-12)
  }

  @Test("too few pairs and a column without variance have no coefficient")
  func absent() {
    #expect(throws: Correlation.Absence.tooFewPairs(2)) {
      try Correlation([1, 2, 3], [1, nil, 2])
    }
    #expect(throws: Correlation.Absence.firstIsConstant) { try Correlation([1, 1, 1], [1, 2, 3]) }
    #expect(throws: Correlation.Absence.secondIsConstant) {
      try Correlation([1, 2, 3, 4], [2, 2, 2, nil])
    }
  }
}
