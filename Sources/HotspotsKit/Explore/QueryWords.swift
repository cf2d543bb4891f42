import Interchange

/// How the command is written that repeats an answer of a map to explore, in the terms of whoever makes
/// the map; the map adds the values.
package struct QueryWords: Sendable, Equatable {
  /// The words that every such command begins with: its name, the files of incidents, and how rows are
  /// read and filtered where the map cannot ask for less.
  package var base: [String] = []
  /// For each layer of areas, the words that name it and say how its areas are read.
  package var layers: [[String]] = []
  /// The words at the end, which ask for counts.
  package var count: [String] = []
  /// What stands before a file with a polygon.
  package var within = ""
  /// What stands before the code of an area.
  package var area = ""
  /// What stands before the first day or month, and which of them the map itself was asked for.
  package var from = ""
  /// The first day or month of the map.
  package var periodFrom: String?
  /// What stands before the last day or month.
  package var to = ""
  /// The last day or month of the map.
  package var periodTo: String?
  /// What stands before the name of a category.
  package var category = ""
  /// The categories of the map; empty for all.
  package var categories: [String] = []
  /// What stands before hours of the day.
  package var hours = ""
  /// What stands before days of the week.
  package var days = ""
  /// What stands before the hour at which days begin.
  package var dayStart = ""

  /// Creates words of nothing.
  package init() {}

  /// The words for the script.
  var json: JSONValue {
    func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.text)) }
    return .object([
      .init("base", list(base)), .init("layers", .array(layers.map(list))),
      .init("count", list(count)), .init("within", .text(within)), .init("area", .text(area)),
      .init("from", .text(from)), .init("periodFrom", .optional(periodFrom)),
      .init("to", .text(to)), .init("periodTo", .optional(periodTo)),
      .init("category", .text(category)), .init("categories", list(categories)),
      .init("hours", .text(hours)), .init("days", .text(days)),
      .init("dayStart", .text(dayStart)),
    ])
  }
}
