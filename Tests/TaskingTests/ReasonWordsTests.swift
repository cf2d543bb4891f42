import Tables
import Testing

@testable import Tasking

@Suite("Reasons in words")
struct ReasonWordsTests {
  @Test("reasons are given in the order in which they apply, with their words and counts")
  func rows() {
    let words = ReasonWords(rowReasons: ["category": "the category is not asked for"])
    let rows = words.rows(
      of: Reconciliation(
        layer: "wards", read: 10, rejected: ["odd_row": 1], filtered: ["category": 2],
        withoutCoordinates: ["b": 1, "a": 1], outside: ["outside_areas": 2], assigned: 3,
        assignedNotes: ["on_edge": 1]))
    #expect(
      rows.map(\.words) == [
        "Rejected: odd row", "Filtered: the category is not asked for", "Without coordinates: a",
        "Without coordinates: b", "Outside: in none of the areas",
        "Assigned: exactly on an edge between areas, which gives it to one of them by a fixed rule",
      ])
    #expect(rows.map(\.count) == [1, 2, 1, 1, 2, 1])
  }
}
