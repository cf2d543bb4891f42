import HotspotAnalysis
import Testing

@Suite("Location quotients")
struct LocationQuotientTests {
  @Test("a published example: 40 of 200 beside 240 of 2,000")
  func published() throws {
    let quotient = try #require(LocationQuotient(of: 40, area: 200, category: 240, all: 2000))
    #expect(abs(quotient.value - 5.0 / 3) < 1e-12)
    let interval = try #require(quotient.interval)
    // exp(log(5/3) ∓ 1.959964 √0.0170)
    #expect(abs(interval.low - 1.2908) < 5e-5 && abs(interval.high - 2.1519) < 5e-5)
    #expect(quotient.isAbove)
  }

  @Test("no incidents of the category have a quotient of 0 and no interval")
  func nothing() throws {
    let quotient = try #require(LocationQuotient(of: 0, area: 7, category: 240, all: 2000))
    #expect(quotient.value == 0 && quotient.interval == nil && !quotient.isAbove)
  }

  @Test("without incidents in the area, or of the category, there is no quotient")
  func undefined() {
    #expect(LocationQuotient(of: 0, area: 0, category: 240, all: 2000) == nil)
    #expect(LocationQuotient(of: 0, area: 200, category: 0, all: 2000) == nil)
  }

  @Test(
    "one area, or one category, has a quotient of exactly 1 that does not vary",
    arguments: [(49.0, 49.0, 49.0), (13, 13, 311), (13, 311, 13)])
  func same(count: Double, area: Double, category: Double) throws {
    let all = max(area, category)
    let quotient = try #require(
      LocationQuotient(of: count, area: area, category: category, all: all))
    #expect(quotient.value == 1 && !quotient.isAbove)
    #expect(abs((quotient.interval?.high ?? 0) - 1) < 1e-6)
  }

  @Test("a category of one area alone has all over the area's part, and is above")
  func alone() throws {
    // Variance: 1/30 − 1/100 − 1/30 + (2 · 4 − 1)/400 = 0.0075, so that 4 is divided by exp(0.169738).
    let quotient = try #require(LocationQuotient(of: 30, area: 100, category: 30, all: 400))
    #expect(quotient.value == 4 && quotient.isAbove)
    #expect(abs((quotient.interval?.low ?? 0) - 3.3755) < 5e-4)
  }
}
