import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// Counts incidents by month: in each area of each layer, and by category in all areas of the first.
///
/// With hours asked for, an incident counts with its probability of having happened in them, to a
/// millionth.
struct MonthCounts: StudyMethod {
  /// The months, which are whole.
  let days: DayRange

  /// Areas and starts, and categories if every file has them.
  var needs: StudyNeeds {
    var needs = StudyNeeds(times: true)
    needs.areas = true
    needs.category = .whereKnown
    return needs
  }

  /// Sizes the tables.
  ///
  /// - Throws: ``InputError/noBoundaries``.
  func plan(for study: OpenedStudy) throws(InputError) -> Plan {
    Plan(
      counter: MonthCounter(
        months: days.monthBounds,
        areaCounts: try study.requiredInput().boundaries.layers.map(\.areaCount),
        rules: study.rules, usesCategories: study.usesCategories, usesHours: study.usesHours))
  }

  /// Returns the counter of one worker.
  func sink(_ plan: Plan) -> MonthCounter { plan.counter }

  /// Adds up what the workers counted.
  func result(
    _ plan: Plan, shares: [StudyShare<MonthCounter.Counts>], reading: StudyReading
  ) -> Result {
    Result(of: days, shares, reading)
  }

  /// A counter that has counted nothing, which workers copy.
  struct Plan: Sendable {
    fileprivate let counter: MonthCounter
  }

  /// The incidents by month.
  struct Result: Sendable {
    /// The days of each month.
    let lengths: [Double]
    /// The incidents of each month in each area of each layer.
    let layers: [[[Double]]]
    /// The incidents of each month in all areas of the first layer, by the key of the category's
    /// column.
    let categories: [String: [Double]]

    /// The incidents of each month in all areas of the first layer.
    var total: [Double] {
      layers[0].reduce(into: lengths.map { _ in 0 }) { total, area in
        for month in area.indices { total[month] += area[month] }
      }
    }

    fileprivate init(
      of days: DayRange, _ shares: [StudyShare<MonthCounter.Counts>], _ reading: StudyReading
    ) {
      let bounds = days.monthBounds
      lengths = zip(bounds, bounds.dropFirst()).map { Double($1.dayNumber - $0.dayNumber) }
      let months = lengths.count
      layers = reading.requiredInput.boundaries.layers.indices.map { layer in
        var sums = shares.first.map { $0.value.layers[layer].map { _ in Int64(0) } } ?? []
        for share in shares {
          for (place, parts) in share.value.layers[layer].enumerated() { sums[place] += parts }
        }
        return stride(from: 0, to: sums.count, by: months).map {
          Self.incidents(sums[$0..<$0 + months])
        }
      }
      guard let list = reading.categories else {
        categories = [:]
        return
      }
      var sums = list.names.map { _ in [Int64](repeating: 0, count: months) }
      for share in shares {
        for (number, name) in share.categories.enumerated() {
          let start = number * months
          guard start < share.value.categories.count, let place = list.names.firstIndex(of: name)
          else { continue }
          for month in 0..<months { sums[place][month] += share.value.categories[start + month] }
        }
      }
      categories = Dictionary(uniqueKeysWithValues: zip(list.keys, sums.map(Self.incidents)))
    }

    private static func incidents(_ parts: some Sequence<Int64>) -> [Double] {
      parts.map { Double($0) / Double(MonthCounter.partsPerIncident) }
    }
  }
}
