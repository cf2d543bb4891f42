import Incidents
import Testing

@testable import Commands

@Suite("Help for text that is not understood")
struct TextHelpTests {
  @Test(
    "an error of a zone suggests one, or says where zones come from",
    arguments: [
      (
        .unknown(name: "Europe/Londn", suggestions: ["Europe/London"]),
        "did you mean 'Europe/London'?"
      ),
      (
        .unknown(name: "A", suggestions: ["Asia/Aden", "Asia/Baku"]),
        "did you mean 'Asia/Aden' or 'Asia/Baku'?"
      ),
      (
        .unknown(name: "BST", suggestions: []),
        "names are those of the IANA database, such as Europe/London"
      ),
      (
        .noDatabase(name: "Europe/London", folders: ["/a"]),
        "install the package tzdata, or name the folder in the variable TZDIR"
      ),
      (.damaged(name: "Europe/London"), "reinstall the package tzdata"),
    ] as [(TimeZoneError, String)])
  func zones(error: TimeZoneError, help: String) { #expect(error.help == help) }

  @Test(
    "an error of hours, days or lengths has an example that is understood",
    arguments: [
      (.hours("18"), "18-06 is 18:00 to 06:00 on the next morning"),
      (.days("fr"), "fri,sat or mon-thu"),
      (.dayStart("24"), "06:00 counts the small hours to the evening before"),
      (.length("8"), "8h is eight hours, 3d is three days"),
    ] as [(WeekTextError, String)])
  func weeks(error: WeekTextError, help: String) throws {
    #expect(error.help == help)
    let example = try #require(help.split(separator: " ").first.map(String.init))
    switch error {
    case .hours: _ = try HoursOfDay(example)
    case .days: _ = try WeekText.days(example)
    case .dayStart: _ = try WeekText.dayStart(example)
    case .length: _ = try WeekText.hours(lasting: example)
    }
  }

  @Test("a condition of a column that is not there gets those that are")
  func conditions() {
    let error = ConditionError.unknownColumn(
      path: "a.csv", name: "colour", near: [], header: ["Month", "Crime type"])
    #expect(
      error.help == "its columns are 'Month', 'Crime type'; names with blanks stand in `backquotes`"
    )
    #expect(ConditionError.repeatedColumn(path: "a.csv", name: "x").help == nil)
  }
}
