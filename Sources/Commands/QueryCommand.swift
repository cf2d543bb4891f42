package import CommandLineKit
import HotspotsKit
import Incidents
import Interchange
import Tables

/// Selects incidents by place, time, category and any column, and writes or counts them.
package struct QueryCommand: Command {
  package static let name = "query"
  package static let abstract = "Select incidents by area, time, category or any column."
  package static let discussion = """
    Which incidents lie in an area, in a period, at certain hours? One option defines the query \
    area. Its edges are straight in its own coordinate system, and a point on an edge counts as \
    inside (with --area, inside one of the areas that meet there, as for hotspots areas). Without \
    a query area, only the other conditions apply; rows without coordinates then appear in CSV and \
    in counts.

    Rows are written in input order as GeoJSON, newline-delimited GeoJSON, GeoPackage or CSV, with \
    the columns id, start, end or month, category, location. Formats with geometry have times in \
    RFC 3339; CSV keeps times and coordinates as they were written. Rows are written as they are \
    read, so that memory does not grow: hotspots query --incidents - --output - works in a pipe.

    --where compares columns: 'outcome = "Under investigation" and not (speed < 30 or note is \
    empty)'. The operators are = != < <= > >=, in ("a", "b"), like "%text%", is empty, and, or, \
    not. Names with spaces go in `backquotes`. Text is compared regardless of case; compared with \
    a number, a field that is not a number does not match.
    """
  package static let example =
    "hotspots query --incidents samples/incidents.csv --near SP5580045500 --radius 500 "
    + "--category Robbery --output robberies.geojson"
  package static let options =
    PlaceSelector.specs + [
      outside.spec, conditionOption.spec, count.spec, bounds.spec,
    ] + SharedOptions.incidentInput + SharedOptions.repeats + SharedOptions.boundaryInput
    + SharedOptions.projection + SharedOptions.filters + HoursFilter.specs + [
      SharedOptions.output.spec, QueryFormat.option.spec, RowLayout.keepOption.spec,
      SharedOptions.outputCRS.spec, ExportCommand.precision.spec, SharedOptions.manifest.spec,
      SharedOptions.threads.spec,
    ]

  private static let outside = Flag(
    "outside", help: "Select the incidents outside the query area instead of those inside",
    section: "Query area")
  private static let conditionOption = Option<String?>(
    "where", valueName: "EXPRESSION",
    help: """
      Keep rows that meet a condition on columns, such as 'outcome = "Under investigation"'
      """,
    section: "Filters")
  private static let count = Option<CountGrouping?>(
    "count", valueName: "BY",
    help: """
      Count the incidents instead of writing them: all together, by category, by month, or by area \
      of --boundaries
      """)
  private static let bounds = Flag(
    "bounds",
    help: """
      With --hours or --days, add the columns must and could: whether the incident certainly, or \
      possibly, happened in these hours
      """)

  private let query: IncidentQuery
  private let format: QueryFormat
  private let output: String
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(ofFiles: arguments)
    input.incidents.paths = try arguments.requiredValue(of: SharedOptions.incidents)
    try input.readRepeats(arguments)
    try input.readFilters(arguments)
    input.filter.hours = try HoursFilter(arguments)
    let selector = try PlaceSelector(arguments)
    var condition: Condition?
    if let text = try arguments.value(of: Self.conditionOption) {
      do { condition = try Condition(text) } catch {
        throw .invalid(
          error.description,
          help: "an example is --where 'outcome = \"Under investigation\" and speed >= 30'")
      }
    }
    let named = try arguments.value(of: QueryFormat.option)
    let keep = try RowLayout.keep(arguments)
    let purpose: IncidentQuery.Purpose
    if let grouping = try arguments.value(of: Self.count) {
      output = try arguments.value(of: SharedOptions.output) ?? "-"
      format = try QueryFormat.choose(
        path: output, named: named, allowed: QueryFormat.ofCounts, usual: .text)
      purpose = .counts(grouping)
      if grouping == .area, input.boundaries.paths.isEmpty {
        throw .dependent("--count area", needs: "--boundaries FILE")
      }
      if keep != .meaningful { throw .conflict("--keep", "--count") }
    } else {
      output = try arguments.requiredValue(of: SharedOptions.output)
      format = try QueryFormat.choose(
        path: output, named: named, allowed: QueryFormat.ofRows, usual: .geojson)
      purpose = .rows(
        RowOutput(
          path: output, format: format, keep: keep,
          crs: try arguments.value(of: SharedOptions.outputCRS),
          decimals: try arguments.value(of: ExportCommand.precision)))
    }
    query = IncidentQuery(
      options: input, selector: selector, isInverted: arguments.isSet(Self.outside),
      condition: condition, hasBounds: arguments.isSet(Self.bounds), purpose: purpose)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    try check()
  }

  /// Refuses options that mean nothing together.
  private func check() throws(UsageError) {
    let options = query.options
    if query.isInverted && query.selector == nil {
      throw .dependent("--outside", needs: "--within FILE, or another query area")
    }
    if query.hasBounds && options.filter.hours == nil {
      throw .dependent("--bounds", needs: "--hours HH-HH or --days DAY,...")
    }
    var usesBoundaries = false
    if case .area? = query.selector {
      usesBoundaries = true
      if options.boundaries.paths.isEmpty { throw .dependent("--area", needs: "--boundaries FILE") }
    }
    if case .counts(.area) = query.purpose { usesBoundaries = true }
    if !options.boundaries.paths.isEmpty && !usesBoundaries {
      throw .dependent("--boundaries", needs: "--area CODE, or --count area")
    }
    if options.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot use several --boundaries: an area belongs to one layer",
        help: "run it once for each layer")
    }
    let filter = options.filter.incidentFilter
    let asksNothing =
      query.selector == nil && query.condition == nil && !filter.needsTime && !filter.needsCategory
      && filter.hours == nil
    if case .rows = query.purpose, asksNothing {
      throw .missingOption("--within FILE, or another query area, filter or --count")
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    try OutputCheck(options: Self.options, given: recorded).run()
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let answer = try await query.run(watch, in: console)
    stages.end("reading and answering")
    let report = QueryReport(query: query, answer: answer)
    report.say(in: console)
    if let table = answer.table { try write(table, in: console) }
    stages.end("files")
    guard let manifest else { return }
    try report.manifest(
      command: Self.name, options: recorded, outputs: [output], warnings: console.warnings
    ).write(to: manifest)
  }

  private func write(_ table: FeatureTable, in console: Console) throws {
    if format == .text {
      var text = HourText([])
      text.append(table)
      if output == "-" {
        try console.print(text.text)
      } else {
        try OutputFile.write(Array("\(text.text)\n".utf8), to: output)
      }
      return
    }
    let file = try OutputFile(path: output)
    if format == .csv {
      try CSVWriter().write(table, to: file)
    } else {
      try JSONTableWriter().write(table, to: file)
    }
    try file.commit()
  }
}
