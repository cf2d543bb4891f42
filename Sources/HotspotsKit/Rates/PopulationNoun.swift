/// What is counted in a column of a population, in words: `residents`, `households`.
enum PopulationNoun {
  /// Returns the word for several, as far as a column's name tells it.
  ///
  /// - Parameter column: The name of the column.
  /// - Returns: A noun, or the name in quotation marks.
  static func plural(ofColumn column: String) -> String {
    let name = column.lowercased()
    return words.first { _, parts in parts.contains(where: name.contains) }?.word ?? "'\(column)'"
  }

  /// The words, each with parts of names that mean it; the first that fits is taken, so that a
  /// `workday_population` is not one of residents.
  private static let words: [(word: String, parts: [String])] = [
    ("workday population", ["workday", "daytime"]),
    ("workers", ["workplace", "worker", "employ", "jobs"]),
    ("ambient population", ["ambient", "footfall", "visitor"]),
    ("households", ["household", "hhold"]),
    ("dwellings", ["dwelling"]),
    ("premises", ["premises"]),
    ("residents", ["resid", "usual", "population", "persons", "people", "inhabitants", "allages"]),
  ]
}
