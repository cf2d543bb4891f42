/// The classes of a map of significance, in words and colours.
package struct SignificanceKey: Sendable, Equatable {
  /// The classes in words, the lowest first.
  package let labels: [String]
  /// Their colours.
  package let colours: [Colour]
  /// How sure they are, from -3 for low to 3 for high; what greyscale prints are hatched by.
  package let levels: [Int]
  /// How the classes were made, in a sentence.
  package let note: String
  /// The positions of the classes whose places the list beside the map names: significant and high.
  let listed: Set<Int>
  /// The heading of that list.
  let listHeading: String
  /// What is said where no place is in these classes.
  let noneListed: String
  /// Whether the list has the places with the largest differences either way in place of those in
  /// these classes, and says which of them are.
  var listsBothSides = false

  /// Seven classes from a cold spot at 99 % over none to a hot spot at 99 %: classes -3 to 3.
  package static let hotAndCold = SignificanceKey(
    labels: [
      "cold spot, 99%", "cold spot, 95%", "cold spot, 90%", "not significant", "hot spot, 90%",
      "hot spot, 95%", "hot spot, 99%",
    ],
    colours: Palette.diverging, levels: Array(-3...3),
    note:
      "Classes: p-values, adjusted for the number of tests (Benjamini and Hochberg), of at most "
      + "0.01 (99%), 0.05 (95%) and 0.10 (90%).",
    listed: [5, 6], listHeading: "Hot spots at 95% and over",
    noneListed: "There is no hot spot at 95%.")

  /// Five classes: low among low, low among high, none, high among low, high among high.
  package static let quadrants = SignificanceKey(
    labels: [
      "low among low", "low among high", "not significant", "high among low", "high among high",
    ],
    colours: [0, 2, 3, 4, 6].map { Palette.diverging[$0] }, levels: [-3, -1, 0, 1, 3],
    note:
      "Classes: p-values, adjusted for the number of tests (Benjamini and Hochberg), of at most "
      + "0.05.",
    listed: [4], listHeading: "High among high",
    noneListed: "Nothing is significantly high among high neighbours.")
}
