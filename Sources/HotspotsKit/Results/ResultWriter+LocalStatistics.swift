import Assignment

extension ResultWriter {
  /// Creates a writer of local statistics.
  ///
  ///     try ResultWriter(statistics).write(statistics.table, to: "clusters.gpkg")
  ///
  /// - Parameters:
  ///   - statistics: The statistics, of incidents or of a ready table.
  ///   - crs: The coordinate system of the files; `nil` for that of the format.
  public init(_ statistics: LocalStatistics.Result, crs: String? = nil) {
    self.init(
      analysisCRS: statistics.boundaries.crs,
      projection: statistics.reading?.input?.plan.projection, options: statistics.options,
      outputCRS: crs)
    members = [.init("reconciliation", statistics.reconciliation.json)]
  }
}
