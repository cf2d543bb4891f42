import HotspotsKit

extension InspectionRemark {
  /// What mends it or says more, as the end of its sentence; `nil` if nothing does.
  var help: String? {
    switch self {
    case .noCoordinateColumns: "name them, as in --columns longitude=Long,latitude=Lat"
    case .tooManyCategories: "another column may be meant: --columns category=NAME"
    case .rejectedRows: "--strict makes that an error"
    case .betterConversion(let better): better.help
    case .repeatedReferences: "all are counted unless --unique id counts each once"
    case .contradictoryDateOrder: "--date-format dmy or --date-format mdy says which"
    case .yearOrDayFirst: "--date-format dmy or --date-format ymd says which"
    case .undecidedDates: "--date-format dmy or --date-format mdy says it"
    case .noneInside(_, let reason): reason.help
    case .notMeasurable(_, _, let fault, let local):
      "to measure, to look for overlaps and gaps, and to count incidents, \(fault.help(local.map { "\($0)" }))"
    default: nil
    }
  }

  /// What was found and what mends it.
  var words: String {
    let separator =
      switch self {
      case .contradictoryDateOrder, .yearOrDayFirst, .undecidedDates: ": "
      default: "; "
      }
    return [description, help].compactMap(\.self).joined(separator: separator)
  }
}
