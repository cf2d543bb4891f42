import Assignment
import Boundaries
import CommandLineKit
import HotspotAnalysis
import Incidents
import Tables

/// Incidents by hour of the week: what `hours` writes.
struct HourAnalysis: Sendable {
  /// The files that were read.
  var sources: [IncidentSource]
  /// The layer of areas and how incidents got there; absent where place does not matter.
  var places: AnalysisInput?
  /// All incidents.
  var profile: HourProfile
  /// The names and the profiles of the groups, in their order; empty without groups.
  var groups: [(name: String, profile: HourProfile)]
  /// The split of night and day, by category where categories were read.
  var night: NightSplit
  /// The categories, where they were read.
  var categories: CategoryList?
  /// The names of all categories met, those filtered included, where categories were read.
  var metCategories: [String]
  /// Why no incident is counted, where that is allowed.
  var shortfalls: [AssignmentShortfall] = []
  /// Where each row went.
  var reconciliation: Reconciliation
  /// What was noticed about windows.
  var times: TimeNotes
  /// What the rows have in common with each other.
  var likeness: RowLikeness
  /// The rows of each incident file.
  var rowsByFile: [Int]
  /// The first rejected row of each reason, as `file:line: explanation`.
  var rejectedExamples: [String]
  /// The period of the study, with what the files cover before any filter.
  var period: StudyPeriod

  /// The count in the night over all categories.
  var nightTotal: ExpectedCount {
    var total = ExpectedCount()
    for count in night.counts { total.merge(count) }
    return total
  }

  /// Reads and counts.
  ///
  /// - Parameters:
  ///   - options: What the user asked for; areas, where there are any, are one layer.
  ///   - settings: What the table is to be.
  ///   - splitsNight: Whether night and day are split by category.
  ///   - console: Where progress is drawn.
  /// - Returns: The counts and what they rest on.
  /// - Throws: ``IncidentError``, ``DateOrderError``, ``InputError/noTimes(path:)`` for months
  ///   only, and with areas what ``AnalysisInput/prepare(_:dates:reportsAccuracy:)`` throws.
  static func run(
    _ options: InputOptions, _ settings: HourSettings, splitsNight: Bool, in console: Console
  ) async throws -> HourAnalysis {
    let rules = try TimeZoneDatabase.system.rules(named: options.timeZone)
    let usesPlaces = !options.boundaries.isEmpty
    let places =
      usesPlaces
      ? try await AnalysisInput.prepare(options, dates: .hours, reportsAccuracy: false) : nil
    let sources =
      try places?.sources
      ?? AnalysisInput.openSources(options, dates: .hours, needsPlace: false)
    let hasCategories = sources.allSatisfy { $0.columns[.category] != nil }
    if settings.grouping == .category, !hasCategories {
      let source = sources.first { $0.columns[.category] == nil } ?? sources[0]
      throw IncidentError.missingColumns(
        path: source.path, needed: "a category for --by category", header: source.columns.header)
    }
    let usesCategories = hasCategories && (splitsNight || settings.grouping == .category)
    var request = IncidentRequest(
      coordinates: usesPlaces, category: usesCategories,
      windows: WindowResolver(
        rules: rules, reversedRule: settings.reversed,
        longest: settings.longest.map { Int64($0) * 3600 }),
      filter: options.filter, rules: rules)
    request.uniqueColumns = try options.uniqueColumns(of: sources)
    request.samplesRows = true
    let stream = IncidentStream(sources: sources, request: request, threads: options.threads)
    let read: HourReading
    if let places {
      read = HourReading(
        try await stream.run(progress: progress(in: console)) {
          try AssignmentWorker(places.plan, sink: HourCounter(settings: settings, rules: rules))
        })
    } else {
      read = HourReading(
        try await stream.run(progress: progress(in: console)) {
          HourCounter(settings: settings, rules: rules)
        })
    }
    try RowCheck.check(
      read.tally, examples: read.examples, source: sources[0], isStrict: options.isStrict,
      bounds: options.bounds, dates: .hours)
    if usesPlaces && !options.bounds.allowsNothing {
      try RowCheck.checkPlaces(read.tally, examples: read.examples, source: sources[0])
    }
    var categories: CategoryList?
    if usesCategories {
      let list = CategoryList(read.shares.map(\.categories), filter: options.filter)
      guard list.names.count <= IncidentStream.categoryLimit else {
        throw IncidentError.tooManyCategories(
          path: sources[0].path, column: sources[0].columns.name(of: .category) ?? "",
          limit: IncidentStream.categoryLimit)
      }
      categories = list
    }
    var analysis = HourAnalysis(
      read, options, sources: sources, places: places, categories: categories, settings: settings,
      rules: rules)
    analysis.shortfalls = try ShortfallCheck(
      options: options, sources: sources, categories: analysis.metCategories, tally: read.tally
    ).check([analysis.reconciliation]) { layer in
      guard let places, let whereabouts = read.whereabouts else {
        preconditionFailure("HourAnalysis: incidents outside areas without areas")
      }
      return Misplacement(
        of: sources, in: places.boundaries, places.plan, layer: layer, whereabouts, options
      ).reason
    }
    return analysis
  }

  private static func progress(in console: Console) -> @Sendable (Int) -> Void {
    { console.progress(ProgressReport(phase: "reading", completed: $0)) }
  }

  /// Adds up what the workers counted.
  private init(
    _ read: HourReading, _ options: InputOptions, sources: [IncidentSource],
    places: AnalysisInput?, categories: CategoryList?, settings: HourSettings, rules: TimeZoneRules
  ) {
    likeness = RowLikeness(read.tally.samples, of: sources, options)
    self.sources = sources
    self.places = places
    self.categories = categories
    // In an order that does not depend on the workers.
    metCategories = Set(read.shares.flatMap(\.categories)).sorted()
    let layer = places?.boundaries.layers[0]
    let names =
      switch settings.grouping {
      case nil: [""]
      case .category: categories?.labels ?? []
      case .area: layer?.codes ?? []
      }
    let tables = read.tables(
      of: names.count, by: settings.grouping, categories: categories, rules: rules)
    var total = AoristicAccumulator(rules: rules)
    for table in tables { total.merge(table) }
    profile = total.profile()
    groups =
      settings.grouping == nil
      ? [] : zip(names, tables).map { ($0, $1.profile()) }
    night = NightSplit(
      counts: read.nights(of: categories), night: settings.night, rules: rules)
    rowsByFile = read.rowsByFile
    times = read.tally.times
    rejectedExamples = read.examples.filter { $0.reason.outcome == .rejected }.map(\.message)
    var placement = read.placement ?? PlacementTally()
    if read.placement == nil { placement.assigned = profile.incidents }
    precondition(
      placement.assigned == profile.incidents,
      "HourAnalysis: the incidents of the table and the assigned differ")
    reconciliation = AreaAnalysis.reconcile(
      layer?.name, read.tally, placement, distance: nil, expected: nil)
    period = StudyPeriod(options, covered: read.tally.dates)
  }

  /// Lays out the tables as they are written: one for each group, or a single one.
  func tables(dayStart: Int) -> [HourTable] {
    groups.isEmpty
      ? [profile.table(dayStart: dayStart)]
      : groups.map { $0.profile.table(name: $0.name, dayStart: dayStart) }
  }
}
