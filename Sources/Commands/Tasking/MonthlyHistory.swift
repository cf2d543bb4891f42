import Assignment
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Incidents
import Statistics

/// The whole months that the files cover before a period, and how much counts vary from one to the
/// next.
///
/// The same incidents are asked for as in the period, with the same filters.
struct MonthlyHistory {
  /// The months; absent where the files have none.
  let days: DayRange?
  /// How much the counts of the areas of each layer vary, all areas of a layer alike; absent where
  /// nothing tells.
  private(set) var layers: [CountDispersion?] = []
  private var total: [Double] = []
  private var categories: [String: [Double]] = [:]
  private var lengths: [Double] = []

  /// How many months there are.
  var months: Int { days?.months ?? 0 }

  /// Whether there are enough to tell how much counts vary.
  var isLongEnough: Bool { months >= CountDispersion.fewestPeriods }

  /// Finds the months before a day.
  ///
  /// - Parameters:
  ///   - day: The first day of the period.
  ///   - covered: The days that the files cover.
  init(before day: CivilDate, in covered: CoveredDates) {
    days = covered.wholeMonths(before: day)
  }

  /// Reads the months, where there are enough of them.
  ///
  /// - Parameters:
  ///   - areas: The incidents of the period.
  ///   - options: What the user asked for of the inputs.
  ///   - extras: What was read of each row for the period, so that the same rows count.
  ///   - console: Where progress is drawn.
  /// - Throws: What ``AreaAnalysis`` throws.
  mutating func read(
    beside areas: AreaAnalysis, _ options: StudyOptions, _ extras: StudyNeeds,
    in console: Console
  ) async throws {
    guard isLongEnough, let days else { return }
    let bounds = days.monthBounds
    lengths = zip(bounds, bounds.dropFirst()).map { Double($1.dayNumber - $0.dayNumber) }
    let rules = try TimeZoneDatabase.system.rules(named: options.filter.timeZone)
    let (areaCounts, usesHours) = (areas.counts.map(\.totals.count), options.filter.hours != nil)
    let usesCategories = areas.categories != nil
    var extras = extras
    extras.times = true
    let (found, shares) = try await AreaAnalysis.run(
      options.of(days), reportsAccuracy: false, extras: extras, reusing: areas.input, in: console
    ) { _ in
      {
        MonthCounter(
          months: bounds, areaCounts: areaCounts, rules: rules, usesCategories: usesCategories,
          usesHours: usesHours)
      }
    }
    add(shares, keys: found.categories)
  }

  /// How much all incidents of the first layer's areas vary; absent where nothing tells.
  var ofTotal: CountDispersion? { CountDispersion(of: [total], lengths: lengths) }

  /// Returns how much the incidents of a category vary.
  ///
  /// - Parameter key: The key of its column.
  /// - Returns: The dispersion; absent where nothing tells.
  func ofCategory(_ key: String) -> CountDispersion? {
    categories[key].flatMap { CountDispersion(of: [$0], lengths: lengths) }
  }

  /// Returns how much all incidents but those of a category vary.
  ///
  /// - Parameter key: The key of its column.
  /// - Returns: The dispersion; absent where nothing tells.
  func ofAll(but key: String) -> CountDispersion? {
    let others = categories[key].map { zip(total, $0).map { $0 - $1 } } ?? total
    return CountDispersion(of: [others], lengths: lengths)
  }

  // MARK: -

  private mutating func add(
    _ shares: [StudyShare<MonthCounter.Counts>], keys: CategoryList?
  ) {
    let months = lengths.count
    func incidents(_ parts: some Sequence<Int64>) -> [Double] {
      parts.map { Double($0) / Double(MonthCounter.partsPerIncident) }
    }
    total = [Double](repeating: 0, count: months)
    for layer in shares.first?.value.layers.indices ?? 0..<0 {
      var sums = [Int64](repeating: 0, count: shares[0].value.layers[layer].count)
      for share in shares {
        for (place, parts) in share.value.layers[layer].enumerated() { sums[place] += parts }
      }
      let series = stride(from: 0, to: sums.count, by: months).map {
        incidents(sums[$0..<$0 + months])
      }
      layers.append(CountDispersion(of: series, lengths: lengths))
      if layer == 0 {
        for counts in series {
          for month in 0..<months { total[month] += counts[month] }
        }
      }
    }
    guard let keys else { return }
    var sums = keys.names.map { _ in [Int64](repeating: 0, count: months) }
    for share in shares {
      for (number, name) in share.categories.enumerated() {
        let start = number * months
        guard start < share.value.categories.count, let place = keys.names.firstIndex(of: name)
        else { continue }
        for month in 0..<months { sums[place][month] += share.value.categories[start + month] }
      }
    }
    categories = Dictionary(uniqueKeysWithValues: zip(keys.keys, sums.map { incidents($0) }))
  }
}
