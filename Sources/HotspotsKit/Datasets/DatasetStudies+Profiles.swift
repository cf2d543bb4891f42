import HotspotAnalysis

extension DatasetStudies {
  /// Describes areas by the first dataset, and compares all datasets.
  ///
  /// The issues of an area are then also the datasets in which it is among the first three.
  ///
  /// - Parameters:
  ///   - method: What to describe.
  ///   - against: The earlier period that incidents of the first dataset are set beside; `nil` for none.
  /// - Returns: The profiles, with the comparison.
  /// - Throws: ``ComparedPeriodsError`` if the study names no first day, or the files do not cover a
  ///   period; the errors of ``Study/run(_:)``.
  public func compare(
    _ method: AreaProfiles, against: EarlierPeriod? = nil
  ) async throws -> AreaProfiles.Result {
    let own = options[0]
    if against != nil {
      if own.filter.from == nil { throw ComparedPeriodsError.noBeginning }
      guard own.incidents.canBeReadAgain else { throw ComparisonAbsence.pipe }
    }
    var (result, comparison) = try await compare(beside: method)
    result.datasets = comparison
    guard let against else { return result }
    return result.compared(
      try await PeriodChange(by: .area, against: against).run(
        on: Study(own), reusing: result.reading.input))
  }
}
