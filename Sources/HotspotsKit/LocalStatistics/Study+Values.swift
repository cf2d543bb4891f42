extension Study {
  /// Runs local statistics on ready values of areas, such as rates, in place of incidents.
  ///
  ///     let study = Study(boundaries: ["lsoa.shp"], incidents: [])
  ///     let rates = try await study.run(
  ///       LocalStatistics(), on: ValueFile("rates.csv", column: "per_1000"))
  ///
  /// The areas of the study's first layer are compared, whatever ``LocalStatistics/units`` says. There
  /// are no hotspots, because a table does not tell where in an area anything lies. No incident file
  /// is opened, and no filter applies.
  ///
  /// - Parameters:
  ///   - method: The statistic.
  ///   - file: The table.
  /// - Returns: The statistics. Areas without a value are left out of them and keep their rows.
  /// - Throws: ``InputError/noBoundaries``, ``AreaValuesError``, `IncidentError` for a file that cannot
  ///   be read; the errors of boundary files; ``HotspotAnalysis/LocalStatisticError``.
  /// - Complexity: O(*r* + *m* + *n* log *n*) for *r* rows, *n* areas and *m* pairs of neighbours.
  public func run(
    _ method: LocalStatistics, on file: ValueFile
  ) async throws -> LocalStatistics.Result {
    guard !options.boundaries.paths.isEmpty else { throw InputError.noBoundaries }
    try method.checkPermutations()
    var method = method
    (method.units, method.cellSize, method.findsHotspots) = (.areas, nil, false)
    let boundaries = try await BoundaryInput.load(options)
    let values = try AreaValues(file, for: boundaries.layers[0])
    observer(.finished(stage: "reading"))
    return try method.evaluate(
      values.values, beside: values.chance, grid: nil, options: options, reading: nil,
      table: values, boundaries: boundaries, reconciliation: values.reconciliation,
      observer: observer)
  }
}
