/// Makes one section of an assessment: asks the passes for what it needs, and words what they found.
///
/// What the data cannot carry is told by throwing a ``SectionAbsence``, from either step.
protocol AssessmentChapter: Sendable {
  /// Asks for methods, before anything is counted.
  ///
  /// - Parameters:
  ///   - plan: What was asked, and what is known of the files.
  ///   - passes: The passes over the files, to which the methods are added.
  /// - Throws: ``SectionAbsence``; the errors of tables that the assessment names.
  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws

  /// Words what was found, once the passes have run.
  ///
  /// - Parameters:
  ///   - plan: The plan of the first step.
  ///   - others: The sections that are made already.
  /// - Returns: The section.
  /// - Throws: ``SectionAbsence``; the errors of methods.
  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection

  /// Whether it is made when all others are, because it is made of them, wherever it stands.
  static var isOfOthers: Bool { get }
}

extension AssessmentChapter {
  static var isOfOthers: Bool { false }
}
