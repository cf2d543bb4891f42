import Assignment
import Boundaries
import Geometry
import Incidents
import Parts
import Projections

extension StudyMethod {
  /// Counts the rows of a study for a part.
  ///
  /// - Parameter study: The study.
  /// - Returns: The only pass.
  /// - Throws: The errors of files that cannot be read; ``PartFileError/needsIncidents(what:)``.
  package func passes(on study: Study) async throws -> [PartPass] { [try await study.count(self)] }
}

extension Study {
  /// Reads the files once and returns what the methods counted, for a part.
  ///
  /// - Parameter method: The methods.
  /// - Returns: What they counted, joined over the workers.
  /// - Throws: The errors of files that cannot be read; ``PartFileError/needsIncidents(what:)`` for a
  ///   method whose counts do not join.
  package func count<each Method: StudyMethod>(_ method: repeat each Method) async throws
    -> PartPass
  {
    let passes = MethodPasses(repeat each method).all
    var needs = StudyNeeds()
    needs.countsRows = false
    for pass in passes { needs.formUnion(pass.needs) }
    let opened = try await open(needs)
    for pass in passes { try pass.prepare(for: opened) }
    let outcome = try await outcome(of: passes, in: opened)
    observer(.finished(stage: "reading and counting"))
    return try PartPass(joining: outcome, of: passes, in: opened)
  }

  /// Brings back what workers counted: of the files, or of the parts in their place.
  func outcome(
    of passes: [any StudyPass], in opened: OpenedStudy
  ) async throws -> IncidentStream.Outcome<StudyReading.Counted<SinkList>> {
    guard let parts = options.parts else {
      return try await outcome(of: opened) { SinkList(passes) }
    }
    var joined = PartJoin(passes, opened)
    try parts.replayNextPass { pass, files, path in
      do throws(PartError) { try joined.add(pass, files: files) } catch {
        throw PartFileError.damaged(path: path)
      }
      try joined.shorten()
    }
    try opened.stream(try opened.request()).checkNames(of: joined.outcome.shares)
    return joined.outcome
  }

  /// Opens parts in place of files.
  func open(_ parts: PartReplay, _ needs: StudyNeeds) async throws -> OpenedStudy {
    let (filter, dates) = (options.filter, dates(needs))
    let weights = try options.weights?.read()
    let sources = parts.sources.map(IncidentSource.init)
    if needs.outlines && !parts.readsBoundaries {
      throw PartFileError.noOutlines(what: "the result")
    }
    if options.boundaries.keptFields != .none && !parts.readsBoundaries {
      throw PartFileError.noOutlines(what: "a table that keeps fields of the areas")
    }
    var input: AnalysisInput?
    if needs.positions == .assigned, let areas = parts.areas {
      input = try await AnalysisInput(areas, sources: sources, parts, options)
    }
    if needs.areas && input == nil { throw InputError.noBoundaries }
    return OpenedStudy(
      options: options, sources: sources, input: input, dates: dates,
      rules: dates == .none ? .utc : try filter.rules(), weights: weights,
      usesCategories: weights != nil
        || needs.category != .none && sources.allSatisfy { $0.columns[.category] != nil },
      hasWindows: filter.windows != nil || filter.hours != nil, needs: needs, observer: observer)
  }
}

extension AnalysisInput {
  /// Makes the areas of parts: without outlines, or with those of the boundary files.
  ///
  /// - Throws: The errors of boundary files; ``PartFileError/otherBoundaries(path:)``.
  fileprivate init(
    _ areas: PartAreas, sources: [IncidentSource], _ parts: PartReplay, _ options: StudyOptions
  ) async throws {
    let boundaries: BoundaryInput
    var projection: ProjectionPlan
    if parts.readsBoundaries {
      boundaries = try await BoundaryInput.load(options)
      guard PartAreas.digest(of: boundaries) == areas.digest else {
        throw PartFileError.otherBoundaries(path: options.boundaries.paths[0])
      }
      // Files in the system of the incidents are written by the inverse of what the rows went through.
      var box = Box.empty
      for layer in boundaries.layers { box.formUnion(layer.outlines.box) }
      projection = try Self.plan(
        from: areas.incidentsCRS, to: boundaries.crs, over: box, options)
      var recorded = areas.projection
      recorded.approximation = projection.summary.approximation
      guard projection.summary == recorded else {
        throw PartFileError.mismatch(
          path: parts.paths[0], other: options.boundaries.paths[0],
          what: "how coordinates are converted: \(recorded.line) in the part, "
            + "\(projection.summary.line) here")
      }
    } else {
      boundaries = BoundaryInput(areas)
      projection = try ProjectionPlan.choose(from: areas.crs, to: areas.crs)
    }
    projection.summary = areas.projection
    self.init(
      boundaries: boundaries, sources: sources,
      plan: AssignmentPlan(
        projection: projection, approximation: nil, layers: [], snap: options.boundaries.snap),
      accuracyDistance: nil, incidentsCRS: areas.incidentsCRS)
  }
}

extension BoundaryInput {
  /// Makes the areas of a part, without outlines.
  fileprivate init(_ areas: PartAreas) {
    self.init(
      layers: areas.layers.map(BoundaryLayer.init), crs: areas.crs, crsName: areas.crsName,
      areaCounts: areas.areaCounts)
    notes = areas.notes
    studyAreaWarnings = areas.studyAreaWarnings
  }
}
