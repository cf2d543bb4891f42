import HotspotAnalysis
import Incidents
import Interchange
import Tasking

/// Compares the incidents of a period with those of the period before and of the year before.
///
/// The period of the study is that of its filter; its files are read again for each earlier one, with
/// the same options, onto the same areas.
package struct PeriodComparison: Sendable {
  /// What was read of each row of the period: a row that this makes unusable must not count in the
  /// earlier ones.
  package var reading: StudyNeeds

  /// Creates a comparison.
  ///
  /// - Parameter reading: What was read of each row of the period beside its position and category.
  package init(reading: StudyNeeds = StudyNeeds()) { self.reading = reading }

  /// Counts the earlier periods that the files cover, and the months before, which tell how much
  /// counts vary.
  ///
  /// - Parameters:
  ///   - areas: The incidents of the period, counted with ``AreaCounts/readsPeriod``.
  ///   - observer: Told of the bytes that are read.
  /// - Returns: The periods.
  /// - Throws: The errors of ``Study/run(_:)``.
  /// - Complexity: As many passes over the files as there are earlier periods, and one more for the
  ///   months.
  package func run(
    before areas: AreaCounts.Result, observer: @escaping StudyObserver = { _ in }
  ) async throws -> Result {
    var result = Result(areas: areas)
    let found: (days: DayRange, isCut: Bool)
    do throws(ComparisonAbsence) {
      found = try Self.period(of: areas)
    } catch {
      result.absences = [error]
      return result
    }
    guard let covered = areas.period.covered else { return result }
    (result.days, result.isCut) = (found.days, found.isCut)
    for (name, days) in Self.candidates(before: found.days) {
      if let gap = Self.gap(of: days, in: covered) {
        result.absences.append(.uncovered(period: "\(name), \(days.words)", gap))
        continue
      }
      let (counts, _) = try await study(of: days, areas, observer)
        .run(AreaCounts(), SameRows(needs: reading))
      result.earlier.append(Earlier(name: name, days: days, areas: counts))
    }
    if !result.earlier.isEmpty {
      result.history = try await history(before: found.days, in: covered, areas, observer)
    }
    return result
  }

  // MARK: -

  /// Returns a study of the same files in other days.
  private func study(
    of days: DayRange, _ areas: AreaCounts.Result, _ observer: @escaping StudyObserver
  ) -> Study {
    Study(areas.reading.options.of(days), reusing: areas.input) { event in
      // The stages of these runs are no stages of the caller's.
      if case .read = event { observer(event) }
    }
  }

  private func history(
    before days: DayRange, in covered: CoveredDates, _ areas: AreaCounts.Result,
    _ observer: @escaping StudyObserver
  ) async throws -> MonthlyHistory {
    guard let months = covered.wholeMonths(before: days.first) else { return MonthlyHistory() }
    let history = MonthlyHistory(days: months)
    guard history.isLongEnough else { return history }
    let (counts, _) = try await study(of: months, areas, observer)
      .run(MonthCounts(days: months), SameRows(needs: reading))
    return MonthlyHistory(days: months, counts: counts)
  }

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
    /// Its incidents by area.
    package let areas: AreaCounts.Result
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
