import Tables
import Testing

@testable import HotspotsKit

@Suite("The likeliest reason why no row is left")
struct LikelyReasonTests {
  private static func rows(
    _ filtered: [String: Int], without: [String: Int] = [:]
  ) -> Reconciliation {
    Reconciliation(
      layer: "areas", read: (Array(filtered.values) + Array(without.values)).reduce(0, +),
      rejected: [:], filtered: filtered, withoutCoordinates: without, outside: [:], assigned: 0)
  }

  struct Case: Sendable {
    var filtered: [String: Int]
    var asked: [String] = []
    var hasDates = true
    var reason: LikelyReason
    var words: String
  }

  private static let met = ["Burglary", "Robbery", ""]

  static let cases = [
    Case(
      filtered: ["category": 9], asked: ["Burglery"],
      reason: .unknownCategories(["Burglery"], known: met),
      words: "no incident has the category 'Burglery'"),
    // A category that is met is no mistake, so the period is.
    Case(
      filtered: ["category": 2, "after_to": 7], asked: ["Burglery", "robbery"],
      reason: .period(first: "2016-04", last: "2017-03"),
      words: "the files' dates run from 2016-04 to 2017-03"),
    Case(
      filtered: ["before_from": 5], reason: .period(first: "2016-04", last: "2017-03"),
      words: "the files' dates run from 2016-04 to 2017-03"),
    Case(
      filtered: ["before_from": 5], hasDates: false,
      reason: .filters([.init(name: "before_from", rows: 5)]),
      words: "filtered are 5 before from"),
    Case(
      filtered: ["without_date": 5],
      reason: .filters([.init(name: "without_date", rows: 5)]),
      words: "filtered are 5 without date"),
    Case(
      filtered: ["outside_hours": 3, "category": 1500], asked: ["Robbery"],
      reason: .filters([
        .init(name: "category", rows: 1500), .init(name: "outside_hours", rows: 3),
      ]),
      words: "filtered are 1,500 category, 3 outside hours"),
  ]

  @Test("follows from what was filtered, asked for and met", arguments: cases)
  func found(example: Case) {
    let reason = LikelyReason.ofNoRow(
      Self.rows(example.filtered), categories: example.asked, met: Self.met,
      dates: example.hasDates ? ("2016-04", "2017-03") : nil)
    #expect(reason == example.reason)
    #expect(reason.words == example.words)
  }

  @Test("rows without coordinates are told by their reasons, the commonest first")
  func noCoordinates() {
    let reason = LikelyReason.ofNoCoordinates(
      Self.rows([:], without: ["coordinates_zero": 2, "coordinates_empty": 7]))
    #expect(reason.words == "the rows have no coordinates: 7 coordinates empty, 2 coordinates zero")
  }

  @Test(
    "distances are in the unit that people take",
    arguments: [
      (0.4, "under 1 m"), (120.4, "120 m"), (3_049, "3.0 km"), (312_400, "312 km"),
      (5_585_983, "5,586 km"),
    ])
  func distances(metres: Double, words: String) {
    let reason = LikelyReason.apart(.init(metres: metres, direction: "west", isOfNearest: true))
    #expect(
      reason.words == "the nearest incident lies \(words) from the boundaries, to the west")
  }
}
