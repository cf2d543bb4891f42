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
  ///   ``IncidentError/noUsableRow(path:read:first:)``,
  ///   ``IncidentError/rejectedRows(count:first:)``, ``AssignmentError`` if too many rows
  ///   were rejected, ``InputError/noTimes(path:)`` if hours are asked for and no row has a time of
  ///   day, other than rows rejected for other reasons.
  package static func check(
    _ tally: RowTally, examples: [RowExample], source: IncidentSource,
    isStrict: Bool, bounds: AssignmentBounds? = nil, dates: DateUse
  ) throws {
    let rejected = tally.reasons(.rejected).values.reduce(0, +)
    let refusals = examples.filter { $0.reason.outcome == .rejected }
    if tally.read == 0 { throw IncidentError.empty(path: source.path) }
    let isAdmitted = bounds?.admits(rejected: rejected, of: tally.read) ?? (rejected < tally.read)
    if rejected == tally.read && !isAdmitted {
      throw IncidentError.noUsableRow(
        path: source.path, read: tally.read,
        first: refusals.first.map { explained($0, tally, source) })
    }
    if isStrict, let first = refusals.first {
      throw IncidentError.rejectedRows(count: rejected, first: first)
    }
    if let bounds, !isAdmitted {
      let commonest = refusals.max {
        (tally[$0.reason], $1.reason.rawValue) < (tally[$1.reason], $0.reason.rawValue)
      }
      let example = commonest.map { explained($0, tally, source) }
      throw AssignmentError.rejected(
        rejected, of: tally.read, most: bounds.mostRejected, example: example?.message ?? "",
        columns: example?.columns)
    }
    let withoutTime = tally[.withoutTime]
    if dates == .hours && withoutTime > 0 && withoutTime + rejected == tally.read {
      throw InputError.noTimes(path: source.path)
    }
  }

  /// Checks that some rows have positions, if positions are needed.
  ///
  /// - Throws: ``IncidentError/noUsableRow(path:read:first:)``.
  package static func checkPositions(
    _ tally: RowTally, examples: [RowExample], source: IncidentSource
  ) throws(IncidentError) {
    let unusable = [RowOutcome.rejected, .withoutCoordinates].flatMap { tally.reasons($0).values }
    if unusable.reduce(0, +) == tally.read {
      throw .noUsableRow(
        path: source.path, read: tally.read,
        first: examples.first.map { explained($0, tally, source) })
    }
  }

  /// Returns the first row of a reason with what most of the coordinates out of range look like.
  private static func explained(
    _ example: RowExample, _ tally: RowTally, _ source: IncidentSource
  ) -> RowExample {
    guard example.reason == .coordinateOutOfRange,
      let (x, y) = source.columns.coordinates
    else { return example }
    let (first, second) = (source.columns.header[x], source.columns.header[y])
    let rows = tally[.coordinateOutOfRange]
    var explained = example
    if tally.outOfRange.exchanged * 2 > rows {
      explained.message += "; with the two exchanged it would be in range"
      explained.columns = "longitude=\(second),latitude=\(first)"
    } else if tally.outOfRange.metres * 2 > rows {
      explained.message += "; '\(first)' and '\(second)' look like metres"
      explained.columns = "easting=\(first),northing=\(second)"
    }
    return explained
  }
}
