import Assignment
import HotspotAnalysis
import Incidents
import Statistics

/// Compares the incidents of a period with those of an earlier one, by category, by area or by both.
///
/// See <doc:ComparingPeriods>.
///
///     var options = StudyOptions(boundaries: ["wards.shp"], incidents: ["2015-2017.csv"])
///     options.filter.from = try PeriodBound("2016-04")
///     options.filter.to = try PeriodBound("2017-03")
///     let change = try await PeriodChange(by: .area).run(on: Study(options))
///     change.table[column: "p_adjusted"]
///
/// The period is that of the study's filter; without a last day it goes as far as the files do. Both
/// periods are counted in one pass, and the whole months before, which tell how much counts vary, in
/// another. With hours asked for, incidents count with their probability of having happened in them.
public struct PeriodChange: Sendable {
  /// What has a row of its own.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Each category, wherever it happened.
    case category
    /// Each area of the only layer.
    case area
    /// Each category in each area.
    case both
  }

  /// What has a row of its own.
  public var grouping: Grouping
  /// Which period is compared with.
  public var against: EarlierPeriod
  /// Which categories belong together; `nil` for no subtotals, and without effect by area.
  public var groups: GroupFile?

  /// Creates a comparison.
  ///
  /// - Parameters:
  ///   - grouping: What has a row of its own.
  ///   - against: Which period is compared with.
  ///   - groups: Which categories belong together.
  public init(
    by grouping: Grouping = .category, against: EarlierPeriod = .before, groups: GroupFile? = nil
  ) {
    self.grouping = grouping
    self.against = against
    self.groups = groups
  }

  /// Counts both periods, and the months before.
  ///
  /// - Parameter study: The study, which names the first day of its period.
  /// - Returns: The comparison.
  /// - Throws: ``ComparedPeriodsError``; the errors of ``Study/run(_:)``.
  /// - Complexity: Two passes over the files, and a third where the study names no last day.
  public func run(on study: Study) async throws -> Result { try await run(on: study, reusing: nil) }

  /// The same with areas of an earlier run on the same files; `nil` to read them.
  func run(on study: Study, reusing input: AnalysisInput?) async throws -> Result {
    let options = study.options
    let canReread = options.canReadAgain
    let periods = try ComparedPeriods(
      of: options.filter, against: against,
      filesEnd: options.filter.from != nil && options.filter.to == nil && canReread
        ? await Self.end(of: study) : nil)
    let compared = Self.compared(options, periods)
    let both = Study(compared, reusing: input, observer: study.observer)
    let (counts, _) = try await both.run(
      CrossCounts(by: dimensions(isWeighed: options.weights != nil) + [.period]),
      SameRows(needs: Self.needs))
    let covered = counts.reading.period.covered
    try checkMonths(counts.reading)
    try periods.check(covered)
    var history = History()
    if let months = covered?.wholeMonths(before: periods.now.first) {
      history.days = months
      if history.isLongEnough && (canReread || options.parts?.hasNextPass ?? false) {
        history.counts = try await study.again(compared.of(months), reusing: counts.reading.input)
          .run(CrossCounts(by: dimensions() + [.month]))
      }
    }
    return Result(method: self, periods: periods, counts: counts, history: history)
  }

  /// Counts the rows of a study for a part: both periods, and all months before where the files can be read
  /// again, of which the merge takes those that all parts together cover.
  ///
  /// - Throws: ``ComparedPeriodsError``, also without a last day of the period; the errors of files that
  ///   cannot be read.
  package func passes(on study: Study) async throws -> [PartPass] {
    let options = study.options
    let periods = try ComparedPeriods(of: options.filter, against: against, filesEnd: nil)
    let compared = Self.compared(options, periods)
    let both = Study(compared, reusing: nil, observer: study.observer)
    let isWeighed = options.weights != nil
    var passes = [
      try await both.count(
        CrossCounts(by: dimensions(isWeighed: isWeighed) + [.period]), SameRows(needs: Self.needs))
    ]
    guard options.canReadAgain || options.parts?.hasNextPass ?? false else { return passes }
    var before = compared.of(DayRange(first: periods.earlier.first, next: periods.now.first))
    before.filter.from = nil
    let history = study.again(before, reusing: both.openedInput)
    passes.append(try await history.count(CrossCounts(by: dimensions() + [.month])))
    return passes
  }

  // MARK: -

  /// The same rows, of both periods.
  private static func compared(_ options: StudyOptions, _ periods: ComparedPeriods) -> StudyOptions
  {
    var compared = options
    compared.filter.periods = [periods.earlier, periods.now]
    if compared.filter.to == nil {
      compared.filter.to = PeriodBound(
        text: CivilDate(dayNumber: periods.now.next.dayNumber - 1).description,
        isMonth: periods.now.months != nil,
        first: periods.now.next, next: periods.now.next)
    }
    return compared
  }

  /// The days that the files cover are read with the rows.
  private static var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.period = true
    needs.countsRows = false
    return needs
  }

  /// What is counted by; weights are of categories, whatever has a row.
  func dimensions(isWeighed: Bool = false) -> [CrossCounts.Dimension] {
    switch grouping {
    case .category: [.category]
    case .area: isWeighed ? [.area, .category] : [.area]
    case .both: [.area, .category]
    }
  }

  /// Returns the day behind the last that the files cover; `nil` for files without a date.
  private static func end(of study: Study) async throws -> CivilDate? {
    var options = study.options
    options.boundaries.paths = []
    options.filter = StudyFilter()
    options.filter.timeZone = study.options.filter.timeZone
    options.bounds = .none
    return try await study.again(options, reusing: nil).run(CoveredDays()).map(\.next)
  }

  /// Refuses days as bounds of the earlier period where the files tell months only.
  private func checkMonths(_ reading: StudyReading) throws(InputError) {
    guard case .given(let from, let to) = against, reading.period.covered?.isMonthly == true,
      let path = reading.sources.first?.path
    else { return }
    for (bound, isFirst) in [(from, true), (to, false)] where !bound.isMonth {
      throw .monthsOnly(bound, isFirst: isFirst, path: path)
    }
  }

  /// The whole months before the period.
  struct History: Sendable {
    /// The months; `nil` if the files have none.
    var days: DayRange?
    /// The incidents in them, if there are enough and the files can be read again.
    var counts: CrossCounts.Result?

    /// How many there are.
    var months: Int { days?.months ?? 0 }

    /// Whether there are enough to tell how much counts vary.
    var isLongEnough: Bool { months >= CountDispersion.fewestPeriods }
  }
}
