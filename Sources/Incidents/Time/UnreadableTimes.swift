/// How many fields of copied rows hold something that is no time.
package struct UnreadableTimes: Sendable, Equatable {
  /// Of those that say when incidents happened or began.
  package var start = 0
  /// Of those that say when they ended.
  package var end = 0
  /// How many of both could be days of two months, and nothing tells which comes first.
  package var undecided = 0

  /// Creates counts of nothing.
  package init() {}

  /// Adds the counts of other rows.
  package mutating func merge(_ other: UnreadableTimes) {
    start += other.start
    end += other.end
    undecided += other.undecided
  }
}
