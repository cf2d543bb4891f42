package import Assignment
import Incidents
import Synchronization

/// Incidents in areas, read from files, on which methods run.
///
///     let study = Study(boundaries: ["lsoa.shp"], incidents: ["march.csv"])
///     let (areas, hours) = try await study.run(AreaCounts(), AoristicHours())
///     areas.table        // a row for each area
///
/// All methods of one run share one pass over the files: each row is read, projected and assigned
/// once. Areas, projection and indexes are kept for later runs. Memory does not grow with the
/// number of rows.
public final class Study: Sendable {
  /// The options of the study.
  public let options: StudyOptions

  let observer: StudyObserver
  private let input: Mutex<AnalysisInput?>

  /// Creates a study; nothing is read before it runs.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - observer: Called with progress, on any thread.
  public convenience init(
    _ options: StudyOptions, observer: @escaping StudyObserver = { _ in }
  ) {
    self.init(options, reusing: nil, observer: observer)
  }

  /// Creates a study of all incidents in files.
  ///
  /// - Parameters:
  ///   - boundaries: The boundary files, one for each layer; none if positions do not matter.
  ///   - incidents: The incident files.
  ///   - filter: Which incidents count.
  public convenience init(
    boundaries: BoundaryFiles = [], incidents: IncidentFiles, filter: StudyFilter = StudyFilter()
  ) {
    var options = StudyOptions(boundaries: boundaries, incidents: incidents)
    options.filter = filter
    self.init(options)
  }

  /// Creates a study.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - earlier: The inputs of an earlier run on the same boundaries, whose areas and indexes are
  ///     reused, and the projection too where incidents are in the same system; the incident files are
  ///     opened again.
  ///   - observer: Called with progress, on any thread.
  package init(
    _ options: StudyOptions, reusing earlier: AnalysisInput?,
    observer: @escaping StudyObserver = { _ in }
  ) {
    self.options = options
    self.observer = observer
    input = Mutex(earlier)
  }

  /// The inputs of the last run, whose areas other studies may reuse; `nil` before there are any.
  var openedInput: AnalysisInput? { input.withLock { $0 } }

  /// Returns a study of the same files with other options, whose stages are no stages of the caller's.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - input: The inputs of an earlier run, whose areas are reused; `nil` to read them.
  /// - Returns: The study.
  func again(_ options: StudyOptions, reusing input: AnalysisInput?) -> Study {
    Study(options, reusing: input) { [observer] event in
      if case .read = event { observer(event) }
    }
  }

  /// Reads the files once and runs the methods on their incidents.
  ///
  /// - Parameter method: The methods.
  /// - Returns: Their results, in the order of the methods.
  /// - Throws: ``InputError`` and ``AssignmentError`` for unusable inputs; the errors of file
  ///   readers, such as `IncidentError`; the errors of the methods.
  /// - Complexity: O(*n*) for *n* bytes of incidents, divided among the threads, plus the
  ///   complexity of the methods.
  public func run<each Method: StudyMethod>(
    _ method: repeat each Method
  ) async throws -> (repeat (each Method).Result) {
    let passes = MethodPasses(repeat each method)
    try await run(passes.all)
    return passes.results
  }

  /// Reads the files once and runs the methods of some passes, whose types are erased, on their incidents.
  func run(_ passes: [any StudyPass]) async throws {
    var needs = StudyNeeds()
    needs.countsRows = false
    for pass in passes { needs.formUnion(pass.needs) }
    let opened = try await open(needs)
    for pass in passes { try pass.prepare(for: opened) }
    let (reading, shares) = try StudyReading.settle(
      opened, try await outcome(of: passes, in: opened))
    observer(.finished(stage: "reading and counting"))
    for share in shares {
      for (pass, value) in zip(passes, share.value) {
        pass.take(
          StudyShare(value: value, categories: share.categories, labels: share.labels))
      }
    }
    for pass in passes { try await pass.finish(reading) }
  }

  // MARK: - The two steps of a run

  /// Opens the files and prepares everything that is known before the first incident is read.
  ///
  /// - Parameter needs: What methods need of each incident.
  /// - Returns: The opened study.
  /// - Throws: ``IncidentError``, ``BoundaryError``, ``ProjectionError``, ``InputError``,
  ///   ``DateOrderError``, ``TimeZoneError``, ``Incidents/CategoryWeightsError``.
  package func open(_ needs: StudyNeeds) async throws -> OpenedStudy {
    if let parts = options.parts { return try await open(parts, needs) }
    let (filter, dates) = (options.filter, dates(needs))
    let weights = try options.weights?.read()
    let rules = dates == .none ? .utc : try filter.rules()
    var sources: [IncidentSource]
    let known = input.withLock { $0 }
    let isAssigned = needs.positions == .assigned && !options.boundaries.paths.isEmpty
    if !isAssigned {
      if needs.areas { throw InputError.noBoundaries }
      sources = try AnalysisInput.openSources(
        options, dates: dates,
        needsPosition: needs.positions == .required || needs.positions == .whereKnown
          || needs.readsPositions)
    } else {
      let prepared =
        if let known { try known.reopened(options, dates: dates) } else {
          try await AnalysisInput.prepare(
            options, dates: dates, reportsAccuracy: options.reportsAccuracy)
        }
      input.withLock { $0 = prepared }
      sources = prepared.sources
    }
    if options.incidents.countColumn != nil {
      if filter.hours != nil { throw InputError.countsWithHours }
      if needs.countsRows { throw InputError.countsForRows }
    }
    let uncategorised = sources.first { $0.columns[.category] == nil }
    if needs.category == .required || weights != nil, let uncategorised {
      throw IncidentError.missingColumns(
        path: uncategorised.path,
        needed: weights == nil ? "a category to group by" : "a category to weigh by",
        header: uncategorised.columns.header)
    }
    if needs.months || filter.requiresDate,
      let undated = sources.first(where: { $0.columns.time == nil })
    {
      throw IncidentError.missingColumns(
        path: undated.path, needed: "a date or month to group by", header: undated.columns.header)
    }
    return OpenedStudy(
      options: options, sources: sources,
      input: isAssigned ? input.withLock { $0 } : nil, dates: dates,
      rules: rules, weights: weights,
      usesCategories: weights != nil || needs.category != .none && uncategorised == nil,
      hasWindows: filter.windows != nil || filter.hours != nil, needs: needs, observer: observer)
  }

  /// Reads all incidents into sinks.
  ///
  /// - Parameters:
  ///   - opened: The opened study; its files can be read once only.
  ///   - makeSink: Makes the sink of one worker.
  /// - Returns: What became of the rows, and the results of the sinks in no particular order.
  /// - Throws: ``IncidentError`` for errors found while reading, ``AssignmentError`` if too few
  ///   rows can be used.
  package func read<Sink: PlacementSink>(
    _ opened: OpenedStudy, makeSink: @escaping @Sendable () -> Sink
  ) async throws -> (StudyReading, [StudyShare<Sink.Result>]) {
    try StudyReading.settle(opened, try await outcome(of: opened, makeSink: makeSink))
  }

  /// Reads all incidents into sinks, and leaves it to others what follows.
  func outcome<Sink: PlacementSink>(
    of opened: OpenedStudy, makeSink: @escaping @Sendable () -> Sink
  ) async throws -> IncidentStream.Outcome<StudyReading.Counted<Sink>> {
    let (stream, progress) = (opened.stream(try opened.request()), opened.progress)
    let (usesHours, weighs) = (opened.usesHours, opened.weights != nil)
    let sinks: @Sendable () -> SinkPack<StudyTally, Sink> = {
      SinkPack(StudyTally(usesHours: usesHours, countsCategories: weighs), makeSink())
    }
    if let plan = opened.input?.plan {
      return try await stream.run(progress: progress) {
        try AssignmentWorker(plan, sink: sinks())
      }
    }
    let outcome = try await stream.run(progress: progress) { UnplacedWorker(sink: sinks()) }
    return IncidentStream.Outcome(
      shares: outcome.shares.map { share in
        var placed = PlacementTally()
        placed.assigned = share.result.rows
        placed.incidents.assigned = share.result.incidents
        return IncidentStream.Share(
          result: StudyReading.Counted<Sink>(
            sink: share.result.sink, tallies: [placed], whereabouts: Whereabouts(layers: 1)),
          categories: share.categories, labels: share.labels)
      }, tally: outcome.tally, rowsByFile: outcome.rowsByFile, examples: outcome.examples)
  }

  /// Returns what dates are read for.
  func dates(_ needs: StudyNeeds) -> DateUse {
    let filter = options.filter
    if filter.hours != nil || filter.windows != nil { return .hours }
    if filter.incidentFilter.needsTime || filter.requiresDate || needs.months { return .days }
    return needs.period || needs.times || needs.windows || needs.rewritesDates ? .period : .none
  }
}
