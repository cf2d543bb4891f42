/// Why a folder is no earlier assessment.
public enum EarlierAssessmentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such folder.
  case noFolder(path: String)
  /// The folder has no manifest, or one of something else.
  case noAssessment(path: String)
  /// The manifest is of a command that makes no assessment and no pack.
  case otherCommand(path: String, command: String)
  /// The folder has a manifest, and no table of areas.
  case noAreas(path: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noFolder(let path): "cannot read '\(path)': there is no such folder"
    case .noAssessment(let path):
      "cannot compare with '\(path)': it has no manifest.json of an assessment or a pack"
    case .otherCommand(let path, let command):
      "cannot compare with '\(path)': it is made by '\(command)', an assessment or a pack is allowed"
    case .noAreas(let path):
      "cannot compare with '\(path)': it has no areas.csv with codes and incidents"
    }
  }
}
