import SampleBorough
import Testing

@Suite struct CivilCalendarTests {
  /// Python: `(datetime.fromisoformat(text) - datetime(2025, 1, 1)) // timedelta(minutes=1)`, and
  /// `.weekday()`.
  @Test(
    "minutes are written as the dates that Python's calendar gives",
    arguments: [
      (0, "2025-01-01T00:00:00", 2),
      (84_959, "2025-02-28T23:59:00", 4),
      (84_960, "2025-03-01T00:00:00", 5),
      (126_850, "2025-03-30T02:10:00", 6),
      (525_599, "2025-12-31T23:59:00", 2),
      (545_130, "2026-01-14T13:30:00", 2),
      (1_662_480, "2028-02-29T12:00:00", 1),
    ])
  func dates(minute: Int, text: String, weekday: Int) {
    #expect(CivilCalendar.text(minute) == text)
    #expect(CivilCalendar.weekday(ofDay: minute / 1440) == weekday)
  }

  @Test("months have the days they have in 2025")
  func months() {
    var days = [Int](repeating: 0, count: 13)
    for day in 0..<CivilCalendar.daysInYear { days[CivilCalendar.month(ofDay: day)] += 1 }
    #expect(days == [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test("the hour that clocks skip in spring is moved, the one they repeat in autumn is not")
  func clockChange() {
    let spring = CivilCalendar.springDay * 1440
    #expect(CivilCalendar.text(CivilCalendar.shown(spring + 59)) == "2025-03-30T00:59:00")
    #expect(CivilCalendar.text(CivilCalendar.shown(spring + 60)) == "2025-03-30T02:00:00")
    #expect(CivilCalendar.text(CivilCalendar.shown(spring + 119)) == "2025-03-30T02:59:00")
    #expect(CivilCalendar.text(CivilCalendar.shown(spring + 120)) == "2025-03-30T02:00:00")
    let autumn = CivilCalendar.autumnDay * 1440
    #expect(CivilCalendar.text(CivilCalendar.shown(autumn + 90)) == "2025-10-26T01:30:00")
  }
}
