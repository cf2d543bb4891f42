/// What is said of numbers of incidents that count with the part of their time window in some hours.
package enum EstimateWords {
  /// How the number came about.
  package static let full = "estimated from time windows"
  /// The same where there is little room.
  package static let short = "estimated"
}
