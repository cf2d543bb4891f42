package import HotspotAnalysis
package import Statistics

/// The whole months that the files cover before a period, and how much counts vary from one to the
/// next.
package struct MonthlyHistory: Sendable {
  /// The months; `nil` if the files have none.
  package let days: DayRange?
  /// How much the counts of the areas of each layer vary, all areas of a layer alike; `nil` for a
  /// layer of which nothing tells, and no layer if there are too few months.
  package let layers: [CountDispersion?]
  /// The incidents in them; `nil` if there are too few.
  let counts: MonthCounts?

  /// Describes months.
  ///
  /// - Parameters:
  ///   - days: The months; `nil` for none.
  ///   - counts: The incidents in them, if there are enough.
  init(days: DayRange? = nil, counts: MonthCounts? = nil) {
    self.days = days
    self.counts = counts
    layers =
      counts.map { counts in
        counts.layers.map { CountDispersion(of: $0, lengths: counts.lengths) }
      } ?? []
  }

  /// How many months there are.
  package var months: Int { days?.months ?? 0 }

  /// Whether there are enough to tell how much counts vary.
  package var isLongEnough: Bool { months >= CountDispersion.fewestPeriods }

  /// How much all incidents of the first layer's areas vary; `nil` if nothing tells.
  package var ofTotal: CountDispersion? { counts.flatMap { dispersion(of: $0.total) } }

  /// Returns how much the incidents of a category vary.
  ///
  /// - Parameter key: The key of its column.
  /// - Returns: The dispersion; `nil` if nothing tells.
  package func ofCategory(_ key: String) -> CountDispersion? {
    counts?.categories[key].flatMap(dispersion)
  }

  /// Returns how much all incidents but those of a category vary.
  ///
  /// - Parameter key: The key of its column.
  /// - Returns: The dispersion; `nil` if nothing tells.
  package func ofAll(but key: String) -> CountDispersion? {
    guard let counts, let category = counts.categories[key] else { return ofTotal }
    return dispersion(of: zip(counts.total, category).map { $0 - $1 })
  }

  private func dispersion(of series: [Double]) -> CountDispersion? {
    counts.flatMap { CountDispersion(of: [series], lengths: $0.lengths) }
  }
}
