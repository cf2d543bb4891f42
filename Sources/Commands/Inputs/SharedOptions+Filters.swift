package import CommandLineKit

extension SharedOptions {
  /// The first day or month.
  package static let from = Option<String?>(
    "from", valueName: "DATE",
    help: """
      Keep incidents that start on or after this day (2017-03-31), or in or after this month \
      (2017-03)
      """,
    section: "Filters")

  /// The last day or month.
  package static let to = Option<String?>(
    "to", valueName: "DATE",
    help: "Keep incidents that start on or before this day, or before the end of this month",
    section: "Filters")

  /// The categories kept.
  package static let category = Option<[String]>(
    "category", valueName: "NAME", help: "Keep only incidents of this category",
    section: "Filters")

  /// The categories left out.
  package static let excludeCategory = Option<[String]>(
    "exclude-category", valueName: "NAME", help: "Exclude incidents of this category",
    section: "Filters")

  /// What rows must say.
  package static let condition = Option<String?>(
    "where", valueName: "EXPRESSION",
    help: """
      Keep rows that meet a condition on columns, such as 'outcome = "Under investigation"'
      """,
    section: "Filters")

  /// The hours of the day kept.
  package static let hours = Option<String?>(
    "hours", valueName: "HH-HH",
    help: """
      Keep these hours of the day, in local time. Hours past midnight belong to the day on which \
      they start: --hours 18-06 --days fri is Friday night
      """,
    section: "Filters")

  /// The days of the week kept.
  package static let days = Option<String?>(
    "days", valueName: "DAY,...",
    help: "Keep these days of the week, for example fri,sat or mon-thu", section: "Filters")

  /// When the operational day begins.
  package static let dayStart = Option<String?>(
    "day-start", valueName: "HH:MM",
    help: "Start the day at this time, for example 06:00, so that a night counts as one day",
    section: "Filters")

  /// The time zone in which dates and hours are read and shown.
  package static let timeZone = Option<String>(
    "time-zone", valueName: "ZONE", help: "Time zone of local dates and hours", section: "Filters",
    default: "Europe/London")

  /// Which incidents count, by date, category and other columns.
  package static let filters: [OptionSpec] = [
    from.spec, to.spec, category.spec, excludeCategory.spec, condition.spec, timeZone.spec,
  ]

  /// Which incidents count, by hour and day of the week.
  package static let hourFilters: [OptionSpec] = [hours.spec, days.spec]
}
