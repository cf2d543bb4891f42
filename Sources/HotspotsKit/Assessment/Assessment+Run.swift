import Assignment
import Boundaries
import HotspotAnalysis

extension Assessment {
  /// Reads a study and makes what its assessment says, without writing it.
  ///
  /// - Parameter study: The study, which has boundaries, of files that can be read again.
  /// - Returns: What the assessment says.
  /// - Throws: ``ComparisonAbsence/pipe`` for files that cannot be read again; the errors of
  ///   ``Study/run(_:)``; those of the tables that the assessment names.
  /// - Complexity: One pass over the files that finds what they hold, one for the period, and one each for
  ///   the earlier period beside it, the months before and all months, as far as sections need them.
  public func run(_ study: Study) async throws -> Result {
    guard study.options.incidents.canBeReadAgain else { throw ComparisonAbsence.pipe }
    let study = study.reportingAccuracy
    let counting = AreaCounts(readsPeriod: true, population: population)
    var plan = try AssessmentPlan(
      self, await study.open(counting.needs), await AssessmentSurvey(of: study))
    plan.comparison = try await comparison(plan, study)
    let passes = AssessmentPasses(counting)
    var absences: [(kind: AssessmentKind, reason: SectionAbsence)] = []
    var chapters: [(kind: AssessmentKind, chapter: any AssessmentChapter)] = []
    for kind in sections ?? AssessmentKind.allCases {
      do {
        chapters.append((kind, try kind.chapter.init(plan, passes)))
      } catch let absence as SectionAbsence {
        absences.append((kind, absence))
      }
    }
    try await passes.run(plan, study)
    let areas = passes.areas.result
    let look = try MapLook(page: page, backdrops: backdrops, of: areas.reading)
    var result = Result(assessment: self, plan: plan, areas: areas, look: look)
    let parted =
      chapters.filter { !type(of: $0.chapter).isOfOthers }
      + chapters.filter { type(of: $0.chapter).isOfOthers }
    for (kind, chapter) in parted {
      do {
        if areas.incidents < SmallNumbers.fewest {
          throw SectionAbsence.fewIncidents(areas.incidents, fewest: SmallNumbers.fewest)
        }
        result.sections.append(try chapter.section(plan, beside: result.sections))
      } catch let absence as SectionAbsence {
        absences.append((kind, absence))
      }
    }
    // In the order of the sections, whichever step made them or found them missing.
    let order = sections ?? AssessmentKind.allCases
    result.sections = order.compactMap { kind in result.sections.first { $0.kind == kind } }
    result.absences = order.compactMap { kind in absences.first { $0.kind == kind } }
    return result
  }
}

extension Assessment {
  /// Counts other datasets by the areas that tables list; `nil` without any.
  private func comparison(
    _ plan: AssessmentPlan, _ study: Study
  ) async throws -> DatasetComparison? {
    if datasets.isEmpty { return nil }
    var options = plan.options
    options.reportsAccuracy = false
    options.boundaries.paths.swapAt(0, plan.listedLayer)
    return try await DatasetStudies(options, beside: datasets) {
      [observer = study.observer] event in
      if case .read = event { observer(event) }
    }.compare()
  }
}

extension AreaCounts.Result {
  /// The incidents of the first layer.
  fileprivate var incidents: Int { counts[0].totals.reduce(0, +) }
}
