import Statistics
import Testing

@testable import Incidents

@Suite("Hours of the week")
struct WeeklyHoursTests {
  /// Friday 22:00 to Saturday 02:00.
  let fridayNight = WeeklyHours(hours: HoursOfDay(from: 22, to: 2), days: [4])

  @Test(
    "the oracles of Friday 22:00 to Saturday 02:00",
    arguments: [
      // 2026-01-09 is a Friday.
      ("2026-01-09T23:00", "2026-01-10T01:00", 1.0, true, true),
      ("2026-01-09T21:00", "2026-01-09T23:00", 0.5, false, true),
      ("2026-01-09T22:00", "2026-01-09T22:00", 1.0, true, true),
      ("2026-01-10T02:00", "2026-01-10T02:00", 0.0, false, false),
      ("2026-01-09T22:00", "2026-01-10T02:00", 1.0, true, true),
      ("2026-01-10T02:00", "2026-01-16T22:00", 0.0, false, false),
      // Two weeks hold eight of 336 hours.
      ("2026-01-06T12:00", "2026-01-20T12:00", 8.0 / 336, false, true),
    ])
  func agreesWithOracle(
    value: (start: String, end: String, chance: Double, isCertain: Bool, isPossible: Bool)
  ) {
    let window = TimeWindow(start: parse(value.start).seconds, end: parse(value.end).seconds)
    let share = fridayNight.share(of: window, rules: .utc)
    #expect(share.chance == value.chance)
    #expect(share.isCertain == value.isCertain)
    #expect(share.isPossible == value.isPossible)
  }

  @Test(
    "a walk through the seconds of windows around clock changes finds the same overlap",
    arguments: [
      ("Europe/London", 1_774_746_000), ("Europe/London", 1_792_890_000),
      ("America/New_York", 1_793_512_800), ("Australia/Lord_Howe", 1_775_314_800),
      ("Australia/Lord_Howe", 1_791_041_400), ("Asia/Kathmandu", 1_775_314_800),
    ])
  func agreesWithWalk(value: (zone: String, change: Int64)) throws {
    let rules = try zone(value.zone)
    var generator = SplitMix64(seed: UInt64(value.change))
    for _ in 0..<12 {
      let from = Int(generator.next() % 24)
      let hours = WeeklyHours(
        hours: HoursOfDay(from: from, to: Int(generator.next() % 25)),
        days: [5, 6].filter { _ in generator.next() % 3 > 0 }, dayStart: Int(generator.next() % 8))
      let start = value.change - 5000 + Int64(generator.next() % 6000)
      let window = TimeWindow(start: start, end: start + 1 + Int64(generator.next() % 9000))
      var seconds: Int64 = 0
      for instant in window.start..<window.end
      where hours.contains(rules.civilTime(at: instant)) {
        seconds += 1
      }
      #expect(
        hours.share(of: window, rules: rules)
          == WindowShare(overlap: seconds, length: window.length))
    }
  }

  /// The stretches of hours, in whole hours from Monday 00:00.
  func stretches(_ from: Int, _ to: Int, days: [Int], dayStart: Int = 0) -> [Range<Int>] {
    let hours = HoursOfDay(from: from, to: to)
    return wholeHours(WeeklyHours(hours: hours, days: days, dayStart: dayStart))
  }

  func wholeHours(_ hours: WeeklyHours) -> [Range<Int>] {
    hours.stretches.map { Int($0.lowerBound / 3600)..<Int($0.upperBound / 3600) }
  }

  @Test("hours that wrap belong to the day on which they begin")
  func wraps() {
    // Friday 18:00 is hour 4 * 24 + 18 = 114 of the week, Saturday 06:00 is 126.
    #expect(stretches(18, 6, days: [4]) == [114..<126])
    #expect(stretches(18, 6, days: [6]) == [0..<6, 162..<168])
    // Friday and Saturday nights are apart, the days themselves are one stretch.
    #expect(stretches(18, 6, days: [4, 5]) == [114..<126, 138..<150])
    #expect(wholeHours(WeeklyHours(days: [4, 5])) == [96..<144])
    #expect(wholeHours(WeeklyHours()) == [0..<168])
    #expect(WeeklyHours(hours: HoursOfDay(from: 18, to: 6)).secondsPerWeek == 302_400)
  }

  @Test("with a day that starts at 6, the hours before 6 are those of the next morning")
  func startsDayLater() {
    #expect(wholeHours(WeeklyHours(days: [4], dayStart: 6)) == [102..<126])
    #expect(stretches(2, 4, days: [4], dayStart: 6) == [122..<124])
    #expect(stretches(18, 6, days: [4], dayStart: 6) == [114..<126])
    #expect(stretches(2, 4, days: [6], dayStart: 6) == [2..<4])
  }

  @Test("stretches may be given in any order, overlap and be empty")
  func joinsStretches() {
    let hours = WeeklyHours(stretches: [50..<60, 10..<20, 15..<30, 30..<40, 5..<5])
    #expect(hours.stretches == [10..<40, 50..<60])
    #expect(hours.secondsPerWeek == 40)
    #expect(
      WeeklyHours(stretches: []).share(of: TimeWindow(start: 0, end: 9), rules: .utc).chance == 0)
    #expect(WeeklyHours(stretches: [604_000..<2 * 604_800]).stretches == [0..<604_800])
  }

  @Test("hours and days are read as people write them")
  func readsText() throws {
    #expect(try HoursOfDay("18-06") == HoursOfDay(from: 18, to: 6))
    #expect(try HoursOfDay("18:00-6:00") == HoursOfDay(from: 18, to: 6))
    #expect(try HoursOfDay("0-24").length == 24)
    #expect(try HoursOfDay("6-6").length == 24)
    #expect(try HoursOfDay("22-23").length == 1)
    #expect(try WeekText.days("fri,sat") == [4, 5])
    #expect(try WeekText.days("Saturday,SUN,sat") == [5, 6])
    #expect(try WeekText.days("fri-mon") == [0, 4, 5, 6])
    #expect(try WeekText.days("tues-thurs") == [1, 2, 3])
    #expect(try WeekText.dayStart("06:00") == 6)
    #expect(try WeekText.dayStart("0") == 0)
    #expect(try WeekText.hours(lasting: "8h") == 8)
    #expect(try WeekText.hours(lasting: "3d") == 72)
    #expect(try WeekText.hours(lasting: "168h") == 168)
  }

  @Test("other text is refused with what is allowed")
  func refusesText() {
    for text in [
      "", "18", "18-", "24-6", "18-25", "6-18-20", "18:30-6", "-1-6", "six-ten", "1８-06",
    ] {
      #expect(throws: WeekTextError.hours(text)) { try HoursOfDay(text) }
    }
    for text in ["", "fr", "fri,", "fri-", "fri-sat-sun", "friyay", "5"] {
      #expect(throws: WeekTextError.days(text)) { try WeekText.days(text) }
    }
    for text in ["", "24", "06:30", "x", "6:0"] {
      #expect(throws: WeekTextError.dayStart(text)) { try WeekText.dayStart(text) }
    }
    for text in ["", "h", "8", "0h", "-1h", "1.5h", "8m", "8 h", "99999h", "８h"] {
      #expect(throws: WeekTextError.length(text)) { try WeekText.hours(lasting: text) }
    }
    #expect(
      WeekTextError.length("8").description == """
        cannot read length '8': a whole number of hours or days is allowed
        """)
    #expect(
      WeekTextError.hours("18").description == """
        cannot read hours '18': two whole hours of the day are allowed
        """)
    #expect(
      WeekTextError.days("fr").description == """
        cannot read days 'fr': names of weekdays are allowed
        """)
    #expect(
      WeekTextError.dayStart("24").description == """
        cannot start the day at '24': a whole hour from 00:00 to 23:00 is allowed
        """)
  }
}
