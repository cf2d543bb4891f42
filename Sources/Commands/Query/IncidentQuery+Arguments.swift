import CommandLineKit
import HotspotsKit
import Incidents

extension IncidentQuery {
  /// Selects what lies outside the query area.
  static let outside = Flag(
    "outside", help: "Select the incidents outside the query area instead of those inside",
    section: "Query area", rules: [QueryArea.isNeeded])
  /// Adds what must and what could have happened in the hours.
  static let bounds = Flag(
    "bounds",
    help: """
      Add the columns must and could: whether the incident certainly, or possibly, happened in \
      these hours
      """,
    rules: [.needs("--hours", "--days")])

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init(in: try QueryArea(arguments))
    selectsOutside = arguments.isSet(Self.outside)
    hasBounds = arguments.isSet(Self.bounds)
  }

  /// Refuses a query that asks for nothing.
  ///
  /// - Parameters:
  ///   - options: The study.
  ///   - grouping: What incidents are counted by; `nil` if their rows are wanted.
  /// - Throws: ``UsageError``.
  func check(_ options: StudyOptions, grouping: QueryGrouping?) throws(UsageError) {
    let filter = options.filter.incidentFilter
    let asksNothing =
      area == nil && options.filter.condition == nil && !filter.needsTime && !filter.needsCategory
      && filter.hours == nil
    if grouping == nil && asksNothing {
      throw .missingOption("--within FILE, or another query area, filter or --count")
    }
  }
}
