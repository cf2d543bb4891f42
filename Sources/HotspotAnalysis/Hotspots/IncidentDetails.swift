package import Incidents

/// What is kept of each incident, beside its place, to say what a hotspot is like.
///
/// Columns in the order of the incidents; a column that the data does not have is empty. All of them
/// together take ``bytesPerIncident``.
package struct IncidentDetails: Sendable {
  /// The position of each incident's category among ``categoryNames``; ``noCategory`` for none.
  package var categories: [UInt16] = []
  /// The position of the name of each incident's place among ``locationNames``; ``noLocation`` for
  /// none.
  package var locations: [UInt32] = []
  /// When each incident happened.
  package var windows = WindowColumn()
  /// The position of each incident's area among ``areaNames``; negative for none.
  package var areas: [Int32] = []
  /// The names of the categories.
  package var categoryNames: [String] = []
  /// The names of places.
  package var locationNames: [String] = []
  /// The names of the areas after which places are called where no street names them.
  package var areaNames: [String] = []
  /// The zone whose clock labels the hours.
  package var rules: TimeZoneRules
  /// The hours of the week asked for; `nil` if all are.
  package var within: WeeklyHours?
  /// The hour at which the day of the operation starts, to which small hours are counted.
  package var dayStart: Int

  /// The category of an incident without one.
  package static let noCategory = UInt16.max
  /// The location of an incident without one.
  package static let noLocation = UInt32.max
  /// The start of an incident without a usable time.
  package static let noTime = Int64.max
  /// The memory that one incident takes: three numbers and a window.
  package static let bytesPerIncident = 2 + 4 + 4 + WindowColumn.bytesPerIncident

  /// Creates details of no incident.
  package init(rules: TimeZoneRules = .utc, within: WeeklyHours? = nil, dayStart: Int = 0) {
    self.rules = rules
    self.within = within
    self.dayStart = dayStart
  }

  /// Adds the window of an incident; `nil` for one without a usable time.
  package mutating func append(window: TimeWindow?) { windows.append(window) }

  /// Returns the window of an incident; `nil` without a usable time.
  package func window(of incident: Int) -> TimeWindow? {
    windows.isEmpty ? nil : windows[incident]
  }
}
