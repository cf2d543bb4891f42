import Cartography
import Testing

@testable import Tasking

@Suite("The size of the page")
struct PageSizeTests {
  /// Every table and map at once: two layers, rates, and changes against three periods.
  private static func contents(areas: Int) throws -> PackContents {
    let categories = ["Anti-social behaviour", "Burglary", "Drugs", "Robbery"]
    let counts = (0..<areas).map { area in
      [area * 7 % 31, area * 11 % 23, area % 5, area * 3 % 13]
    }
    let pack = TestPack(categories: categories, counts: counts)
    var contents = try pack.contents()
    let changed = counts.map { counts in
      let now = Double(counts.reduce(0, +))
      let amount = PackChange.Amount(
        current: now, earlier: 31, relative: now / 31 - 1, standardScore: (now - 31) / 5.5677643628,
        chance: 0.001 / (1 + now), dispersion: 1.2345678, adjusted: now < 20 || now > 50 ? 0.01 : 1)
      return PackChange.Area(all: amount, crime: now / 3, antiSocialBehaviour: now / 7)
    }
    let history = PackChange.History(months: 14, words: "a year", needed: 12, layers: [1.5, 1.2])
    contents.changes = ["the month before", "the year before", "the year before that"].map {
      PackChange(
        name: $0, period: "May 2024", days: 31, isCut: false, earlierPeriod: "April 2024",
        earlierDays: 30, weekdays: [4, 4, 5, 5, 5, 4, 4], earlierWeekdays: [5, 5, 4, 4, 4, 4, 4],
        history: history, categories: categories.map { ($0, changed[0].all) },
        layers: [changed, changed], total: changed[0].all, crime: changed[0].all,
        antiSocialBehaviour: changed[0].all, isWeighted: false)
    }
    let value = MapValue(column: "per_km2", label: "incidents per 1,000 residents", kind: .rate)
    var description = MapDescription(title: "Rates", subtitle: "", value: value)
    description.identifierPrefix = "rates"
    contents.rates = PackRates(
      noun: pack.noun, people: "residents", unit: "per 1,000 residents", per: 1000,
      period: "May 2024",
      areas: counts.enumerated().map { place, counts in
        let incidents = Double(counts.reduce(0, +))
        return PackRates.Area(
          code: "A\(place + 1)", name: "Area \(place + 1)", incidents: incidents, population: 1500,
          rate: incidents / 1.5, limits: incidents / 2...incidents, smoothed: incidents / 1.6)
      }, method: [], warnings: [], isEstimate: false,
      map: try AreaMap(of: try pack.table(), description: description))
    return contents
  }

  @Test("with all its tables and maps the page stays under 5 MB", arguments: [1000, 3000])
  func small(areas: Int) throws {
    let bytes = PackPage(try Self.contents(areas: areas)).html()
    #expect(bytes.count < 5_000_000, "\(bytes.count) bytes of \(areas) areas")
    // What is left out is said, and where it is.
    let page = try #require(PageReader(bytes))
    let summaries = page.all("summary").map(\.text)
    let count = NumberWords.grouped(areas)
    #expect(
      summaries.count { $0 == "The 100 most significant changes in \(count) LSOAs" } == 6)
    let rates = "The 500 highest rates of \(count) LSOAs with people"
    #expect(summaries.contains(rates) == (areas > 1000))
    let rows = page.all("tr").count
    #expect(rows < 6 * 202 + 2 * 1013 + 1013 + 100, "\(rows) rows")
  }
}
