import Cartography
import Projections
import Tables

extension AssignmentInspection {
  /// Most operations that are listed.
  private static let candidatesShown = 8

  /// Adds the projection and where the incidents lie to a file's section.
  func append(to report: inout ReportText) {
    report.row("projection", projection.line)
    if !candidates.isEmpty {
      report.row("operations", "\(candidates.count) known to PROJ, in its order:")
      report.table(candidates.prefix(Self.candidatesShown).map { [Self.words(for: $0)] })
      if candidates.count > Self.candidatesShown {
        report.table([["and \(candidates.count - Self.candidatesShown) more"]])
      }
    }
    for layer in layers {
      var reconciliation = layer.reconciliation
      reconciliation.layer = nil
      report.row("in \(layer.name)", ReconciliationWords.sentence(for: reconciliation))
      let notes = reconciliation.assignedNotes
      if let near = notes["within_accuracy_of_edge"], let accuracyDistance {
        report.row(
          "near a border",
          "\(NumberWords.grouped(near)) of the assigned "
            + "(\(NumberWords.percent(Double(near) / Double(max(1, reconciliation.assigned))))) "
            + "lie within \(ReportWords.metres(accuracyDistance)) of an edge, the accuracy of the "
            + "projection: it could move them to the next area")
      }
      if let edge = notes["on_edge"] { report.row("on a border", NumberWords.grouped(edge)) }
      if let several = notes["assign_ambiguous"] {
        report.row("in several areas", NumberWords.grouped(several))
      }
      for (column, agreement) in layer.agreements {
        report.row("own codes", Self.words(for: agreement, column: column))
      }
    }
  }

  private static func words(for candidate: OperationCandidate) -> String {
    let accuracy = candidate.isBallpark ? "ballpark" : ReportWords.metres(candidate.accuracyMetres)
    let missing = candidate.grids.filter { !$0.isAvailable }.map { "'\($0.fileName)'" }
    return "\(candidate.name): \(accuracy)"
      + (missing.isEmpty ? "" : ", missing grid \(missing.joined(separator: " and "))")
  }

  private static func words(for agreement: CodeAgreement, column: String) -> String {
    "'\(column)' is the area found for \(NumberWords.grouped(agreement.agreeing)) of "
      + "\(NumberWords.grouped(agreement.coded)) rows with a code "
      + "(\(NumberWords.percent(agreement.share))); "
      + "\(NumberWords.grouped(agreement.elsewhere)) lie in another area, "
      + "\(NumberWords.grouped(agreement.outside)) in none, "
      + "\(NumberWords.grouped(agreement.unknown)) have a code that the layer has not"
  }
}
