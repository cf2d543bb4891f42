import HotspotAnalysis
import Incidents

/// What an assessment of some files could have, found without counting.
package struct AssessmentOutlook: Sendable {
  /// The kinds of sections in their order; those that the files cannot carry with the reason.
  package let kinds: [(kind: AssessmentKind, absence: SectionAbsence?)]
  /// The sets that a column of flags has; none without such a column.
  package let sets: [(name: String, condition: String)]
  /// The cross tables that are made where none is named.
  package let crossTables: [CrossTabulation]
  /// The days that the files cover, in words; `nil` without dates.
  package let covered: String?
  /// A period of whole months with as many before it, where none was named; `nil` if the files have no
  /// two.
  package let period: (from: PeriodBound, to: PeriodBound, months: Int)?
}

extension Assessment {
  /// Finds what an assessment could have.
  ///
  /// - Parameter study: The study.
  /// - Returns: The outlook, of the study's period, else of the one that it suggests.
  /// - Throws: The errors of ``Study/run(_:)``; those of the tables that the assessment names.
  /// - Complexity: One pass over the files.
  package func outlook(_ study: Study) async throws -> AssessmentOutlook {
    guard study.options.incidents.canBeReadAgain else { throw ComparisonAbsence.pipe }
    let survey = try await AssessmentSurvey(of: study)
    var options = study.options
    let period = options.filter.from == nil ? survey.suggestedPeriod : nil
    if let period { (options.filter.from, options.filter.to) = (period.from, period.to) }
    let counting = AreaCounts(population: population)
    let plan = try AssessmentPlan(
      self, await study.again(options, reusing: nil).open(counting.needs), survey)
    let passes = AssessmentPasses(counting)
    let kinds = try (sections ?? AssessmentKind.allCases).map { kind in
      do {
        _ = try kind.chapter.init(plan, passes)
        return (kind: kind, absence: SectionAbsence?.none)
      } catch let absence as SectionAbsence {
        return (kind, absence)
      }
    }
    return AssessmentOutlook(
      kinds: kinds, sets: survey.flags?.conditions ?? [], crossTables: plan.usualCrossTables,
      covered: survey.covered?.period.words, period: period)
  }
}

extension AssessmentSurvey {
  /// The last whole months that the files cover, with as many before them: twelve, or half of fewer than
  /// twenty-four; `nil` if there are no two.
  var suggestedPeriod: (from: PeriodBound, to: PeriodBound, months: Int)? {
    guard let covered else { return nil }
    let end = covered.last == covered.last.lastOfMonth ? covered.next : covered.last.firstOfMonth
    let count = min(12, (covered.wholeMonths(before: end)?.months ?? 0) / 2)
    guard count > 0 else { return nil }
    let first = end.months(back: count)
    let last = CivilDate(dayNumber: end.dayNumber - 1)
    func text(_ date: CivilDate) -> String { String(date.description.prefix(7)) }
    guard let from = try? PeriodBound(text(first)), let to = try? PeriodBound(text(last)) else {
      return nil
    }
    return (from, to, count)
  }
}

extension CivilDate {
  /// Returns the first day of the month so many months before.
  fileprivate func months(back count: Int) -> CivilDate {
    (0..<count).reduce(self) { date, _ in
      CivilDate(dayNumber: date.firstOfMonth.dayNumber - 1).firstOfMonth
    }
  }
}
