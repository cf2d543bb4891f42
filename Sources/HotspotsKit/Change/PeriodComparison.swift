package import Assignment
package import HotspotAnalysis
import Incidents
import Interchange
import Tasking

/// Compares the incidents of a period with those of the period before and of the year before.
///
/// The period of the study is that of its filter. What must be counted of earlier ones is known when
/// the period has been read: ``counts`` are read in one pass over the same files, and
/// ``result(_:)`` sets both beside each other.
package struct PeriodComparison: Sendable {
  /// The incidents of the period.
  private let areas: AreaCounts.Result
  /// What is known before earlier periods are counted.
  private var known: Result
  /// The earlier periods that the files cover.
  package private(set) var earlier: [(name: String, days: DayRange)] = []
  /// The whole months just before the period; `nil` if the files have none, or no earlier period.
  package private(set) var months: DayRange?

  /// Settles what a period is compared with.
  ///
  /// - Parameter areas: The incidents of the period, counted with ``AreaCounts/readsPeriod``.
  package init(of areas: AreaCounts.Result) {
    self.areas = areas
    known = Result(areas: areas)
    let found: (days: DayRange, isCut: Bool)
    do throws(ComparisonAbsence) {
      found = try Self.period(of: areas)
    } catch {
      known.absences = [error]
      return
    }
    guard let covered = areas.period.covered else { return }
    (known.days, known.isCut) = (found.days, found.isCut)
    for (name, days) in Self.candidates(before: found.days) {
      if let gap = Self.gap(of: days, in: covered) {
        known.absences.append(.uncovered(period: "\(name), \(days.words)", gap))
      } else {
        earlier.append((name, days))
      }
    }
    if !earlier.isEmpty { months = covered.wholeMonths(before: found.days.first) }
  }

  /// The months of each area that must be counted; `nil` if there are too few to tell anything.
  package var countedMonths: DayRange? {
    MonthlyHistory(days: months).isLongEnough ? months : nil
  }

  /// The days that must be read to count earlier periods and months, and those of the period; `nil` if
  /// there is no earlier period.
  package var readDays: DayRange? {
    guard let days = known.days, !earlier.isEmpty else { return nil }
    let firsts = earlier.map(\.days.first) + [countedMonths?.first].compactMap(\.self)
    return firsts.min().map { DayRange(first: $0, next: days.next) }
  }

  /// Sets the period beside the earlier ones.
  ///
  /// - Parameter counts: The incidents of ``earlier`` and of ``countedMonths``; `nil` if there is no
  ///   earlier period.
  /// - Returns: The periods.
  func result(_ counts: HistoryCounts.Result?) -> Result {
    var result = known
    guard let counts, !earlier.isEmpty else { return result }
    result.earlier = zip(earlier, counts.periods).map { earlier, layers in
      Earlier(
        name: earlier.name, days: earlier.days, layers: layers,
        categories: counts.reading.categories)
    }
    result.history = MonthlyHistory(days: months, counts: counts.areaMonths)
    return result
  }

  // MARK: -

  /// Returns the days of the study's period, as far as the files go.
  private static func period(
    of areas: AreaCounts.Result
  ) throws(ComparisonAbsence) -> (days: DayRange, isCut: Bool) {
    let options = areas.reading.options
    guard let from = options.filter.from else { throw .onePeriod }
    guard let covered = areas.period.covered, from.first < covered.next else {
      throw .emptyPeriod
    }
    guard options.incidents.canBeReadAgain else { throw .pipe }
    var days = DayRange(first: from.first, next: options.filter.to?.next ?? covered.next)
    let isCut = !covered.gaps(from: covered.next, before: days.next).isEmpty
    if isCut { days = DayRange(first: days.first, next: covered.next) }
    if let gap = gap(of: days, in: covered) { throw .uncovered(period: days.words, gap) }
    return (days, isCut)
  }

  private static func candidates(before days: DayRange) -> [(name: String, days: DayRange)] {
    let before = (name: days.nameBefore, days: days.before)
    guard let yearBefore = days.yearBefore, yearBefore != before.days else { return [before] }
    return [before, (days.nameOfYearBefore, yearBefore)]
  }

  /// Returns what the files lack of a period; `nil` if they cover it.
  ///
  /// What counts are the rows before any filter: a category that is rare has days without one.
  static func gap(of days: DayRange, in covered: CoveredDates) -> ComparisonAbsence.Gap? {
    if covered.covers(days) { return nil }
    guard covered.rows(from: days.first, before: days.next) > 0,
      let gap = covered.gaps(from: days.first, before: days.next).first
    else { return .everything }
    return gap.first < covered.first ? .beginning("\(covered.first)") : .days(gap.words)
  }
}

extension PeriodComparison {
  /// A period and the earlier ones that it is compared with.
  package struct Result: Sendable {
    /// The incidents of the period.
    package let areas: AreaCounts.Result
    /// The days of the period, as far as the files go; `nil` if it cannot be compared.
    package internal(set) var days: DayRange?
    /// Whether the period that was asked for goes on after the end of the files.
    package internal(set) var isCut = false
    /// The earlier periods that the files cover: that just before, and that of the year before.
    package internal(set) var earlier: [Earlier] = []
    /// The months before the period, which tell how much counts vary; `nil` without earlier periods.
    package internal(set) var history: MonthlyHistory?
    /// Why other periods are not there.
    package internal(set) var absences: [ComparisonAbsence] = []
  }

  /// An earlier period.
  package struct Earlier: Sendable {
    /// What it is to the period: `the month before`.
    package let name: String
    /// Its days.
    package let days: DayRange
    /// Its incidents in the areas of each layer.
    package let layers: [LayerCounts]
    /// The categories that they are counted by; `nil` for none.
    package let categories: CategoryList?
  }
}

extension DayRange {
  /// What the days of ``before`` are to these: `the month before`.
  fileprivate var nameBefore: String {
    if let weeks = weeksBefore, days % 7 != 0 {
      let shift = weeks == 1 ? "a week" : "\(CountWords.lower(weeks)) weeks"
      return days == 1
        ? "the same weekday \(shift) before" : "the same weekdays \(shift) before"
    }
    return switch months {
    case nil: "the \(CountWords.lower(days)) days before"
    case 1: "the month before"
    case 12: "the year before"
    case let months?: "the \(CountWords.lower(months)) months before"
    }
  }

  /// What the days of ``yearBefore`` are to these.
  fileprivate var nameOfYearBefore: String {
    if months != nil { return "the same months a year before" }
    if weeksBefore == nil { return "the same days a year before" }
    return days == 1 ? "the same weekday 52 weeks before" : "the same weekdays 52 weeks before"
  }
}
