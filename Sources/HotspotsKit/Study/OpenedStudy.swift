package import Incidents

/// A study whose files are open: everything that is known before the first incident is read.
public struct OpenedStudy: Sendable {
  /// The options of the study.
  package let options: StudyOptions
  /// The incident files.
  package let sources: [IncidentSource]
  /// The areas and the assignment of incidents to them; `nil` for a study without areas.
  package let input: AnalysisInput?
  /// The purpose for which dates are read.
  package let dates: DateUse
  /// The rules of the time zone; universal time if no dates are read.
  package let rules: TimeZoneRules
  /// What categories count for; `nil` if each incident counts for one or by a column.
  package let weights: CategoryWeights?
  /// Whether batches carry categories.
  package let usesCategories: Bool
  /// Whether batches carry windows, because hours are filtered or a time of day is required.
  package let hasWindows: Bool
  /// What methods need of each incident.
  package let needs: StudyNeeds
  /// Told what methods do.
  package let observer: StudyObserver

  /// Whether incidents count with their probability of lying in the hours asked for.
  package var usesHours: Bool { options.filter.hours != nil }

  /// The areas, for a method that needs them.
  ///
  /// - Throws: ``InputError/noBoundaries``.
  package func requiredInput() throws(InputError) -> AnalysisInput {
    guard let input else { throw .noBoundaries }
    return input
  }

  /// The areas, for a method that counts by units of them.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``InputError/snapWithCells`` if the units are cells.
  package func requiredInput(
    for units: LocalStatistics.Units
  ) throws(InputError) -> AnalysisInput {
    if units != .areas && options.boundaries.snap > 0 { throw .snapWithCells }
    if units != .areas { try requirePositions() }
    return try requiredInput()
  }

  /// Checks that incidents have positions, for a method that needs more than their areas.
  ///
  /// - Throws: ``InputError/namedAreasWithoutPositions``.
  package func requirePositions() throws(InputError) {
    if options.incidents.areaColumn != nil { throw .namedAreasWithoutPositions }
  }

  /// Whether a row without a position is of no use.
  var needsPositions: Bool {
    input != nil || needs.positions == .required || needs.readsPositions
  }

  /// Reports how many bytes have been read.
  var progress: @Sendable (Int) -> Void { { [observer] in observer(.read(bytes: $0)) } }

  /// The files, as a stream of what a request asks of each row.
  func stream(_ request: IncidentRequest) -> IncidentStream {
    IncidentStream(sources: sources, request: request, threads: options.threads)
  }

  /// What must be read of each row.
  ///
  /// - Throws: ``InputError/noUniqueColumn(path:key:header:)``, ``Incidents/IncidentError`` for columns
  ///   that files lack, ``Incidents/ConditionError``.
  func request() throws -> IncidentRequest {
    let readsTimes = needs.times || (needs.windows && !hasWindows)
    var request = IncidentRequest(
      coordinates: needsPositions || needs.positions == .whereKnown,
      category: usesCategories, start: readsTimes || needs.months, end: readsTimes,
      windows: options.filter.windows?.resolver(rules), filter: options.filter.incidentFilter,
      rules: rules)
    request.keepsUnplaced = needs.positions == .whereKnown
    request.coverage = needs.period
    request.weight = needs.weight && options.usesWeights
    request.categoryWeights = weights
    request.uniqueColumns = try options.incidents.uniqueColumns(of: sources)
    request.samplesRows = true
    request.requiresDate = options.filter.requiresDate
    if let condition = options.filter.condition {
      request.tests = try sources.map {
        try RowTest(condition, columns: $0.columns, path: $0.path)
      }
    }
    if !needs.columns.isEmpty {
      let columns = try needs.columns.map { try options.incidents.columns(named: $0, of: sources) }
      request.labelColumns = sources.indices.map { file in columns.map { $0[file] } }
    }
    if !needs.identities.isEmpty {
      let columns = try needs.identities.map { name in
        try options.incidents.columns(named: name, of: sources)
      }
      request.identityColumns = sources.indices.map { file in columns.map { $0[file] } }
    }
    if !needs.sets.isEmpty {
      request.sets = try sources.map { source in
        try needs.sets.map { try RowTest($0, columns: source.columns, path: source.path) }
      }
    }
    if let name = options.incidents.countColumn {
      request.countColumns = try options.incidents.columns(named: name, of: sources)
    }
    if let name = options.incidents.areaColumn, input != nil {
      request.areaColumns = try options.incidents.columns(named: name, of: sources)
    }
    if needs.location {
      request.textColumns = sources.map { [$0.columns[.location]].compactMap(\.self) }
    }
    return request
  }
}
