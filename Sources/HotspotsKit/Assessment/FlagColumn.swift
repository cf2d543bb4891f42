import Incidents

/// A column that lists what flags an incident has: `alcohol; domestic`.
package struct FlagColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// The flags that ten or more incidents have, the most frequent first, with their incidents.
  package let flags: [(name: String, incidents: Int)]

  /// The words by which the column is known.
  static let words: Set<String> = ["flag", "flags", "marker", "markers", "qualifier", "qualifiers"]

  /// The most sets that are made of flags.
  private static let mostSets = 6

  /// Tells the flags of a counted column apart; `nil` if fewer than two are frequent enough.
  ///
  /// A flag whose name is a part of another's is left out: no condition on the text tells them apart.
  init?(_ name: String, _ counts: CrossCounts.Result) {
    var incidents: [String: Int] = [:]
    for cell in counts.cells where cell.keys[0] >= 0 {
      let flags = counts.labels[0][cell.keys[0]].split { ";|,".contains($0) }.map(Self.trimmed)
      for flag in Set(flags) where !flag.isEmpty { incidents[flag, default: 0] += cell.incidents }
    }
    let frequent = incidents.filter { flag, count in
      count >= SmallNumbers.fewest && Self.canBeAsked(flag)
        && !incidents.keys.contains { $0 != flag && $0.contains(flag) }
    }
    self.name = name
    flags = frequent.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    if flags.count < Overlaps.setCounts.lowerBound { return nil }
  }

  /// The sets of the most frequent flags.
  package var sets: [IncidentSet] {
    conditions.compactMap { set in
      (try? Condition(set.condition)).map { IncidentSet(set.name, $0) }
    }
  }

  /// The sets with their conditions as text.
  package var conditions: [(name: String, condition: String)] {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber }
    let column = isPlain ? name : "`\(name)`"
    return flags.prefix(Self.mostSets).map { ($0.name, "\(column) like '%\($0.name)%'") }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed()).lowercased()
  }

  /// Whether a condition can ask for a flag: without signs that mean something there.
  private static func canBeAsked(_ flag: String) -> Bool {
    flag.allSatisfy { $0.isLetter || $0.isNumber || " -/".contains($0) }
  }
}
