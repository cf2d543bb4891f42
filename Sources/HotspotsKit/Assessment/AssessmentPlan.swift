import Statistics
import Tasking
import Boundaries
import HotspotAnalysis
import Incidents

/// What is known before the passes of an assessment: what was asked, the areas, what the files cover.
struct AssessmentPlan: Sendable {
  /// What was asked.
  let assessment: Assessment
  /// The options of the study.
  let options: StudyOptions
  /// The areas and the files.
  let input: AnalysisInput
  /// What the files hold.
  let survey: AssessmentSurvey
  /// The layer whose areas tables list: that of wards, else the last.
  let listedLayer: Int
  /// The period and the earlier one, or why it cannot be compared.
  let periods: Result<ComparedPeriods, SectionAbsence>
  /// Why nothing that rests on dates can be told; `nil` if something can.
  let dateAbsence: SectionAbsence?
  /// The whole months before the period; `nil` if there are too few to tell how much counts vary.
  let monthsBefore: DayRange?
  /// The months up to the end of the period, or why there are none.
  let calendar: Result<CoveredCalendar, SectionAbsence>

  /// The datasets beside each other; `nil` without others.
  var comparison: DatasetComparison?

  /// Settles what can be settled before anything is counted.
  init(_ assessment: Assessment, _ opened: OpenedStudy, _ survey: AssessmentSurvey) throws {
    self.assessment = assessment
    self.survey = survey
    options = opened.options
    input = try opened.requiredInput()
    let nouns = input.boundaries.layers.map { AreaNoun(codeField: $0.codeField, layer: $0.name) }
    listedLayer = nouns.firstIndex { $0.singular == "ward" } ?? nouns.count - 1
    let (filter, covered, against) = (options.filter, survey.covered, assessment.against)
    let periods = Result { () throws(ComparedPeriodsError) -> ComparedPeriods in
      let periods = try ComparedPeriods(of: filter, against: against, filesEnd: covered?.next)
      try periods.check(covered)
      return periods
    }
    dateAbsence = Self.dateAbsence(of: input.sources)
    if let dateAbsence {
      self.periods = .failure(dateAbsence)
      monthsBefore = nil
      calendar = .failure(dateAbsence)
      return
    }
    self.periods = periods.mapError { .noComparison($0) }
    let before = (try? periods.get()).flatMap { covered?.wholeMonths(before: $0.now.first) }
    monthsBefore = (before?.months ?? 0) >= CountDispersion.fewestPeriods ? before : nil
    let options = options
    calendar = Result { () throws(TrendAbsence) -> CoveredCalendar in
      try PackTrend.months(of: options, covered)
    }.mapError { .noMonths($0) }
  }

  /// Why nothing that rests on dates can be told: a pass that needs them would fail for all its methods.
  private static func dateAbsence(of sources: [IncidentSource]) -> SectionAbsence? {
    if sources.contains(where: { $0.columns.time == nil }) { return .noDates }
    return sources.contains { $0.dateOrderProblem != nil } ? .noHours(.unknownDateOrder) : nil
  }

  /// Whether every file has categories.
  var hasCategories: Bool { input.sources.allSatisfy { $0.columns[.category] != nil } }

  /// Refuses to go on without categories.
  func requireCategories() throws(SectionAbsence) {
    if !hasCategories { throw .noCategories }
  }

  /// What people call the areas of a layer.
  func noun(ofLayer index: Int) -> AreaNoun {
    let layer = input.boundaries.layers[index]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  /// The names of the layers as files have them, none twice.
  var layerNames: [String] {
    let names = input.boundaries.layers.map(\.name)
    return names.indices.map { index in
      let same = names[...index].count { $0 == names[index] }
      return same > 1 ? "\(names[index])-\(same)" : names[index]
    }
  }

  /// The path of the table of a layer's areas.
  func areaPath(ofLayer index: Int) -> String {
    index == 0 ? "areas.csv" : "areas-\(layerNames[index]).csv"
  }

  /// Why there is no earlier period, as a sentence; `nil` if there is one.
  var noComparisonSentence: String? {
    guard case .failure(let absence) = periods else { return nil }
    return absence.description.pageSentence()
  }

  // MARK: - Studies of the passes

  /// Returns the study of some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows; those of months and earlier periods are there.
  ///   - study: The study of the period.
  /// - Returns: Their study, which reuses the areas.
  /// - Throws: ``SectionAbsence`` for rows that there are not.
  func study(of rows: AssessmentRows, _ study: Study) throws -> Study {
    if rows == .of(.period) { return study }
    var options = try options(at: rows.time)
    var input = input
    if rows.isOfListedAreas {
      input = input.leading(with: listedLayer, options)
      options.boundaries.paths.swapAt(0, listedLayer)
    }
    return study.again(options, reusing: input)
  }

  private func options(at time: AssessmentRows.Time) throws(SectionAbsence) -> StudyOptions {
    var options = options
    options.reportsAccuracy = false
    switch time {
    case .period: break
    case .compared:
      let periods = try periods.get()
      options.filter.periods = [periods.earlier, periods.now]
      options.filter.to = options.filter.to ?? PeriodBound(lastOf: periods.now)
    case .earlier: options = options.of(try periods.get().earlier)
    case .monthsBefore:
      guard let monthsBefore else {
        preconditionFailure("AssessmentPlan: a pass over months that there are not")
      }
      options = options.of(monthsBefore)
    case .months:
      options.bounds = .none
      options.filter.from = nil
      options.filter.periods = [try calendar.get().period]
      options.filter.requiresDate = true
    }
    return options
  }
}

extension PeriodBound {
  /// The end of some days.
  init(lastOf days: DayRange) {
    self.init(
      text: CivilDate(dayNumber: days.next.dayNumber - 1).description,
      isMonth: days.months != nil, first: days.next, next: days.next)
  }
}
