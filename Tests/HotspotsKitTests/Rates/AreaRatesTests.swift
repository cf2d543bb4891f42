import Foundation
import HotspotsKit
import Incidents
import Tables
import TestSupport
import Testing

@Suite("Rates of incidents by area")
struct AreaRatesTests {
  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  /// Two incidents lie in A, one in B, none in C and D.
  private func run(
    _ table: String, per: Double = 1000, comparison: ValueFile? = nil,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> AreaCounts.Result {
    var method = AreaCounts(
      population: Population(
        ValueFile(try world.folder.file("people.csv", table), column: "residents"), per: per))
    method.comparison = comparison
    return try await world.study(SquareWorld.rows, isPlaced: true, change).run(method)
  }

  private func column(_ name: String, of result: AreaCounts.Result) throws -> [Double?] {
    let column = try #require(result.table[column: name])
    return (0..<4).map { column.values.number(at: $0) }
  }

  @Test("a rate is incidents over people, with the limits of the count")
  func rates() async throws {
    let result = try await run("zone,residents\nA,400\nB,\"1,000\"\nC,250\n")
    #expect(try column("population", of: result) == [400, 1000, 250, nil])
    #expect(try column("rate", of: result) == [5, 1, 0, nil])
    // SciPy: chi2.ppf(.025, 2 n) / 2 and chi2.ppf(.975, 2 n + 2) / 2 for 2, 1 and 0.
    let limits = [
      (0.24220927854396496, 7.22468766772396), (0.025317807984289876, 5.571643390938898),
    ]
    let (low, high) = (try column("rate_low", of: result), try column("rate_high", of: result))
    for (area, people) in [400.0, 1000].enumerated() {
      #expect(abs(try #require(low[area]) - limits[area].0 / people * 1000) < 1e-9)
      #expect(abs(try #require(high[area]) - limits[area].1 / people * 1000) < 1e-9)
    }
    #expect(low[2] == 0 && low[3] == nil && high[3] == nil)
    #expect(abs(try #require(high[2]) - 3.6888794541139354 / 250 * 1000) < 1e-9)
    // By Marshall's formulas: s² = 3.3609e-6 is a little more than chance alone gives, m/550 = 3.3058e-6.
    let m = 3.0 / 1650
    let spread =
      (400 * pow(5e-3 - m, 2) + 1000 * pow(1e-3 - m, 2) + 250 * m * m) / 1650
    let a = spread - m / 550
    let smoothed = try column("rate_smoothed", of: result)
    for (area, (rate, people)) in [(5e-3, 400.0), (1e-3, 1000), (0, 250)].enumerated() {
      let expected = (m + a / (a + m / people) * (rate - m)) * 1000
      #expect(abs(try #require(smoothed[area]) - expected) < 1e-12)
    }
    #expect(smoothed[3] == nil)
    // Counts stay what they are.
    #expect(try column("incidents", of: result) == [2, 1, 0, 0])
    #expect(try column("rank", of: result) == [1, 2, 3, 3])
  }

  @Test("the table's rows are accounted for, and what rates are of is said")
  func told() async throws {
    let result = try await run("code,residents\nA,400\nB,\nC,n/a\nZ,5\nY,6\n", per: 100)
    let choice = try #require(result.choices.first { $0.key == "population" })
    #expect(
      choice.sentences == [
        "population: 'residents' of 'people.csv', 5 rows read: 1 matched, 2 with codes of no area, 2 "
          + "without a value; 3 areas have no value; together 400",
        "rates: incidents per 100 residents over the period, not annualised; rate_low and rate_high are "
          + "exact limits of 95%",
      ])
    #expect(try column("rate", of: result) == [0.5, nil, nil, nil])
  }

  @Test("areas without people have no rate")
  func nobody() async throws {
    let result = try await run("code,residents\nA,0\nB,1000\n")
    #expect(try column("population", of: result) == [0, 1000, nil, nil])
    #expect(try column("rate", of: result) == [nil, 1, nil, nil])
  }

  @Test("more incidents than people, and a population too small to be one, are warned of")
  func doubts() async throws {
    let result = try await run("code,residents\nA,1\nB,900\nC,50\nD,80\n")
    let found = result.findings.filter {
      if case .fewerPeopleThanIncidents = $0 { true } else { false }
    }
    #expect(found.count == 1 && found[0].isWarning)
    #expect(
      found[0].description.hasPrefix(
        "1 of 4 areas has more incidents than residents, A (Area A) 2 incidents and 1 residents: "))
    let small = try await run("code,residents\nA,1\nB,2\nC,3\nD,4\n").findings
    #expect(
      small.contains(.smallPopulation(people: "10", noun: "residents", areas: 4, incidents: "3")))
    let enough = try await run("code,residents\nA,100\nB,200\nC,300\nD,400\n").findings
    #expect(!enough.contains { if case .smallPopulation = $0 { true } else { false } })
  }

  @Test("a population below zero is refused with its row")
  func negative() async throws {
    let path = world.folder.path("people.csv")
    await #expect(
      throws: AreaValuesError.negativePopulation(
        place: "'\(path)', line 3", found: "-5", column: "residents")
    ) { try await run("code,residents\nA,3\nB,-5\n") }
  }

  @Test("with hours rates are of the expected incidents, and there are no limits")
  func hours() async throws {
    let result = try await run("code,residents\nA,500\nB,500\nC,500\nD,500\n") {
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 0, to: 1))
    }
    // Of the window in B, from 23:00 to 01:00, half lies in the hour after midnight.
    #expect(try column("expected", of: result) == [0, 0.5, 0, 0])
    #expect(try column("rate", of: result) == [0, 1, 0, 0])
    #expect(try column("rate_low", of: result) == [nil, nil, nil, nil])
    #expect(
      result.choices.first { $0.key == "population" }?.sentences.last?.contains("without limits")
        == true)
  }

  @Test("rates, not counts, are correlated with the other table")
  func correlated() async throws {
    let other = ValueFile(
      try world.folder.file("other.csv", "code,v\nA,1\nB,2\nC,4\nD,9\n"), column: "v")
    // Rates 1, 1, 0, none: Spearman's of (2.5, 2.5, 1) and (1, 2, 3) is -0.8660.
    let result = try await run("code,residents\nA,2000\nB,1000\nC,300\n", comparison: other)
    let choice = try #require(result.choices.first { $0.key == "correlation" })
    #expect(
      choice.sentences.last
        == "correlation of incidents per 1,000 residents with 'v': Spearman's coefficient −0.87, "
        + "Pearson's −0.94, n = 3 areas; it is of areas, not of the people in them, and tells no cause"
    )
  }

  @Test("a map of rates says what they are of, over which time, and what to beware of")
  func map() async throws {
    var method = AreaCounts(
      readsPeriod: true,
      population: Population(
        ValueFile(
          try world.folder.file("people.csv", "code,workday_population\nA,1\nB,900\nC,50\nD,80\n"),
          column: "workday_population")))
    method.comparison = nil
    let result = try await world.study().run(method)
    let svg = String(decoding: try AreaFigure(result).svg(), as: UTF8.self)
    for words in [
      "Incidents per 1,000 workday population by area", "over 10 ", "not annualised", "Note: ",
      "people.csv",
    ] { #expect(svg.contains(words), "\(words)") }
  }
}
