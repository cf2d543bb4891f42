import Boundaries
import Incidents

extension Study {
  /// Examines the files of the study: what is in them, and whether they are fit to use.
  ///
  /// Every row counts, whatever the filter. Incidents are assigned to the layers if both are there and
  /// lengths can be measured in the layers' system.
  ///
  /// - Returns: An inspection of each file and each layer.
  /// - Throws: ``InputError``; the errors of file readers, such as `IncidentError`, for files that
  ///   cannot be read at all.
  /// - Complexity: O(*n*) for *n* bytes of incidents, divided among the threads. Memory grows with the
  ///   different references and positions: 16 bytes for each.
  public func inspect() async throws -> Inspection {
    let gridFolders = options.coordinates.gridFolders
    let boundaries =
      options.boundaries.paths.isEmpty
      ? nil : try await BoundaryInput.load(options, needsMetres: false)
    let layers = try boundaries.map { input in
      try input.layers.indices.map { try LayerInspection($0, of: input, gridFolders: gridFolders) }
    }
    var unfiltered = options
    unfiltered.filter = StudyFilter()
    unfiltered.filter.timeZone = options.filter.timeZone
    unfiltered.incidents.uniqueKey = nil
    let inspector = IncidentInspector(
      options: unfiltered, boundaries: boundaries.flatMap { $0.unfitness == nil ? $0 : nil },
      observer: observer)
    var incidents: [IncidentFileInspection] = []
    let parts = try IncidentParts(
      options.incidents.paths, headerLine: options.incidents.headerRow
    ).parts
    for part in parts { incidents.append(try await inspector.inspect(part)) }
    return Inspection(
      incidents: incidents, layers: layers ?? [],
      repeats: try InputError.repeats(among: parts, options),
      findings: parts.flatMap { Finding.leftOut($0.leftOut) })
  }
}
