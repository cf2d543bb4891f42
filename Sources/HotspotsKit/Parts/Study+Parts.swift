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

/// Joins what parts hold of one pass.
private struct PartJoin {
  private(set) var outcome: IncidentStream.Outcome<StudyReading.Counted<SinkList>>
  private let passes: [any StudyPass]
  private let opened: OpenedStudy

  init(_ passes: [any StudyPass], _ opened: OpenedStudy) {
    self.passes = passes
    self.opened = opened
    outcome = .init(
      shares: [], tally: RowTally(), rowsByFile: opened.sources.map { _ in 0 }, examples: [])
  }

  /// Adds the pass of a part.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - files: The place of each of its files among the study's.
  /// - Throws: `PartError` for a pass that is not of this study.
  mutating func add(_ pass: PartPass, files: [Int]) throws(PartError) {
    guard pass.shares.count == passes.count, files.count == pass.rowsByFile.count,
      pass.placements.count == max(1, opened.input?.boundaries.layers.count ?? 1)
    else { throw .inconsistent("counts of other methods or layers") }
    for (file, rows) in zip(files, pass.rowsByFile) { outcome.rowsByFile[file] += rows }
    outcome.tally.merge(pass.tally)
    guard outcome.tally.read <= RowTally.largestCount else {
      throw .inconsistent("more rows than can be added up")
    }
    outcome.examples = Self.first(of: outcome.examples + pass.examples)
    var values: [any Sendable] = []
    let countsIncidents = opened.options.incidents.countColumn != nil
    let assigned = pass.placements.map { countsIncidents ? $0.incidents.assigned : $0.assigned }
    try pass.study.check(
      usesHours: opened.usesHours,
      categories: opened.weights == nil ? nil : pass.categories.count, assigned: assigned)
    for (method, bytes) in zip(passes, pass.shares) {
      values.append(
        try method.decoded(
          StudyShare(value: bytes, categories: pass.categories, labels: pass.labels), in: opened,
          assigned: assigned))
    }
    outcome.shares.append(
      .init(
        result: .init(
          sink: ValuePack(pass.study, values), tallies: pass.placements,
          whereabouts: Whereabouts(layers: pass.placements.count)),
        categories: pass.categories, labels: pass.labels))
  }

  /// Joins shares when there are many, so that memory does not grow with the parts.
  mutating func shorten() throws {
    guard outcome.shares.count >= Self.sharesAtOnce else { return }
    let pass = try PartPass(joining: outcome, of: passes, in: opened)
    outcome = .init(
      shares: [], tally: RowTally(), rowsByFile: outcome.rowsByFile.map { _ in 0 }, examples: [])
    try add(pass, files: Array(opened.sources.indices))
  }

  /// How many parts are held at a time.
  private static let sharesAtOnce = 32

  /// Keeps one row of each reason, whatever the order in which they come.
  private static func first(of examples: [RowExample]) -> [RowExample] {
    var kept: [RowReason: RowExample] = [:]
    for example in examples {
      if let other = kept[example.reason], other.message <= example.message { continue }
      kept[example.reason] = example
    }
    return RowReason.allCases.compactMap { kept[$0] }
  }
}

extension PartPass {
  /// Joins what workers, or parts, brought back.
  ///
  /// - Throws: ``PartFileError/needsIncidents(what:)`` for a method whose counts do not join.
  fileprivate init(
    joining outcome: IncidentStream.Outcome<StudyReading.Counted<SinkList>>,
    of passes: [any StudyPass], in opened: OpenedStudy
  ) throws(PartFileError) {
    let shares = outcome.shares
    let study = StudyTally.Counts.joined(
      shares.map {
        StudyShare(value: $0.result.sink.values.0, categories: $0.categories, labels: $0.labels)
      }, usesHours: opened.usesHours, countsCategories: opened.weights != nil,
      layers: shares[0].result.tallies.count)
    var placements = shares[0].result.tallies.map { _ in PlacementTally() }
    for share in shares {
      for (layer, tally) in share.result.tallies.enumerated() { placements[layer].merge(tally) }
    }
    var encoded: [[UInt8]] = []
    for (number, pass) in passes.enumerated() {
      let joined = try pass.encoded(
        shares.map {
          StudyShare(
            value: $0.result.sink.values.1[number], categories: $0.categories, labels: $0.labels)
        })
      precondition(
        joined.categories == study.categories && joined.labels == study.labels,
        "PartPass: methods number categories or labels in different ways")
      encoded.append(joined.value)
    }
    self.init(
      sources: opened.sources.map(SourceFacts.init), rowsByFile: outcome.rowsByFile,
      tally: outcome.tally, examples: outcome.examples, placements: placements, study: study.value,
      categories: study.categories, labels: study.labels, shares: encoded)
    areas = opened.options.parts?.areas ?? opened.input.map(PartAreas.init)
    reconciliations = placements.indices.map { layer in
      Reconciliation(
        layer: opened.input?.boundaries.layers[layer].name, outcome.tally, placements[layer],
        distance: nil, countsIncidents: opened.options.incidents.countColumn != nil,
        expected: opened.usesHours && layer < study.value.expected.count
          ? study.value.expected[layer].expected : nil)
    }
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
