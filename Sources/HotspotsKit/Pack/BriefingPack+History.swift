import Assignment
import Boundaries
import HotspotAnalysis
import Incidents
import Tasking

extension BriefingPack.Result {
  /// Reads what the files have up to the end of the period, the period itself too: the earlier periods,
  /// the months that tell how much counts vary, and all months.
  ///
  /// One pass for all of it. Files of one month are not read again, and neither are pipes; nor is
  /// anything where the incidents of the study area tell it, which have days then.
  ///
  /// - Parameters:
  ///   - places: The incidents of the study area.
  ///   - observer: Told of the bytes that are read.
  /// - Throws: The errors of ``Study/run(_:)``.
  /// - Complexity: A pass over the files, or over the incidents.
  mutating func readHistory(
    _ places: GatheredIncidents, _ observer: @escaping StudyObserver
  ) async throws {
    let comparison = PeriodComparison(of: areas)
    take(comparison.result(nil))
    var months: CoveredCalendar?
    var absence: TrendAbsence?
    do throws(TrendAbsence) {
      months = try PackTrend.months(of: areas.reading.options, areas.period.covered)
    } catch {
      absence = error
      reasons[.months] = .noMonths(error)
    }
    let hotspots = recordPlan(comparison)
    guard var days = months?.period ?? comparison.readDays else {
      if hotspots != nil { recordAbsence = absence.map(HotspotRecordAbsence.noMonths) }
      return
    }
    if let others = hotspots?.days {
      days = DayRange(first: min(days.first, others.first), next: max(days.next, others.next))
    }
    let lines = monthLines
    let method = HistoryCounts(
      periods: comparison.earlier.map(\.days), areaMonths: comparison.countedMonths,
      months: months, lines: lines)
    // What else looks at the time before the period, such as at the months of the hotspots' ground, runs
    // in this pass.
    let ofGround = hotspots?.method ?? .nothing
    let counts: HistoryCounts.Result
    let ofHotspots: HotspotPeriods.Result
    if places.days.count == places.x.count, (lines?.layer ?? 0) == 0 {
      (counts, ofHotspots) = await count(places, method, ofGround)
    } else {
      // Rows that the first pass could not use must not count in this one.
      (counts, ofHotspots, _) = try await historyStudy(of: days, observer).run(
        method, ofGround, SameRows(needs: StudyNeeds(times: true, weight: true)))
    }
    record = hotspots.map { $0.record(of: ofHotspots) }
    take(comparison.result(counts))
    trend = months.map { PackTrend(counts, in: $0, lines: lines) }
  }

  /// Keeps the comparison, and of the first layer that with the period before as the table of change has
  /// it; or why there is none.
  private mutating func take(_ found: PeriodComparison.Result) {
    comparison = found
    guard let days = found.days, let history = found.history,
      let before = found.earlier.first(where: { $0.days == days.before })
    else {
      reasons[.change] = found.absences.first.map(PackRemark.noComparison)
      return
    }
    reasons[.change] = nil
    change = PeriodChange.Result(
      method: PeriodChange(by: .area), periods: ComparedPeriods(now: days, earlier: before.days),
      reading: areas.reading, historyDays: history.counts == nil ? nil : history.days,
      tally: ChangeTally(
        earlier: before.layers[0], now: areas.counts[0],
        weights: areas.weights(ofLayer: 0)?.byArea ?? [], months: history.counts))
  }

  /// Counts the incidents of the study area, where these are all that there is to count.
  private func count(
    _ places: GatheredIncidents, _ history: HistoryCounts, _ hotspots: HotspotPeriods
  ) async -> (HistoryCounts.Result, HotspotPeriods.Result) {
    let (reading, rules) = (areas.reading, places.details.rules)
    let plan = history.plan(
      layers: areas.input.boundaries.layers, rules: rules,
      usesCategories: reading.categories != nil, usesHours: false)
    let counter = hotspots.counter(rules: rules, usesHours: false)
    let shares = await places.handed(threads: reading.options.threads) {
      SinkPack(HistoryCounter(plan), counter)
    }
    return (
      history.result(
        plan,
        shares: shares.map { StudyShare(value: $0.value.values.0, categories: $0.categories) },
        reading: reading),
      hotspots.result(counter, shares.map(\.value.values.1))
    )
  }

  /// Returns a study of the same files in some days, which may be without incidents.
  private func historyStudy(of days: DayRange, _ observer: @escaping StudyObserver) -> Study {
    var options = areas.reading.options
    options.bounds = .none
    options.reportsAccuracy = false
    options.filter.periods = [days]
    options.filter.requiresDate = true
    return Study(options, reusing: areas.input) { event in
      // The stages of this run are no stages of the caller's.
      if case .read = event { observer(event) }
    }
  }

  /// The areas that have a line of their own: of the layer of wards, else of the second, else of the
  /// first, those with the most incidents; none of one area.
  private var monthLines: MonthLines? {
    let layers = areas.input.boundaries.layers
    let wards = layers.indices.first { noun(ofLayer: $0).singular == "ward" }
    let layer = wards ?? min(1, layers.count - 1)
    guard layers[layer].areaCount > 1 else { return nil }
    let amounts = areas.counts[layer].amounts
    let order = amounts.indices.sorted { (amounts[$1], $0) < (amounts[$0], $1) }
    return MonthLines(layer: layer, areas: Array(order.prefix(PackTrend.mostLines)))
  }
}
