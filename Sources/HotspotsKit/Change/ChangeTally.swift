import Assignment
import HotspotAnalysis
import Statistics

/// The incidents of each category or area in two periods, and in the months before.
///
/// Units are numbered: categories, or areas, or category by category all areas.
struct ChangeTally {
  let grouping: PeriodChange.Grouping
  let categories: Int
  let areas: Int
  /// What each unit has in the earlier period and in this one.
  private var amounts: [(earlier: Double, now: Double)]
  /// What the incidents of each unit weigh in this period; none without weights.
  private(set) var weights: [Double] = []
  /// All incidents, of which expected ones are a part.
  private(set) var incidents = 0
  /// What each unit has in each month before; empty without enough months.
  private var series: [[Double]] = []
  private var lengths: [Double] = []

  /// Sorts what was counted.
  ///
  /// - Parameters:
  ///   - grouping: What units are.
  ///   - categories: How many categories there are.
  ///   - areas: How many areas there are.
  ///   - counts: The incidents by unit and period, the earlier one first.
  ///   - history: The incidents by unit and month.
  ///   - historyKeys: The position of each category of the months; `nil` for one that neither
  ///     period has.
  init(
    grouping: PeriodChange.Grouping, categories: Int, areas: Int, counts: CrossCounts.Result,
    history: PeriodChange.History, historyKeys: [Int?]
  ) {
    (self.grouping, self.categories, self.areas) = (grouping, categories, areas)
    let count =
      switch grouping {
      case .category: categories
      case .area: areas
      case .both: categories * areas
      }
    amounts = Array(repeating: (0, 0), count: count)
    let usesHours = counts.reading.options.filter.hours != nil
    let values = counts.reading.weighing?.values
    if values != nil { weights = Array(repeating: 0, count: count) }
    for cell in counts.cells {
      guard let unit = unit(cell.keys, categoryAt: { $0 }) else { continue }
      incidents += cell.incidents
      let amount = usesHours ? cell.expected : Double(cell.incidents)
      if cell.keys[cell.keys.count - 1] == 0 {
        amounts[unit].earlier += amount
      } else {
        amounts[unit].now += amount
        // Cells come in the order of their keys, so that sums do not depend on the threads.
        if let values {
          weights[unit] += amount * (values[cell.keys[grouping == .category ? 0 : 1]] ?? 0)
        }
      }
    }
    guard let counted = history.counts, let days = history.days else { return }
    let bounds = days.monthBounds
    lengths = zip(bounds, bounds.dropFirst()).map { Double($1.dayNumber - $0.dayNumber) }
    let start = bounds[0].parts
    let first = start.year * 12 + start.month - 1
    series = Array(repeating: Array(repeating: 0, count: lengths.count), count: count)
    for cell in counted.cells {
      guard let unit = unit(cell.keys, categoryAt: { historyKeys[$0] }) else { continue }
      let month = cell.keys[cell.keys.count - 1] - first
      // Parts hold all months before, not only those that all of them cover.
      guard lengths.indices.contains(month) else { continue }
      series[unit][month] += usesHours ? cell.expected : Double(cell.incidents)
    }
  }

  /// Takes the areas of two periods that are counted.
  ///
  /// - Parameters:
  ///   - earlier: The incidents of the earlier period.
  ///   - now: Those of this one.
  ///   - weights: What those of this one weigh, by area; none without weights.
  ///   - months: The incidents of the months before; `nil` without enough of them.
  init(earlier: LayerCounts, now: LayerCounts, weights: [Double], months: MonthCounts?) {
    (grouping, categories, areas) = (.area, 0, now.totals.count)
    amounts = zip(earlier.amounts, now.amounts).map { ($0, $1) }
    self.weights = weights
    incidents = earlier.totals.reduce(0, +) + now.totals.reduce(0, +)
    series = months?.layers[0] ?? []
    lengths = months?.lengths ?? []
  }

  /// The units.
  var units: Range<Int> { amounts.indices }

  /// Returns the category of a unit; `nil` where units are areas.
  func category(of unit: Int) -> Int? {
    switch grouping {
    case .category: unit
    case .area: nil
    case .both: unit / areas
    }
  }

  /// Returns the area of a unit; `nil` where units are categories.
  func area(of unit: Int) -> Int? {
    switch grouping {
    case .category: nil
    case .area: unit
    case .both: unit % areas
    }
  }

  /// Returns the units of a category.
  func units(ofCategory category: Int) -> [Int] {
    grouping == .both ? Array(category * areas..<(category + 1) * areas) : [category]
  }

  /// Returns the sums of some units in both periods.
  func sums(of units: some Sequence<Int>) -> (earlier: Double, now: Double) {
    units.reduce(into: (0, 0)) { sum, unit in
      sum.0 += amounts[unit].earlier
      sum.1 += amounts[unit].now
    }
  }

  /// How much each unit varies from month to month; `nil` if nothing tells.
  ///
  /// Each category by itself; areas are taken to vary alike, because one has too few incidents to
  /// tell: all of them together, or those of a category.
  var dispersions: [CountDispersion?] {
    guard !series.isEmpty else { return units.map { _ in nil } }
    switch grouping {
    case .category: return series.map { CountDispersion(of: [$0], lengths: lengths) }
    case .area:
      let common = CountDispersion(of: series, lengths: lengths)
      return units.map { _ in common }
    case .both:
      return (0..<categories).flatMap { category in
        let members = units(ofCategory: category)
        let common = CountDispersion(of: members.map { series[$0] }, lengths: lengths)
        return members.map { _ in common }
      }
    }
  }

  /// Returns how much the sum of some units varies from month to month; `nil` if nothing tells.
  func dispersion(ofAll units: some Sequence<Int>) -> CountDispersion? {
    guard !series.isEmpty else { return nil }
    var sums = lengths.map { _ in 0.0 }
    for unit in units {
      for month in sums.indices { sums[month] += series[unit][month] }
    }
    return CountDispersion(of: [sums], lengths: lengths)
  }

  // MARK: -

  private func unit(_ keys: [Int], categoryAt place: (Int) -> Int?) -> Int? {
    switch grouping {
    case .category: place(keys[0])
    case .area: keys[0]
    case .both: place(keys[1]).map { $0 * areas + keys[0] }
    }
  }
}
