import Tables
import Testing

@testable import HotspotAnalysis
@testable import Incidents

@Suite("Night and day")
struct NightSplitTests {
  func split(_ windows: [(start: String, end: String, category: Int)]) throws -> NightSplit {
    let rules = try zone("Europe/London")
    var split = NightSplit(categories: 2, rules: rules)
    for incident in windows {
      split.add(try window(incident.start, incident.end, rules), category: incident.category)
    }
    return split
  }

  @Test("each category has what must, what could and what is expected to be of the night")
  func splits() throws {
    let incidents = [
      ("2026-01-09T22:00", "2026-01-09T23:00", 0),  // the night's
      ("2026-01-09T12:00", "2026-01-10T00:00", 0),  // half of each
      ("2026-01-09T17:59:59", "", 0),  // the day's
      ("2026-01-09T18:00", "", 1),  // the night's
      ("2026-01-09T18:00", "2026-01-11T18:00", 1),  // two nights and two days
    ]
    var first = try split(Array(incidents[..<2]))
    first.merge(try split(Array(incidents[2...])))
    let table = first.table(categories: ["burglary", "theft"])
    #expect(table[column: "category"]?.values == .text(["burglary", "theft", "Total"]))
    #expect(table[column: "incidents"]?.values == .integers([3, 2, 5]))
    #expect(table[column: "night_expected"]?.values == .reals([1.5, 1.5, 3]))
    #expect(table[column: "night_must"]?.values == .integers([1, 1, 2]))
    #expect(table[column: "night_could"]?.values == .integers([2, 2, 4]))
    #expect(table[column: "night_share"]?.values == .reals([0.5, 0.75, 0.6]))
    #expect(table[column: "day_expected"]?.values == .reals([1.5, 0.5, 2]))
    #expect(table[column: "day_must"]?.values == .integers([1, 0, 1]))
    #expect(table[column: "day_could"]?.values == .integers([2, 1, 3]))
  }

  @Test("a category without incidents has no share")
  func hasNoShareOfNothing() throws {
    let table = try split([]).table(categories: ["a", "b"])
    #expect(table[column: "night_share"]?.values == .reals([nil, nil, nil]))
    #expect(table[column: "night_expected"]?.values == .reals([0, 0, 0]))
  }
}
