package import HotspotAnalysis
import Incidents
import Statistics
package import Tasking

/// What earlier periods and the last months say of the grounds of hotspots.
package struct HotspotRecord: Sendable {
  /// The months that the files cover, of the twelve that end by the period's end; the earliest first.
  package let months: [DayRange]
  /// How each ground fared in them.
  package let histories: [HotspotHistory]
  /// What each ground holds in the period and in each of the earlier ones, in their order.
  package let changes: [[PackChange.Amount]]
  /// The incidents of each hotspot without a date, which are in no period.
  package let undated: [Int]
  /// The months from which it is told how much counts vary; `nil` if there are too few.
  package let dispersionDays: DayRange?

  /// How many months are looked at.
  package static let monthsLookedAt = 12
}

/// What must be counted on the grounds of hotspots, and what follows from it.
struct HotspotRecordPlan: Sendable {
  /// The months, as in the record.
  private let months: [DayRange]
  /// The period, and the earlier ones.
  private let period: DayRange
  private let earlier: [DayRange]
  /// The months that tell how much counts vary; `nil` for none.
  private let dispersionDays: DayRange?
  private let ground: HotspotGround
  private let list: HotspotList

  /// Settles what is counted.
  ///
  /// - Parameters:
  ///   - ground: The grounds.
  ///   - list: The hotspots.
  ///   - areas: The incidents of the period.
  ///   - comparison: The earlier periods.
  /// - Throws: ``HotspotRecordAbsence`` where nothing can be told.
  init(
    _ ground: HotspotGround, of list: HotspotList, _ areas: AreaCounts.Result,
    _ comparison: PeriodComparison
  ) throws(HotspotRecordAbsence) {
    let options = areas.reading.options
    guard let covered = areas.period.covered,
      areas.input.sources.allSatisfy({ $0.columns.time != nil })
    else { throw .undated }
    guard options.incidents.canBeReadAgain else { throw .pipe }
    let first = options.filter.from?.first ?? covered.first
    let next = min(options.filter.to?.next ?? covered.next, covered.next)
    guard first < next else { throw .uncovered }
    period = DayRange(first: first, next: next)
    // A month is whole although nothing happened on its last days.
    let end = CivilDate(dayNumber: covered.last.lastOfMonth.dayNumber + 1)
    months = covered.coveredMonths(
      HotspotRecord.monthsLookedAt, before: min(options.filter.to?.next ?? end, end))
    earlier = comparison.earlier.map(\.days)
    dispersionDays = comparison.countedMonths
    (self.ground, self.list) = (ground, list)
  }

  /// What is counted, in the order of the periods here.
  var method: HotspotPeriods {
    HotspotPeriods(
      ground: ground,
      periods: [period] + months + earlier + (dispersionDays.map(\.eachMonth) ?? []))
  }

  /// The days that must be read.
  var days: DayRange {
    let periods = method.periods
    return DayRange(
      first: periods.map(\.first).min() ?? period.first,
      next: periods.map(\.next).max() ?? period.next)
  }

  /// Returns what counts say.
  func record(of counts: HotspotPeriods.Result) -> HotspotRecord {
    let hotspots = 0..<ground.count
    func amounts(_ hotspot: Int, from place: Int, _ count: Int) -> [Double] {
      (place..<place + count).map { counts.amount(ofHotspot: hotspot, inPeriod: $0) }
    }
    let monthPlaces = 1..<1 + months.count
    let studyArea = monthPlaces.map(counts.studyArea)
    let before = dispersionDays.map(\.eachMonth) ?? []
    let firstBefore = monthPlaces.upperBound + earlier.count
    // One has too few incidents to tell: all are taken to vary alike, as areas are.
    let dispersion = CountDispersion(
      of: hotspots.map { amounts($0, from: firstBefore, before.count) },
      lengths: before.map { Double($0.days) })
    let byPeriod = earlier.enumerated().map { place, days in
      PackChange.Amount.adjusted(
        hotspots.map { hotspot in
          PackChange.Amount(
            CountChange(
              current: amounts(hotspot, from: 0, 1)[0],
              earlier: amounts(hotspot, from: monthPlaces.upperBound + place, 1)[0],
              ratio: Double(period.days) / Double(days.days), dispersion: dispersion), dispersion)
        })
    }
    return HotspotRecord(
      months: months,
      histories: hotspots.map { hotspot in
        HotspotHistory(
          incidents: amounts(hotspot, from: 1, months.count), studyArea: studyArea,
          areaShare: ground.areaShares[hotspot])
      },
      changes: hotspots.map { hotspot in byPeriod.map { $0[hotspot] } },
      undated: hotspots.map { hotspot in
        let dated = counts.incidents(ofHotspot: hotspot, inPeriod: 0)
        let missing = list.hotspots[hotspot].incidents - dated
        precondition(missing >= 0, "HotspotRecord: a ground holds more than its hotspot")
        return missing
      }, dispersionDays: dispersionDays)
  }
}

/// Why nothing is known of earlier months of hotspots.
package enum HotspotRecordAbsence: Error, Sendable, Equatable, CustomStringConvertible {
  /// No row has a date, or a file has no column of them.
  case undated
  /// The files do not cover the period.
  case uncovered
  /// The incidents come through a pipe, which cannot be read twice.
  case pipe
  /// The files are not read again for months.
  case noMonths(TrendAbsence)

  /// What was found, as a sentence without a full stop.
  package var description: String {
    switch self {
    case .undated: "not all incidents have a date"
    case .uncovered: "the data does not cover the period"
    case .noMonths(let absence): absence.description
    case .pipe: "the incidents come through a pipe, which cannot be read twice"
    }
  }
}

extension DayRange {
  /// Each of the months that these days are.
  fileprivate var eachMonth: [DayRange] {
    zip(monthBounds, monthBounds.dropFirst()).map { DayRange(first: $0, next: $1) }
  }
}
