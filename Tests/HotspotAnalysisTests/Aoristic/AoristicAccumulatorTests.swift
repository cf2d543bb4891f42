import Statistics
import TestSupport
import Testing

@testable import HotspotAnalysis
@testable import Incidents

/// The rules of a zone, from the system's database.
func zone(_ name: String) throws -> TimeZoneRules {
  try TimeZoneDatabase.system.rules(named: name)
}

/// The window between two times on the clock of a zone.
func window(_ start: String, _ end: String, _ rules: TimeZoneRules) throws -> TimeWindow {
  var notes = TimeNotes()
  let outcome = WindowResolver(rules: rules).resolve(
    start: parse(start), end: parse(end), notes: &notes)
  guard case .window(let window) = outcome else { throw TimeWindowMissing() }
  return window
}

struct TimeWindowMissing: Error {}

/// Reads a time as a date column does.
func parse(_ text: String) -> ParsedTime {
  let bytes = Array(text.utf8)
  return DateColumnReader().parse(bytes.span)
}

/// Windows of which most are short, some long and some instants.
func randomWindows(_ count: Int, seed: UInt64) -> [TimeWindow] {
  var generator = SplitMix64(seed: seed)
  return (0..<count).map { _ in
    let start = 1_600_000_000 + Int64(generator.next() % 100_000_000)
    switch generator.next() % 4 {
    case 0: return TimeWindow(start: start, end: start)
    case 1: return TimeWindow(start: start, end: start + Int64(generator.next() % 40_000_000))
    default: return TimeWindow(start: start, end: start + Int64(generator.next() % 100_000))
    }
  }
}

@Suite("Aoristic weights")
struct AoristicAccumulatorTests {
  func profile(_ windows: [TimeWindow], _ rules: TimeZoneRules) -> HourProfile {
    var hours = AoristicAccumulator(rules: rules)
    for window in windows { hours.add(window) }
    return hours.profile()
  }

  /// One window and what each hour gets that gets anything, hours from Monday 00:00.
  struct Oracle: Sendable, CustomTestStringConvertible {
    var name: String
    var start: String
    var end: String
    var weights: [Int: Double]
    var testDescription: String { name }
  }

  /// 2026-01-09 is a Friday, its 00:00 is hour 96; Sunday 00:00 is hour 144.
  static let oracles = [
    Oracle(
      name: "10:55 to 11:55 (README of the R package aoristic)", start: "2026-01-09T10:55",
      end: "2026-01-09T11:55", weights: [106: 1.0 / 12, 107: 11.0 / 12]),
    Oracle(
      name: "08:00 to 16:00 (jratcliffe.net)", start: "2026-01-09T08:00", end: "2026-01-09T16:00",
      weights: Dictionary(uniqueKeysWithValues: (104..<112).map { ($0, 0.125) })),
    Oracle(
      name: "Monday 00:00 to the next Monday 12:00", start: "2026-01-05T00:00",
      end: "2026-01-12T12:00",
      weights: Dictionary(uniqueKeysWithValues: (0..<168).map { ($0, $0 < 12 ? 2 / 180 : 1 / 180) })
    ),
    Oracle(
      name: "clocks put forward", start: "2026-03-29T00:30", end: "2026-03-29T03:30",
      weights: [144: 0.25, 146: 0.5, 147: 0.25]),
    Oracle(
      name: "clocks put back", start: "2026-10-25T00:30", end: "2026-10-25T02:30",
      weights: [144: 1.0 / 6, 145: 2.0 / 3, 146: 1.0 / 6]),
    Oracle(
      name: "zero length on the hour", start: "2026-01-09T10:00", end: "2026-01-09T10:00",
      weights: [106: 1]),
    Oracle(name: "no end", start: "2026-01-09T10:59:59", end: "", weights: [106: 1]),
    Oracle(
      name: "end before start", start: "2026-01-09T10:30", end: "2026-01-09T09:30",
      weights: [106: 1]),
    Oracle(
      name: "Sunday night into Monday", start: "2026-01-11T23:30", end: "2026-01-12T00:30",
      weights: [167: 0.5, 0: 0.5]),
    Oracle(
      name: "over the year's end", start: "2026-12-31T23:00", end: "2027-01-01T01:00",
      weights: [95: 0.5, 96: 0.5]),
    Oracle(
      name: "a day without a time", start: "2026-01-09", end: "",
      weights: Dictionary(uniqueKeysWithValues: (96..<120).map { ($0, 1.0 / 24) })),
    Oracle(
      name: "one second up to the hour", start: "2026-01-09T10:59:59", end: "2026-01-09T11:00:00",
      weights: [106: 1]),
  ]

  @Test("the oracles in London", arguments: oracles)
  func agreesWithOracle(oracle: Oracle) throws {
    let rules = try zone("Europe/London")
    let profile = profile([try window(oracle.start, oracle.end, rules)], rules)
    for hour in 0..<168 {
      #expect(abs(profile.weight(hour) - oracle.weights[hour, default: 0]) < 1e-15)
    }
  }

  @Test("the uninformative share is that of whole weeks")
  func uninformative() throws {
    func share(_ end: String) throws -> Double? {
      profile([try window("2026-01-05T00:00", end, .utc)], .utc).uninformativeShare
    }
    #expect(try abs((share("2026-01-12T12:00") ?? 0) - 168.0 / 180) < 1e-15)
    #expect(try abs((share("2026-01-12T00:00") ?? 0) - 1) < 1e-15)
    #expect(try share("2026-01-11T23:59") == 0)
    #expect(profile([], .utc).uninformativeShare == nil)
    #expect(profile([], .utc).incidents == 0)
  }

  @Test(
    "a walk through the seconds of windows around clock changes finds the same weights",
    arguments: [
      ("Europe/London", 1_774_746_000), ("Europe/London", 1_792_890_000),
      ("America/New_York", 1_772_953_200), ("America/New_York", 1_793_512_800),
      ("Australia/Lord_Howe", 1_775_314_800), ("Australia/Lord_Howe", 1_791_041_400),
      ("Asia/Kathmandu", 1_775_314_800), ("UTC", 1_775_314_800),
    ])
  func agreesWithSeconds(value: (zone: String, change: Int64)) throws {
    let rules = try zone(value.zone)
    var generator = SplitMix64(seed: UInt64(value.change))
    for _ in 0..<12 {
      let start = value.change - 7000 + Int64(generator.next() % 8000)
      let window = TimeWindow(start: start, end: start + 1 + Int64(generator.next() % 9000))
      var seconds = [Int](repeating: 0, count: 168)
      for instant in window.start..<window.end {
        seconds[rules.civilTime(at: instant).hourOfWeek] += 1
      }
      let weights = profile([window], rules).weights
      for hour in 0..<168 {
        #expect(abs(weights[hour] - Double(seconds[hour]) / Double(window.length)) < 1e-15)
      }
    }
  }

  @Test(
    "a walk through the minutes of windows of weeks finds the same weights",
    arguments: [
      "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC",
    ])
  func agreesWithMinutes(name: String) throws {
    let rules = try zone(name)
    var generator = SplitMix64(seed: 5)
    for change: Int64 in [1_774_746_000, 1_792_890_000, 1_775_314_800] {
      let start = change - Int64(generator.next() % 10_000) * 60
      let window = TimeWindow(start: start, end: start + Int64(1 + generator.next() % 30_000) * 60)
      var minutes = [Int](repeating: 0, count: 168)
      for instant in stride(from: window.start, to: window.end, by: 60) {
        minutes[rules.civilTime(at: instant).hourOfWeek] += 1
      }
      let weights = profile([window], rules).weights
      for hour in 0..<168 {
        #expect(abs(weights[hour] - Double(minutes[hour] * 60) / Double(window.length)) < 1e-14)
      }
    }
  }

  @Test("the weights of any windows add up to their number", arguments: 0..<10)
  func addsUp(seed: UInt64) throws {
    let profile = profile(randomWindows(200, seed: seed), try zone("Europe/London"))
    #expect(profile.incidents == 200)
    #expect(profile.units.reduce(0, +) == 200 * ExpectedCount.unitsPerIncident)
    #expect(abs(profile.weights.reduce(0, +) - 200) < 1e-9)
    #expect(profile.units.allSatisfy { $0 >= 0 })
  }

  @Test(
    "the tables of parts in any order add up to the table of all, to the last bit",
    arguments: 0..<10)
  func merges(seed: UInt64) throws {
    let rules = try zone("Europe/London")
    let windows = randomWindows(200, seed: seed)
    var parts = AoristicAccumulator(rules: rules)
    for part in [windows[150...], windows[..<30], windows[30..<150]] {
      var table = AoristicAccumulator(rules: rules)
      let (starts, ends) = (part.map(\.start), part.map(\.end))
      table.add(starts: starts.span, ends: ends.span)
      parts.merge(table)
    }
    #expect(parts.profile() == profile(windows, rules))
  }

  @Test(
    "shifting all windows by whole weeks changes nothing without clock changes", arguments: 0..<10)
  func isWeekly(seed: UInt64) throws {
    let windows = randomWindows(100, seed: seed)
    for name in ["UTC", "Asia/Kathmandu"] {
      let rules = try zone(name)
      for weeks: Int64 in [-53, 1, 520] {
        let shifted = windows.map {
          TimeWindow(start: $0.start + weeks * 604_800, end: $0.end + weeks * 604_800)
        }
        #expect(profile(shifted, rules) == profile(windows, rules))
      }
    }
  }

  @Test("what falls in hours of the week is what the table says of them", arguments: 0..<10)
  func agreesWithWeeklyHours(seed: UInt64) throws {
    let rules = try zone("America/New_York")
    let windows = randomWindows(100, seed: seed)
    let profile = profile(windows, rules)
    let hours = WeeklyHours(hours: HoursOfDay(from: 18, to: 6), days: [4])
    var count = ExpectedCount()
    for window in windows { count.add(hours.share(of: window, rules: rules)) }
    let sum = (114..<126).reduce(0.0) { $0 + profile.weight($1) }
    #expect(abs(sum - count.expected) < 1e-10)
    #expect(Double(count.must) <= sum + 1e-10 && sum <= Double(count.could) + 1e-10)
  }

  @Test("columns that disagree are the caller's mistake")
  func refusesBadColumns() async {
    await #expect(processExitsWith: .failure) {
      var hours = AoristicAccumulator(rules: .utc)
      let (starts, ends): ([Int64], [Int64]) = ([0, 1], [0])
      hours.add(starts: starts.span, ends: ends.span)
    }
    await #expect(processExitsWith: .failure) {
      var hours = AoristicAccumulator(rules: .utc)
      let (starts, ends): ([Int64], [Int64]) = ([1], [0])
      hours.add(starts: starts.span, ends: ends.span)
    }
  }
}
