import Statistics

/// How likely each hour of the day and each day of the year is for some kind of incident.
struct TimePattern: Sendable {
  private let firstHour: Int
  private let hours: WeightedChoice
  private let days: WeightedChoice

  /// Creates a pattern.
  ///
  /// - Parameters:
  ///   - firstHour: The hour of the first weight; later hours may run into the next day, and belong
  ///     to the day on which the night began.
  ///   - hours: A weight for each hour from the first.
  ///   - weekdays: A weight for each weekday from Monday.
  init(firstHour: Int = 0, hours: [Int], weekdays: [Int]) {
    self.firstHour = firstHour
    self.hours = WeightedChoice(weights: hours)
    days = Self.choiceOfDays(weekdays: weekdays)
  }

  /// Returns a time.
  func draw(with generator: inout SplitMix64) -> Int {
    let day = days.draw(with: &generator)
    let hour = firstHour + hours.draw(with: &generator)
    let minute =
      day * CivilCalendar.minutesPerDay + hour * 60
      + Self.minutesOfHour[Self.choiceOfMinute.draw(with: &generator)]
    // The small hours after New Year's Eve become those of the year's first day.
    let year = CivilCalendar.daysInYear * CivilCalendar.minutesPerDay
    return CivilCalendar.shown(minute < year ? minute : minute - year)
  }

  /// Returns a day of the year.
  func drawDay(with generator: inout SplitMix64) -> Int { days.draw(with: &generator) }

  // MARK: - Days and minutes

  /// The seasons: gentle, summer and the weeks before Christmas above the mean.
  private static let months = [96, 94, 97, 98, 101, 104, 106, 102, 98, 100, 103, 106]

  private static func choiceOfDays(weekdays: [Int]) -> WeightedChoice {
    WeightedChoice(
      weights: (0..<CivilCalendar.daysInYear).map { day in
        let weight =
          months[CivilCalendar.month(ofDay: day) - 1] * weekdays[CivilCalendar.weekday(ofDay: day)]
        // Christmas Day and Boxing Day are quiet.
        return (358...359).contains(day) ? weight / 3 : weight
      })
  }

  /// People remember full, half and quarter hours.
  private static let minutesOfHour = Array(0..<60)
  private static let choiceOfMinute = WeightedChoice(
    weights: (0..<60).map { minute in
      switch minute {
      case 0: 150
      case 30: 90
      case 15, 45: 45
      default: minute % 5 == 0 ? 18 : 2
      }
    })
}

// MARK: - The patterns

extension TimePattern {
  /// Shop hours, Saturday above all.
  static let shopping = TimePattern(
    hours: [1, 0, 0, 0, 0, 0, 0, 2, 5, 12, 25, 40, 55, 62, 62, 66, 72, 75, 62, 45, 25, 12, 6, 3],
    weekdays: [90, 92, 95, 104, 112, 128, 88])

  /// The bustle of the day, from the way to work to the evening.
  static let daytime = TimePattern(
    hours: [
      8, 5, 3, 2, 2, 3, 6, 14, 26, 34, 42, 52, 62, 66, 66, 68, 72, 78, 80, 72, 60, 48, 34, 20,
    ],
    weekdays: [96, 98, 100, 104, 108, 108, 88])

  /// Afternoon and evening.
  static let evening = TimePattern(
    hours: [
      26, 18, 13, 9, 6, 5, 5, 8, 14, 20, 26, 30, 36, 38, 42, 50, 52, 55, 58, 60, 62, 62, 56, 42,
    ],
    weekdays: [94, 94, 96, 98, 106, 110, 102])

  /// Pubs and clubs: Friday and Saturday night into the small hours.
  static let nightLife = TimePattern(
    firstHour: 18, hours: [14, 20, 30, 42, 60, 82, 100, 98, 86, 70, 34, 12],
    weekdays: [20, 22, 30, 48, 150, 175, 40])

  /// Robbery between 18:00 and 06:00.
  static let robberyByNight = TimePattern(
    firstHour: 18, hours: [30, 40, 52, 62, 70, 76, 70, 58, 46, 36, 20, 10],
    weekdays: [85, 85, 90, 100, 125, 130, 95])

  /// Robbery between 06:00 and 18:00.
  static let robberyByDay = TimePattern(
    firstHour: 6, hours: [4, 8, 12, 14, 18, 22, 26, 28, 34, 44, 52, 58],
    weekdays: [100, 100, 100, 100, 105, 100, 85])

  /// Any hour of any day.
  static let anyDayAndHour = TimePattern(
    hours: Array(repeating: 1, count: 24), weekdays: Array(repeating: 1, count: 7))

  /// Days on which people leave home for work.
  static let workingDays = TimePattern(hours: [1], weekdays: [100, 100, 100, 98, 92, 6, 3])

  /// Any day, weekends a little above the others.
  static let anyDay = TimePattern(hours: [1], weekdays: [96, 95, 96, 98, 108, 112, 104])
}
