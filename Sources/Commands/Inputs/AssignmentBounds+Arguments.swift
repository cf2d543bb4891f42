import CommandLineKit
import HotspotsKit

extension AssignmentBounds {
  /// The share that must be assigned.
  static let minAssigned = Option<Double?>(
    "min-assigned", valueName: "PERCENT",
    help: """
      Fail, and write nothing, unless at least this percentage of the rows that are neither rejected \
      nor filtered is assigned. By default one row is enough; 0 allows an empty result
      """,
    section: "Incidents", allowed: "a number from 0 to 100", where: isPercentage)

  /// The share that may be rejected.
  static let maxRejected = Option<Double>(
    "max-rejected", valueName: "PERCENT",
    help: "Fail, and write nothing, if more than this percentage of the rows is rejected",
    section: "Incidents", default: 50, allowed: "a number from 0 to 100",
    where: { isPercentage($0) })

  /// The options that are read here.
  static let specs = [minAssigned.spec, maxRejected.spec]

  private static let isPercentage: @Sendable (Double?) -> Bool = { value in
    value.map { (0...100).contains($0) } ?? true
  }

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init(
      leastAssigned: try arguments.value(of: Self.minAssigned),
      mostRejected: try arguments.value(of: Self.maxRejected))
  }
}
