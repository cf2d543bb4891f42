import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// Counts incidents of some periods by area and category, and of some months, in one pass.
///
/// With hours asked for, an incident counts with its probability of having happened in them.
struct HistoryCounts: StudyMethod {
  /// The periods, which may overlap.
  var periods: [DayRange] = []
  /// The whole months in which each area is counted, which tell how much counts vary; `nil` for none.
  var areaMonths: DayRange?
  /// The months in which all incidents are counted; `nil` for none.
  var months: CoveredCalendar?
  /// The areas that have a line of their own in each month; `nil` for none.
  var lines: MonthLines?

  /// Areas and starts, and categories if every file has them.
  var needs: StudyNeeds {
    var needs = StudyNeeds(times: true)
    needs.areas = true
    needs.category = .whereKnown
    return needs
  }

  /// Settles what is counted.
  ///
  /// - Throws: ``InputError/noBoundaries``.
  func plan(for study: OpenedStudy) throws(InputError) -> HistoryCounter.Plan {
    plan(
      layers: try study.requiredInput().boundaries.layers, rules: study.rules,
      usesCategories: study.usesCategories, usesHours: study.usesHours)
  }

  /// Settles what is counted.
  ///
  /// - Parameters:
  ///   - layers: The layers.
  ///   - rules: The zone whose calendar tells days and months.
  ///   - usesCategories: Whether batches carry categories.
  ///   - usesHours: Whether batches carry shares of hours.
  /// - Returns: What counters share.
  func plan(
    layers: [BoundaryLayer], rules: TimeZoneRules, usesCategories: Bool, usesHours: Bool
  ) -> HistoryCounter.Plan {
    let days = { (range: DayRange) in range.first.dayNumber..<range.next.dayNumber }
    return HistoryCounter.Plan(
      periods: periods.map(days), areaMonths: areaMonths?.monthBounds ?? [],
      months: months?.bounds ?? [],
      lines: lines.map { lines in
        var places = [Int32](repeating: -1, count: layers[lines.layer].areaCount)
        for (line, area) in lines.areas.enumerated() { places[area] = Int32(line) }
        return (lines.layer, places, lines.areas.count)
      }, areaCounts: layers.map(\.areaCount), rules: rules, usesCategories: usesCategories,
      usesHours: usesHours)
  }

  /// Returns the counter of one worker.
  func sink(_ plan: HistoryCounter.Plan) -> HistoryCounter { HistoryCounter(plan) }

  /// Adds up what the workers counted.
  func result(
    _ plan: HistoryCounter.Plan, shares: [StudyShare<HistoryCounter.Counts>],
    reading: StudyReading
  ) -> Result {
    let layers = reading.requiredInput.boundaries.layers
    var result = Result(reading: reading)
    result.periods = periods.indices.map { period in
      let counts = shares.map { ($0.value.periods[period], $0.categories) }
      return layers.indices.map { layer in
        LayerCounts(
          layer: layer, areaCount: layers[layer].areaCount, shares: counts,
          categories: reading.categories)
      }
    }
    if let areaMonths {
      let counts = shares.compactMap { share in
        share.value.areaMonths.map { StudyShare(value: $0, categories: share.categories) }
      }
      result.areaMonths = MonthCounts(of: areaMonths, counts, reading)
    }
    let counts = shares.compactMap { share in
      share.value.months.map { StudyShare(value: $0, categories: share.categories) }
    }
    guard let first = counts.first?.value else { return result }
    var (all, lines) = (first.layers[0], first.layers[1])
    for share in counts.dropFirst() {
      all.merge(share.value.layers[0])
      lines.merge(share.value.layers[1])
    }
    result.all = all.incidents(of: 0)
    result.lines = (0..<lines.things).map(lines.incidents)
    result.categories = counts.categories(of: reading, \.categories)
    return result
  }

  /// The incidents of periods and months.
  struct Result: Sendable {
    /// What was read.
    let reading: StudyReading
    /// For each period, the incidents of each layer.
    fileprivate(set) var periods: [[LayerCounts]] = []
    /// The incidents of the months that tell how much counts vary; `nil` without such months.
    fileprivate(set) var areaMonths: MonthCounts?
    /// All incidents of the first layer in each month.
    fileprivate(set) var all: [Double] = []
    /// The incidents of each category of the reading in each month.
    fileprivate(set) var categories: [[Double]] = []
    /// The incidents of each area with a line of its own in each month.
    fileprivate(set) var lines: [[Double]] = []

    fileprivate init(reading: StudyReading) { self.reading = reading }
  }
}

/// Areas of a layer of which each has a line of its own in a chart of months.
package struct MonthLines: Sendable, Equatable {
  /// The position of the layer.
  package let layer: Int
  /// The positions of the areas, in the order of the lines.
  package let areas: [Int]
}
