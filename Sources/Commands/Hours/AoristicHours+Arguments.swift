import CommandLineKit
import HotspotsKit
import Incidents

extension AoristicHours {
  static let by = Option<HourGrouping?>(
    "by", valueName: "WHAT",
    help: "Make one table for each category, or for each area of --boundaries",
    rules: [.needs("--boundaries").with("area")])
  static let nightHours = Option<String>(
    "night", valueName: "HH-HH",
    help: "Hours that count as night, for the split between night and day", default: "18-06")
  static let shiftLength = Option<String>(
    "shift", valueName: "LENGTH", help: "Find the busiest shift of this length", default: "8h")
  static let reversedRule = Option<ReversedWindowRule>(
    "reversed", valueName: "RULE",
    help: """
      What to do if an incident ends before it starts: exchange the two, use the start alone, or \
      reject the row
      """,
    default: .start)
  static let maxWindow = Option<String?>(
    "max-window", valueName: "LENGTH",
    help: """
      Exclude incidents with a longer window, for example 72h or 7d; they say little about hours
      """)

  /// The options that are read here.
  static let specs = [
    by.spec, SharedOptions.dayStart.spec, nightHours.spec, shiftLength.spec, reversedRule.spec,
    maxWindow.spec,
  ]

  /// The options that ``init(answersOf:)`` reads, beside `--day-start`.
  static let answerSpecs = [nightHours.spec, shiftLength.spec]

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    try self.init(answersOf: arguments)
    grouping = try arguments.value(of: Self.by)
    windows.reversed = try arguments.value(of: Self.reversedRule)
    let longestText = try arguments.value(of: Self.maxWindow)
    do throws(WeekTextError) {
      windows.longest = try longestText.map(WeekText.hours(lasting:))
    } catch {
      throw .invalid(error.description, help: error.help)
    }
  }

  /// Reads the options of a command that lists ``answerSpecs`` and `--day-start`.
  init(answersOf arguments: Arguments) throws(UsageError) {
    self.init()
    let nightText = try arguments.value(of: Self.nightHours)
    let shiftText = try arguments.value(of: Self.shiftLength)
    let dayStartText = try arguments.value(of: SharedOptions.dayStart)
    do throws(WeekTextError) {
      night = try HoursOfDay(nightText)
      shift = try WeekText.hours(lasting: shiftText)
      dayStart = try dayStartText.map(WeekText.dayStart) ?? 0
    } catch {
      throw .invalid(error.description, help: error.help)
    }
    guard shift <= 168 else {
      throw .invalidValue(
        shiftText, option: "--shift", allowed: "a length of a week at most, such as 8h",
        suggestions: [])
    }
  }
}

extension HourGrouping: ExpressibleByArgument {}

extension ReversedWindowRule: ExpressibleByArgument {}
