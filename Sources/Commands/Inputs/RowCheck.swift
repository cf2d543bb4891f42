import Incidents

/// Refuses a dataset of which nothing can be used.
enum RowCheck {
  /// Checks what became of all rows.
  ///
  /// - Parameters:
  ///   - tally: The rows by reason.
  ///   - examples: The first row of each reason.
  ///   - path: The first file, for messages.
  ///   - isStrict: Whether a rejected row is an error.
  ///   - dates: What dates were read for.
  /// - Throws: ``IncidentError/empty(path:)``, ``IncidentError/noUsableRow(path:read:firstRefusal:)``,
  ///   ``IncidentError/rejectedRows(count:firstRefusal:)``, ``InputError/noTimes(path:)`` where hours
  ///   are asked for and no row that was not refused for another reason has one.
  static func check(
    _ tally: RowTally, examples: [(reason: RowReason, message: String)], path: String,
    isStrict: Bool, dates: DateUse
  ) throws {
    let rejected = tally.reasons(.rejected).values.reduce(0, +)
    let first = examples.first { $0.reason.outcome == .rejected }?.message
    if tally.read == 0 { throw IncidentError.empty(path: path) }
    if rejected == tally.read {
      throw IncidentError.noUsableRow(path: path, read: tally.read, firstRefusal: first)
    }
    if isStrict, let first {
      throw IncidentError.rejectedRows(count: rejected, firstRefusal: first)
    }
    let withoutTime = tally[.withoutTime]
    if dates == .hours && withoutTime > 0 && withoutTime + rejected == tally.read {
      throw InputError.noTimes(path: path)
    }
  }
}
