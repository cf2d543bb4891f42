/// What rows have in common with each other, told from bounded samples.
package struct RowSamples: Sendable, Equatable {
  /// The references of the rows that are neither rejected nor filtered and not without coordinates
  /// where these are needed; blank ones left out.
  package internal(set) var references = DistinctSample()
  /// The positions of all rows that have one, those filtered included: whether positions were moved
  /// to a few places is a property of the files, whatever part of them is asked for.
  package internal(set) var places = DistinctSample()
  /// How many keys were told apart, and the bytes they took, where rows with the key of an earlier
  /// one were set aside.
  package internal(set) var keys: (count: Int, bytes: Int)?

  /// Creates samples of nothing.
  package init() {}

  /// Adds the rows of others.
  mutating func merge(_ other: RowSamples) {
    references.merge(other.references)
    places.merge(other.places)
  }

  /// Whether both are of the same rows.
  package static func == (left: RowSamples, right: RowSamples) -> Bool {
    left.references == right.references && left.places == right.places
      && left.keys?.count == right.keys?.count
  }
}
