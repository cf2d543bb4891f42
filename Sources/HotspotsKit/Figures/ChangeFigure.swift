import Assignment
import Boundaries
package import Cartography
import HotspotAnalysis
public import Interchange
import Projections
import Statistics
import Tables

/// The chart and the map of a change between two periods.
///
///     let change = try await PeriodChange(by: .area).run(on: study)
///     try ChangeFigure(change).write(to: "change.svg")
///     try ChangeFigure(change).writeMap(to: "change-map.svg")
///
/// The chart has a dot for either period in each row. The map colours areas by their difference in
/// incidents a day, and hatches those with evidence of change.
public struct ChangeFigure: Sendable {
  /// The change.
  public var change: PeriodChange.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The page of the map, and the backdrop below the areas.
  public var look = MapLook()
  /// What the list of the map may call each area, the longest first; empty for their names.
  package var listNames: [[String]] = []
  /// Whether the map says what changed in all and how evidence was found; not where that stands
  /// beside it.
  package var hasSentences = true

  /// Creates a figure with default titles.
  public init(_ change: PeriodChange.Result) { self.change = change }

  /// Returns the chart as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Returns the map of a change by area as an SVG document in UTF-8.
  public func mapSVG() throws -> [UInt8] { try map().svg() }

  /// Writes the chart to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Writes the map of a change by area to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func writeMap(to path: String) throws { try OutputFile.write(mapSVG(), to: path) }

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing, for a page that says the
  ///   rest; empty for a sheet.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> ChangeChart {
    var description = change.reading.chartDescription(
      title: title ?? "Change by \(Self.heading(of: change.method.grouping))")
    description.subtitle = subtitle
    // Rows have the names of what changed.
    description.answers = [change.totalWords, change.evidenceWords(naming: 0)].map(Self.capitalised)
    description.method = change.caveat
    description.marking = marking
    let rows = chartRows
    let height = 45 + 7 * Double(rows.count)
    let room = description.room(prefix: identifierPrefix, height: height)
    var periods = ChangeChart.Periods(
      earlier: (change.periods.earlier.words, change.periods.earlier.days),
      now: (change.periods.now.words, change.periods.now.days))
    periods.places = change.usesHours ? 1 : 0
    return ChangeChart(
      of: rows, periods: periods, noun: change.noun, description: description,
      page: room ?? .a4Portrait)
  }

  /// Draws the map; the change is by area.
  ///
  /// - Parameters:
  ///   - page: The page; that of the look if `nil`.
  ///   - identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  package func map(
    page: Page? = nil, identifierPrefix: String = ""
  ) throws(AreaMapError) -> SignificanceMap {
    precondition(change.method.grouping == .area, "ChangeFigure: a map of other rows than areas")
    let input = change.reading.requiredInput
    let layer = input.boundaries.layers[0]
    let differences = change.differencesPerDay
    let table = FeatureTable(
      name: "change",
      columns: [
        Column("code", .text(layer.codes)), Column("name", .text(layer.names)),
        Column("difference_per_day", .reals(differences)),
      ], geometry: .areas(layer.outlines), crs: input.boundaries.crs)
    var description = MapDescription(
      title: title ?? "Change of incidents a day", subtitle: subtitle,
      value: MapValue(
        column: "difference_per_day", label: "incidents a day more or fewer",
        shortLabel: "a day", kind: .rate))
    description.showsAll = true
    description.listNames = listNames
    description.legendHeading = "Incidents a day, against the earlier period"
    if hasSentences { description.method = sentences.joined(separator: ". ") + "." }
    description.source = change.reading.sourceNames
    description.projection = input.plan.projection.summary.line
    description.positions = change.reading.likeness.sourcePositions?.words
    description.reconciliation = [
      ReconciliationWords.sentence(for: change.reading.reconciliations[0])
    ]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    let key = key
    return try SignificanceMap(
      of: table, key: key.key, classOfUnit: key.classOfArea,
      description: look.applied(to: description), page: page ?? look.page)
  }

  /// The classes of the map as a style for ``PeriodChange/Result/areaTable``.
  package var style: QGISStyle {
    let (increase, decrease) = (ChangeEvidence.increase.rawValue, ChangeEvidence.decrease.rawValue)
    return QGISStyle(
      change: key, difference: "(\"per_day_now\" - \"per_day_earlier\")",
      evidence: (
        fewer: "\"evidence\" = '\(decrease)'", more: "\"evidence\" = '\(increase)'",
        none: "\"evidence\" NOT IN ('\(increase)', '\(decrease)')"
      ))
  }

  /// The classes of the areas, and whether there is evidence of their change.
  private var key: ChangeKey {
    let evidence = change.rows.dropLast().map { row in
      row.verdict?.evidence == .increase ? 1 : row.verdict?.evidence == .decrease ? -1 : 0
    }
    return ChangeKey(ChangeClasses(differences: change.differencesPerDay), evidence: evidence)
  }

  /// The rows of the chart, with a sum for the categories in no group where there are others.
  private var chartRows: [ChangeChart.Row] {
    let last = change.rows.count - 1
    let hasGroups = change.rows.contains { $0.group != nil }
    let apart = "In no group"
    var rows = change.rows.enumerated().map { place, row in
      ChangeChart.Row(
        name: row.verdict == nil
          ? (place == last ? "Total" : row.group ?? "") : change.name(row),
        group: !hasGroups || place == last ? nil : row.group ?? apart,
        earlier: row.change.earlier, now: row.change.current,
        relative: row.change.relativeOfCounts,
        evidence: row.verdict.map { Self.evidence($0.evidence) })
    }
    let others = rows.filter { $0.group == apart }
    if !others.isEmpty {
      let (earlier, now) = (
        others.reduce(0) { $0 + $1.earlier }, others.reduce(0) { $0 + $1.now }
      )
      rows.insert(
        ChangeChart.Row(
          name: apart, group: apart, earlier: earlier, now: now,
          relative: earlier > 0 ? now / earlier - 1 : nil), at: last)
    }
    return rows
  }

  private var subtitle: String {
    let filter = change.reading.options.filter
    return [
      "\(change.periods.now.words) against \(change.periods.earlier.words)", filter.hours?.words,
      filter.categoryWords, filter.conditionWords,
    ].compactMap(\.self).joined(separator: "; ")
  }

  private var sentences: [String] {
    [change.totalWords, change.evidenceWords(), change.caveat].map(Self.capitalised)
  }

  private static func capitalised(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private static func heading(of grouping: PeriodChange.Grouping) -> String {
    grouping == .both ? "category and area" : grouping.rawValue
  }

  private static func evidence(_ evidence: ChangeEvidence) -> ChangeChart.Evidence {
    switch evidence {
    case .increase: .increase
    case .decrease: .decrease
    case .none: .none
    case .few: .few
    }
  }
}
