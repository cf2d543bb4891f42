import Cartography
import Statistics

extension MonthChart.Series {
  /// Takes a series of months as a chart has it.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - name: What it is of; `nil` for all incidents.
  ///   - months: Its months.
  ///   - dispersion: How much counts vary; `nil` if nothing tells, for Poisson's variance.
  init(
    _ series: MonthlyCounts.Series, name: String? = nil, months: CoveredCalendar,
    dispersion: CountDispersion?
  ) {
    let parts = Set(months.parts)
    self.init(
      name: name,
      months: months.days.indices.map { month in
        let days = months.days[month]
        let average = series.averages[month]
        return MonthChart.Month(
          incidents: series.incidents[month],
          perDay: series.incidents[month].map { $0 / Double(days) }, average: average,
          range: average.map { Self.range(around: $0, days: days, dispersion?.value ?? 1) },
          partDays: parts.contains(month) ? days : nil)
      }, dispersion: dispersion?.value)
  }

  /// Returns between which incidents a day random variation alone leaves 95 months of 100.
  ///
  /// Counts that come in groups of so many as the dispersion says have that variance: the range is that
  /// of the number of groups, which is Poisson's.
  private static func range(
    around average: Double, days: Int, _ dispersion: Double
  ) -> ClosedRange<Double> {
    let unit = dispersion / Double(days)
    let groups = PoissonRange.central(mean: average / unit, level: 0.95)
    return Double(groups.lowerBound) * unit...Double(groups.upperBound) * unit
  }
}

extension CountDispersion {
  /// Estimates how much series of months vary, from the months in a row that files cover up to the
  /// last; `nil` for fewer than twelve.
  ///
  /// - Parameters:
  ///   - series: The series, which are taken to vary alike.
  ///   - months: Their months.
  init?(of series: [MonthlyCounts.Series], in months: CoveredCalendar) {
    let first = (months.days.lastIndex(of: 0) ?? -1) + 1
    self.init(
      of: series.map { $0.incidents[first...].map { $0 ?? 0 } },
      lengths: months.days[first...].map(Double.init))
  }
}
