import Assignment
import HotspotAnalysis

extension Study {
  /// Describes areas, and sets their incidents beside those of an earlier period.
  ///
  /// - Parameters:
  ///   - method: What to describe.
  ///   - against: The earlier period.
  /// - Returns: The profiles with the change of each area.
  /// - Throws: ``ComparedPeriodsError`` if the study names no first day, or the files do not cover a
  ///   period; the errors of ``run(_:)``.
  /// - Complexity: Three passes over the files, and a fourth where the study names no last day.
  public func run(
    _ method: AreaProfiles, against: EarlierPeriod
  ) async throws -> AreaProfiles.Result {
    if options.filter.from == nil { throw ComparedPeriodsError.noBeginning }
    guard options.incidents.canBeReadAgain else { throw ComparisonAbsence.pipe }
    let result = try await run(method)
    return result.compared(
      try await PeriodChange(by: .area, against: against).run(
        on: again(options, reusing: nil), reusing: result.reading.input))
  }
}

extension AreaProfiles.Result {
  /// Returns the profiles with the change of each area.
  ///
  /// - Parameter changes: The incidents of both periods by area, of a study of the same areas and of the
  ///   same period.
  /// - Returns: The profiles.
  public func compared(_ changes: PeriodChange.Result) -> AreaProfiles.Result {
    precondition(
      changes.method.grouping == .area && changes.rows.count == counts.totals.count + 1,
      "AreaProfiles: a change of other areas")
    var result = self
    result.changes = changes
    return result
  }
}
