import CommandLineKit

/// How many of the rows must be of use for a result to be one.
struct AssignmentBounds: Sendable {
  /// The least share of the rows left after rejection and filters that must be assigned, in per
  /// cent; absent for more than none.
  var leastAssigned: Double?
  /// The largest share of the rows read that may be rejected, in per cent.
  var mostRejected: Double

  /// Whatever becomes of the rows is a result.
  static let none = AssignmentBounds(leastAssigned: 0, mostRejected: 100)

  /// The share that must be assigned.
  static let minAssigned = Option<Double?>(
    "min-assigned", valueName: "PERCENT",
    help: """
      Write nothing unless so much of the rows that are neither rejected nor filtered is assigned. \
      Without it more than none; 0 allows an empty result
      """,
    section: "Incidents", allowed: "a number from 0 to 100", where: isPercentage)

  /// The share that may be rejected.
  static let maxRejected = Option<Double>(
    "max-rejected", valueName: "PERCENT",
    help: "Write nothing where more of the rows than this have to be rejected",
    section: "Incidents", default: 50, allowed: "a number from 0 to 100",
    where: { isPercentage($0) })

  /// The options that are read here.
  static let specs = [minAssigned.spec, maxRejected.spec]

  private static let isPercentage: @Sendable (Double?) -> Bool = { value in
    value.map { (0...100).contains($0) } ?? true
  }

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    leastAssigned = try arguments.value(of: Self.minAssigned)
    mostRejected = try arguments.value(of: Self.maxRejected)
  }

  private init(leastAssigned: Double?, mostRejected: Double) {
    (self.leastAssigned, self.mostRejected) = (leastAssigned, mostRejected)
  }

  /// Whether nothing at all may be assigned.
  var allowsNothing: Bool { leastAssigned == 0 }

  /// Returns whether so many rejected rows are few enough.
  func admits(rejected: Int, of read: Int) -> Bool {
    Double(rejected) * 100 <= mostRejected * Double(read)
  }

  /// Returns whether so many assigned rows are enough.
  func admits(assigned: Int, of kept: Int) -> Bool {
    guard let leastAssigned else { return assigned > 0 }
    if leastAssigned == 0 { return true }
    return assigned > 0 && Double(assigned) * 100 >= leastAssigned * Double(kept)
  }
}
