package import HotspotAnalysis
import Incidents

/// Which earlier period a period is compared with.
public enum EarlierPeriod: Sendable, Equatable {
  /// As many months just before; of fewer than four weeks the same weekdays, shifted by the fewest
  /// whole weeks; else as many days just before.
  case before
  /// The same months of the year before; of fewer than four weeks the same weekdays 52 weeks before;
  /// else as many days from the same date.
  case yearBefore
  /// From the first day of one bound to the last of the other.
  case given(from: PeriodBound, to: PeriodBound)

  /// Reads `before`, `year-before` or two days or months, `2016-04..2017-03`.
  ///
  /// - Throws: ``ComparedPeriodsError/notAPeriod(_:)`` for any other text.
  public init(_ text: String) throws(ComparedPeriodsError) {
    switch text {
    case "before": self = .before
    case "year-before": self = .yearBefore
    default:
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2, let from = try? PeriodBound(ends[0]),
        let to = try? PeriodBound(ends[1]), from.first < to.next
      else { throw .notAPeriod(text) }
      self = .given(from: from, to: to)
    }
  }

  /// The texts that are allowed.
  package static let allowed = "before, year-before or a period such as 2016-04..2017-03"

  /// Returns the days to compare with.
  ///
  /// - Parameter now: The days of the period.
  /// - Returns: The days, which have none in common with those.
  /// - Throws: ``ComparedPeriodsError/overlap(earlier:now:)``.
  package func days(before now: DayRange) throws(ComparedPeriodsError) -> DayRange {
    switch self {
    case .before: return now.before
    case .yearBefore:
      guard let year = now.yearBefore, year.next <= now.first else {
        throw .overlap(earlier: "the same time of the year before", now: now.words)
      }
      return year
    case .given(let from, let to):
      let days = DayRange(first: from.first, next: to.next)
      if days.first < now.next && now.first < days.next {
        throw .overlap(earlier: days.words, now: now.words)
      }
      return days
    }
  }
}

/// Two periods that are compared.
package struct ComparedPeriods: Sendable, Equatable {
  /// The days of the period.
  package let now: DayRange
  /// The days of the earlier one.
  package let earlier: DayRange

  /// Settles the periods of a study.
  ///
  /// - Parameters:
  ///   - filter: Says the first day of the period, and perhaps the last.
  ///   - against: Which period it is compared with.
  ///   - end: The day behind the last that the files cover, for a period without an end; `nil` if
  ///     nobody knows.
  /// - Throws: ``ComparedPeriodsError``.
  package init(
    of filter: StudyFilter, against: EarlierPeriod, filesEnd end: CivilDate? = nil
  ) throws(ComparedPeriodsError) {
    guard let first = filter.from?.first else { throw .noBeginning }
    guard let next = filter.to?.next ?? end, first < next else { throw .noEnd }
    now = DayRange(first: first, next: next)
    earlier = try against.days(before: now)
  }

  /// Takes two periods.
  init(now: DayRange, earlier: DayRange) { (self.now, self.earlier) = (now, earlier) }

  /// How many times as long as the earlier period this one is.
  package var ratio: Double { Double(now.days) / Double(earlier.days) }

  /// Checks that the files cover both periods: what they do not cover must not count as nought.
  ///
  /// - Parameter covered: The days that the files cover, before any filter; `nil` for files without
  ///   a date.
  /// - Throws: ``ComparedPeriodsError/uncovered(period:gap:months:)``.
  package func check(_ covered: CoveredDates?) throws(ComparedPeriodsError) {
    for days in [now, earlier] {
      guard let covered else {
        throw .uncovered(period: days.words, gap: .everything, months: "no date")
      }
      if let gap = PeriodComparison.gap(of: days, in: covered) {
        throw .uncovered(period: days.words, gap: gap, months: covered.monthWords)
      }
    }
  }
}

extension CoveredDates {
  /// The months that have rows, in words: `April 2016 to March 2017`.
  package var monthWords: String {
    var stretches: [Period] = []
    for month in months.map(\.first) {
      if let last = stretches.last?.last, last.dayNumber + 1 == month.dayNumber {
        stretches[stretches.count - 1].last = month.lastOfMonth
      } else {
        stretches.append(Period(first: month, last: month.lastOfMonth, isMonthly: true))
      }
    }
    return stretches.isEmpty ? period.words : stretches.map(\.words).joined(separator: ", ")
  }
}
