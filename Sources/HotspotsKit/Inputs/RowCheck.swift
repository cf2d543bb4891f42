package import Incidents

/// Rejects a dataset of which nothing, or too little, can be used.
package enum RowCheck {
  /// Checks what became of all rows.
  ///
  /// - Parameters:
  ///   - tally: The rows by reason.
  ///   - examples: The first row of each reason.
  ///   - source: The first file, for messages.
  ///   - isStrict: Whether a rejected row is an error.
  ///   - bounds: How many rows may be rejected.
  ///   - dates: What dates were read for.
  /// - Throws: ``IncidentError/empty(path:)``,
  ///   ``IncidentError/noUsableRow(path:read:firstRefusal:)``,
  ///   ``IncidentError/rejectedRows(count:firstRefusal:)``, ``AssignmentError`` if too many rows
  ///   were rejected, ``InputError/noTimes(path:)`` if hours are asked for and no row has a time of
  ///   day, other than rows rejected for other reasons.
  package static func check(
    _ tally: RowTally, examples: [(reason: RowReason, message: String)], source: IncidentSource,
    isStrict: Bool, bounds: AssignmentBounds? = nil, dates: DateUse
  ) throws {
    let rejected = tally.reasons(.rejected).values.reduce(0, +)
    let refusals = examples.filter { $0.reason.outcome == .rejected }
    if tally.read == 0 { throw IncidentError.empty(path: source.path) }
    let isAdmitted = bounds?.admits(rejected: rejected, of: tally.read) ?? (rejected < tally.read)
    if rejected == tally.read && !isAdmitted {
      throw IncidentError.noUsableRow(
        path: source.path, read: tally.read,
        firstRefusal: refusals.first.map { words(for: $0, tally, source) })
    }
    if isStrict, let first = refusals.first {
      throw IncidentError.rejectedRows(count: rejected, firstRefusal: first.message)
    }
    if let bounds, !isAdmitted {
      let commonest = refusals.max {
        (tally[$0.reason], $1.reason.rawValue) < (tally[$1.reason], $0.reason.rawValue)
      }
      throw AssignmentError.rejected(
        rejected, of: tally.read, most: bounds.mostRejected,
        example: commonest.map { words(for: $0, tally, source) } ?? "")
    }
    let withoutTime = tally[.withoutTime]
    if dates == .hours && withoutTime > 0 && withoutTime + rejected == tally.read {
      throw InputError.noTimes(path: source.path)
    }
  }

  /// Checks that some rows have positions, if positions are needed.
  ///
  /// - Throws: ``IncidentError/noUsableRow(path:read:firstRefusal:)``.
  package static func checkPositions(
    _ tally: RowTally, examples: [(reason: RowReason, message: String)], source: IncidentSource
  ) throws(IncidentError) {
    let unusable = [RowOutcome.rejected, .withoutCoordinates].flatMap { tally.reasons($0).values }
    if unusable.reduce(0, +) == tally.read {
      throw .noUsableRow(
        path: source.path, read: tally.read,
        firstRefusal: examples.first.map { words(for: $0, tally, source) })
    }
  }

  /// Describes the first row of a reason, and what most of the coordinates out of range look like.
  private static func words(
    for example: (reason: RowReason, message: String), _ tally: RowTally, _ source: IncidentSource
  ) -> String {
    guard example.reason == .coordinateOutOfRange,
      let (x, y) = source.columns.coordinates
    else { return example.message }
    let (first, second) = (source.columns.header[x], source.columns.header[y])
    let rows = tally[.coordinateOutOfRange]
    if tally.outOfRange.exchanged * 2 > rows {
      return "\(example.message); with the two exchanged it would be in range, as with "
        + "longitude=\(second),latitude=\(first)"
    }
    if tally.outOfRange.metres * 2 > rows {
      return "\(example.message); '\(first)' and '\(second)' look like metres, which "
        + "easting=\(first),northing=\(second) reads"
    }
    return example.message
  }
}
