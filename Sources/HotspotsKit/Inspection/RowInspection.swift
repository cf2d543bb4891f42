import Geometry
import Incidents

/// What the rows of a file are like; adds up over workers in any order.
struct RowInspection: Sendable {
  /// The rows that were not rejected.
  var rows = 0
  /// The rows with coordinates.
  var placed = 0
  /// How the text is encoded.
  var textKind = TextKind.ascii
  /// The rectangle around the coordinates as in the file.
  var box = Box.empty
  /// The rows of each category, by the worker's numbers.
  var categories: [Int] = []
  /// The references.
  var ids = HashCount()
  /// The rows whose reference is blank.
  var blankIds = 0
  /// The different places.
  var places = HashCount()
  /// The dates.
  var times = DateInspection()

  /// Adds what another worker found, categories, references and places aside.
  ///
  /// The numbers of categories differ, and of references and places there may be millions.
  mutating func merge(_ other: RowInspection) {
    rows += other.rows
    placed += other.placed
    textKind = max(textKind, other.textKind)
    box.formUnion(other.box)
    blankIds += other.blankIds
    times.merge(other.times)
  }
}
