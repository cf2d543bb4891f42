import Cartography

/// Counts as sentences have them: small ones in words.
package enum CountWords {
  /// Returns a count for the middle of a sentence: `three`, `11`, `1,200`.
  package static func lower(_ count: Int) -> String {
    names.indices.contains(count) ? names[count] : NumberWords.grouped(count)
  }

  /// Returns a count for the beginning of a sentence: `Three`, `11`.
  package static func upper(_ count: Int) -> String {
    let word = lower(count)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Returns a list as sentences have it: `a, b and c`.
  package static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static let names = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
}
