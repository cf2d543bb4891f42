import Cartography
import Incidents

extension IncidentFileInspection {
  var delimiterWords: String {
    switch delimiter {
    case ",": "commas"
    case ";": "semicolons"
    case "\t": "tabs"
    default: "'\(delimiter)'"
    }
  }

  var encodingWords: String {
    if let wideEncoding { return wideEncoding }
    return switch found.textKind {
    case .ascii: "plain ASCII"
    case .utf8: "UTF-8"
    case .windows1252: "not UTF-8: read as Windows-1252"
    }
  }

  var orderWords: String {
    switch dateOrder {
    case .dayFirst: "day first"
    case .monthFirst: "month first"
    case .yearFirst: "year first"
    case nil:
      found.times.undecided > 0
        ? "order not known"
        : columns.isDateInParts ? "over several columns" : "year first or month in words"
    }
  }

  var granularityWords: String {
    let times = found.times
    let parts = [
      (times.times, "time of day"), (times.days, "day only"), (times.months, "month only"),
      (times.absent, "no date"), (times.unreadable, "not understood"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\(NumberWords.grouped($0.0)) \($0.1)" }
      .joined(separator: ", ")
  }

  /// Whether hours and weekdays can be told, in words.
  package var hourVerdict: String {
    let times = found.times
    let share = Double(times.times) / Double(max(1, found.rows))
    if times.times > 0 {
      return share < 0.5
        ? "in part: only \(NumberWords.percent(share)) of the rows tell the time of day"
        : "yes: \(NumberWords.percent(share)) of the rows tell the time of day"
    }
    if times.days > 0 { return "no: the dates tell the day only, enough for days of the week" }
    if times.months > 0 { return "no: the dates give the month only" }
    return "no: no row has a date that is understood"
  }
}
