/// Something that an assessment says of its data, which whoever makes it may be able to mend.
public enum AssessmentRemark: Sendable, Equatable, CustomStringConvertible {
  /// Something that people should know before they read it.
  case finding(Finding)
  /// There is no section of a kind.
  case noSection(SectionAbsence)

  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .finding(let finding): finding.description
    case .noSection(let absence): absence.description
    }
  }
}
