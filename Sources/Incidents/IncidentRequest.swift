/// What a method needs to know of each incident; columns not asked for are not read.
package struct IncidentRequest: Sendable {
  /// Whether incidents need a place.
  package var coordinates: Bool
  /// Whether categories are needed.
  package var category: Bool
  /// Whether starts are needed.
  package var start: Bool
  /// Whether ends are needed.
  package var end: Bool
  /// Whether a row whose date is not one must be rejected, because the method rests on dates.
  package var rejectsBadDates: Bool
  /// Which incidents are asked for.
  package var filter: IncidentFilter
  /// The rules of the zone of local times, for times that are written with an offset.
  package var rules: TimeZoneRules

  /// Creates a request.
  package init(
    coordinates: Bool = true, category: Bool = false, start: Bool = false, end: Bool = false,
    rejectsBadDates: Bool = false, filter: IncidentFilter = IncidentFilter(),
    rules: TimeZoneRules = .utc
  ) {
    self.coordinates = coordinates
    self.category = category
    self.start = start
    self.end = end
    self.rejectsBadDates = rejectsBadDates || filter.needsTime
    self.filter = filter
    self.rules = rules
  }
}
