/// How many of the rows must be usable for a result to be returned.
public struct AssignmentBounds: Sendable {
  /// The minimum share of the rows left after rejection and filters that must be assigned, in per
  /// cent; `nil` for at least one row.
  public var leastAssigned: Double?
  /// The maximum share of the rows read that may be rejected, in per cent.
  public var mostRejected: Double

  /// No limits.
  public static let none = AssignmentBounds(leastAssigned: 0, mostRejected: 100)

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - leastAssigned: The minimum share that must be assigned, in per cent; `nil` for at least
  ///     one row.
  ///   - mostRejected: The maximum share that may be rejected, in per cent.
  public init(leastAssigned: Double? = nil, mostRejected: Double = 50) {
    (self.leastAssigned, self.mostRejected) = (leastAssigned, mostRejected)
  }

  /// Whether nothing at all may be assigned.
  package var allowsNothing: Bool { leastAssigned == 0 }

  /// Returns whether so many rejected rows are few enough.
  package func admits(rejected: Int, of read: Int) -> Bool {
    Double(rejected) * 100 <= mostRejected * Double(read)
  }

  /// Returns whether so many assigned rows are enough.
  package func admits(assigned: Int, of kept: Int) -> Bool {
    guard let leastAssigned else { return assigned > 0 }
    if leastAssigned == 0 { return true }
    return assigned > 0 && Double(assigned) * 100 >= leastAssigned * Double(kept)
  }
}
