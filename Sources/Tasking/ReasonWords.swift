package import Tables

/// Reasons of a reconciliation in words for people.
package struct ReasonWords {
  /// The words for the reasons of rows, by name.
  let rowReasons: [String: String]

  /// Takes the words for the reasons of rows, by name.
  package init(rowReasons: [String: String]) { self.rowReasons = rowReasons }

  /// Returns the reasons of a reconciliation with their counts, in the order in which they apply.
  package func rows(of reconciliation: Reconciliation) -> [(words: String, count: Int)] {
    [
      ("Rejected", reconciliation.rejected), ("Filtered", reconciliation.filtered),
      ("Without coordinates", reconciliation.withoutCoordinates),
      ("Outside", reconciliation.outside), ("Assigned", reconciliation.assignedNotes),
    ].flatMap { group, reasons in
      reasons.sorted { $0.key < $1.key }.map { ("\(group): \(words(for: $0.key))", $0.value) }
    }
  }

  /// Returns a reason in words; one without words of its own is its name with blanks.
  func words(for reason: String) -> String {
    rowReasons[reason] ?? Self.placements[reason]
      ?? reason.split(separator: "_").joined(separator: " ")
  }

  /// The words for what is said of where incidents lie.
  private static let placements = [
    "outside_areas": "in none of the areas",
    "outside_area_of_use": "outside the part of the world that the coordinate system is made for",
    "on_edge": "exactly on an edge between areas, which gives it to one of them by a fixed rule",
    "assign_ambiguous": "in several areas that overlap, counted in the one with the lowest code",
    "snapped": "just outside, counted in the nearest area",
    "within_accuracy_of_edge": "nearer to an edge than coordinates are converted accurately",
  ]
}
