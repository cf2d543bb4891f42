import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Incidents
import Interchange
import Projections
import Tables

/// What a run says to people and to its manifest of the choices it made.
struct RunReport {
  /// Says what was read, how it was projected and where every row went.
  ///
  /// - Parameters:
  ///   - analysis: The finished analysis.
  ///   - options: What the user asked for.
  ///   - console: Where it is said.
  static func say(_ analysis: AreaAnalysis, _ options: InputOptions, in console: Console) {
    say(analysis.input.boundaries, in: console)
    say(analysis.input.sources, in: console)
    analysis.likeness.say(in: console)
    let projection = analysis.input.plan.projection.summary
    console.note("projection: \(projection.line)")
    if let approximation = analysis.input.plan.approximation {
      console.detail("projection: \(approximation.description)")
    }
    if let advice = projection.advice { console.note("projection: \(advice)") }
    for reconciliation in analysis.reconciliations {
      console.note(ReconciliationWords.sentence(for: reconciliation))
      let reasons = reconciliation.reasonWords
      if !reasons.isEmpty { console.note("  of these \(reasons)") }
    }
    for note in analysis.times.words(rules: .start) { console.note("times: \(note)") }
    for example in analysis.rejectedExamples { console.note("  first rejected: \(example)") }
    warn(analysis, options, in: console)
  }

  /// Says how incident files were understood, once they have been read.
  static func say(_ sources: [IncidentSource], in console: Console) {
    for source in sources {
      console.note("\(source.path): \(source.columns.summary)")
      if let degrees = source.degreeWords { console.note("\(source.path): \(degrees)") }
      if let order = source.dateOrderWords { console.note("\(source.path): \(order)") }
      let unlisted = source.unlistedProperties
      if !unlisted.isEmpty {
        console.warn(
          "\(source.path): \(unlisted.map { "'\($0)'" }.joined(separator: ", ")) and whatever "
            + "else comes only after the first thousand features is not read")
      }
    }
  }

  /// Says how boundaries were understood, and what was left out of them or put right in them.
  static func say(_ boundaries: BoundaryInput, in console: Console) {
    for layer in boundaries.layers {
      for warning in capped(layer.warnings) { console.warn("\(layer.path): \(warning)") }
    }
    for warning in capped(boundaries.studyAreaWarnings) { console.warn(warning) }
    for note in boundaries.notes { console.note(note) }
  }

  private static func warn(
    _ analysis: AreaAnalysis, _ options: InputOptions, in console: Console
  ) {
    for warning in analysis.period.warnings { console.warn(warning) }
    for key in analysis.categories?.sharedKeys ?? [] {
      console.warn("several categories have the column name 'incidents_\(key)'; they are numbered")
    }
    CategoryWords.warn(of: options, met: analysis.metCategories, in: console)
    for shortfall in analysis.shortfalls { console.warn(shortfall.words) }
    for (layer, counts) in zip(analysis.input.boundaries.layers, analysis.counts) {
      let empty = counts.totals.count { $0 == 0 }
      if options.studyArea == nil, layer.areaCount > 20, empty * 2 > layer.areaCount {
        console.warn(
          "\(NumberWords.grouped(empty)) of \(NumberWords.grouped(layer.areaCount)) areas of "
            + "'\(layer.name)' have no incident; --study-area FIELD=VALUE keeps a part of them")
      }
    }
    for (layer, placement) in zip(analysis.input.boundaries.layers, analysis.placements)
    where placement.ambiguous > 0 {
      console.warn(
        "areas of '\(layer.name)' overlap: \(NumberWords.grouped(placement.ambiguous)) incidents "
          + "lie in more than one and went to the lowest code")
    }
  }

  /// What the program chose, for the manifest.
  static func chosen(_ analysis: AreaAnalysis, _ options: InputOptions) -> [JSONValue.Member] {
    let boundaries = analysis.input.boundaries
    return [
      .init("columns", columns(of: analysis.input.sources)),
      .init("date_orders", dateOrders(of: analysis.input.sources)),
      .init("period", analysis.period.json),
      .init(
        "layers", .array(boundaries.layers.map(chosen(ofLayer:)))),
      .init("crs", .text(boundaries.crs)),
      .init("crs_name", .text(boundaries.crsName)),
      .init("snap_m", .real(options.snap)),
      .init("within_accuracy_of_edge_m", .optional(analysis.input.accuracyDistance)),
    ]
      + analysis.likeness.chosen
      + (options.hours.map { hours in
        [
          .init("time_zone", .text(options.timeZone)), .init("hours", .text(hours.words)),
          .init("times", analysis.times.json),
        ]
      } ?? [])
  }

  /// The columns of each file by what they serve for.
  static func columns(of sources: [IncidentSource]) -> JSONValue {
    .array(
      sources.map { source in
        .object(
          ColumnKey.allCases.compactMap { key in
            source.columns.name(of: key).map { .init(key.rawValue, .text($0)) }
          })
      })
  }

  /// The order of day, month and year in each file; null where no date needs one.
  static func dateOrders(of sources: [IncidentSource]) -> JSONValue {
    .array(sources.map { .optional($0.dateOrder?.rawValue) })
  }

  /// What the program chose in reading a layer, for the manifest.
  static func chosen(ofLayer layer: BoundaryLayer) -> JSONValue {
    .object([
      .init("name", .text(layer.name)), .init("code_field", .text(layer.codeField)),
      .init("name_field", .optional(layer.nameField)),
      .init("areas", .integer(layer.areaCount)),
      .init("encoding", .text(layer.encoding.encoding)),
    ])
  }

  /// The summary of the projection with the approximation that was used.
  static func projection(_ analysis: AreaAnalysis) -> ProjectionSummary {
    var summary = analysis.input.plan.projection.summary
    summary.approximation = analysis.input.plan.approximation?.description
    return summary
  }

  /// Returns the first warnings, and how many more there are.
  private static func capped(_ warnings: [String]) -> [String] {
    let shown = 20
    guard warnings.count > shown else { return warnings }
    return warnings.prefix(shown) + ["and \(warnings.count - shown) more warnings of this kind"]
  }
}

extension IncidentSource {
  /// That columns named as metres are hold degrees, in words; absent where they do not.
  var degreeWords: String? {
    guard columns.areDegreesByValue, let longitude = columns.name(of: .longitude),
      let latitude = columns.name(of: .latitude)
    else { return nil }
    return "'\(longitude)' and '\(latitude)' are read as longitude and latitude, because the first "
      + "values lie within 180 and 90; --incidents-crs reads them otherwise"
  }

  /// The order that the dates were found to have, in words; absent where none needs one.
  var dateOrderWords: String? {
    switch dateOrder {
    case .dayFirst: "dates have their day first, dd/mm/yyyy"
    case .monthFirst: "dates have their month first, mm/dd/yyyy"
    case .yearFirst, nil: nil
    }
  }
}

extension Reconciliation {
  /// The reasons in words, with their counts: `12 coordinates empty, 3 outside areas`.
  var reasonWords: String {
    [rejected, filtered, withoutCoordinates, outside, assignedNotes]
      .flatMap { $0.sorted { $0.key < $1.key } }
      .map {
        "\(NumberWords.grouped($0.value)) \($0.key.split(separator: "_").joined(separator: " "))"
      }
      .joined(separator: ", ")
  }
}
