import Assignment
import Boundaries
import Incidents
import Projections
import Tables

/// Reads a file of incidents to see what is in it.
struct IncidentInspector {
  /// The options of the study, without its filters: every row is looked at.
  let options: StudyOptions
  /// The layers to which incidents are assigned; `nil` if there are none, or none in metres.
  let boundaries: BoundaryInput?
  /// Told of progress.
  let observer: StudyObserver
  /// The areas of each layer by the hashes of their codes.
  private let areas: [[UInt64: Int32]]
  /// How incidents of each system get to the layers, of the systems that files have had so far.
  var plans: [String: Plan] = [:]

  /// Prepares to read files.
  ///
  /// - Parameters:
  ///   - options: The options of the study, without its filters.
  ///   - boundaries: The layers to which incidents are assigned; `nil` if there are none, or none in
  ///     metres.
  ///   - observer: Told of progress.
  init(options: StudyOptions, boundaries: BoundaryInput?, observer: @escaping StudyObserver) {
    (self.options, self.boundaries, self.observer) = (options, boundaries, observer)
    areas = boundaries?.layers.map { AgreementCounter.areas(byCodes: $0.codes) } ?? []
  }

  /// Reads a file or a part of one once; a second time if the order of its dates has to be found.
  ///
  /// - Returns: What is in it, and its references as each worker counted them, to be counted with
  ///   those of other files.
  /// - Throws: ``IncidentError``, ``DateOrderError``, ``ProjectionError``, ``TimeZoneError``.
  mutating func inspect(
    _ part: IncidentPart
  ) async throws -> (file: IncidentFileInspection, references: [HashCount]) {
    let source = try IncidentSource.open(options, needsSystem: boundaries != nil) {
      try IncidentSource(
        part: part, named: options.incidents.columns, dateOrder: options.incidents.dateOrder,
        timeFormat: options.incidents.timeFormat, readsDates: true, needsDates: false,
        features: options.featureSystem)
    }
    let plan = try await assignmentPlan(for: source)
    var needs = StudyNeeds(times: true)
    needs.positions = .whereKnown
    let study = OpenedStudy(
      options: options, sources: [source], input: nil, dates: .none,
      rules: try options.filter.rules(), weights: nil, usesCategories: true, hasWindows: false,
      needs: needs,
      observer: observer)
    let resolver = WindowResolver(rules: study.rules)
    let idColumn = source.columns[.id]
    let codeColumns = AreaCodeColumns.positions(in: source.columns.header)
    let hashed = [idColumn].compactMap(\.self) + codeColumns
    let codes = Array(hashed.indices.dropFirst(idColumn == nil ? 0 : 1))
    var request = try study.request()
    request.samplesRows = false
    request.examinesText = true
    request.hashedColumns = [hashed]
    let areas = areas
    let outcome = try await study.stream(request).run(progress: study.progress) {
      IncidentExaminer(
        resolver: resolver, idColumn: idColumn == nil ? nil : 0,
        assignment: try plan.map {
          try AssignmentWorker($0.plan, sink: AgreementCounter(areas: areas, columns: codes))
        })
    }
    try RowCheck.check(
      outcome.tally, examples: outcome.examples, source: source,
      isStrict: options.incidents.isStrict, dates: study.dates)
    let assigned = plan.map { plan in
      assignment(plan, outcome, of: source, codeColumns.map { source.columns.header[$0] })
    }
    return inspection(of: outcome, source: source, assignment: assigned)
  }

  /// Adds up what the workers found.
  private func inspection(
    of outcome: IncidentStream.Outcome<IncidentExaminer.Result>, source: IncidentSource,
    assignment: AssignmentInspection?
  ) -> (file: IncidentFileInspection, references: [HashCount]) {
    var found = RowInspection()
    var categories: [String: Int] = [:]
    for share in outcome.shares {
      found.merge(share.result.found)
      for (name, rows) in zip(share.categories, share.result.found.categories) {
        categories[name, default: 0] += rows
      }
    }
    var tally = outcome.tally
    tally.forgetDays()
    let references = outcome.shares.map(\.result.found.ids)
    let places = outcome.shares.map(\.result.found.places)
    let file = IncidentFileInspection(
      path: source.path, origin: source.origin, delimiter: source.delimiter,
      headerRow: source.hasTitles ? source.headerLine?.number : nil,
      headerWords: source.headerWords,
      wideEncoding: source.encoding.hasPrefix("UTF-16") ? source.encoding : nil,
      columns: source.columns, coordinateWords: source.coordinateWords, dateOrder: source.dateOrder,
      timeFormat: source.timeFormat,
      numberWords: source.numberWords, dateOrderError: source.dateOrderProblem,
      tally: tally, examples: outcome.examples, found: found,
      categories: categories.filter { $0.value > 0 }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) },
      ids: HashCount.summary(of: references), places: HashCount.summary(of: places),
      assignment: assignment)
    return (file, references)
  }
}
