import Testing

import Names

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
      ("study", ["study-area"]), ("cell-siz", ["cell-size"]), ("ot", ["to"]), ("xyz", []), ("", []),
      ("q", []),
      ("categroy", ["category"]), ("exclude", ["exclude-category"]), ("ex", []),
      ("cell-sime", ["cell-size", "cell-side"]), ("area", ["study-area"]),
    ])
  func closest(typed: String, expected: [String]) {
    let names = [
      "bandwidth", "from", "to", "boundaries", "study-area", "category", "exclude-category",
      "cell-size", "cell-side",
    ]
    #expect(Suggestion.closest(to: typed, among: names) == expected)
  }

  @Test("at most three names are offered, in the order given")
  func limit() {
    #expect(Suggestion.closest(to: "x0", among: ["x1", "x2", "x3", "x4"]) == ["x1", "x2", "x3"])
    let names = ["map-one", "map-two", "map-three", "map-four"]
    #expect(Suggestion.closest(to: "map", among: names) == ["map-one", "map-two", "map-three"])
  }

  @Test(
    "values that were mistyped find their nearest",
    arguments: [
      ("lsoa21cd", ["LSOA21NM", "LSOA21CD", "NAME"], ["LSOA21CD"]),
      ("E0900033", ["E09000033", "E09000032", "W1"], ["E09000033"]),
      ("Westminister", ["Westminster", "Camden"], ["Westminster"]),
      ("antisocial behaviour", ["Anti-social behaviour", "Burglary"], ["Anti-social behaviour"]),
      ("behaviour", ["Anti-social behaviour", "Burglary"], ["Anti-social behaviour"]),
      ("x", ["y", "y", "z"], ["y", "z"]), ("borough", ["ward"], []),
    ])
  func values(typed: String, names: [String], expected: [String]) {
    #expect(Suggestion.closest(to: typed, among: names) == expected)
  }

  @Test("what there is is listed in quotes, and of many the first")
  func list() {
    #expect(Suggestion.list([]) == "")
    #expect(Suggestion.list(["a", "b"]) == "'a', 'b'")
    #expect(Suggestion.list(["a", "b", "c"], most: 2) == "'a', 'b' and 1 more")
  }

  @Test("suggestions are worded as a question")
  func question() {
    #expect(Suggestion.question([]) == "")
    #expect(Suggestion.question(["a"]) == "; did you mean 'a'?")
    #expect(Suggestion.question(["a", "b"]) == "; did you mean 'a' or 'b'?")
  }
}
