/// How many incidents a pattern needs.
package enum SmallNumbers {
  /// Nothing is made of fewer incidents than these: no sentence, no rank, no category that stands out.
  ///
  /// Of ten incidents, chance alone moves a count by a third.
  package static let fewest = 10
}
