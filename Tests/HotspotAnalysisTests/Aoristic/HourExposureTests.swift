import Testing

@testable import HotspotAnalysis
@testable import Incidents

@Suite("How long each hour of the week lasted")
struct HourExposureTests {
  func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test("a week without a clock change has one of each hour")
  func measuresWeek() throws {
    let exposure = HourExposure(
      from: try day(2026, 1, 7), through: try day(2026, 1, 13), rules: try zone("Europe/London"))
    #expect(exposure.seconds == [Int64](repeating: 3600, count: 168))
  }

  @Test("the Sundays of the changes have no and two hours from 01:00")
  func measuresChanges() throws {
    let rules = try zone("Europe/London")
    let spring = HourExposure(
      from: try day(2026, 3, 29), through: try day(2026, 3, 29), rules: rules)
    #expect(spring.seconds[144...147] == [3600, 0, 3600, 3600])
    #expect(spring.seconds.reduce(0, +) == 23 * 3600)
    let autumn = HourExposure(
      from: try day(2026, 10, 25), through: try day(2026, 10, 25), rules: rules)
    #expect(autumn.seconds[144...147] == [3600, 7200, 3600, 3600])
    #expect(autumn.seconds.reduce(0, +) == 25 * 3600)
  }

  @Test("a year has 52 weeks and a day")
  func measuresYear() throws {
    let exposure = HourExposure(
      from: try day(2025, 1, 1), through: try day(2025, 12, 31), rules: .utc)
    // 2025 begins and ends on a Wednesday.
    for hour in 0..<168 {
      #expect(exposure.seconds[hour] == ((48..<72).contains(hour) ? 53 : 52) * 3600)
    }
  }

  @Test("rates are incidents for each hour that was, and null where none was")
  func dividesByExposure() throws {
    let rules = try zone("Europe/London")
    let exposure = HourExposure(
      from: try day(2026, 10, 25), through: try day(2026, 10, 25), rules: rules)
    var hours = AoristicAccumulator(rules: rules)
    for _ in 0..<4 { hours.add(try window("2026-10-25T01:30", "", rules)) }
    let rates = exposure.rates(of: hours.profile())
    #expect(rates[145] == 2)
    #expect(rates[144] == 0)
    #expect(rates[0] == nil)
  }

  @Test("a period that ends before it begins is the caller's mistake")
  func refusesBackwards() async {
    await #expect(processExitsWith: .failure) {
      let (first, last) = (CivilDate(dayNumber: 10), CivilDate(dayNumber: 9))
      _ = HourExposure(from: first, through: last, rules: .utc)
    }
  }
}
