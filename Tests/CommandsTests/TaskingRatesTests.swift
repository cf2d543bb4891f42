import Foundation
import TestSupport
import Testing

@testable import Commands

// GeoPandas 1 counts 19,584 incidents in the made-up borough's LSOAs, pandas 218,464 residents: 89.6 per
// 1,000. Marlowick 009F has 3,716 and 1,836, 2,024 per 1,000, with limits of 1,959 and 2,090 from SciPy's
// quantiles of chi-squared.
@Suite("hotspots tasking: rates")
struct TaskingRatesTests {
  private static let population = [
    "--population", ProjectFolder.path("samples/population.csv"), "--population-field",
    "residents",
  ]
  private static let inputs = [
    "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
    ProjectFolder.path("samples/incidents.csv"),
  ]

  private static let pack = Task {
    let home = TemporaryFolder()
    let run = await CommandRun(
      words: ["tasking"] + inputs + population + ["--output", home.path("pack")])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("population: 'residents' of 'population.csv'"))
    return try MadePack(home)
  }

  @Test("the areas have the columns of the command for areas, and the map is its map")
  func sameTable() async throws {
    let pack = try await Self.pack.value
    let home = TemporaryFolder()
    let run = await CommandRun(
      words: ["areas"] + Self.inputs + Self.population + ["--output", home.path("areas.csv")])
    #expect(run.status == 0, "\(run.messages)")
    // Behind them a pack has what people call each area.
    let (own, plain) = (
      pack.text("areas.csv").split(separator: "\n"),
      String(decoding: try home.read("areas.csv"), as: UTF8.self).split(separator: "\n")
    )
    #expect(own.count == plain.count && zip(own, plain).allSatisfy { $0.hasPrefix("\($1),") })
    let columns = try #require(pack.rows("areas.csv").first)
    #expect(
      Set(["population", "rate", "rate_low", "rate_high", "rate_smoothed"]).isSubset(of: columns))
    // Counts stay the first map; rates have one of their own.
    #expect(pack.text("maps/lsoa.svg").contains("Incidents by LSOA"))
    #expect(pack.text("maps/lsoa-rate.svg").contains("Incidents per 1,000 residents by LSOA"))
    #expect(pack.text("areas.geojson").contains("\"rate_smoothed\""))
  }

  @Test("the page has the rates as pandas and SciPy have them, with base and caveat")
  func page() async throws {
    let pack = try await Self.pack.value
    for sentence in [
      "89.6 incidents per 1,000 residents over 1 January 2025 to 31 December 2025",
      "19,584 incidents and 218,464 residents in 128 LSOAs.",
      "E01999070 3,716 1,836 2,024 1,959 to 2,090",
      "not annualised",
      "2 of 128 areas have more incidents than residents",
    ] {
      pack.expect(sentence)
    }
  }
}
