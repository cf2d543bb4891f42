extension Assessment {
  /// What an assessment says.
  public struct Result: Sendable {
    /// What was asked.
    public let assessment: Assessment
    /// What was known before the passes.
    let plan: AssessmentPlan
    /// The incidents of the period by area.
    public let areas: AreaCounts.Result
    /// The page and the backdrops of the maps.
    var look: MapLook
    /// The sections, in their order.
    package internal(set) var sections: [AssessedSection] = []
    /// The kinds of sections that the data cannot carry, and why.
    public internal(set) var absences: [(kind: AssessmentKind, reason: SectionAbsence)] = []

    init(assessment: Assessment, plan: AssessmentPlan, areas: AreaCounts.Result, look: MapLook) {
      (self.assessment, self.plan, self.areas, self.look) = (assessment, plan, areas, look)
      self.look.credits = []
    }
  }
}

extension Assessment.Result {
  /// The kinds of sections that there are.
  public var kinds: [AssessmentKind] { sections.map(\.kind) }

  /// The kinds that were not asked for.
  public var notChosen: [AssessmentKind] {
    guard let chosen = assessment.sections else { return [] }
    return AssessmentKind.allCases.filter { !chosen.contains($0) }
  }

  /// What people should know before they read the assessment; page and manifest have the warnings.
  public var findings: [Finding] {
    var findings = areas.findings
    for finding in sections.flatMap(\.findings) where !findings.contains(finding) {
      findings.append(finding)
    }
    return findings
  }

  /// The tables of all sections, each once.
  package var tables: [AssessedTable] {
    var paths: Set<String> = []
    return sections.flatMap(\.tables).filter { paths.insert($0.path).inserted }
  }

  /// The figures of all sections, each once.
  package var figures: [AssessedFigure] {
    var paths: Set<String> = []
    return sections.flatMap(\.figures).filter { paths.insert($0.path).inserted }
  }

  /// The titles of pages and sheets, which those of packs are made like.
  var titles: BriefingPack {
    var pack = BriefingPack()
    (pack.title, pack.place) = (assessment.title, assessment.place)
    return pack
  }
}
