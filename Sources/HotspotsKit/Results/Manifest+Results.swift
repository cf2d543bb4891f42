extension Manifest {
  /// Creates a record of local statistics, of incidents or of a ready table.
  ///
  /// - Parameters:
  ///   - statistics: The statistics.
  ///   - digests: The digests of the files, as ``InputWatch/seal()`` returns them.
  ///   - command: What was run.
  public init(
    of statistics: LocalStatistics.Result, digests: FileDigests = FileDigests(),
    command: String = "study"
  ) {
    self.init(
      command: command, options: [], incidents: statistics.files,
      boundaries: statistics.boundaries.files + (statistics.reading?.weightFiles ?? []),
      digests: digests,
      chosen: statistics.choices.members, projection: statistics.reading?.projection,
      reconciliations: [statistics.reconciliation], outputs: [],
      warnings: statistics.findings.filter(\.isWarning).map(\.description))
  }

  /// Creates a record of the ratio of two densities, with the files of both studies.
  ///
  /// - Parameters:
  ///   - ratio: The ratio.
  ///   - digests: The digests of the files, as ``InputWatch/seal()`` returns them.
  ///   - command: What was run.
  public init(
    of ratio: RelativeDensity.Result, digests: FileDigests = FileDigests(),
    command: String = "study"
  ) {
    self.init(
      of: ratio.reading, choices: ratio.choices, findings: ratio.findings, digests: digests,
      command: command)
    incidents += ratio.compared.files
  }
}
