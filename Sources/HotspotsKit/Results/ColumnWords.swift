/// What a column of a table is called and holds, for files that have a place for it.
package struct ColumnWords: Sendable, Equatable {
  /// Its name for people.
  package let title: String
  /// What its values are, with their unit and what they do not say; without a full stop.
  package let meaning: String

  /// The meaning as a sentence.
  package var sentence: String { "\(meaning.prefix(1).uppercased())\(meaning.dropFirst())." }

  /// Finds the words for a column; there are none for one whose name says it, such as `Mon`.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - table: The name of its table, where that decides: `change`, `months`, `significance`.
  ///   - categories: The names of categories by the ends of the names of their columns.
  package init?(_ column: String, in table: String = "", categories: [String: String] = [:]) {
    let found =
      Self.ofTables[table]?[column] ?? Self.general[column]
      ?? Self.ofCategory(column, categories) ?? Self.numbered(column)
    guard let (title, meaning) = found else { return nil }
    (self.title, self.meaning) = (title, meaning)
  }

  /// The words for the incidents of a category.
  private static func ofCategory(
    _ column: String, _ categories: [String: String]
  ) -> (String, String)? {
    for (prefix, ending, words) in [
      ("incidents_", "", "incidents"), ("expected_", ", expected", "expected incidents"),
    ] where column.hasPrefix(prefix) {
      guard let name = categories[String(column.dropFirst(prefix.count))] else { continue }
      return name.isEmpty
        ? ("not recorded\(ending)", "\(words) without a category")
        : ("\(name)\(ending)", "\(words) of the category \(name)")
    }
    return nil
  }

  /// The words for a column of several of a kind, with its number: `category_2_share`, `main_area_2`.
  private static func numbered(_ column: String) -> (String, String)? {
    var parts = column.split(separator: "_").map(String.init)
    guard let place = parts.firstIndex(where: { Int($0) != nil }) else { return nil }
    let number = parts[place]
    parts[place] = "<n>"
    guard let (title, meaning) = ofNumber[parts.joined(separator: "_")] else { return nil }
    let order = ["1": "commonest", "2": "second", "3": "third"][number] ?? "next"
    return (
      title.replacing("<n>", with: number),
      meaning.replacing("<n>", with: number).replacing("<order>", with: order)
    )
  }
}
