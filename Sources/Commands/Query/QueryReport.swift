import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables

/// What a query says to people and to its manifest.
struct QueryReport {
  let query: IncidentQuery
  let answer: IncidentQuery.Answer

  /// Says what was chosen, how coordinates were converted, where every row went and what was found.
  func say(in console: Console) {
    for source in answer.sources { console.note("\(source.path): \(source.columns.summary)") }
    for source in answer.sources {
      if let order = source.dateOrder?.words { console.note("\(source.path): \(order)") }
    }
    for sentence in answer.boundaries?.notes ?? [] { console.note(sentence) }
    for note in answer.place?.notes ?? [] { console.note(note) }
    for (name, plan) in [
      ("projection", answer.placeProjection), ("output", answer.outputProjection),
    ] {
      guard let plan else { continue }
      console.note("\(name): \(plan.summary.line)")
      if let advice = plan.summary.advice { console.note("\(name): \(advice)") }
    }
    if let sentence = answer.likeness.uniqueSentence() { console.note(sentence) }
    for note in answer.times.words(rules: .start) where query.options.filter.hours != nil {
      console.note("times: \(note)")
    }
    console.note(ReconciliationWords.sentence(for: answer.reconciliation))
    let reasons = answer.reconciliation.reasonWords
    if !reasons.isEmpty { console.note("  of these \(reasons)") }
    for example in answer.rejectedExamples { console.note("  first rejected: \(example)") }
    console.note("found: \(NumberWords.grouped(answer.selected)) \(words)")
    warn(in: console)
  }

  /// What was looked for: `incidents outside 'cordon.geojson'`.
  private var words: String {
    let noun = answer.selected == 1 ? "incident" : "incidents"
    guard let place = answer.place else { return "\(noun) as asked" }
    return query.isInverted ? "\(noun) not \(place.words)" : "\(noun) \(place.words)"
  }

  private func warn(in console: Console) {
    for finding in answer.boundaries?.findings ?? [] { console.say(finding) }
    for warning in answer.place?.warnings ?? [] { console.warn(warning) }
    for finding in answer.sources.flatMap(\.findings) { console.say(finding) }
    var isResult = false
    if case .counts = query.purpose { isResult = true }
    for finding in answer.likeness.findings { console.say(finding, isResult: isResult) }
    for finding in answer.period.findings { console.say(finding) }
    let filter = query.options.filter
    for name in CategoryName.unknown(
      filter.categories + filter.excludedCategories, met: answer.categories)
    {
      console.say(Finding.unknownCategory(name, known: answer.categories))
    }
    if answer.withoutPlace > 0 {
      console.warn(
        "\(NumberWords.grouped(answer.withoutPlace)) rows lie beyond where "
          + "\(answer.outputProjection?.summary.target ?? "the output's system") can be used; they are "
          + "written without a position")
    }
    for warning in timeWarnings { console.warn(warning) }
    if answer.selected == 0 { console.warn("the answer is empty: \(emptiness)") }
  }

  /// What became of times that were not understood.
  private var timeWarnings: [String] {
    guard case .rows(let output) = query.purpose else { return [] }
    let unreadable = answer.unreadable
    let isMonth = answer.sources.allSatisfy { $0.columns.time?.isMonth ?? true }
    let fate = output.isSpatial ? "left out" : "written as they stand"
    var warnings = [(isMonth ? "month" : "start", unreadable.start), ("end", unreadable.end)]
      .filter { $0.1 > 0 }
      .map { name, count in
        count == 1
          ? "1 '\(name)' is no date that can be understood; it is "
            + (output.isSpatial ? "left out" : "written as it stands")
          : "\(NumberWords.grouped(count)) values of '\(name)' are no dates that can be understood; "
            + "they are \(fate)"
      }
    if unreadable.undecided > 0 {
      warnings.append(
        "\(NumberWords.grouped(unreadable.undecided)) of these are dates of which nothing tells "
          + "whether the day or the month is first; --date-format says it")
    }
    for column in answer.mixedTimes {
      warnings.append(
        "the column '\(column)' is text: some of its times are days or months, others times of day")
    }
    return warnings
  }

  /// Why nothing was found.
  private var emptiness: String {
    let reconciliation = answer.reconciliation
    let placed = reconciliation.outsideCount + reconciliation.assigned
    if placed == 0 {
      let parts = [
        (reconciliation.filteredCount, "filtered", reconciliation.filtered),
        (
          reconciliation.withoutCoordinatesCount, "without coordinates",
          reconciliation.withoutCoordinates
        ),
        (reconciliation.rejectedCount, "rejected", reconciliation.rejected),
      ].filter { $0.0 > 0 }.map { count, word, reasons in
        let names = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason in
          reason.key.split(separator: "_").joined(separator: " ")
        }
        return "\(NumberWords.grouped(count)) \(word) (\(names.joined(separator: ", ")))"
      }
      let found =
        "of \(NumberWords.grouped(reconciliation.read)) rows \(parts.joined(separator: ", "))"
      // A category that no incident has was warned of.
      guard case .period = filterReason else { return found }
      return "\(found); \(filterReason.words)"
    }
    guard let place = answer.place else { return "no row was selected" }
    if query.isInverted {
      return "all \(NumberWords.grouped(placed)) incidents lie \(place.words)"
    }
    return PlaceDistance(place: place, extent: extent, isExchanged: isExchanged(place)).words
      ?? "\(NumberWords.grouped(placed)) incidents lie around the query area, and none \(place.words)"
  }

  /// Why the filters leave no row.
  private var filterReason: LikelyReason {
    ShortfallCheck(
      options: query.options, sources: answer.sources, categories: answer.categories,
      tally: answer.tally
    ).reasonForNoRow(answer.reconciliation)
  }

  /// Whether incidents lie where the place would with its coordinates exchanged.
  private func isExchanged(_ place: Place) -> Bool {
    guard let plan = answer.placeProjection else { return false }
    return Misplacement(
      sample: answer.finding.whereabouts.sample, plan: plan,
      source: AnalysisInput.incidentsCRS(of: answer.sources, query.options), target: place.crs,
      box: place.box, distanceToArea: { _ in nil },
      gridFolders: query.options.coordinates.gridFolders
    ).isExchanged
  }

  /// The rectangle around all incidents, in the system of the place.
  private var extent: Box {
    guard let plan = answer.placeProjection, let operation = try? plan.makeOperation() else {
      return .empty
    }
    let box = answer.finding.extent
    guard !box.isEmpty else { return .empty }
    if let all = operation.bounds(of: box) { return all }
    // Some lie where PROJ has no place for them: the others count.
    guard let valid = plan.validBox else { return .empty }
    let usable = Box(
      minX: max(box.minX, valid.minX), minY: max(box.minY, valid.minY),
      maxX: min(box.maxX, valid.maxX), maxY: min(box.maxY, valid.maxY))
    return usable.isEmpty ? .empty : operation.bounds(of: usable) ?? .empty
  }

  // MARK: - Manifest

  /// Returns the record of the run.
  func manifest(
    command: String, options: [Arguments.RecordedOption], outputs: [String], warnings: [String]
  ) -> Manifest {
    let files = zip(answer.sources, answer.rowsByFile).map { (path: $0.path, rows: $1) }
    let layers = (answer.boundaries?.layers ?? []).map { (path: $0.path, rows: $0.recordCount) }
    var summary = (answer.placeProjection ?? answer.outputProjection)?.summary
    if answer.placeProjection != nil { summary?.approximation = answer.approximation?.description }
    return Manifest(
      command: command, options: options, incidents: files,
      boundaries: layers + (answer.place?.files ?? []), digests: answer.digests, chosen: chosen,
      projection: summary, reconciliations: [answer.reconciliation], outputs: outputs,
      warnings: warnings)
  }

  private var chosen: [JSONValue.Member] {
    [
      .init("columns", StudyReading.columns(of: answer.sources)),
      .init("date_orders", .array(answer.sources.map { .optional($0.dateOrder?.rawValue) })),
      .init("period", answer.period.json),
      .init("layers", .array((answer.boundaries?.layers ?? []).map(\.chosen))),
      .init("place", .optional(answer.place?.words)),
      .init("place_crs", .optional(answer.place?.crs)),
      .init("selected", .integer(answer.selected)),
      .init(
        "output_operation", .optional(answer.outputProjection?.summary.operation)),
    ]
      + answer.likeness.choices.members
      + (query.options.filter.hours.map { hours in
        [
          .init("time_zone", .text(query.options.filter.timeZone)),
          .init("hours", .text(hours.words)),
          .init("times", answer.times.json),
        ]
      } ?? [])
  }
}

/// How far a place lies from all incidents.
struct PlaceDistance {
  let place: Place
  /// The rectangle around the incidents, in the place's system.
  let extent: Box
  /// Whether the first of them lie where the place would with its coordinates exchanged.
  let isExchanged: Bool

  /// Says that the place lies nowhere near the incidents; nil where it does not.
  var words: String? {
    let box = place.box
    let swapped = Box(minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX)
    let advice =
      isExchanged || swapped.intersects(extent)
      ? "; it would lie among them with its two coordinates exchanged (longitude or easting is first)"
      : ""
    if extent.isEmpty {
      return
        "no incident lies where the coordinate system of the query area, \(place.crs), can be used"
        + advice
    }
    if box.intersects(extent) { return nil }
    return
      "the query area lies away from all incidents: it reaches from \(CoordinateWords.corners(box)), "
      + "and they from \(CoordinateWords.corners(extent))\(advice)"
  }
}
