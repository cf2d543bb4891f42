import Boundaries
import HotspotAnalysis
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
  ///   different references of all files, and the different positions of one: 7 bytes for each, and 4
  ///   more where references or positions repeat.
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
    var inspector = IncidentInspector(
      options: unfiltered, boundaries: boundaries.flatMap { $0.unfitness == nil ? $0 : nil },
      observer: observer)
    // What the topology of the layers took is not needed again.
    if boundaries != nil { FreedMemory.giveBack() }
    var incidents: [IncidentFileInspection] = []
    let parts = try IncidentParts(
      options.incidents.paths, headerLine: options.incidents.headerRow
    ).parts
    var references = HashCount()
    for part in parts {
      let (file, own) = try await inspector.inspect(part)
      incidents.append(file)
      if parts.count > 1 { for count in own { references.merge(count) } }
    }
    return Inspection(
      incidents: incidents, layers: layers ?? [],
      repeats: try InputError.repeats(among: parts, options),
      findings: parts.flatMap { Finding.leftOut($0.leftOut) },
      together: incidents.count == 1 ? incidents[0].ids : references.summary)
  }
}
