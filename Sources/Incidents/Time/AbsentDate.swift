/// The days that programs keep where there is no date.
enum AbsentDate {
  /// Returns whether a day stands for none.
  static func isAbsent(_ date: CivilDate) -> Bool { date == lastDay || days.contains(date) }

  /// The last day that four digits can write: for none also with a time, such as 23:59:59.
  static let lastDay = day(9999, 12, 31)

  private static let days: [CivilDate] = [
    // .NET and other programs of Microsoft; file times of Windows; SQL Server; the origins of
    // spreadsheets and Access; SQL Server's other types.
    day(1, 1, 1), day(1601, 1, 1), day(1753, 1, 1), day(1899, 12, 30), day(1899, 12, 31),
    day(1900, 1, 1),
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }
}
