import CommandLineKit
import Incidents

/// Words on categories that were asked for and that no incident has.
enum CategoryWords {
  /// Most categories that are listed.
  private static let shown = 12

  /// Returns the categories asked for that are not among those met, in the order asked.
  static func unknown(_ asked: [String], met: [String]) -> [String] {
    let keys = Set(met.map { CategoryName.columnKey($0) })
    return asked.filter {
      !keys.contains(CategoryName.columnKey(CategoryName.canonical($0)))
    }
  }

  /// Says that no incident has a category, and which one is probably meant.
  static func absence(of name: String, known: [String]) -> String {
    "no incident has the category '\(name)'"
      + Suggestion.question(Suggestion.closest(to: name, among: known))
  }

  /// Lists categories; `not_recorded` for the blank one.
  static func list(_ names: [String]) -> String {
    let labels = names.map { $0.isEmpty ? CategoryName.columnKey($0) : $0 }
    let first = labels.prefix(shown).map { "'\($0)'" }.joined(separator: ", ")
    return labels.count > shown ? "\(first) and \(labels.count - shown) more" : first
  }

  /// Warns of categories to keep or to leave out that no incident has.
  static func warn(of options: InputOptions, met: [String], in console: Console) {
    for name in unknown(options.categories + options.excludedCategories, met: met) {
      console.warn(absence(of: name, known: met))
    }
  }
}
