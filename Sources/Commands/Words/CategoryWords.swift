import CommandLineKit
import Incidents
import Names

/// Words on categories that were asked for and that no incident has.
enum CategoryWords {
  /// Most categories that are listed.
  private static let shown = 12

  /// Asks whether others are meant: `did you mean 'Robbery'?`; `nil` if none is like them.
  static func question(_ names: [String], known: [String]) -> String? {
    let suggestions = names.flatMap { Suggestion.closest(to: $0, among: known) }
    return suggestions.isEmpty
      ? nil : "did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?"
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
}
