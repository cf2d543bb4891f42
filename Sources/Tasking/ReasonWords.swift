import Tables

/// Reasons of a reconciliation in words for people.
enum ReasonWords {
  /// Returns the reasons of a reconciliation with their counts, in the order in which they apply.
  static func rows(of reconciliation: Reconciliation) -> [(words: String, count: Int)] {
    [
      ("Rejected", reconciliation.rejected), ("Filtered", reconciliation.filtered),
      ("Without coordinates", reconciliation.withoutCoordinates),
      ("Outside", reconciliation.outside), ("Assigned", reconciliation.assignedNotes),
    ].flatMap { group, reasons in
      reasons.sorted { $0.key < $1.key }.map { ("\(group): \(words(for: $0.key))", $0.value) }
    }
  }

  /// Returns a reason in words; one without words of its own is its name with blanks.
  static func words(for reason: String) -> String {
    known[reason] ?? reason.split(separator: "_").joined(separator: " ")
  }

  private static let known = [
    "too_few_fields": "the row ends before the columns that are used",
    "too_many_fields": "the row has more fields than the header",
    "malformed_quotes": "text follows a closing quote",
    "coordinate_not_a_number": "a coordinate is not a number",
    "coordinate_out_of_range": "a coordinate is out of range",
    "date_not_understood": "the date is not understood",
    "category": "the category was not asked for",
    "before_from": "before the period asked for",
    "after_to": "after the period asked for",
    "without_date": "no date",
    "without_time": "no time of day",
    "outside_hours": "outside the hours asked for",
    "coordinates_empty": "a coordinate is empty",
    "coordinates_zero": "both coordinates are zero",
    "outside_areas": "in none of the areas",
    "outside_area_of_use": "outside the part of the world that the coordinate system is made for",
    "on_edge": "exactly on an edge between areas, which gives it to one of them by a fixed rule",
    "assign_ambiguous": "in several areas that overlap, counted in the one with the lowest code",
    "snapped": "just outside, counted in the nearest area",
    "within_accuracy_of_edge": "nearer to an edge than positions are accurate",
  ]
}
