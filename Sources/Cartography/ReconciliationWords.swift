package import Tables

/// Says in a sentence where every row went.
package enum ReconciliationWords {
  /// Returns the sentence, whose numbers add up to the first.
  ///
  ///     66,502 rows read: 65,628 assigned, 874 outside
  ///
  /// - Parameter reconciliation: The numbers; those that are none are left out, assigned aside.
  /// - Returns: One line without a full stop, after the layer's name where there is one.
  package static func sentence(for reconciliation: Reconciliation) -> String {
    let parts =
      [(reconciliation.assigned, "assigned")]
      + [
        (reconciliation.outsideCount, "outside"),
        (reconciliation.withoutCoordinatesCount, "without coordinates"),
        (reconciliation.filteredCount, "filtered"),
        (reconciliation.rejectedCount, "rejected"),
      ].filter { $0.0 > 0 }
    let rows = reconciliation.read == 1 ? "row" : "rows"
    let layer = reconciliation.layer.map { "\($0), " } ?? ""
    return "\(layer)\(NumberWords.grouped(reconciliation.read)) \(rows) read: "
      + parts.map { "\(NumberWords.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
      + (reconciliation.incidents.map {
        "; the rows stand for \(NumberWords.grouped($0.read)) incidents, those assigned for "
          + NumberWords.grouped($0.assigned)
      } ?? "")
      + (reconciliation.expected.map {
        "; of the assigned, an estimated \(NumberWords.decimal($0, places: 1)) in the hours"
      } ?? "")
  }
}
