/// Finds what a user probably meant.
package enum Suggestion {
  /// Returns the names nearest to a mistyped one, at most three, in the order given.
  ///
  /// Near means few edits: a letter added, dropped, replaced, or swapped with its neighbour. One
  /// edit is allowed for every two letters typed, at least one and at most four; case is ignored.
  /// If nothing is near, names that begin with the text are returned (`--study` for
  /// `--study-area`).
  ///
  ///     Suggestion.closest(to: "bandwith", among: ["bandwidth", "breaks"])  // ["bandwidth"]
  ///
  /// - Complexity: O(*n* × *m*) for each name, for texts of *n* and *m* characters.
  package static func closest(to text: String, among names: [String]) -> [String] {
    let typed = Array(text.lowercased())
    guard !typed.isEmpty else { return [] }
    let mostEdits = min(max(typed.count / 2, 1), 4)
    let distances = names.map { editDistance(typed, Array($0.lowercased())) }
    if let least = distances.min(), least <= mostEdits {
      return Array(zip(names, distances).filter { $0.1 == least }.map(\.0).prefix(3))
    }
    guard typed.count >= 3 else { return [] }
    return Array(names.filter { $0.lowercased().hasPrefix(text.lowercased()) }.prefix(3))
  }

  /// Formats suggestions as the end of an error's first line: "; did you mean 'areas'?".
  ///
  /// Returns an empty text if there are none.
  package static func question(_ suggestions: [String]) -> String {
    guard !suggestions.isEmpty else { return "" }
    return "; did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?"
  }

  /// Counts the edits between two texts: letters added, dropped, replaced, or neighbours swapped.
  ///
  /// This is the optimal string alignment distance, in which no part is edited twice.
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let isSame = first[row - 1] == second[column - 1]
        var least = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          least = min(least, beforePrevious[column - 2] + 1)
        }
        current.append(least)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count]
  }
}
