/// Finds what somebody probably meant who mistyped a name: an option, a category, an area, a column.
package enum Suggestion {
  /// Returns the names nearest to a mistyped one, at most three, in the order given.
  ///
  /// Near means few edits: a letter added, dropped, replaced, or swapped with its neighbour. One
  /// edit is allowed for every two letters typed, at least one and at most four; case is ignored.
  /// If nothing is near, names that begin with the text are returned (`study` for `study-area`), and
  /// if none does, names that hold it.
  ///
  ///     Suggestion.closest(to: "bandwith", among: ["bandwidth", "breaks"])  // ["bandwidth"]
  ///
  /// - Complexity: O(*n* × *m*) for each name, for texts of *n* and *m* characters.
  package static func closest(to text: String, among names: [String]) -> [String] {
    let typed = Array(text.lowercased())
    guard !typed.isEmpty else { return [] }
    var least = min(max(typed.count / 2, 1), 4)
    var nearest: [String] = []
    for name in names {
      let letters = Array(name.lowercased())
      guard abs(letters.count - typed.count) <= least else { continue }
      let distance = editDistance(typed, letters)
      if distance < least { nearest = [] }
      if distance <= least, !nearest.contains(name) {
        least = distance
        nearest.append(name)
      }
    }
    if !nearest.isEmpty { return Array(nearest.prefix(3)) }
    guard typed.count >= 3 else { return [] }
    let lowered = text.lowercased()
    for fits in [{ $0.hasPrefix(lowered) }, { $0.contains(lowered) }] as [(String) -> Bool] {
      let matches = names.filter { fits($0.lowercased()) }.uniqued()
      if !matches.isEmpty { return Array(matches.prefix(3)) }
    }
    return []
  }

  /// Lists what there is, as help for a mistyped name: `'Burglary', 'Robbery' and 12 more`.
  ///
  /// - Parameters:
  ///   - names: What there is.
  ///   - most: The most that are named.
  /// - Returns: The names in quotes.
  package static func list(_ names: [String], most: Int = 20) -> String {
    let shown = names.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
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
  package static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
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

extension [String] {
  /// The elements without later repetitions.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
