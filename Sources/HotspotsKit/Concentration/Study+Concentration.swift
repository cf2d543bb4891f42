import HotspotAnalysis

extension Study {
  /// Measures how concentrated incidents are in the period and in an earlier one, of which the table
  /// says what the busiest units held.
  ///
  /// The files are read again for the earlier period, with the same options. Its busiest units are its
  /// own: they need not be those of the period.
  ///
  /// - Parameters:
  ///   - method: What to measure.
  ///   - against: The earlier period.
  /// - Returns: The concentration in the period.
  /// - Throws: ``ComparedPeriodsError`` for periods that cannot be compared, or that the files do not
  ///   cover; ``ComparisonAbsence/pipe``; the errors of ``run(_:)``.
  /// - Complexity: Two passes over the files.
  public func run(
    _ method: Concentration, against: EarlierPeriod
  ) async throws -> Concentration.Result {
    if options.filter.from == nil { throw ComparedPeriodsError.noBeginning }
    guard options.canReadAgain || options.parts != nil else { throw ComparisonAbsence.pipe }
    var result = try await run(method)
    let covered = result.reading.period.covered
    let periods = try ComparedPeriods(
      of: options.filter, against: against, filesEnd: covered?.next)
    try periods.check(covered)
    var plain = method
    plain.resamples = 0
    let earlier = try await again(options.of(periods.earlier), reusing: result.reading.input)
      .run(plain)
    result.earlier = Concentration.Earlier(
      days: periods.earlier, reading: earlier.reading,
      topShares: Dictionary(
        uniqueKeysWithValues: earlier.rows.compactMap { row in
          row.group.amounts.share(ofTop: method.top).map { (row.group.name, $0) }
        }))
    return result
  }

  /// Counts the rows of the period and of an earlier one for a part.
  ///
  /// - Parameters:
  ///   - method: What to measure.
  ///   - against: The earlier period; `nil` for none.
  /// - Returns: A pass for each period.
  /// - Throws: ``ComparedPeriodsError``, also without a last day of the period;
  ///   ``ComparisonAbsence/pipe``; the errors of files that cannot be read.
  package func passes(
    of method: Concentration, against: EarlierPeriod?
  ) async throws -> [PartPass] {
    guard let against else { return try await method.passes(on: self) }
    guard options.canReadAgain || options.parts != nil else { throw ComparisonAbsence.pipe }
    let periods = try ComparedPeriods(of: options.filter, against: against, filesEnd: nil)
    return [
      try await count(method),
      try await again(options.of(periods.earlier), reusing: openedInput).count(method),
    ]
  }
}
