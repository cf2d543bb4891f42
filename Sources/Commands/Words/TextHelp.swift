import CommandLineKit
import Incidents
import Names

// What to do about conditions, zones, hours and days that cannot be understood.

extension ConditionError: HelpConvertible {
  package var help: String? {
    switch self {
    case .notUnderstood, .unclosedQuote, .tooDeep:
      "an example is --where 'outcome = \"Under investigation\" and speed >= 30'"
    case .unknownColumn(_, _, _, let header):
      "its columns are \(Suggestion.list(header)); names with blanks stand in `backquotes`"
    case .repeatedColumn: nil
    }
  }
}

extension TimeZoneError: HelpConvertible {
  package var help: String? {
    switch self {
    case .unknown(_, let suggestions):
      suggestions.isEmpty
        ? "names are those of the IANA database, such as Europe/London"
        : "did you mean " + suggestions.map { "'\($0)'" }.joined(separator: " or ") + "?"
    case .noDatabase: "install the package tzdata, or name the folder in the variable TZDIR"
    case .damaged: "reinstall the package tzdata"
    }
  }
}

extension WeekTextError: HelpConvertible {
  package var help: String? {
    switch self {
    case .hours: "18-06 is 18:00 to 06:00 on the next morning"
    case .days: "fri,sat or mon-thu"
    case .dayStart: "06:00 counts the small hours to the evening before"
    case .length: "8h is eight hours, 3d is three days"
    }
  }
}
