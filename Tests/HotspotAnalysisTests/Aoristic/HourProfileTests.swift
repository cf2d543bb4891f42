import Statistics
import Tables
import Testing

@testable import HotspotAnalysis
@testable import Incidents

@Suite("Answers from the hours of the week")
struct HourProfileTests {
  /// A profile of instants, as many in each hour as given.
  func profile(_ counts: [Int: Int]) -> HourProfile {
    var hours = AoristicAccumulator(rules: .utc)
    for (hour, count) in counts {
      // 1970-01-05 was a Monday.
      let instant = 4 * 86_400 + Int64(hour) * 3600 + 1800
      for _ in 0..<count { hours.add(TimeWindow(start: instant, end: instant)) }
    }
    return hours.profile()
  }

  /// A profile of random counts.
  func randomProfile(seed: UInt64) -> HourProfile {
    var generator = SplitMix64(seed: seed)
    var counts: [Int: Int] = [:]
    for hour in 0..<168 { counts[hour] = Int(generator.next() % 4) }
    return profile(counts)
  }

  @Test("the peak is the heaviest hour, the earliest of equal ones")
  func findsPeak() {
    #expect(profile([5: 2, 118: 3, 140: 3]).peak == HourOfWeek(118))
    #expect(profile([0: 1]).peak == HourOfWeek(0))
    #expect(profile([:]).peak == nil)
  }

  @Test("the busiest shift is the best of all 168 starts", arguments: 0..<10)
  func findsShift(seed: UInt64) throws {
    let profile = randomProfile(seed: seed)
    for length in [1, 8, 23, 24, 167, 168] {
      let sums = (0..<168).map { start in
        (start..<start + length).reduce(0.0) { $0 + profile.weight($1 % 168) }
      }
      let best = try #require(sums.max())
      let shift = try #require(profile.busiestShift(hours: length))
      #expect(shift.expected == best)
      #expect(shift.start.number == sums.firstIndex(of: best))
      #expect(shift.hours == length)
    }
  }

  @Test("a table of some hours holds the incidents of these and no others")
  func keepsHours() {
    // Friday 21:00, Friday 22:00, Saturday 05:00, Saturday 06:00.
    let profile = profile([117: 2, 118: 3, 125: 4, 126: 5])
    let night = WeeklyHours(hours: HoursOfDay(from: 22, to: 6), days: [4])
    let table = profile.table(within: night)
    #expect(table.total == 7)
    #expect(table.cells[22][4] == 3 && table.cells[5][5] == 4)
    #expect(table.cells.joined().reduce(0, +) == 7)
    #expect(table.dayTotals == [0, 0, 0, 0, 3, 4, 0])
    let operational = profile.table(dayStart: 6, within: night)
    #expect(operational.dayTotals == [0, 0, 0, 0, 7, 0, 0])
    #expect(profile.table(within: WeeklyHours()) == profile.table())
  }

  @Test("a shift may run from Sunday into Monday")
  func wrapsShift() throws {
    let shift = try #require(profile([166: 1, 167: 2, 0: 2, 1: 1, 80: 3]).busiestShift(hours: 4))
    #expect(shift.start.description == "Sun 22:00")
    #expect(shift.end.description == "Mon 02:00")
    #expect(shift.expected == 6)
    #expect(profile([:]).busiestShift(hours: 8) == nil)
  }

  @Test("a shift of no hours or over a week is the caller's mistake")
  func refusesShifts() async {
    await #expect(processExitsWith: .failure) {
      _ = AoristicAccumulator(rules: .utc).profile().busiestShift(hours: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = AoristicAccumulator(rules: .utc).profile().busiestShift(hours: 169)
    }
  }

  @Test("the hours that hold half are the fewest, and one fewer do not hold it", arguments: 0..<10)
  func findsHalf(seed: UInt64) {
    let profile = randomProfile(seed: seed)
    let half = profile.hoursHoldingHalf()
    let sum = half.hours.reduce(0.0) { $0 + profile.weight($1.number) }
    #expect(sum == half.expected)
    #expect(sum * 2 >= Double(profile.incidents))
    let heaviest = profile.weights.sorted(by: >).prefix(half.hours.count - 1).reduce(0, +)
    #expect(heaviest * 2 < Double(profile.incidents))
    #expect(half.hours == half.hours.sorted())
  }

  @Test("half of few is exact")
  func findsHalfOfFew() {
    #expect(profile([3: 1, 9: 1]).hoursHoldingHalf().hours == [HourOfWeek(3)])
    #expect(
      profile([3: 1, 9: 1, 12: 1]).hoursHoldingHalf().hours == [HourOfWeek(3), HourOfWeek(9)])
    #expect(profile([:]).hoursHoldingHalf().hours.isEmpty)
  }

  @Test("the table has the hours in rows, the days in columns and exact totals")
  func laysOutTable() {
    let table = profile([0: 1, 23: 2, 24: 3, 118: 4, 167: 5]).table(name: "burglary")
    #expect(table.name == "burglary")
    #expect(table.cells[0] == [1, 3, 0, 0, 0, 0, 0])
    #expect(table.cells[23] == [2, 0, 0, 0, 0, 0, 5])
    #expect(table.cells[22] == [0, 0, 0, 0, 4, 0, 0])
    #expect(table.dayTotals == [3, 3, 0, 0, 4, 0, 5])
    #expect(table.hourTotals[0] == 4)
    #expect(table.hourTotals[23] == 7)
    #expect(table.total == 15)
  }

  @Test("with a day that starts at 6, Saturday 02:00 stands under Friday and keeps its label")
  func startsDayLater() {
    // Saturday 02:00, Saturday 06:00, Monday 05:00.
    let table = profile([122: 1, 126: 2, 5: 4]).table(dayStart: 6)
    #expect(table.cells[2] == [0, 0, 0, 0, 1, 0, 0])
    #expect(table.cells[6] == [0, 0, 0, 0, 0, 2, 0])
    #expect(table.cells[5] == [0, 0, 0, 0, 0, 0, 4])
    #expect(table.dayTotals == [0, 0, 0, 0, 1, 2, 4])
    #expect(HourOfWeek(122).operationalDay(startingAt: 6) == 4)
    #expect(HourOfWeek(5).operationalDay(startingAt: 6) == 6)
    #expect(HourOfWeek(5).operationalDay(startingAt: 5) == 0)
  }

  @Test("hours of the week have their names")
  func namesHours() {
    #expect(HourOfWeek(0).description == "Mon 00:00")
    #expect(HourOfWeek(118).description == "Fri 22:00")
    #expect(HourOfWeek(168) == HourOfWeek(0))
    #expect(HourOfWeek(1) < HourOfWeek(2))
  }

  @Test("hours of a shift are counted to the days of the operation")
  func countedDays() {
    func days(_ start: Int, _ hours: Int, from dayStart: Int) -> String? {
      Shift(start: HourOfWeek(start), hours: hours, expected: 1).countedDays(startingAt: dayStart)
    }
    // Friday is hours 96 to 119.
    #expect(days(118, 8, from: 6) == "Fri")
    #expect(days(122, 1, from: 6) == "Fri")
    #expect(days(122, 8, from: 6) == "Fri and Sat")
    #expect(days(118, 8, from: 0) == nil && days(126, 8, from: 6) == nil)
    // From Sunday 22:00 into Monday, and three days.
    #expect(days(166, 4, from: 3) == "Sun")
    #expect(days(100, 48, from: 6) == "Thu to Sat")
  }
}
