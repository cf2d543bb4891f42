/// The first row of the input that is not assigned for some reason.
package struct RowExample: Sendable, Equatable {
  /// Why it is not assigned.
  package var reason: RowReason
  /// Where it stands and why it is not assigned: `march.csv:17: a coordinate is not a number`.
  package var message: String
  /// The columns by which it could be read, as `longitude=Lon,latitude=Lat`; `nil` if none are known.
  package var columns: String?

  /// Creates an example.
  package init(_ reason: RowReason, message: String) {
    self.reason = reason
    self.message = message
  }
}
