import HotspotAnalysis
import Incidents
import Statistics
import Testing

@Suite("Rules about repeats within some time")
struct RepeatTriggerTests {
  private func day(_ text: String) throws -> Int32 {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2])).dayNumber
  }

  private func met(_ rule: String, _ days: String...) throws -> String? {
    let trigger = try #require(RepeatTrigger(rule))
    return trigger.firstMet(on: try days.map(day)).map { CivilDate(dayNumber: $0).description }
  }

  @Test("rules are read as they are typed")
  func text() {
    #expect(RepeatTrigger("3/6months") == RepeatTrigger(3, within: .months(6)))
    #expect(RepeatTrigger("2 / 28 days")?.words == "2 incidents within 28 days")
    #expect(RepeatTrigger("4/1week")?.words == "4 incidents within a week")
    for text in [
      "", "3", "3/", "3/months", "1/6months", "3/0days", "3/6years", "-3/6days", "3/6days/2",
    ] {
      #expect(RepeatTrigger(text) == nil, "\(text)")
    }
  }

  @Test(
    "windows end on the day before the same day of a later month, or on that month's last",
    arguments: [
      ("3/1month", "2025-01-15", "2025-02-14"), ("3/1month", "2025-01-28", "2025-02-27"),
      ("3/1month", "2025-01-29", "2025-02-28"), ("3/1month", "2025-01-31", "2025-02-28"),
      ("3/1month", "2024-01-29", "2024-02-28"), ("3/1month", "2024-01-31", "2024-02-29"),
      ("3/6months", "2025-08-31", "2026-02-28"), ("3/6months", "2025-01-01", "2025-06-30"),
      ("3/12months", "2024-02-29", "2025-02-28"), ("3/7days", "2025-03-01", "2025-03-07"),
      ("3/2weeks", "2025-12-25", "2026-01-07"),
    ])
  func windows(rule: String, first: String, last: String) throws {
    let trigger = try #require(RepeatTrigger(rule))
    let end = trigger.end(ofWindowFrom: CivilDate(dayNumber: try day(first)))
    #expect(CivilDate(dayNumber: end.dayNumber - 1).description == last)
  }

  @Test("the rule is met on the day of the last incident that the earliest window needs")
  func firstMet() throws {
    #expect(try met("3/1month", "2025-01-31", "2025-02-14", "2025-02-28") == "2025-02-28")
    #expect(try met("3/1month", "2025-01-31", "2025-02-14", "2025-03-01") == nil)
    #expect(try met("3/7days", "2025-03-01", "2025-03-01", "2025-03-07") == "2025-03-07")
    #expect(try met("3/7days", "2025-03-01", "2025-03-02", "2025-03-08") == nil)
    #expect(try met("2/1day", "2025-03-01", "2025-03-01") == "2025-03-01")
    // Not within the first window, but within a later one.
    #expect(
      try met("3/6months", "2024-01-01", "2024-07-01", "2024-09-01", "2024-12-31", "2025-02-01")
        == "2024-12-31")
    #expect(try met("3/6months", "2024-01-01", "2024-03-01") == nil)
  }

  @Test("it is what looking at every window finds", arguments: 1...8)
  func slow(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for rule in ["2/3days", "3/2weeks", "3/1month", "4/6months"] {
      let trigger = try #require(RepeatTrigger(rule))
      let count = Int(random.next() % 12)
      let days = (0..<count).map { _ in 20_000 + Int32(random.next() % 400) }.sorted()
      // Every window with every incident in it.
      let found = days.compactMap { first -> Int32? in
        let end = trigger.end(ofWindowFrom: CivilDate(dayNumber: first)).dayNumber
        let inside = days.filter { $0 >= first && $0 < end }
        return inside.count >= trigger.count ? inside[trigger.count - 1] : nil
      }
      #expect(trigger.firstMet(on: days) == found.min(), "\(rule) \(days)")
    }
  }
}
