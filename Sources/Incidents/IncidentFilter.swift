/// Which incidents the user asked for.
package struct IncidentFilter: Sendable {
  /// The categories to keep, as column keys; empty for all.
  package var categories: Set<String>
  /// The categories to leave out, as column keys.
  package var excludedCategories: Set<String>
  /// The first second of the period on the local clock.
  package var from: CivilTime?
  /// The first second after the period on the local clock.
  package var before: CivilTime?
  /// The stretches of time to keep, each from a second up to one behind its last, on the local clock;
  /// where there is one, incidents that start in none of them are set aside.
  package var periods: [Range<CivilTime>] = []
  /// The hours of the week to keep; incidents with no chance of lying in them are set aside.
  package var hours: WeeklyHours?

  /// Creates a filter; without arguments it admits everything.
  ///
  /// - Parameters:
  ///   - categories: Names of categories to keep, in any spelling; empty for all.
  ///   - excludedCategories: Names of categories to leave out.
  ///   - from: The first second of the period.
  ///   - before: The first second after it.
  ///   - hours: The hours of the week to keep.
  package init(
    categories: [String] = [], excludedCategories: [String] = [], from: CivilTime? = nil,
    before: CivilTime? = nil, hours: WeeklyHours? = nil
  ) {
    self.categories = Set(categories.map(Self.key))
    self.excludedCategories = Set(excludedCategories.map(Self.key))
    self.from = from
    self.before = before
    self.hours = hours
  }

  /// Whether the filter looks at the starts of incidents.
  package var needsTime: Bool { from != nil || before != nil || !periods.isEmpty }

  /// Whether the filter looks at categories.
  package var needsCategory: Bool { !categories.isEmpty || !excludedCategories.isEmpty }

  /// Returns whether a category is asked for.
  package func admits(category: String) -> Bool {
    let key = Self.key(category)
    return (categories.isEmpty || categories.contains(key)) && !excludedCategories.contains(key)
  }

  private static func key(_ name: String) -> String {
    CategoryName.columnKey(CategoryName.canonical(name))
  }
}
