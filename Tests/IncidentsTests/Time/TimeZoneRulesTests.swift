import Foundation
import Statistics
import Testing

@testable import Incidents

/// The rules of a zone, from the system's database.
func zone(_ name: String) throws -> TimeZoneRules {
  try TimeZoneDatabase.system.rules(named: name)
}

@Suite("Rules of time zones")
struct TimeZoneRulesTests {
  static let zones = [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Dublin",
    "Pacific/Apia", "America/Sao_Paulo", "Africa/Monrovia", "UTC",
  ]

  @Test("the clock shows what Foundation says it shows", arguments: zones)
  func agreesWithFoundation(name: String) throws {
    let rules = try zone(name)
    let oracle = try #require(TimeZone(identifier: name))
    var generator = SplitMix64(seed: 7)
    for _ in 0..<400 {
      // 1972 to 2037: before, Foundation leaves out seconds of old offsets.
      let instant = 63_072_000 + Int64(generator.next() % 2_082_844_800)
      let offset = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
      #expect(rules.civilTime(at: instant).seconds == instant + Int64(offset))
    }
  }

  /// Python: `int(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(name)).timestamp())`.
  static let known: [(name: String, local: String, instant: Int64)] = [
    ("Europe/London", "1968-07-01T12:00", -47_394_000),
    ("Europe/London", "1970-07-01T12:00", 15_678_000),
    ("Europe/London", "1916-07-01T12:00", -1_688_389_200),
    ("Europe/London", "2026-07-01T12:00", 1_782_903_600),
    ("Europe/London", "2100-07-01T12:00", 4_118_122_800),
    ("Asia/Kathmandu", "1985-12-31T12:00", 504_858_600),
    ("Asia/Kathmandu", "1986-01-02T12:00", 505_030_500),
    ("Australia/Lord_Howe", "2026-01-01T12:00", 1_767_229_200),
    ("Australia/Lord_Howe", "2199-07-01T12:00", 7_242_226_200),
    ("Europe/Dublin", "2050-01-01T12:00", 2_524_651_200),
    ("America/Nuuk", "2090-08-01T12:00", 3_805_275_600),
    ("Pacific/Apia", "2011-12-29T12:00", 1_325_196_000),
    ("Pacific/Apia", "2012-01-01T12:00", 1_325_368_800),
  ]

  @Test("local times, past and to come, are the instants that Python gives", arguments: known)
  func agreesWithPython(value: (name: String, local: String, instant: Int64)) throws {
    let rules = try zone(value.name)
    let time = CivilTime(seconds: parse(value.local).seconds)
    #expect(rules.instant(of: time) == (value.instant, .once))
    #expect(rules.civilTime(at: value.instant) == time)
  }

  /// The changes of 2026, from a walk through Python's zoneinfo.
  static let changes: [(name: String, instants: [Int64])] = [
    ("Europe/London", [1_774_746_000, 1_792_890_000]),
    ("Australia/Lord_Howe", [1_775_314_800, 1_791_041_400]),
    ("America/New_York", [1_772_953_200, 1_793_512_800]),
  ]

  @Test("around each change, a search through all instants finds the same", arguments: changes)
  func agreesWithSearch(value: (name: String, instants: [Int64])) throws {
    let rules = try zone(value.name)
    for change in value.instants {
      let nearby = stride(from: change - 5 * 3600, to: change + 5 * 3600, by: 300)
      var shown: [CivilTime: [Int64]] = [:]
      for instant in nearby { shown[rules.civilTime(at: instant), default: []].append(instant) }
      #expect(shown.values.contains { $0.count == 2 } || shown.count == 120)
      let middle = rules.civilTime(at: change).seconds
      for seconds in stride(from: middle - 3 * 3600, to: middle + 3 * 3600, by: 300) {
        let time = CivilTime(seconds: seconds)
        let (instant, occurrence) = rules.instant(of: time)
        switch shown[time] {
        case let instants? where instants.count == 2:
          #expect((instant, occurrence) == (instants[0], .twice(second: instants[1])))
        case let instants?:
          #expect((instant, occurrence) == (instants[0], .once))
        case nil:
          #expect((instant, occurrence) == (change, .never))
        }
      }
    }
  }

  @Test("a period is bounded by the changes before and after it")
  func givesPeriods() throws {
    let rules = try zone("Europe/London")
    let summer = rules.period(at: 1_780_000_000)
    #expect(summer == .init(start: 1_774_746_000, end: 1_792_890_000, offset: 3600))
    #expect(rules.period(at: 1_774_745_999).offset == 0)
    #expect(rules.period(at: 1_774_746_000) == summer)
    #expect(TimeZoneRules.utc.period(at: 0).end > 1 << 60)
  }

  @Test("far outside of all dates the first and the last offset hold")
  func clampsFarTimes() {
    let rules = TimeZoneRules(name: "x", firstOffset: 60, changes: [(0, 60), (100, 120)])
    #expect(rules.civilTime(at: -1 << 50).seconds == -1 << 50 + 60)
    #expect(rules.civilTime(at: 1 << 50).seconds == 1 << 50 + 120)
    #expect(rules.period(at: 99).start < -1 << 60)
  }

  @Test("changes that are not in order are the caller's mistake")
  func refusesDisorder() async {
    await #expect(processExitsWith: .failure) {
      _ = TimeZoneRules(name: "x", firstOffset: 0, changes: [(100, 60), (50, 0)])
    }
  }
}
