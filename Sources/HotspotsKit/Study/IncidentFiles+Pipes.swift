import Incidents
import Interchange

extension IncidentFiles {
  /// Whether the files can be read more than once, as pipes cannot.
  var canBeReadAgain: Bool {
    IncidentParts.files(behind: paths).allSatisfy { $0 != "-" && Digest.canRead($0) }
  }
}
