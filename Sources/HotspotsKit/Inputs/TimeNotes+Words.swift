import Cartography
package import Incidents
package import Interchange

extension TimeNotes {
  /// What was noticed, in words for each thing that occurred.
  ///
  /// - Parameter rule: What was done with incidents that end before they start.
  /// - Returns: One phrase for each.
  package func words(rules rule: ReversedWindowRule) -> [String] {
    let reversedWords =
      switch rule {
      case .start: "the start is used"
      case .swap: "start and end are exchanged"
      case .reject: "rejected"
      }
    return [
      (withoutEnd, "without an end", "the whole weight is at the start"),
      (reversed, "ending before the start", reversedWords),
      (wholeDays, "with a day and no time", "the whole day counts"),
      (
        nonexistent, "with a time that the clocks were put forward over",
        "the first instant after it is used"
      ),
      (
        ambiguous, "with a time that occurs twice because the clocks were put back",
        "the first is used unless the end would precede the start"
      ),
      (
        overWeek, "with a window of more than a week", "each hour counts as often as it comes round"
      ),
    ].filter { $0.0 > 0 }.map { count, what, done in
      "\(NumberWords.grouped(count)) \(what): \(done)"
    }
  }

  /// What was noticed, for the manifest.
  package var json: JSONValue {
    .object([
      .init("without_end", .integer(withoutEnd)), .init("reversed", .integer(reversed)),
      .init("whole_days", .integer(wholeDays)), .init("nonexistent", .integer(nonexistent)),
      .init("ambiguous", .integer(ambiguous)), .init("over_week", .integer(overWeek)),
    ])
  }
}
